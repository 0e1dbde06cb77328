/** The address of a result page is its whole state: query, filters, order and page. It is read here, and written by `searchAddress`. */
import {
  DEEPEST_OFFSET,
  inOrder,
  LONGEST_BOX,
  LONGEST_FILTER_VALUE,
  MOST_FILTER_VALUES,
  MOST_FILTERS,
} from '@shuxiang/sdk/addresses'

export const SORTS = ['relevance', 'popular', 'oldest', 'newest', 'title'] as const

export type Sort = (typeof SORTS)[number]
/** By the name of the facet; which there are, only the graph knows. */
export type Filters = Readonly<Record<string, readonly string[]>>

export interface SearchAddress {
  readonly query: string
  /** Values wanted of each facet: any of the values, of every facet named. */
  readonly filters: Filters
  readonly sort: Sort
  /** From 1. */
  readonly page: number
  /** True when the query is meant as it stands; absent where the address does not say so. */
  readonly literal?: true
  /** Id of the work in which alone is searched. */
  readonly within?: string
  /** Present where the address says how results are shown; otherwise the device remembers. */
  readonly view?: 'covers'
}

export const PAGE_SIZE = 20
/** No page number leads further; the graph goes on from there by cursor only. */
export const LAST_PAGE = DEEPEST_OFFSET / PAGE_SIZE

/** As vue-router gives a query: one value, several, or a name without a value. */
export type RawQuery = Readonly<Record<string, RawValue | undefined>>
type RawValue = string | null | readonly (string | null)[]

/** As facets are named; parameters of the page itself and names that every object has are none. */
const isFacetName = (name: string): boolean =>
  /^[a-z][A-Za-z0-9]{0,31}$/.test(name) && !OWN.has(name) && !(name in Object.prototype)
const OWN = new Set(['q', 'sort', 'page', 'lang', 'literal', 'within', 'view'])

/** Any query string gives a valid address: what cannot be understood is left out. */
export function readAddress(raw: RawQuery): SearchAddress {
  const read = inOrder(Object.keys(raw).filter(isFacetName))
    .map((name) => [name, readValues(valuesOf(raw, name))] as const)
    .filter(([, values]) => values.length > 0)
  const filters = Object.fromEntries(read.slice(0, MOST_FILTERS))
  const within = valuesOf(raw, 'within')[0] ?? ''
  return {
    query: tidy(valuesOf(raw, 'q')[0] ?? '', LONGEST_BOX),
    filters,
    sort: SORTS.find((sort) => sort === valuesOf(raw, 'sort')[0]) ?? 'relevance',
    page: readPage(valuesOf(raw, 'page')[0] ?? ''),
    ...(valuesOf(raw, 'literal')[0] === '1' ? { literal: true } : {}),
    ...(/^[a-z][a-z0-9]{1,31}$/.test(within) ? { within } : {}),
    ...(valuesOf(raw, 'view')[0] === 'covers' ? { view: 'covers' as const } : {}),
  }
}

/** The address without parameters that turned out to be no facets: those of trackers and of other pages. */
export function withOnly(address: SearchAddress, facets: readonly string[]): SearchAddress {
  const filters = Object.entries(address.filters).filter(([name]) => facets.includes(name))
  return { ...address, filters: Object.fromEntries(filters) }
}

/** True when the query of the address is only the beginning of what was asked. */
export const queryWasCut = (raw: RawQuery): boolean =>
  (valuesOf(raw, 'q')[0] ?? '').trim().length > LONGEST_BOX

/** The same search with the values of one facet replaced; back on the first page. */
export function withFilter(address: SearchAddress, name: string, values: readonly string[]): SearchAddress {
  const { [name]: _before, ...others } = address.filters
  const filters = values.length > 0 ? { ...others, [name]: values } : others
  return { ...address, filters, page: 1 }
}

/** The same search with one value of a facet added, or taken away when it was there. */
export function toggled(address: SearchAddress, name: string, value: string): SearchAddress {
  const before = address.filters[name] ?? []
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return withFilter(address, name, after)
}

/** The same search with only its query and kind: what "clear all filters" leads to. */
export function withoutFilters(address: SearchAddress): SearchAddress {
  const { kind } = address.filters
  return { ...address, filters: kind ? { kind } : {}, page: 1 }
}

/** Every value in force as a pair, for chips; kinds have tabs instead. */
export function filtersInForce({ filters }: SearchAddress): readonly { name: string; value: string }[] {
  return Object.entries(filters)
    .filter(([name]) => name !== 'kind')
    .flatMap(([name, values]) => values.map((value) => ({ name, value })))
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
