// Arguments of `Query.search` -> a request within bounds.
import { badInput } from '@shuxiang/subgraph-kit'
import { idPattern } from '../model/record.ts'
import type { CatalogueQuery, FacetFilter } from '../search/port.ts'

export interface SearchArguments {
  readonly query: string
  readonly first?: number | null
  readonly after?: string | null
  readonly offset?: number | null
  readonly filter?: readonly FacetFilter[] | null
  readonly sort?: string | null
}

/** A page of results before it is known which facets and chapters are wanted. */
export type PageRequest = Omit<CatalogueQuery, 'facets' | 'parts'>

/** Facets the index keeps, in the order in which they are shown. */
export const facetNames = ['kind', 'period', 'author', 'collection', 'library', 'language'] as const
/** Results that a number may skip; a cursor goes on to the end. */
const deepest = 10_000
const mostFilters = 12
const mostValues = 50
const longestValue = 200
const longestQuery = 10_000
const sorts: Readonly<Record<string, CatalogueQuery['sort']>> = {
  RELEVANCE: 'relevance',
  TITLE: 'title',
  OLDEST: 'oldest',
  NEWEST: 'newest',
  POPULAR: 'popular',
}

/** `tenant`: the library whose branch site asks; its records only. Errors: BAD_USER_INPUT, naming the argument. */
export function pageRequest(args: SearchArguments, tenant: string | null): PageRequest {
  const first = args.first ?? 20
  if (first < 1 || first > 100) throw badInput('first: give a number from 1 to 100.')
  if (args.query.length > longestQuery)
    throw badInput(`query: give at most ${longestQuery} characters; a few words find more.`)
  const filters = (args.filter ?? []).map(checkedFilter)
  if (filters.length > mostFilters) throw badInput(`filter: give at most ${mostFilters} filters.`)
  return {
    text: args.query,
    filters: tenant === null ? filters : [...filters, { name: 'library', anyOf: [tenant] }],
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
  if (from < 0 || from > deepest)
    throw badInput(`offset: give a number from 0 to ${deepest}; a cursor (after) goes on to the end.`)
  return { from }
}

function checkedFilter({ name, anyOf }: FacetFilter): FacetFilter {
  if (!facetNames.some((each) => each === name))
    throw badInput(`filter: "${name.slice(0, 40)}" is no facet; use ${facetNames.join(', ')}.`)
  if (anyOf.length < 1 || anyOf.length > mostValues || anyOf.some((value) => value.length > longestValue))
    throw badInput(
      `filter ${name}: give 1 to ${mostValues} values of at most ${longestValue} characters each.`,
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
