// A library's list in the graph, over a real store and registry: received, checked, corrected, answered, imported, codes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuditLog } from '@shuxiang/audit'
import { openCardDesk } from '@shuxiang/identity/card-desk'
import { createCards, prepareCards, type CardAccounts } from '@shuxiang/identity/cards'
import { createLockOut, openSealing, preparePeople } from '@shuxiang/identity/people'
import type { Person } from '@shuxiang/permissions'
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, silentLog, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '../module.ts'
import { createOperations } from '../subgraph.ts'
import { listKept, mostOpen, partBytes } from './bounds.ts'
import { cardListJob } from './job.ts'
import type { CardRegistry, RegistryRow } from './ports.ts'
import { linesIn, listsIn, partsIn } from './store/documents.ts'

let store: TestStore
let folder: string
let db: Db
let registry: CardRegistry
/** What the registry is asked to put, for who wants to see or to stop it. */
let putting: (rows: readonly RegistryRow[]) => void
let audit = memoryAudit()
let said: string[]
let n = 0
/** Of this very moment: the store ends what is past. */
const seconds = Math.floor(Date.now() / 1000)
const now = (): number => seconds * 1000

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'card-lists-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  audit = memoryAudit()
  said = []
  putting = () => {}
  db = store.db(`card_lists_${n++}`)
  await prepareStore({ db, now: () => new Date(now()) }, [operations])
  await Promise.all([preparePeople(db), prepareCards(db)])
  await openSealing(folder)
  const desk = openCardDesk({ db: async () => db, folder, now })
  registry = {
    ...desk,
    put: async (rows) => {
      putting(rows)
      return desk.put(rows)
    },
  }
})

const admin = (library: string): Person =>
  person({
    authenticatedAt: seconds - 60,
    subject: `admin-${library}`,
    username: `${library}/admin`,
    memberships: [{ library, role: 'branch-admin', expires: null }],
  })
const fang = admin('n33')
const foreign = admin('n44')

async function answer(query: string, variables: object, principal: Person = fang) {
  const execute = createExecutor(
    createOperations({
      staffAccounts: { find: async () => null },
      isLibrary: async (id) => ['n33', 'n44'].includes(id),
      cards: registry,
      audit: async () => openAuditLog(db, now),
    }),
  )
  const note = (...parts: unknown[]): void => void said.push(JSON.stringify(parts))
  const log = { debug: note, info: note, warn: note, error: note }
  return execute(query, { ...variables }, testContext(db, { principal, audit, now, log }))
}
async function ask<T>(query: string, variables: object, principal: Person = fang): Promise<T> {
  const { data, errors } = await answer(query, variables, principal)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as T
}
async function refusal(query: string, variables: object, principal: Person = fang) {
  const { errors } = await answer(query, variables, principal)
  const [error] = errors ?? []
  const code = String(error?.extensions['code'])
  return `${code} ${code === 'FORBIDDEN' ? String(error?.extensions['reason']) : String(error?.message)}`
}

interface List {
  readonly id: string
  readonly state: string
  readonly reading: number
  readonly [field: string]: unknown
}
const counts = '{ new changed same handedOn asks refused }'
const fields = `id state reading parts received partBytes problem { problem line } headings sample done total answered
  mapping { encoding separator header columns withoutBirth } plan ${counts} result ${counts}`
const beginText = `mutation($key: ID = "aaaaaaaa", $bytes: Int!, $name: String = "读者.csv", $library: ID = "n33") {
  beginCardList(library: $library, key: $key, fileName: $name, bytes: $bytes) { ${fields} } }`
const partText = `mutation($id: ID!, $position: Int!, $content: String!) {
  addCardListPart(id: $id, position: $position, content: $content) { ${fields} } }`
const listText = `query($id: ID!) { cardList(id: $id) { ${fields} } }`
const linesText = `query($id: ID!, $asks: Boolean = false, $after: Int) {
  cardList(id: $id) { lines(asks: $asks, after: $after) { line fault cells known answer } } }`
