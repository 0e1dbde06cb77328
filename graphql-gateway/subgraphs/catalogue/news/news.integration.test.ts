// What is new of a search: the index gives the days, the store the moments.
import { openTestStore } from '@shuxiang/store-contract'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { expect, it } from 'vitest'
import type { CatalogueSearch } from '../search/port.ts'
import { newsOf } from './news.ts'

it('counts those that changed after the moment of the last look, newest first', async () => {
  const store = await openTestStore()
  const db = store.db('news')
  const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour))
  await db.collection<{ _id: string; updatedAt: Date }>('records').insertMany([
    { _id: 'before', updatedAt: at(8) },
    { _id: 'after', updatedAt: at(10) },
    { _id: 'last', updatedAt: at(11) },
  ])
  const search = {
    query: async () => ({
      hits: ['before', 'after', 'last', 'gone'].map((id) => ({ id })),
      total: 9,
      relaxed: false,
    }),
  } as unknown as CatalogueSearch
  expect(await newsOf(search, [{ query: '月', filters: [], since: at(9) }], testContext(db))).toEqual([
    { count: 2, atLeast: true, ids: ['last', 'after'] },
  ])
  await store.close()
})
