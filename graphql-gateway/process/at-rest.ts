// When a thread is at rest: it has worked, and now does next to nothing.

/** Part of the time that a resting thread may be busy: timers, health, a reader now and then. */
const share = 0.02
/** Less work than this leaves nothing worth collecting; milliseconds of CPU time. */
const worth = 500

/**
 * `look` is told the CPU time used so far, in milliseconds, every `every` milliseconds. It calls `collect` once when
 * rest begins, and again only after more work.
 */
export function createRest(every: number, collect: () => void): (used: number) => void {
  let last = 0
  let worked = 0
  return (used) => {
    const since = used - last
    last = used
    worked += since
    if (since > every * share || worked < worth) return
    worked = 0
    collect()
  }
}
