/** Which result pages stand for something by themselves, and which are one of endlessly many ways to ask. */
import type { SearchAddress } from './search-address.ts'

/** Facets of which one value makes a page that stands for something. */
const LANDINGS: readonly string[] = ['kind', 'author', 'period', 'collection', 'library']

/**
 * True for everything, one kind, one author, one period, one collection or one library, from the first page and in the
 * usual order: pages that machines may keep and the sitemap names. Any other search is for readers only.
 */
export function isLanding({ query, filters, sort, page, within, view }: SearchAddress): boolean {
  if (query !== '' || within !== undefined || view !== undefined || sort !== 'relevance' || page !== 1)
    return false
  const chosen = Object.entries(filters)
  return (
    chosen.length === 0 ||
    chosen.every(([name, values]) => chosen.length === 1 && values.length === 1 && LANDINGS.includes(name))
  )
}

/** `rel` of a link to a search: machines follow only those that lead to a page of its own standing. */
export function relOf(address: SearchAddress): 'nofollow' | undefined {
  return isLanding(address) ? undefined : 'nofollow'
}
