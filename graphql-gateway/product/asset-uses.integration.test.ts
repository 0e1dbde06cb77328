// Which pages name a picture: drafts, what is served, and those of the portal.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usesOf } from './asset-uses.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const asset = 'a-picture-of-a-library00'
const page = (title: string, named: boolean): string =>
  JSON.stringify({
    meta: { title: { 'zh-CN': title } },
    blocks: named ? { b: { to: `asset:${asset}` } } : {},
  })

test('drafts, pages that are served, and the portal of the national library name it', async () => {
  const db = store.db('uses')
  const into = (name: string) => db.collection<{ _id: string }>(name)
  await into('site_pages').insertMany([
    { _id: 'n33:/', ...{ site: 'n33', path: '/', document: page('首页', true) } },
    { _id: 'n33:/b', ...{ site: 'n33', path: '/b', document: page('其他', false) } },
    { _id: 'n44:/', ...{ site: 'n44', path: '/', document: page('首页', true) } },
  ])
  await into('pages').insertOne({ _id: '/', ...{ document: page('门户', true) } })
  await into('sites').insertOne({ _id: 'n33', ...{ live: { publication: 2 } } })
  await into('site_publications').insertOne({
    _id: 'n33:2',
    ...{ pages: [{ path: '/old', document: 'a-hash' }] },
  })
  await into('site_documents').insertOne({ _id: 'a-hash', ...{ document: page('旧页', true) } })
  const asked = { asset, most: 10, national: 'ndl' }
  const paths = async (more: object) =>
    (await usesOf(db, { ...asked, library: 'n33', ...more })).map(({ path }) => path)
  expect(await usesOf(db, { ...asked, library: 'n33' })).toEqual([
    { path: '/old', title: { 'zh-CN': '旧页' } },
    { path: '/', title: { 'zh-CN': '首页' } },
  ])
  expect(await paths({ most: 1 })).toEqual(['/old'])
  expect(await paths({ library: 'ndl' })).toEqual(['/'])
  expect(await paths({ asset: 'another' })).toEqual([])

  const logo = 'the-logo-of-a-library-00'
  await into('sites').updateOne({ _id: 'n33' }, { $set: { logo } })
  expect(await paths({ asset: logo })).toEqual(['/'])
  await into('sites').updateOne({ _id: 'n33' }, { $set: { logo: '' } })
  expect(await paths({ asset: logo })).toEqual([])
  await into('site_publications').updateOne({ _id: 'n33:2' }, { $set: { facts: { logo } } })
  expect(await paths({ asset: logo })).toEqual(['/'])
})