const importText = `mutation($id: ID!, $reading: Int!) { importCardList(id: $id, reading: $reading) { ${fields} } }`
const giveUpText = `mutation($id: ID!) { giveUpCardList(id: $id) { state sample } }`
const readText = `mutation($id: ID!, $mapping: CardListMappingInput!) { readCardList(id: $id, mapping: $mapping) { ${fields} } }`
const issueText = `mutation($cards: [ID!]!, $library: ID = "n33") {
  issueCardCodes(library: $library, cards: $cards) { code card { id hasCode } } }`
const cardsText = `query($withoutCode: Boolean, $begins: String, $after: ID, $library: ID = "n33") {
  libraryCards(library: $library, withoutCode: $withoutCode, begins: $begins, after: $after) {
    waiting cards { id holder state ageBand hasCode } } }`

async function giveIn(text: string, key = 'aaaaaaaa'): Promise<List> {
  const bytes = Buffer.from(text)
  let list = await ask<List>(beginText, { key, bytes: bytes.length })
  for (let position = 0; position * partBytes < bytes.length; position++) {
    const content = bytes.subarray(position * partBytes, (position + 1) * partBytes).toString('base64')
    list = await ask<List>(partText, { id: list.id, position, content })
  }
  return list
}
const parts = () => {
  const note = (...facts: unknown[]): void => void said.push(JSON.stringify(facts))
  const log = { ...silentLog, info: note, warn: note }
  return { db, now: () => new Date(now()), log, dataDir: folder, publicOrigin: '' }
}
const work = (signal = new AbortController().signal) =>
  cardListJob({ registry: () => registry, audit: () => audit }).run(parts(), signal)
const seen = (id: string) => ask<List>(listText, { id })
const cards = () => db.collection<{ _id: string }>('identity_cards').countDocuments({ library: 'n33' })

const heading = '读者证号,姓名,出生日期,有效期至\n'
const faulty = `${heading}A1001,张伟,1987-03-05,长期
A1002,"李娜",2015-06-01,2030-01-01
,王芳,1990,
A1003,,1990,
A1001,赵敏,1990,
A1004,钱勇,某日,
A1005,孙丽,1990,2020-01-01
读者6,周杰,1990,
`

