// Branch sites and cards of an account, read without the graph.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardsOf } from './attached-cards.ts'
import { liveSites } from './sites.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

test('sites that are served are told by code, name and hosts of their own, in the order of their codes', async () => {
  const db = store.db('sites')
  await db.collection<{ _id: string; state: string; names: Record<string, string> }>('sites').insertMany([
    { _id: 'n33', state: 'live', names: { 'zh-CN': '浙江图书馆' } },
    { _id: 'n32', state: 'closed', names: { 'zh-CN': '江苏图书馆' } },
    { _id: 'n11', state: 'live', names: { en: 'Capital Library' } },
  ])
  await db.collection<{ _id: string; [field: string]: unknown }>('site_domains').insertMany([
    { ...{ _id: 'zjlib.cn', host: 'zjlib.cn' }, site: 'n33', state: 'active', primarySince: null },
    {
      ...{ _id: 'www.zjlib.cn', host: 'www.zjlib.cn' },
      site: 'n33',
      state: 'active',
      primarySince: new Date(1),
    },
    { ...{ _id: 'old.zjlib.cn', host: 'old.zjlib.cn' }, site: 'n33', state: 'retired', primarySince: null },
    { ...{ _id: 'n11:clcn.net.cn', host: 'clcn.net.cn' }, site: 'n11', state: 'claimed' },
  ])
  expect(await liveSites(db)).toEqual([
    { code: 'n11', name: 'Capital Library', hosts: [] },
    { code: 'n33', name: '浙江图书馆', hosts: ['www.zjlib.cn', 'zjlib.cn'] },
  ])
})

test('cards of an account are its own, in the order of their names', async () => {
  const db = store.db('cards')
  await db.collection<{ _id: string; account: string; state: string }>('identity_cards').insertMany([
    { _id: 'n33/2', account: 'a', state: 'blocked' },
    { _id: 'n33/1', account: 'a', state: 'active' },
    { _id: 'n33/3', account: 'b', state: 'active' },
  ])
  expect(await cardsOf(db, 'a')).toEqual([
    { username: 'n33/1', blocked: false },
    { username: 'n33/2', blocked: true },
  ])
})
