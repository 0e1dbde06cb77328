/** Lets what keeps failing rest for a while, so that a broken release does not cost every page its deadline. */

const FAULTS_TO_REST = 5
const REST_MS = 10_000

export interface Rest {
  isResting(what: string): boolean
  /** It failed once more. */
  fault(what: string): void
  /** It works: faults before do not count. */
  works(what: string): void
}

/** Counts each thing by its name: an extension that fails says nothing of the pages of its microfrontend. */
export function restAfterFaults(options: {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  readonly onRest: (sentence: string) => void
}): Rest {
  const faults = new Map<string, number>()
  const restUntil = new Map<string, number>()
  return {
    isResting: (what) => options.now() < (restUntil.get(what) ?? 0),
    fault(what) {
      const inARow = (faults.get(what) ?? 0) + 1
      faults.set(what, inARow)
      if (inARow < FAULTS_TO_REST) return
      faults.delete(what)
      restUntil.set(what, options.now() + REST_MS)
      options.onRest(`${what} rests for ${REST_MS} ms after ${FAULTS_TO_REST} faults in a row`)
    },
    works: (what) => void faults.delete(what),
  }
}