describe('a list', () => {
  it('is received, read, checked and imported, and says what it did', async () => {
    const given = await giveIn(faulty)
    expect(given).toMatchObject({ state: 'CHECKING', parts: 1, received: 1 })
    await work()
    const checked = await seen(given.id)
    expect(checked).toMatchObject({
      state: 'CHECKED',
      mapping: {
        encoding: 'UTF_8',
        separator: 'COMMA',
        header: true,
        columns: ['CARD', 'HOLDER', 'BIRTH', 'VALID_UNTIL'],
      },
      headings: ['读者证号', '姓名', '出生日期', '有效期至'],
      done: 8,
      total: 8,
      plan: { new: 2, changed: 0, same: 0, handedOn: 0, asks: 0, refused: 6 },
      result: null,
    })
    expect(await cards()).toBe(0)
    const { lines } = await ask<{ lines: object[] }>(linesText, { id: given.id })
    expect(lines).toMatchObject([
      { line: 4, fault: 'NO_CARD', cells: ['', '王芳', '1990', ''] },
      { line: 5, fault: 'NO_HOLDER' },
      { line: 6, fault: 'TWICE' },
      { line: 7, fault: 'BIRTH' },
      { line: 8, fault: 'ENDED' },
      { line: 9, fault: 'CARD' },
    ])
    const { reading, id } = checked
    expect(await ask<List>(importText, { id, reading })).toMatchObject({ state: 'IMPORTING' })
    await work()
    expect(await seen(id)).toMatchObject({ state: 'DONE', sample: [], result: { new: 2, refused: 6 } })
    const { cards: kept, waiting } = await ask<{ cards: object[]; waiting: number }>(cardsText, {})
    expect(waiting).toBe(2)
    expect(kept).toEqual([
      { id: 'n33/a1001', holder: '张伟', state: 'WAITING', ageBand: 'ADULT', hasCode: false },
      { id: 'n33/a1002', holder: '李娜', state: 'WAITING', ageBand: 'UNDER_14', hasCode: false },
    ])
    // The same list again changes nothing, and says so.
    const again = await giveIn(faulty, 'bbbbbbbb')
    await work()
    expect(await seen(again.id)).toMatchObject({ plan: { new: 0, changed: 0, same: 2, refused: 6 } })
    // What named people is gone, but for the lines to be mended.
    expect(await partsIn(db).countDocuments({ list: id })).toBe(0)
  })

  it('leaves numbers and a digest in the audit log and the log, and no person', async () => {
    const given = await giveIn(faulty)
    await work()
    await ask(importText, { id: given.id, reading: 1 })
    await work()
    expect(audit.recorded).toMatchObject([
      {
        ...{ actor: 'admin-n33', action: 'card.import', outcome: 'done', library: 'n33' },
        details: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), new: 2, refused: 6 },
      },
      { actor: 'jobs', action: 'card.imported', library: 'n33', details: { new: 2, refused: 6 } },
    ])
    const words = `${JSON.stringify(audit.recorded)}${said.join('')}`
    expect(said).not.toHaveLength(0)
    for (const personal of ['张伟', 'A1001', 'a1001', '1987']) expect(words).not.toContain(personal)
  })

  it('ends by itself with everything that is kept of it', async () => {
    const { id } = await giveIn(faulty)
    await work()
    const until = new Date(now() + listKept)
    for (const collection of [listsIn(db), partsIn(db), linesIn(db)]) {
      const docs = await collection.find({}).toArray()
      expect(new Set(docs.map(({ expires }) => expires.getTime()))).toEqual(new Set([until.getTime()]))
      const indexes = await collection.indexes()
      expect(indexes.some(({ expireAfterSeconds }) => expireAfterSeconds === 0)).toBe(true)
    }
    await ask(giveUpText, { id })
    expect(await Promise.all([partsIn(db), linesIn(db)].map((each) => each.countDocuments({})))).toEqual([
      0, 0,
    ])
  })

  it('is read otherwise when the guess was wrong', async () => {
    const { id } = await giveIn('甲;乙\n张伟;A1001\n李娜;A1002\n')
    await work()
    const guessed = await seen(id)
    expect(guessed).toMatchObject({ mapping: { separator: 'SEMICOLON' } })
    const mapping = {
      ...{ encoding: 'UTF_8', separator: 'SEMICOLON', header: true },
      ...{ columns: ['HOLDER', 'CARD'], withoutBirth: 'ADULT' },
    }
    await ask(readText, { id, mapping })
    // What was looked at before counts for nothing now.
    expect(await refusal(importText, { id, reading: 1 })).toContain('was not checked')
    await work()
    expect(await refusal(importText, { id, reading: 1 })).toContain('read otherwise')
    expect(await seen(id)).toMatchObject({ reading: 2, plan: { new: 2, refused: 0 } })
    expect(await refusal(readText, { id, mapping: { ...mapping, columns: ['CARD', 'CARD'] } })).toContain(
      'cannot hold the same',
    )
    await ask(readText, { id, mapping: { ...mapping, columns: ['SKIP', 'CARD'] } })
    await work()
    expect(await refusal(importText, { id, reading: 3 })).toContain('which the name')
  })

  it('that cannot be read says why, and can be read otherwise', async () => {
    const { id } = await giveIn('卡号,姓名\n1,"张伟\n2,李娜\n')
    await work()
    expect(await seen(id)).toMatchObject({ state: 'UNREADABLE', problem: { problem: 'QUOTE', line: 2 } })
    expect(await refusal(importText, { id, reading: 1 })).toContain('was not checked')
  })

  it('comes in parts that may be sent again, and in any order', async () => {
    const text = Buffer.from(heading + '1000001,张伟,1987,\n'.repeat(3000))
    const { id, parts: all } = await ask<List>(beginText, { bytes: text.length })
    expect(all).toBeGreaterThan(1)
    const part = (position: number) => ({
      ...{ id, position },
      content: text.subarray(position * partBytes, (position + 1) * partBytes).toString('base64'),
    })
    for (const position of [1, 1, 0]) await ask(partText, part(position))
    for (let position = 2; position < Number(all); position++) await ask(partText, part(position))
    expect(await seen(id)).toMatchObject({ state: 'CHECKING', received: all })
    expect(await ask<List>(partText, part(0))).toMatchObject({ state: 'CHECKING', reading: 1 })
    expect(await ask<List>(beginText, { bytes: text.length })).toMatchObject({ id })
    await work()
    expect(await seen(id)).toMatchObject({ plan: { new: 1, refused: 2999 } })
  })

  it.each([
    ['the file is empty', beginText, { bytes: 0 }, 'file is empty'],
    ['the file is too large', beginText, { bytes: 5 * 1024 * 1024 + 1 }, 'larger than 5 MB'],
    ['the key is none', beginText, { bytes: 1, key: '$' }, 'key'],
    ['there is no such library', beginText, { bytes: 1, library: 'n99' }, 'no library'],
    ['there is no such list', importText, { id: 'x'.repeat(24), reading: 1 }, 'no such list'],
  ])('is refused with a sentence: %s', async (_, query, variables, sentence) =>
    expect(await refusal(query, variables)).toMatch(new RegExp(`BAD_USER_INPUT.*${sentence}`)),
  )

  it('takes no part that is none', async () => {
    const { id } = await ask<List>(beginText, { bytes: 10 })
    for (const wrong of [
      { position: 1, content: 'MTIzNDU2Nzg5MA==' },
      { position: -1, content: 'MTIzNDU2Nzg5MA==' },
      { position: 0, content: 'MTIz' },
      { position: 0, content: '<script>' },
    ])
      expect(await refusal(partText, { id, ...wrong })).toContain('BAD_USER_INPUT')
    expect(await seen(id)).toMatchObject({ state: 'RECEIVING', received: 0 })
  })

  it('is one of few that wait', async () => {
    for (let i = 0; i < mostOpen; i++) await ask(beginText, { bytes: 10, key: `list-000${i}` })
    expect(await refusal(beginText, { bytes: 10, key: 'one-more' })).toContain('Give some up')
  })

  it('is another library’s to see and to touch for nobody', async () => {
    const { id } = await giveIn(faulty)
    await work()
    for (const [query, variables] of [
      [listText, { id }],
      [importText, { id, reading: 1 }],
      [giveUpText, { id }],
      [cardsText, {}],
      [issueText, { cards: ['n33/a1001'] }],
    ] as const)
      expect(await refusal(query, variables, foreign)).toBe('FORBIDDEN library')
    const tired = { ...fang, authenticatedAt: seconds - 1000 }
    expect(await refusal(importText, { id, reading: 1 }, tired)).toContain('STEP_UP_REQUIRED')
    // To look needs no fresh factor.
    expect((await answer(listText, { id }, tired)).errors).toBeUndefined()
  })
})

