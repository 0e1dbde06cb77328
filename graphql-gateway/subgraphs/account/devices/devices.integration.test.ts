// Where a reader is signed in, over a real store and a provider in its place: one's own only, known again, and ended.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ports } from '../fixtures.ts'
import { account } from '../module.ts'
import type { ProviderSession } from '../ports.ts'
import { createAccount } from '../subgraph.ts'
import { agentOf } from './agent.ts'
import { devicesIn } from './documents.ts'
import { createDeviceNotes } from './note.ts'

const phone =
  'Mozilla/5.0 (Linux; Android 14; V2304A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49'
const started = new Date('2026-11-20T00:00:00Z')
let store: TestStore
let db: Db
let n = 0
let clock = 0
let provided: Map<string, ProviderSession[]>
let ended: string[]
let away: boolean
const audit = memoryAudit()
const execute = createExecutor(
  createAccount({
    ...ports,
    sessions: {
      of: async (subject) => (away ? Promise.reject(new Error('away')) : (provided.get(subject) ?? [])),
      end: async (id) => void (away ? await Promise.reject(new Error('away')) : ended.push(id)),
    },
    cardsOf: async () => [
      { username: 'n33/1001', blocked: false },
      { username: 'n44/7', blocked: true },
    ],
    accountPages: {
      account: 'https://id.example/account',
      card: 'https://id.example/account/card',
      activate: 'https://id.example/login-actions/activate',
    },
  }),
)

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  audit.recorded.length = 0
  ended = []
  away = false
  db = store.db(`devices_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [account])
  const session = (id: string): ProviderSession => ({ id, startedAt: started, lastAt: started })
  provided = new Map([
    ['li', ['li-laptop', 'li-mobile'].map(session)],
    ['du', [session('du-laptop')]],
  ])
  const note = createDeviceNotes(db, () => clock, fail)
  note({ sessionId: 'li-mobile', subject: 'li' }, phone)
  note({ sessionId: 'du-laptop', subject: 'du' }, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0')
  await expect.poll(() => devicesIn(db).countDocuments({})).toBe(2)
})
function fail(error: unknown): never {
  throw error
}

const portal = { client: 'portal', azp: 'ndl-portal', level: 1 } as const
const li = person({
  ...portal,
  subject: 'li',
  sessionId: 'li-laptop',
  username: 'n33/1001',
  homeLibrary: 'n33',
})
const du = person({ ...portal, subject: 'du', sessionId: 'du-laptop' })
const answer = (query: string, variables: Record<string, unknown> = {}, principal = li) =>
  execute(query, variables, testContext(db, { principal, audit, now: () => clock }))
const code = async (query: string, variables: Record<string, unknown> = {}, principal = li) =>
  (await answer(query, variables, principal)).errors?.[0]?.extensions?.['code']
const list = '{ me { sessions { id current browser system startedAt lastSeenAt } } }'
const out = 'mutation($id: ID!) { signOutSession(id: $id) }'

describe('where a reader is signed in', () => {
  it('stands in a list of their own, this one first, each by the names of its browser and system', async () => {
    expect((await answer(list)).data).toEqual({
      me: {
        sessions: [
          {
            id: 'li-laptop',
            current: true,
            browser: null,
            system: null,
            startedAt: started.toISOString(),
            lastSeenAt: started.toISOString(),
          },
          {
            id: 'li-mobile',
            current: false,
            browser: 'WeChat',
            system: 'Android',
            startedAt: started.toISOString(),
            lastSeenAt: new Date(clock).toISOString(),
          },
        ],
      },
    })
  })

  it('is not told while the provider does not answer, and all else is', async () => {
    away = true
    const { data, errors } = await answer('{ me { sessions { id } shelf { count } } }')
    expect(data).toEqual({ me: { sessions: null, shelf: { count: 0 } } })
    expect(errors?.[0]?.message).toContain('does not answer now')
    expect(await code(out, { id: 'li-mobile' })).toBe('SERVICE_UNAVAILABLE')
    expect(await devicesIn(db).countDocuments({})).toBe(2)
  })
})

describe('signing out', () => {
  it('ends one session, and the same again says that there is none', async () => {
    expect((await answer(out, { id: 'li-mobile' })).data).toEqual({ signOutSession: true })
    expect(ended).toEqual(['li-mobile'])
    provided.set('li', [])
    expect(await code(out, { id: 'li-mobile' })).toBe('BAD_USER_INPUT')
  })

  it('ends all others and not this one', async () => {
    expect((await answer('mutation { signOutOthers }')).data).toEqual({ signOutOthers: 1 })
    expect(ended).toEqual(['li-mobile'])
    expect((await devicesIn(db).find({}).toArray()).map(({ _id }) => _id)).toEqual(['du-laptop'])
  })

  it('of somebody else is refused and audited, and nothing ends', async () => {
    expect(await code(out, { id: 'du-laptop' })).toBe('FORBIDDEN')
    expect(audit.recorded).toMatchObject([{ actor: 'li', outcome: 'refused', object: 'session:du-laptop' }])
    // One of whose device nothing is known.
    expect(await code(out, { id: 'li-laptop' }, du)).toBe('BAD_USER_INPUT')
    expect(ended).toEqual([])
  })

  it.each(['', 'x', '../admin', `${'a'.repeat(200)}`])('of %j is refused with a sentence', async (id) => {
    expect(await code(out, { id })).toBe('BAD_USER_INPUT')
  })
})

it('the profile is what the token says, with the cards of the account', async () => {
  const query =
    '{ me { profile { username homeLibrary { id } ageBand cards { number library { id } signsIn blocked } pages { card } } } }'
  expect((await answer(query)).data).toMatchObject({
    me: {
      profile: {
        username: 'n33/1001',
        homeLibrary: { id: 'n33' },
        cards: [
          { number: '1001', library: { id: 'n33' }, signsIn: true, blocked: false },
          { number: '7', library: { id: 'n44' }, signsIn: false, blocked: true },
        ],
        pages: { card: 'https://id.example/account/card' },
      },
    },
  })
})

describe('a device', () => {
  it('is noted again only after some minutes', async () => {
    const note = createDeviceNotes(db, () => clock, fail)
    const seen = async () => (await devicesIn(db).findOne({ _id: 'li-tablet' }))?.lastSeen.getTime()
    const first = clock
    note({ sessionId: 'li-tablet', subject: 'li' }, undefined)
    await expect.poll(seen).toBe(first)
    clock += 60_000
    note({ sessionId: 'li-tablet', subject: 'li' }, undefined)
    clock += 300_000
    note({ sessionId: 'li-tablet', subject: 'li' }, undefined)
    await expect.poll(seen).toBe(first + 360_000)
  })

  it('that is one of somebody else stays theirs', async () => {
    const note = createDeviceNotes(db, () => clock, fail)
    clock += 1000
    note({ sessionId: 'du-laptop', subject: 'li' }, phone)
    await expect
      .poll(async () => (await devicesIn(db).findOne({ _id: 'du-laptop' }))?.lastSeen.getTime())
      .toBe(clock)
    expect((await devicesIn(db).findOne({ _id: 'du-laptop' }))?.owner).toBe('du')
  })

  it.each([
    [phone, 'WeChat', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 Chrome/114.0 Mobile HuaweiBrowser/5.0',
      'Huawei',
      'HarmonyOS',
    ],
    ['curl/8.0 <script>', null, null],
    ['', null, null],
  ])('%s', (text, browser, system) => {
    expect(agentOf(text)).toEqual({ browser, system })
  })
})
