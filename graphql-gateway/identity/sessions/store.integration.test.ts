// Sessions in the store: they end, they are used once, and they survive the process that made them.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testClient } from '../testing/client.ts'
import { testPeople } from '../testing/people.ts'
import { serveProvider } from '../testing/served.ts'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSessionStore } from './store.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

it('things end at their time, also before the store removes them', async () => {
  let now = 1_000_000
  const sessions = await openSessionStore(store.db('ends'), () => now)
  await sessions.put('Interaction', 'a', { uid: 'a' }, 60)
  expect(await sessions.find('Interaction', 'a')).toMatchObject({ uid: 'a', exp: 1_060 })
  now += 60_000
  expect(await sessions.find('Interaction', 'a')).toBeNull()
})

it('one of several is told that it used a thing first', async () => {
  const sessions = await openSessionStore(store.db('once'), Date.now)
  await sessions.put('AuthorizationCode', 'a', { grantId: 'g' }, 60)
  const told = await Promise.all([1, 2, 3, 4].map(() => sessions.consume('AuthorizationCode', 'a')))
  expect(told.filter(Boolean)).toHaveLength(1)
  expect(await sessions.consume('AuthorizationCode', 'nothing')).toBe(false)
})

it('a grant dies with all that it gave, and nothing else does', async () => {
  const sessions = await openSessionStore(store.db('grants'), Date.now)
  await sessions.put('Grant', 'g', { accountId: 'p' }, 60)
  await sessions.put('RefreshToken', 'r', { grantId: 'g' }, 60)
  await sessions.put('RefreshToken', 'other', { grantId: 'h' }, 60)
  await sessions.revokeGrant('g')
  await sessions.revokeGrant('')
  expect(await sessions.find('Grant', 'g')).toBeNull()
  expect(await sessions.find('RefreshToken', 'r')).toBeNull()
  expect(await sessions.find('RefreshToken', 'other')).not.toBeNull()
})

it('a session lives longer by a touch, never shorter, and is found by person', async () => {
  const sessions = await openSessionStore(store.db('touch'), Date.now)
  const now = Math.floor(Date.now() / 1000)
  await sessions.put('Session', 's', { uid: 'u', accountId: 'p' }, 60)
  await sessions.touch('u', now + 600)
  await sessions.touch('u', now + 10)
  expect((await sessions.findByUid('Session', 'u'))?.exp).toBe(now + 600)
  expect((await sessions.sessionsOf('p')).map(({ uid }) => uid)).toEqual(['u'])
  expect(await sessions.sessionsOf('')).toEqual([])
  await sessions.remove('Session', 's')
  expect(await sessions.findByUid('Session', 'u')).toBeNull()
})

it('what is too large is not kept', async () => {
  const sessions = await openSessionStore(store.db('large'), Date.now)
  await expect(sessions.put('Interaction', 'a', { state: { x: 'x'.repeat(100_001) } }, 60)).rejects.toThrow(
    RangeError,
  )
})

it('a provider that ends in the middle loses no session: the next one refreshes and signs in silently', async () => {
  const [reader] = testPeople
  if (!reader) throw new Error('nobody')
  const folder = await mkdtemp(join(tmpdir(), 'identity-'))
  const first = await serveProvider({ db: store.db('killed'), folder })
  const port = Number(new URL(first.origin).port)
  const client = testClient(first)
  const code = await client.code(reader)
  const { body } = await client.redeem(code)
  const waiting = await (await client.code(reader)).browser.get(client.authorizationUrl().url)
  expect(waiting.location).toContain('code=')
  await first.close()
  const second = await serveProvider({ db: store.db('killed'), folder, port })
  expect((await client.refresh(body['refresh_token'])).status).toBe(200)
  expect((await code.browser.get(client.authorizationUrl({ prompt: 'none' }).url)).location).toContain(
    'code=',
  )
  expect(await client.userinfo(body['access_token'])).toBe(200)
  await second.close()
})
