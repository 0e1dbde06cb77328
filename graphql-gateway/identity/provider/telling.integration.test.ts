// A client that is away when somebody signs out hears of it later, whatever happens to the process that should tell it.
import { createServer, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { testClient } from '../testing/client.ts'
import { testPeople } from '../testing/people.ts'
import { serveProvider, type Served } from '../testing/served.ts'
import { openTelling } from './telling.ts'

const [reader] = testPeople
if (!reader) throw new Error('nobody')
let store: TestStore
let db: Db
let folder: string
let gateway: Server
let gatewayUrl: string
/** What the gateway answers, and the sessions it was told of. */
let answers: number
let told: string[]
let clock: number
let served: Served
let n = 0

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'identity-'))
  gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const token = new URLSearchParams(body).get('logout_token') ?? ''
      const claims: { sid: string } = JSON.parse(
        Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
      )
      told.push(claims.sid)
      response.writeHead(answers).end()
    })
  })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const address = gateway.address()
  gatewayUrl = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(async () => {
  await new Promise((resolve) => gateway.close(resolve))
  await rm(folder, { recursive: true })
  await store.close()
})
const serve = (): Promise<Served> => serveProvider({ db, folder, gateway: gatewayUrl, now: () => clock })
beforeEach(async () => {
  clock = Date.now()
  told = []
  answers = 503
  db = store.db(`telling_${n++}`)
  served = await serve()
})
afterEach(() => served.close())

/** Signs somebody in and out again; gives the session. */
const signedOut = async (): Promise<string> => {
  const client = testClient(served)
  const { body } = await client.redeem(await client.code(reader))
  const sid = String(body['session_state'])
  expect(await served.provider.endSession(sid)).toBe(true)
  return sid
}
const left = () => db.collection('identity_sign_outs').countDocuments({})

test('that refuses is told again, later each time, until it has heard', async () => {
  const sid = await signedOut()
  expect(told).toEqual([sid])
  await served.provider.tellAgain()
  expect(told).toHaveLength(1)
  clock += 5_001
  await served.provider.tellAgain()
  expect(told).toHaveLength(2)
  clock += 5_001
  await served.provider.tellAgain()
  expect(told).toHaveLength(2)
  clock += 5_001
  answers = 200
  await served.provider.tellAgain()
  expect(told).toEqual([sid, sid, sid])
  expect(await left()).toBe(0)
  clock += 600_000
  await served.provider.tellAgain()
  expect(told).toHaveLength(3)
})

test('is told by the next process where the first one ended', async () => {
  const sid = await signedOut()
  await served.close()
  served = await serve()
  answers = 200
  clock += 5_001
  await served.provider.tellAgain()
  expect(told).toEqual([sid, sid])
  expect(await left()).toBe(0)
})

test('is told by the next process what the first one only noted', async () => {
  const client = testClient(served)
  const { body } = await client.redeem(await client.code(reader))
  const sid = String(body['session_state'])
  // As a kill -9 leaves the store: noted, and nothing said.
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const noting = await openTelling(
    db,
    () => Promise.reject(new Error('ended')),
    silent,
    () => clock,
  )
  await noting.note(sid, reader.id, ['ndl-portal'])
  answers = 200
  await served.provider.tellAgain()
  expect(told).toEqual([sid])
})

test('is given up after an hour', async () => {
  await signedOut()
  for (let i = 0; i < 100; i++) {
    clock += 60_000
    await served.provider.tellAgain()
  }
  expect(told.length).toBeGreaterThan(8)
  expect(told.length).toBeLessThan(20)
})

test('is told once by two processes that look at the same time', async () => {
  const other = await serve()
  await signedOut()
  clock += 5_001
  await Promise.all([served.provider.tellAgain(), other.provider.tellAgain()])
  expect(told).toHaveLength(2)
  await other.close()
})
