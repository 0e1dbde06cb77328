// Arguments of `Query.search` -> a request within bounds.
import { idPattern } from '@shuxiang/record'
import {
  DEEPEST_OFFSET,
  LARGEST_PAGE,
  LONGEST_FILTER_VALUE,
  LONGEST_QUERY,
  MOST_FILTERS,
  MOST_FILTER_VALUES,
  MOST_RANGES,
  OPEN_SCOPE,
  type DateRange,
  type FacetFilter,
  type SortOrder,
  type SortWord,
} from '@shuxiang/search/contract'
import { badInput } from '@shuxiang/subgraph-kit'
import type { CatalogueQuery } from '../search/port.ts'

export interface SearchArguments {
  readonly query: string
  readonly first?: number | null
  readonly after?: string | null
  readonly offset?: number | null
  readonly filter?: readonly AskedFilter[] | null
  readonly dates?: readonly DateFilter[] | null
  readonly sort?: string | null
  readonly sortBy?: NamedSort | null
}

interface AskedFilter extends FacetFilter {
  readonly ifKnown?: boolean | null
}

interface DateFilter {
  readonly name: string
  readonly from?: string | null
  readonly to?: string | null
}

interface NamedSort {
  readonly by: string
  readonly descending?: boolean | null
}

/** A page of results before it is known which facets and chapters are wanted. */
export type PageRequest = Omit<CatalogueQuery, 'facets' | 'chapters'>

/** Names of dates and sort keys that kinds may bring. */
const keyName = /^[a-z][A-Za-z0-9]{0,39}$/
const sorts: Readonly<Record<string, SortWord>> = {
  RELEVANCE: 'relevance',
  TITLE: 'title',
  OLDEST: 'oldest',
  NEWEST: 'newest',
  POPULAR: 'popular',
}

/** What a reader may find: on a branch site what is open to its library or to all, on the portal everything. */
export function scopesOf(tenant: string | null): CatalogueQuery['scopes'] {
  return tenant === null ? null : [tenant, OPEN_SCOPE]
}

/**
 * `tenant`: the library whose branch site asks; `facetNames`: the facets there are. Errors: BAD_USER_INPUT, naming the
 * argument.
 */
export async function pageRequest(
  args: SearchArguments,
  { tenant, facetNames }: { readonly tenant: string | null; readonly facetNames: readonly string[] },
): Promise<PageRequest> {
  const first = args.first ?? 20
  if (first < 1 || first > LARGEST_PAGE) throw badInput(`first: give a number from 1 to ${LARGEST_PAGE}.`)
  if (args.query.length > LONGEST_QUERY)
    throw badInput(`query: give at most ${LONGEST_QUERY} characters; a few words find more.`)
  const filters = (args.filter ?? [])
    .filter(({ name, ifKnown }) => ifKnown !== true || facetNames.includes(name))
    .map((filter) => checkedFilter(filter, facetNames))
  if (filters.length > MOST_FILTERS) throw badInput(`filter: give at most ${MOST_FILTERS} filters.`)
  return {
    text: args.query,
    scopes: scopesOf(tenant),
    filters,
    ranges: await rangesOf(args.dates ?? []),
    sort: orderOf(args),
    ...startOf(args),
    size: first,
  }
}

function startOf({ after, offset }: SearchArguments): Pick<PageRequest, 'from' | 'after'> {
  if (after !== undefined && after !== null) {
    if (offset) throw badInput('after, offset: give one of them, not both.')
    return { from: 0, after: placeOf(after) }
  }
  const from = offset ?? 0
  if (from < 0 || from > DEEPEST_OFFSET)
    throw badInput(`offset: give a number from 0 to ${DEEPEST_OFFSET}; a cursor (after) goes on to the end.`)
  return { from }
}

function orderOf({ sort, sortBy }: SearchArguments): SortOrder {
  if (!sortBy) return sorts[sort ?? 'RELEVANCE'] ?? 'relevance'
  if (!keyName.test(sortBy.by))
    throw badInput('sortBy: give the name of a date or a sort key, such as issued or duration.')
  return { by: sortBy.by, order: sortBy.descending === true ? 'descending' : 'ascending' }
}

async function rangesOf(dates: readonly DateFilter[]): Promise<DateRange[]> {
  if (dates.length === 0) return []
  if (dates.length > MOST_RANGES) throw badInput(`dates: give at most ${MOST_RANGES} ranges.`)
  // The parser is loaded by the first who asks for dates, not at every start.
  const { spanOfEdtf } = await import('@shuxiang/record/edtf')
  return dates.map(({ name, from, to }) => {
    if (!keyName.test(name)) throw badInput('dates: name a date, such as issued.')
    const day = (text: string | null | undefined, end: 'from' | 'to'): number | null => {
      if (text === undefined || text === null || text === '') return null
      const found = spanOfEdtf(text)?.[end]
      if (found === undefined || found === null)
        throw badInput(`dates ${name}: give ${end} as a year, a month or a day, such as 1949-10-01.`)
      return found
    }
    const range = { name, from: day(from, 'from'), to: day(to, 'to') }
    if (range.from !== null && range.to !== null && range.from > range.to)
      throw badInput(`dates ${name}: from is later than to; exchange them.`)
    return range
  })
}

function checkedFilter({ name, anyOf }: FacetFilter, facetNames: readonly string[]): FacetFilter {
  if (!facetNames.includes(name))
    throw badInput(`filter: "${name.slice(0, 40)}" is no facet; use ${facetNames.join(', ')}.`)
  if (
    anyOf.length < 1 ||
    anyOf.length > MOST_FILTER_VALUES ||
    anyOf.some((value) => value.length > LONGEST_FILTER_VALUE)
  )
    throw badInput(
      `filter ${name}: give 1 to ${MOST_FILTER_VALUES} values of at most ${LONGEST_FILTER_VALUE} characters each.`,
    )
  return { name, anyOf: [...new Set(anyOf)] }
}

/** Cursor of the record that stands at a place counted from 0 in the whole list. */
export function cursorOf(id: string, place: number): string {
  return Buffer.from(`${place}:${id}`).toString('base64url')
}

function placeOf(cursor: string): { readonly id: string; readonly place: number } {
  const [, place, id = ''] =
    /^(\d{1,8}):(.+)$/.exec(Buffer.from(cursor.slice(0, 100), 'base64url').toString()) ?? []
  if (place === undefined || !idPattern.test(id))
    throw badInput('after: give a cursor from an edge of an earlier page.')
  return { id, place: Number(place) }
}
