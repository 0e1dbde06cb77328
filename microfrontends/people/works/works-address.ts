/** Which works a page lists, as its address says: one value of each facet, the order, the page. */
import { DEEPEST_OFFSET, LONGEST_FILTER_VALUE, type WorksView } from '@shuxiang/sdk/addresses'

export const SORTS = ['popular', 'title'] as const
export type Sort = (typeof SORTS)[number]
export const PAGE_SIZE = 20
const LAST_PAGE = DEEPEST_OFFSET / PAGE_SIZE

export interface WorksAddress extends WorksView {
  readonly filters: Readonly<Record<string, string>>
  readonly sort: Sort
  readonly page: number
}

/** As vue-router gives a query. */
export type RawQuery = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

/** Any query string gives a valid address; `facets` are those by which the works may be narrowed. */
export function readWorksAddress(raw: RawQuery, facets: readonly string[]): WorksAddress {
  const filters = facets.flatMap((name): [string, string][] => {
    const value = tidy(single(raw, name))
    return value === '' ? [] : [[name, value]]
  })
  const page = single(raw, 'page')
  return {
    filters: Object.fromEntries(filters),
    sort: SORTS.find((sort) => sort === single(raw, 'sort')) ?? 'popular',
    page: /^[1-9][0-9]{0,3}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
  }
}

/** What the graph is asked for it, beside what the page itself is about. */
export function worksVariables(
  { filters, sort, page }: WorksAddress,
  own: { readonly name: string; readonly value: string },
  facets: readonly string[],
) {
  const chosen = Object.entries(filters).map(([name, value]) => ({ name, anyOf: [value], ifKnown: true }))
  return {
    filter: [{ name: own.name, anyOf: [own.value], ifKnown: false }, ...chosen],
    sort: sort === 'title' ? ('TITLE' as const) : ('POPULAR' as const),
    first: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
    facets: [...facets],
  }
}

/** As many as can be reached by number. */
export function pagesOf(total: number): number {
  return Math.min(Math.ceil(total / PAGE_SIZE), LAST_PAGE)
}

export function single(raw: RawQuery, name: string): string {
  const value = Object.hasOwn(raw, name) ? raw[name] : null
  const first = typeof value === 'string' || value === null || value === undefined ? value : value[0]
  return first ?? ''
}

function tidy(text: string): string {
  const plain = text
    .slice(0, LONGEST_FILTER_VALUE * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return plain
    .slice(0, LONGEST_FILTER_VALUE)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trim()
}
