// Tokens of the embedded provider, and its word for a sign-out, as the gateway takes them.
import { once } from 'node:events'
import { testClient } from '@shuxiang/identity/testing/client'
import { serveProvider, type Served } from '@shuxiang/identity/testing/served'
import { testPeople } from '@shuxiang/identity/testing/people'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { silentLog } from '@shuxiang/subgraph-kit/testing'
import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jsonAnswer } from '../http/answer.ts'
import { createFront } from '../http/front.ts'
import { openAuthentication, type Authentication } from './open.ts'

let store: TestStore
let served: Served
let front: Server
let authentication: Authentication | null = null
beforeAll(async () => {
  store = await openTestStore()
  front = createFront({
    graphql: () => null,
    ready: async () => jsonAnswer(200, {}),
    authenticate: () => Promise.reject(new Error('not asked')),
    backchannel: () => authentication?.backchannel ?? null,
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
  const gateway = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  served = await serveProvider({ db: store.db('identity'), gateway })
  const keysUrl = `${served.issuer}/protocol/openid-connect/certs`
  authentication = openAuthentication(
    { issuer: served.issuer, keysUrl },
    { db: store.db('gateway'), membershipsOf: null, log: silentLog },
  )
  await authentication.refresh()
})
afterAll(async () => {
  front.close()
  await served.close()
  await store.close()
})

const who = (token: unknown) => authentication?.authenticate(`Bearer ${String(token)}`, 'r1')

it('a reader signs in and is known; once signed out they are refused, though the token still lives', async () => {
  const [reader] = testPeople
  if (!reader) throw new Error('nobody to sign in')
  const client = testClient(served)
  const signedIn = await client.code(reader)
  const { body } = await client.redeem(signedIn)
  expect(await who(body['access_token'])).toMatchObject({
    kind: 'person',
    client: 'portal',
    azp: 'ndl-portal',
    level: 1,
    roles: ['reader', 'reader-verified'],
    username: 'sh-xuhui/10001',
    homeLibrary: 'sh-xuhui',
    ageBand: 'adult',
  })
  for (const other of ['id_token', 'refresh_token'])
    expect(await who(body[other])).toMatchObject({ status: 401 })

  const leaving = new URLSearchParams({
    id_token_hint: String(body['id_token']),
    post_logout_redirect_uri: 'http://localhost:8080/auth/signed-out',
  })
  await signedIn.browser.get(`${served.issuer}/protocol/openid-connect/logout?${leaving.toString()}`)
  await expect.poll(() => who(body['access_token']), { timeout: 5000 }).toMatchObject({ status: 401 })
})

it('a national admin through the portal is a reader', async () => {
  const admin = testPeople.find(({ username }) => username === 'national-admin')
  if (!admin) throw new Error('nobody to sign in')
  const client = testClient(served)
  const { body } = await client.redeem(await client.code(admin))
  expect(await who(body['access_token'])).toMatchObject({ roles: ['reader', 'reader-verified'] })
})
