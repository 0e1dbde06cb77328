/** What the graph is asked for an address. */
import { PAGE_SIZE, type SearchAddress, type Sort } from '../address/search-address.ts'
import { askedQuery } from './within.ts'
import type { SearchVariables } from '../operations.generated.ts'

const ORDERS = {
  relevance: 'RELEVANCE',
  popular: 'POPULAR',
  oldest: 'OLDEST',
  newest: 'NEWEST',
  title: 'TITLE',
} as const satisfies Record<Sort, string>

/** Values counted for each facet; the first few are shown, the rest wait behind "more". */
const FACET_SIZE = 20

export function searchVariables(address: SearchAddress, language: string): SearchVariables {
  const filter = Object.entries(address.filters).map(([name, anyOf]) => ({ name, anyOf, ifKnown: true }))
  return {
    query: askedQuery(address),
    first: PAGE_SIZE,
    offset: (address.page - 1) * PAGE_SIZE,
    filter,
    sort: ORDERS[address.sort],
    facetSize: FACET_SIZE,
    language,
    // Who has narrowed the results or turned the page is not looking for a person any more.
    withPersons:
      address.query !== '' && filter.length === 0 && address.page === 1 && address.within === undefined,
    // In one work nothing else is meant than what stands there.
    instead: address.literal !== true && address.within === undefined,
    // One work is all there is to show: as many of its chapters as the graph tells.
    ...(address.within === undefined ? {} : { chapters: 10 }),
  }
}
