// A search that a client sends, checked and brought into the one form in which equal searches are equal.
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import {
  LONGEST_BOX,
  LONGEST_FILTER_VALUE,
  MOST_FILTERS,
  MOST_FILTER_VALUES,
} from '@shuxiang/vocabulary/search-limits'
import { readName, readTime } from '../input.ts'
import type { FilterToSave, SearchToSave } from '../schema/types.generated.ts'
import type { SavedFilter } from './documents.ts'
import type { ToSave } from './store.ts'

/** Errors: BAD_USER_INPUT with a sentence. */
export function readSearch(search: SearchToSave, now: Date): ToSave {
  const query = oneLine(search.query)
  if (query === null || query.length > LONGEST_BOX)
    throw badInput(`query: give at most ${LONGEST_BOX} characters, as they are typed in the box.`)
  if (search.filters.length > MOST_FILTERS) throw badInput(`filters: give at most ${MOST_FILTERS}.`)
  const filters = search.filters.map(readFilter).sort((a, b) => (a.name < b.name ? -1 : 1))
  if (new Set(filters.map(({ name }) => name)).size < filters.length)
    throw badInput('filters: name each facet once.')
  if (!/^[a-z][A-Za-z0-9-]{0,39}$/.test(search.sort))
    throw badInput('sort: give an order, such as relevance.')
  return {
    name: readName(search.name),
    query,
    filters,
    sort: search.sort,
    createdAt: readTime('createdAt', search.createdAt ?? null, now),
    seenAt: readTime('seenAt', search.seenAt ?? null, now),
  }
}

function readFilter({ name, anyOf }: FilterToSave): SavedFilter {
  if (!/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/.test(name)) throw badInput('filters: give the name of a facet.')
  const values = [...new Set(anyOf)].sort()
  const fits = (value: string): boolean =>
    value !== '' && value.length <= LONGEST_FILTER_VALUE && value.isWellFormed()
  if (values.length < 1 || values.length > MOST_FILTER_VALUES || !values.every(fits))
    throw badInput(
      `filters ${name}: give 1 to ${MOST_FILTER_VALUES} values of at most ${LONGEST_FILTER_VALUE} characters each.`,
    )
  return { name, anyOf: values }
}
