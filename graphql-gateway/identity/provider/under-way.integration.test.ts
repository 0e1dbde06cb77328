// Sign-ins that somebody begins and leaves: there is room for so many of one network and of all, and the oldest go.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { testClient, type TestClient } from '../testing/client.ts'
import { testPeople } from '../testing/people.ts'
import { openBrowser, serveProvider, type Served } from '../testing/served.ts'

const [reader] = testPeople
if (!reader) throw new Error('nobody')
const bounds = { perNetwork: 6, total: 9 }
let store: TestStore
let db: Db
let served: Served
let client: TestClient
let n = 0

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`under_way_${n++}`)
  served = await serveProvider({ db, bounds })
  client = testClient(served)
})
afterEach(() => served.close())

const begin = async (address: string) => {
  const browser = openBrowser()
  const seen = await browser.get(client.authorizationUrl({ state: 'x'.repeat(3_000) }).url, {
    'x-forwarded-for': address,
  })
  return { browser, at: new URL(seen.location ?? '', served.origin).href }
}
const isThere = async ({ browser, at }: Awaited<ReturnType<typeof begin>>) =>
  (await browser.get(at)).status === 200
const kept = () => db.collection('identity_sessions').countDocuments({})

test('of one network are kept up to the bound, and the first that was left goes first', async () => {
  const all = []
  for (let i = 0; i < 20; i++) all.push(await begin('198.51.100.7'))
  expect(await kept()).toBe(bounds.perNetwork)
  const [first, last] = [all[0], all.at(-1)]
  expect(first && (await isThere(first))).toBe(false)
  expect(last && (await isThere(last))).toBe(true)
})

test('of an IPv6 network count together whatever its last half says', async () => {
  for (let i = 0; i < 20; i++) await begin(`2001:db8:1:2::${i.toString(16)}`)
  expect(await kept()).toBe(bounds.perNetwork)
})

test('of a flood leave those of other networks alone', async () => {
  const typing = await begin('203.0.113.5')
  for (let i = 0; i < 30; i++) await begin('198.51.100.7')
  expect(await isThere(typing)).toBe(true)
})

test('of many networks are kept up to the total, give or take what comes between two looks', async () => {
  for (let i = 0; i < 120; i++) await begin(`198.51.100.${i}`)
  expect(await kept()).toBeLessThan(bounds.total + 50)
})

test('that end are gone at once: one network may sign in as often as it likes', async () => {
  const waiting = await begin('203.0.113.1')
  for (let i = 0; i < 8; i++) await client.code(reader)
  expect(await isThere(waiting)).toBe(true)
  const first = await client.code(reader)
  for (let i = 0; i < 20; i++) await begin('203.0.113.1')
  // Who has signed in is dropped by nobody.
  const { url } = client.authorizationUrl({ prompt: 'none' })
  expect((await first.browser.get(url)).location).toContain('code=')
})

test('whoever asks to sign out without being signed in is bounded alike', async () => {
  for (let i = 0; i < 20; i++)
    await openBrowser().get(`${served.issuer}/protocol/openid-connect/logout?state=${i}`)
  expect(await kept()).toBeLessThanOrEqual(bounds.perNetwork)
})
