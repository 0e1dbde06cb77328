// How long answers may be kept while content is being taken in.
import type { ResponseCache } from './response-cache.ts'

/** What is looked at: the import or the filling of the index at work, the number of records that can be searched, and the last change of one. */
export interface ContentState {
  readonly importing: boolean
  readonly records: number
  /** In milliseconds since 1970; null: there is no record. */
  readonly newest: number | null
}

/** Seconds an answer may be kept while content changes. */
const whileChanging = 2

/**
 * Watches the content: when it changes, kept answers are dropped and new ones are kept briefly, so that a first start
 * does not show an empty library for minutes. `look` is asked by `check`, which never throws.
 */
export function createFreshness(cache: ResponseCache, look: () => Promise<ContentState>) {
  let last: ContentState | null = null
  let changing = true
  return {
    /** Upper bound for `maxAge`, in seconds. */
    longest: (): number => (changing ? whileChanging : Number.POSITIVE_INFINITY),
    async check(): Promise<void> {
      const state = await look().catch(() => null)
      if (!state) return
      const changed =
        last !== null &&
        (last.records !== state.records || last.importing !== state.importing || last.newest !== state.newest)
      changing = state.importing || changed || last === null
      if (changed) cache.clear()
      last = state
    },
  }
}
