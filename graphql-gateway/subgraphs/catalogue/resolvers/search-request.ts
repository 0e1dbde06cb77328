// Arguments of `Query.search` -> a request within bounds.
import {
  DEEPEST_OFFSET,
  LARGEST_PAGE,
  LONGEST_FILTER_VALUE,
  LONGEST_QUERY,
  MOST_FILTERS,
  MOST_FILTER_VALUES,
  OPEN_SCOPE,
  type FacetFilter,
  type SortWord,
} from '@shuxiang/search/contract'
import { badInput } from '@shuxiang/subgraph-kit'
import { idPattern } from '../model/record.ts'
import type { CatalogueQuery } from '../search/port.ts'

export interface SearchArguments {
  readonly query: string
  readonly first?: number | null
  readonly after?: string | null
  readonly offset?: number | null
  readonly filter?: readonly FacetFilter[] | null
  readonly sort?: string | null
}

/** A page of results before it is known which facets and chapters are wanted. */
export type PageRequest = Omit<CatalogueQuery, 'facets' | 'chapters'>

/** Facets the index keeps, in the order in which they are shown. */
export const facetNames = ['kind', 'period', 'author', 'collection', 'library', 'language'] as const
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

/** `tenant`: the library whose branch site asks. Errors: BAD_USER_INPUT, naming the argument. */
export function pageRequest(args: SearchArguments, tenant: string | null): PageRequest {
  const first = args.first ?? 20
  if (first < 1 || first > LARGEST_PAGE) throw badInput(`first: give a number from 1 to ${LARGEST_PAGE}.`)
  if (args.query.length > LONGEST_QUERY)
    throw badInput(`query: give at most ${LONGEST_QUERY} characters; a few words find more.`)
  const filters = (args.filter ?? []).map(checkedFilter)
  if (filters.length > MOST_FILTERS) throw badInput(`filter: give at most ${MOST_FILTERS} filters.`)
  return {
    text: args.query,
    scopes: scopesOf(tenant),
    filters,
    ranges: [],
    sort: sorts[args.sort ?? 'RELEVANCE'] ?? 'relevance',
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

function checkedFilter({ name, anyOf }: FacetFilter): FacetFilter {
  if (!facetNames.some((each) => each === name))
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
