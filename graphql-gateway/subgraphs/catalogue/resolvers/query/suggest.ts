// Query.suggest
import { LONGEST_PREFIX, MOST_SUGGESTIONS } from '@shuxiang/search/contract'
import { badInput } from '@shuxiang/subgraph-kit'
import { recordAddress, searchAddress } from '@shuxiang/vocabulary'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import type { CatalogueSearch } from '../../search/port.ts'
import { forReaders } from '../search-failure.ts'
import { scopesOf } from '../search-request.ts'

export interface SuggestionNode {
  readonly text: string
  readonly kind: string
  readonly count: number
  readonly url: string
}

export function suggest(search: CatalogueSearch): QueryResolvers['suggest'] {
  return async (_, { prefix, first }, { signal, tenant }) => {
    const typed = prefix.slice(0, LONGEST_PREFIX).trim()
    const limit = first ?? 8
    if (limit < 0 || limit > MOST_SUGGESTIONS)
      throw badInput(`first: give a number from 0 to ${MOST_SUGGESTIONS}.`)
    if (typed === '' || limit === 0) return []
    const found = await forReaders(() => search.suggest(typed, { limit, scopes: scopesOf(tenant) }, signal))
    return found.map(({ text, kind, count, recordId }) => ({
      text,
      kind,
      count,
      url: recordId
        ? recordAddress(recordId)
        : searchAddress({ query: kind === 'creator' ? `author:"${text.replaceAll('"', '')}"` : text }),
    }))
  }
}
