// What is new of a search: the index gives those of the days since a look, the store says which came after its moment.
import { dayOfTime } from '@shuxiang/record'
import { LARGEST_PAGE, type FacetFilter } from '@shuxiang/search/contract'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../model/record.ts'
import { forReaders } from '../resolvers/search-failure.ts'
import { scopesOf } from '../resolvers/search-request.ts'
import type { CatalogueSearch } from '../search/port.ts'
import { changedDate } from '../store/search-doc.ts'

/** A search that somebody keeps, within the bounds of a search. */
export interface Followed {
  readonly query: string
  readonly filters: readonly FacetFilter[]
  readonly since: Date
}

/** What the gateway brings of a saved search. */
export interface SavedSearchReference {
  readonly id: string
  readonly asked: unknown
}

export interface News {
  readonly count: number
  readonly atLeast: boolean
  /** The last that came. */
  readonly ids: readonly string[]
}

/** Titles told of a search. */
const told = 3

/**
 * News of each, in order. One search after another, so that a reader with many keeps nobody waiting, and one trip to the
 * store for all. Errors: as of a search.
 */
export async function newsOf(
  search: CatalogueSearch,
  followed: readonly Followed[],
  { db, tenant, signal }: SubgraphContext,
): Promise<readonly News[]> {
  const found: { readonly ids: readonly string[]; readonly total: number }[] = []
  for (const { query, filters, since } of followed) {
    const { hits, total, relaxed } = await forReaders(() =>
      search.query(
        {
          text: query,
          scopes: scopesOf(tenant),
          filters,
          ranges: [{ name: changedDate, from: dayOfTime(since.getTime()), to: null }],
          sort: { by: changedDate, order: 'descending' },
          from: 0,
          size: LARGEST_PAGE,
          facets: [],
        },
        signal,
      ),
    )
    // Records with some of the words are a help while one searches, and no news.
    found.push(relaxed ? { ids: [], total: 0 } : { ids: hits.map(({ id }) => id), total })
  }
  const changes = await changesOf(found.flatMap(({ ids }) => ids))
  return found.map(({ ids, total }, i) => {
    const since = followed[i]?.since.getTime() ?? 0
    const fresh = ids
      .filter((id) => (changes.get(id) ?? 0) > since)
      .sort((a, b) => (changes.get(b) ?? 0) - (changes.get(a) ?? 0))
    return { count: fresh.length, atLeast: total > ids.length, ids: fresh.slice(0, told) }
  })

  async function changesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map()
    const docs = await db
      .collection<RecordDoc>('records')
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { updatedAt: 1 }, signal })
      .toArray()
    return new Map(docs.map(({ _id, updatedAt }) => [_id, updatedAt.getTime()]))
  }
}
