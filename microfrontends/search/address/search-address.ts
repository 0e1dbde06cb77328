/** The address of a result page is its whole state: query, filters, order and page. It is read here, and written by `searchAddress`. */
import {
  DEEPEST_OFFSET,
  LONGEST_BOX,
  LONGEST_FILTER_VALUE,
  MOST_FILTER_VALUES,
} from '@shuxiang/sdk/addresses'

/** Facets that are offered as check boxes, in their order on the page. `kind` has tabs instead. */
export const CHECKED_FACETS = ['period', 'author', 'collection', 'library', 'language'] as const
export const FACETS = ['kind', ...CHECKED_FACETS] as const
export const SORTS = ['relevance', 'popular', 'oldest', 'newest', 'title'] as const

export type FacetName = (typeof FACETS)[number]
export type Sort = (typeof SORTS)[number]
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>

export interface SearchAddress {
  readonly query: string
  /** Values wanted of each facet: any of the values, of every facet named. */
  readonly filters: Filters
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

export const PAGE_SIZE = 20
/** No page number leads further; the graph goes on from there by cursor only. */
export const LAST_PAGE = DEEPEST_OFFSET / PAGE_SIZE

/** As vue-router gives a query: one value, several, or a name without a value. */
export type RawQuery = Readonly<Record<string, RawValue | undefined>>
type RawValue = string | null | readonly (string | null)[]

/** Any query string gives a valid address: what is not understood is left out. */
export function readAddress(raw: RawQuery): SearchAddress {
  const filters: Partial<Record<FacetName, readonly string[]>> = {}
  for (const name of FACETS) {
    const values = readValues(valuesOf(raw, name))
    if (values.length > 0) filters[name] = values
  }
  return {
    query: tidy(valuesOf(raw, 'q')[0] ?? '', LONGEST_BOX),
    filters,
    sort: SORTS.find((sort) => sort === valuesOf(raw, 'sort')[0]) ?? 'relevance',
    page: readPage(valuesOf(raw, 'page')[0] ?? ''),
  }
}

/** True when the query of the address is only the beginning of what was asked. */
export const queryWasCut = (raw: RawQuery): boolean =>
  (valuesOf(raw, 'q')[0] ?? '').trim().length > LONGEST_BOX

/** The same search with the values of one facet replaced; back on the first page. */
export function withFilter(
  address: SearchAddress,
  name: FacetName,
  values: readonly string[],
): SearchAddress {
  const { [name]: _before, ...others } = address.filters
  const filters = values.length > 0 ? { ...others, [name]: values } : others
  return { ...address, filters, page: 1 }
}

/** The same search with one value of a facet added, or taken away when it was there. */
export function toggled(address: SearchAddress, name: FacetName, value: string): SearchAddress {
  const before = address.filters[name] ?? []
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return withFilter(address, name, after)
}

/** The same search with only its query and kind: what "clear all filters" leads to. */
export function withoutFilters(address: SearchAddress): SearchAddress {
  const { kind } = address.filters
  return { ...address, filters: kind ? { kind } : {}, page: 1 }
}

/** Every value in force as a pair, in page order, for chips. */
export function filtersInForce(address: SearchAddress): readonly { name: FacetName; value: string }[] {
  return CHECKED_FACETS.flatMap((name) => (address.filters[name] ?? []).map((value) => ({ name, value })))
}

function valuesOf(raw: RawQuery, name: string): readonly string[] {
  if (!Object.hasOwn(raw, name)) return []
  const value = raw[name]
  const list = typeof value === 'string' || value === null || value === undefined ? [value] : value
  return list.filter((one) => typeof one === 'string')
}

function readValues(values: readonly string[]): readonly string[] {
  const tidied = values.map((value) => tidy(value, LONGEST_FILTER_VALUE)).filter((value) => value !== '')
  return [...new Set(tidied)].slice(0, MOST_FILTER_VALUES)
}

/** Half a surrogate pair cannot be written into an address, and control characters are never meant. */
function tidy(text: string, longest: number): string {
  const plain = text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return plain
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')
    .trim()
}

function readPage(text: string): number {
  if (!/^[0-9]{1,6}$/.test(text)) return 1
  return Math.min(Math.max(Number(text), 1), LAST_PAGE)
}
