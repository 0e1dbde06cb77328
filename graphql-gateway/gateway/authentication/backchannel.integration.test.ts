// Sign-out by the provider: through the gateway's own address, kept in the store, known to every gateway.
import { once } from 'node:events'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { silentLog } from '@shuxiang/subgraph-kit/testing'
import type { JWTPayload } from 'jose'
import { MongoClient, type Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jsonAnswer } from '../http/answer.ts'
import { createFront } from '../http/front.ts'
import { backchannelPath } from './contract.ts'
import { openAuthentication } from './open.ts'
import { claims, issuer, json, keyServer, published, sign, signer, type Signer } from './provider.fixture.ts'
import { createRefusedSessions, prepareRefusedSessions } from './refused-sessions.ts'

let store: TestStore
let db: Db
let key: Signer
let keys: Awaited<ReturnType<typeof keyServer>>
let turn = 0
beforeAll(async () => {
  store = await openTestStore()
  key = await signer('k1')
  keys = await keyServer(json(await published(key)))
})
afterAll(async () => {
  keys.close()
  await store.close()
})
beforeEach(() => {
  db = store.db(`sessions${turn++}`)
})

const seconds = (): number => Math.floor(Date.now() / 1000)
const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
/** As Keycloak 26.7 sends it. */
const logout = (more: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: 'ndl-portal',
  iat: seconds(),
  exp: seconds() + 120,
  jti: 'j1',
  sub: 'p1',
  sid: 's1',
  events: { ...event, revoke_offline_access: true },
  ...more,
})
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(logout()).filter(([name]) => name !== claim))
const signed = (payload: JWTPayload, typ = 'logout+jwt'): Promise<string> => sign(key, payload, { typ })

async function gateway(at: Db = db) {
  const identity = { issuer, keysUrl: keys.url }
  const authentication = openAuthentication(identity, { db: at, membershipsOf: null, log: silentLog })
  await authentication.refresh()
  const front = createFront({
    graphql: () => null,
    ready: async () => jsonAnswer(200, {}),
    authenticate: authentication.authenticate,
    backchannel: () => authentication.backchannel,
    log: silentLog,
    newId: () => 'request-1',
    now: () => performance.now(),
    freeQueries: 'nobody',
    deadline: 1000,
    bodyLimit: 64 * 1024,
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const address = front.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${backchannelPath}`
  return {
    refresh: () => authentication.refresh(),
    async status(session: string) {
      const token = await sign(key, { ...claims(seconds()), sid: session })
      const answer = await authentication.authenticate(`Bearer ${token}`, 'r1')
      return 'status' in answer ? answer.status : 200
    },
    post: (init: RequestInit) => fetch(url, { method: 'POST', ...init }),
    async says(...tokens: string[]) {
      const body = new URLSearchParams(tokens.map((token) => ['logout_token', token]))
      return (await fetch(url, { method: 'POST', body })).status
    },
    async close() {
      front.close()
      await once(front, 'close')
    },
  }
}

describe('a logout token', () => {
  it.each([['ndl-portal'], ['ndl-console'], ['site-sh-xuhui'], [['site-sh-xuhui']]])(
    'of the client %j ends the session, also told twice',
    async (aud) => {
      const { says, status, close } = await gateway()
      expect(await status('s1')).toBe(200)
      expect(await says(await signed(logout({ aud })))).toBe(200)
      expect(await says(await signed(logout({ aud, jti: 'j2' })))).toBe(200)
      expect([await status('s1'), await status('s2')]).toEqual([401, 200])
      await close()
    },
  )

  it.each<[string, () => JWTPayload, string?]>([
    ['that is an access token', () => ({ ...claims(seconds()), events: event }), 'at+jwt'],
    ['that is an ID token', () => ({ ...claims(seconds()), nonce: 'n', aud: 'ndl-portal' }), 'JWT'],
    ['with a nonce', () => logout({ nonce: 'n' })],
    ['for no client of ours', () => logout({ aud: 'account' })],
    ['for nobody', () => without('aud')],
    ['of another issuer', () => logout({ iss: `${issuer}2` })],
    ['that has ended', () => logout({ exp: seconds() - 10 })],
    ['from the future', () => logout({ iat: seconds() + 10 })],
    ['without an end', () => without('exp')],
    ['without a session', () => without('sid')],
    ['of a session without a name', () => logout({ sid: '' })],
    ['without an event', () => without('events')],
    ['of another event', () => logout({ events: { other: {} } })],
    ['whose event is a text', () => logout({ events: { [Object.keys(event)[0] ?? '']: 'yes' } })],
    ['with events of no own', () => logout({ events: [] })],
  ])('%s ends nothing', async (_, payload, typ) => {
    const { says, status, close } = await gateway()
    expect(await says(await signed(payload(), typ))).toBe(400)
    expect(await status('s1')).toBe(200)
    await close()
  })

  it('signed by somebody else, junk, nothing, two at once: nothing ends', async () => {
    const { says, post, status, close } = await gateway()
    const forged = await sign({ ...(await signer('k1')), kid: 'k1' }, logout(), { typ: 'logout+jwt' })
    expect(await says(forged)).toBe(400)
    expect(await says('junk')).toBe(400)
    expect(await says()).toBe(400)
    expect(await says(await signed(logout()), 'junk')).toBe(400)
    expect((await post({ method: 'GET' })).status).toBe(405)
    expect((await post({ body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415)
    const large = new URLSearchParams({ logout_token: 'x'.repeat(70_000) })
    expect((await post({ body: large })).status).toBe(413)
    expect(await status('s1')).toBe(200)
    await close()
  })
})

describe('a session that was signed out', () => {
  it('is known to another gateway and after a start, until its tokens have ended', async () => {
    const [one, two] = [await gateway(), await gateway()]
    await one.says(await signed(logout()))
    expect(await two.status('s1')).toBe(200)
    await two.refresh()
    expect(await two.status('s1')).toBe(401)
    const later = await gateway()
    expect(await later.status('s1')).toBe(401)
    for (const each of [one, two, later]) await each.close()

    const [kept] = await db.collection('refused_sessions').find({}).toArray()
    const until = kept?.['until']
    expect(until instanceof Date && until.getTime() > Date.now() + 3_590_000).toBe(true)
    const afterwards = createRefusedSessions(db, () => Date.now() + 3_610_000)
    await afterwards.refresh()
    expect(afterwards.has('s1')).toBe(false)
    await prepareRefusedSessions(db)
    const indexes = await db.collection('refused_sessions').indexes()
    expect(indexes.find(({ name }) => name === 'ended')).toMatchObject({ expireAfterSeconds: 0 })
  })

  it('is read once, not again and again', async () => {
    let time = Date.now()
    const [one, two] = [createRefusedSessions(db, () => time), createRefusedSessions(db, () => time)]
    const until = (): Date => new Date(time + 3_605_000)
    await one.refuse('early', until())
    await two.refresh()
    await db.collection<{ _id: string }>('refused_sessions').deleteOne({ _id: 'early' })
    time += 600_000
    await one.refuse('late', until())
    await two.refresh()
    expect([two.has('early'), two.has('late')]).toEqual([true, true])
    time += 3_100_000
    await two.refresh()
    expect([two.has('early'), two.has('late')]).toEqual([false, true])
  })

  it('that the store does not take is refused here, and the provider is told to say it again', async () => {
    const nowhere = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 }).db('none')
    const { says, status, close } = await gateway(nowhere)
    expect(await status('s2')).toBe(503)
    expect(await says(await signed(logout()))).toBe(503)
    await close()
  })
})
