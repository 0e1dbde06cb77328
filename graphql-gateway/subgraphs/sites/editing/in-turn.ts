// Work on one thing at a time within this process, in the order in which it was asked for; other things go on beside it.

/** The last that waits, by thing; only of things at which somebody is. */
const waiting = new Map<string, Promise<unknown>>()

/**
 * Runs `work` when all that was asked for `thing` before has ended, well or not. It spares what compare-and-set would refuse,
 * and stands in place of none: other processes know nothing of it. Errors: those of `work`; the reason of `signal`, where
 * whoever asked is gone when it is their turn.
 */
export async function inTurn<Value>(
  thing: string,
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  const before = waiting.get(thing)
  const turn = (async () => {
    await before
    signal.throwIfAborted()
    return work()
  })()
  const done = turn.catch(() => {})
  waiting.set(thing, done)
  try {
    return await turn
  } finally {
    if (waiting.get(thing) === done) waiting.delete(thing)
  }
}
