/** Searching in one thing only: a work, a person's works, a collection, what a library has. */
import type { SearchAddress } from '../address/search-address.ts'

/** Facets of which one value is a place to search in: a new question stays there until the reader leaves it. */
const PLACES = ['author', 'collection', 'library'] as const

/** The place in which an address searches, as the only thing that the address asks for; null: everywhere. */
export function placeOf(address: SearchAddress): SearchAddress | null {
  const nowhere = { query: '', filters: {}, sort: 'relevance', page: 1 } as const
  if (address.within !== undefined) return { ...nowhere, within: address.within }
  const chosen = PLACES.filter((name) => address.filters[name]?.length === 1)
  if (chosen.length === 0) return null
  const filters = Object.fromEntries(chosen.map((name) => [name, address.filters[name] ?? []]))
  return { ...nowhere, filters }
}

/** The same question everywhere. */
export function outOf({ query, filters }: SearchAddress): Pick<SearchAddress, 'query' | 'filters'> {
  const others = Object.entries(filters).filter(([name]) => !PLACES.some((place) => place === name))
  return { query, filters: Object.fromEntries(others) }
}

/** What the graph is asked: in a work, its id and the words, in the language of the box. */
export function askedQuery({ query, within }: Pick<SearchAddress, 'query' | 'within'>): string {
  if (within === undefined) return query
  // Side by side is AND, which binds closer than OR.
  const words = /(?:^|[\s()（）])OR(?=[\s()（）]|$)/.test(query) ? `(${query})` : query
  return `id:${within} ${words}`.trim()
}
