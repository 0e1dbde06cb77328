/** Which result a reader went to, kept by the tab: from there they walk to the next one. */

/** A record as it stood among the results. */
export interface Place {
  /** Address of the results. */
  readonly search: string
  readonly id: string
  /** Counted from 0. */
  readonly at: number
}

const KEPT_AS = 'shuxiang-result'
/** As far as results are numbered. */
const LAST = 10_000

export function keepPlace(place: Place): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(place))
  } catch {
    // Storage may be forbidden; then nobody walks.
  }
}

/** Null when the reader came to the record from elsewhere. */
export function placeOfRecord(id: string): Place | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const { search, id: its, at } = kept as Partial<Record<keyof Place, unknown>>
    // Kept by this page; another one of the portal may have written there all the same.
    const isPlace =
      typeof search === 'string' && /^\/search(\?|$)/.test(search) && typeof at === 'number' && its === id
    return isPlace && Number.isInteger(at) && at >= 0 && at < LAST ? { search, id, at } : null
  } catch {
    return null
  }
}
