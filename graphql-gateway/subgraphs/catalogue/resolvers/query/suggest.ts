// Query.suggest
import { badInput, type Resolver } from '@shuxiang/subgraph-kit'
import type { CatalogueSearch } from '../../search/port.ts'
import { forReaders } from '../search-failure.ts'
import { recordUrl, searchUrl } from '../urls.ts'

/** Longer prefixes are cut: no title has so long a beginning that more of it tells it apart. */
const longestPrefix = 100
const most = 20

export interface SuggestionNode {
  readonly text: string
  readonly kind: string
  readonly count: number
  readonly url: string
}

export function suggest(
  search: CatalogueSearch,
): Resolver<unknown, { prefix: string; first?: number | null }, SuggestionNode[]> {
  return async (_, { prefix, first }, { signal }) => {
    const typed = prefix.slice(0, longestPrefix).trim()
    const limit = first ?? 8
    if (limit < 0 || limit > most) throw badInput(`first: give a number from 0 to ${most}.`)
    if (typed === '' || limit === 0) return []
    const found = await forReaders(() => search.suggest(typed, limit, signal))
    return found.map(({ text, kind, count, recordId }) => ({
      text,
      kind,
      count,
      url: recordId
        ? recordUrl(recordId)
        : searchUrl(kind === 'creator' ? `author:"${text.replaceAll('"', '')}"` : text),
    }))
  }
}
