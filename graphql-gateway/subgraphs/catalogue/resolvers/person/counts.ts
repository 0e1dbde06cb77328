// How many works of persons a reader finds, counted by the search engine: many persons in one question.
import { MOST_FILTER_VALUES } from '@shuxiang/search/contract'
import { perRequest, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { CatalogueQuery, CatalogueSearch } from '../../search/port.ts'
import { countedFacet } from '../counted-facet.ts'

/** Authors looked at where those with most works are wanted. */
const mostAuthors = 100

export interface Counted {
  readonly _id: string
  readonly count: number
}

export interface WorkCounts {
  /** Errors: UNAVAILABLE while search does not answer. */
  of(context: SubgraphContext, id: string): Promise<number>
  /** Those who have most works with a value of a facet. */
  withMost(
    context: SubgraphContext,
    of: { readonly facet: string; readonly value: string },
  ): Promise<readonly Counted[]>
  /** Those who have most works of all. */
  withMostOfAll(context: SubgraphContext): Promise<readonly Counted[]>
}

export function workCounts(search: CatalogueSearch): WorkCounts {
  const ask = async (
    context: SubgraphContext,
    filters: CatalogueQuery['filters'],
    size: number,
  ): Promise<readonly (Counted & { readonly selected: boolean })[]> => {
    const { facet } = await countedFacet(search, context, { name: 'author', size, filters })
    return (facet?.values ?? []).map(({ value, count, selected }) => ({ _id: value, count, selected }))
  }
  const one = perRequest(async (context, ids) => {
    const counted: Counted[] = []
    for (let at = 0; at < ids.length; at += MOST_FILTER_VALUES) {
      const part = ids.slice(at, at + MOST_FILTER_VALUES)
      const found = await ask(context, [{ name: 'author', anyOf: part }], part.length)
      counted.push(...found.filter(({ selected }) => selected))
    }
    return counted
  })
  // A value may hold any sign but a line's end.
  const most = perRequest((context, ids) =>
    Promise.all(
      ids.map(async (id) => {
        const [facet = '', value = ''] = id.split('\n')
        return { _id: id, authors: await ask(context, [{ name: facet, anyOf: [value] }], mostAuthors) }
      }),
    ),
  )
  return {
    of: async (context, id) => (await one(context, id))?.count ?? 0,
    withMost: async (context, { facet, value }) => (await most(context, `${facet}\n${value}`))?.authors ?? [],
    withMostOfAll: (context) => ask(context, [], mostAuthors),
  }
}