describe('an import', () => {
  const many = 1_700
  const long = `${heading}${Array.from({ length: many }, (_, i) => `B${1000 + i},张伟,1987,\n`).join('')}`

  it.each([
    ['before a batch is in the registry', 'before'],
    ['after a batch is in the registry', 'after'],
  ])('that fails %s goes on where it was, and counts nothing twice', async (_, when) => {
    const { id } = await giveIn(long)
    await work()
    await ask(importText, { id, reading: 1 })
    let batches = 0
    const { put } = registry
    registry = {
      ...registry,
      async put(rows) {
        const fails = ++batches === 2
        if (fails && when === 'before') throw new Error('ended')
        const outcomes = await put(rows)
        if (fails) throw new Error('ended')
        return outcomes
      },
    }
    await work()
    expect(await seen(id)).toMatchObject({ state: 'IMPORTING', done: 500, result: { new: 500 } })
    await work()
    expect(await seen(id)).toMatchObject({ state: 'DONE', done: many, result: { new: many, same: 0 } })
    expect(await cards()).toBe(many)
  })

  it('that fails does not keep the next one waiting', async () => {
    const first = await giveIn(long)
    await work()
    await ask(importText, { id: first.id, reading: 1 })
    const second = await giveIn(faulty, 'bbbbbbbb')
    putting = () => {
      throw new Error('ended')
    }
    await work()
    expect(await seen(first.id)).toMatchObject({ state: 'IMPORTING' })
    expect(await seen(second.id)).toMatchObject({ state: 'CHECKED' })
  })

  it('stops where it is when the worker ends', async () => {
    const { id } = await giveIn(long)
    await work()
    await ask(importText, { id, reading: 1 })
    const ending = new AbortController()
    putting = () => ending.abort()
    await work(ending.signal)
    expect(await seen(id)).toMatchObject({ state: 'IMPORTING', done: 500 })
  })

  it('that has begun is begun once and is not given up', async () => {
    const { id } = await giveIn(faulty)
    await work()
    await ask(importText, { id, reading: 1 })
    await ask(importText, { id, reading: 1 })
    expect(audit.recorded.filter(({ action }) => action === 'card.import')).toHaveLength(1)
    expect(await refusal(giveUpText, { id })).toContain('has begun')
  })
})

