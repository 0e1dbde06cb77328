/** Searches that a reader keeps, to be told what is new. The same on a device and in an account. */
import { searchAddress } from '@shuxiang/sdk/addresses'
import type { Outcome, Removal } from '../keeping/kept.ts'

/** What a search asks. */
export interface Asked {
  readonly query: string
  /** Values wanted of each facet, by its name. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sort: string
}

/** What was added or changed since the reader looked. */
export interface News {
  readonly count: number
  /** There may be more than were counted. */
  readonly atLeast: boolean
  /** The last that came. */
  readonly latest: readonly { readonly id: string; readonly title: string }[]
}

export interface SavedSearch extends Asked {
  readonly id: string
  readonly name: string
  /** ISO 8601, as `seenAt`. */
  readonly createdAt: string
  readonly seenAt: string
  /** Null while the search does not answer. */
  readonly news: News | null
}

/** Where a reader's searches are kept. Every change may be tried again. */
export interface Searches {
  readonly where: 'device' | 'account'
  readonly most: number
  /** Newest first; null when nothing can be kept. */
  all(signal: AbortSignal): Promise<readonly SavedSearch[] | null>
  /** Whether this very search is kept. */
  has(asked: Asked, signal: AbortSignal): Promise<boolean>
  save(asked: Asked, name: string): Promise<Outcome>
  rename(id: string, name: string): Promise<Outcome>
  /** What is found now is not new any more. */
  markSeen(id: string): Promise<Outcome>
  remove(id: string): Promise<Removal>
  /** Calls back after each change, whoever made it; the function that it gives ends that. */
  follow(changed: () => void): () => void
}

/** Where its results are. */
export const addressOf = ({ query, filters, sort }: Asked): string => searchAddress({ query, filters, sort })

/** The same for two searches that ask the same. */
export function keyOf({ query, filters, sort }: Asked): string {
  const sorted = Object.entries(filters).map(([name, values]) => [name, values.toSorted()])
  return searchAddress({ query: query.trim(), filters: Object.fromEntries(sorted), sort })
}
