/** How much there is for the readers of a site, by kind and by period: for whoever proposes shelves. */
import { ask } from '../answers/ask.ts'
import { found, type Found } from '../found-records.ts'
import { SitePool } from '../operations.generated.ts'

/** One value of a facet, with how many records have it. */
export interface PoolValue {
  readonly value: string
  readonly label: string
  /** The label in English. */
  readonly english: string
  readonly count: number
}

export interface Pool {
  readonly total: number
  readonly kinds: readonly PoolValue[]
  readonly periods: readonly PoolValue[]
}

/** What the readers of a site find, counted. */
export function poolFound(): Found<Pool> {
  return found(ask(SitePool, {}), ({ search }) => {
    const valuesOf = (facet: string): readonly PoolValue[] =>
      search.facets.find(({ name }) => name === facet)?.values ?? []
    return { total: search.totalCount, kinds: valuesOf('kind'), periods: valuesOf('period') }
  })
}