describe('a card that is given to somebody else', () => {
  const before = `${heading}A1,张伟,1987,\nA2,李娜,1990,\nA3,王芳,1991,\n`
  const after = `${heading}A1,赵敏,2015,\nA2,李娜娜,1990,\nA3,钱勇,1991,\n`
  const answerText = `mutation($id: ID!, $lines: [Int!], $is: HolderIs!, $reading: Int = 1) {
    answerCardList(id: $id, reading: $reading, lines: $lines, is: $is) { answered } }`

  beforeEach(async () => {
    // In use: whoever opened the account knows the card.
    const { id } = await giveIn(before, 'bbbbbbbb')
    await work()
    await ask(importText, { id, reading: 1 })
    await work()
    await db.collection('identity_cards').updateMany({}, { $set: { state: 'active', account: 'an-account' } })
  })
  const released: string[] = []
  const withAccounts = (answer: 'released' | 'away') => {
    released.length = 0
    const release = async ({ username }: { readonly username: string }) => {
      released.push(username)
      return answer
    }
    registry = openCardDesk({ db: async () => db, folder, now, accounts: { release } })
  }

  it('is asked about, not taken unanswered, and taken as the library answers', async () => {
    withAccounts('released')
    const { id } = await giveIn(after)
    await work()
    expect(await seen(id)).toMatchObject({ plan: { new: 0, asks: 3 }, answered: 0 })
    const { lines } = await ask<{ lines: object[] }>(linesText, { id, asks: true })
    expect(lines).toMatchObject([
      { line: 2, fault: null, known: '张伟', answer: null, cells: ['A1', '赵敏', '2015', ''] },
      { line: 3, known: '李娜' },
      { line: 4, known: '王芳' },
    ])
    expect(await ask(answerText, { id, lines: [2], is: 'NEW_HOLDER' })).toEqual({ answered: 1 })
    expect(await ask(answerText, { id, lines: [3], is: 'SAME_PERSON' })).toEqual({ answered: 2 })
    expect(await refusal(answerText, { id, lines: [3], is: 'SAME_PERSON', reading: 2 })).toContain(
      'read otherwise',
    )
    await ask(importText, { id, reading: 1 })
    await work()
    expect(await seen(id)).toMatchObject({ result: { handedOn: 1, changed: 1, asks: 1 } })
    expect(released).toEqual(['n33/a1'])
    expect((await registry.those('n33', ['n33/a1', 'n33/a2', 'n33/a3'])).map(({ holder }) => holder)).toEqual(
      [...['赵敏', '李娜娜', '王芳']],
    )
  })

  it('is told to come again where the provider gives no answer', async () => {
    withAccounts('away')
    const { id } = await giveIn(after)
    await work()
    expect(await ask(answerText, { id, is: 'NEW_HOLDER' })).toEqual({ answered: 3 })
    await ask(importText, { id, reading: 1 })
    await work()
    expect(await seen(id)).toMatchObject({ state: 'DONE', result: { handedOn: 0, refused: 3 } })
    const { lines } = await ask<{ lines: object[] }>(linesText, { id })
    expect(lines).toMatchObject([{ line: 2, fault: 'PROVIDER_AWAY' }, { line: 3 }, { line: 4 }])
  })
})

