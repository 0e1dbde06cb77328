/**
 * Asks again by itself for what could not be had: as soon as the network is back or somebody looks again, else after
 * growing pauses. For the browser.
 */

export interface Recovery {
  /** It could not be had: ask again when there is hope. */
  failed(): void
  /** It was had, or is not wanted any more. */
  rest(): void
}

/** Milliseconds before the next tries; the last pause goes on. */
const PAUSES = [2_000, 5_000, 15_000, 30_000]
const LONGEST_PAUSE = 30_000
/** About ten minutes; then only an event asks again: what fails that long is no moment. */
const MOST_TRIES = 22

/** `again` asks; it ends in `failed()` or `rest()`. */
export function createRecovery(again: () => void): Recovery {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let failing = false

  function attempt(): void {
    // Without a network nothing can come, and nobody waits for a page that is not looked at: an event will tell.
    if (!failing || !navigator.onLine || document.visibilityState === 'hidden') return
    failing = false
    clearTimeout(timer)
    again()
  }

  function restart(): void {
    tries = 0
    attempt()
  }

  return {
    failed() {
      if (failing) return
      failing = true
      window.addEventListener('online', restart)
      document.addEventListener('visibilitychange', attempt)
      if (tries >= MOST_TRIES) return
      timer = setTimeout(attempt, PAUSES[tries] ?? LONGEST_PAUSE)
      tries += 1
    },
    rest() {
      failing = false
      tries = 0
      clearTimeout(timer)
      window.removeEventListener('online', restart)
      document.removeEventListener('visibilitychange', attempt)
    },
  }
}