describe('codes', () => {
  beforeEach(async () => {
    const { id } = await giveIn(faulty)
    await work()
    await ask(importText, { id, reading: 1 })
    await work()
  })
  const accounts: CardAccounts = {
    has: async () => true,
    open: async ({ reserved }) => ({ account: reserved }),
    release: async () => 'released',
    addName: null,
  }

  it('are told once, open the card, and take the place of earlier ones', async () => {
    const issue = () => ask<{ code: string; card: object }[]>(issueText, { cards: ['n33/a1001'] })
    const [first] = await issue()
    expect(first).toEqual({
      code: expect.stringMatching(/^\w{5}-\w{5}$/),
      card: { id: 'n33/a1001', hasCode: true },
    })
    const [second] = await issue()
    const sealing = await openSealing(folder)
    const lockOut = createLockOut({ db, sealing, now })
    const registry = createCards({ db, sealing, now, lockOut, accounts, warn: () => {} })
    const activate = (code = '') =>
      registry.activate({ library: 'n33', card: 'A1001', code, address: '203.0.113.9', password: 'x' })
    expect(await activate(first?.code)).toBe('refused')
    expect(await activate(second?.code)).toMatchObject({ username: 'n33/a1001' })
    const kept = JSON.stringify([audit.recorded, said])
    expect(kept).not.toContain(first?.code)
    expect(kept).not.toContain('a1001')
    expect(audit.recorded.at(-1)).toMatchObject({ action: 'card.issue-codes', details: { cards: 1 } })
    const left = await ask<{ cards: object[]; waiting: number }>(cardsText, { withoutCode: true })
    expect(left).toMatchObject({ waiting: 1, cards: [{ id: 'n33/a1002' }] })
  })

  it('are for cards of the library only, however they are named', async () => {
    await registry.put([{ library: 'n44', card: '9', holder: '某人', ageBand: 'adult' }])
    for (const wrong of [['n44/9'], ['n33/none'], [], Array.from({ length: 101 }, (_, i) => `n33/${i}`)])
      expect(await refusal(issueText, { cards: wrong })).toContain('BAD_USER_INPUT')
    expect(await ask<{ cards: object[] }>(cardsText, { begins: '../n44' })).toMatchObject({ cards: [] })
  })

  it('are looked for by what a number begins with', async () => {
    expect(await ask(cardsText, { begins: 'Ａ1002' })).toMatchObject({ cards: [{ id: 'n33/a1002' }] })
    expect(await ask(cardsText, { after: 'n33/a1001' })).toMatchObject({ cards: [{ id: 'n33/a1002' }] })
  })
})

it('lists of a library are told to its admin, the newest first, and to no other', async () => {
  const begun = await ask<List>(beginText, { bytes: 5 })
  const query = '{ cardLists(library: "n33") { id state } }'
  expect(await ask(query, {})).toEqual([{ id: begun.id, state: begun.state }])
  expect(await refusal(query, {}, foreign)).toMatch(/^FORBIDDEN/)
})
