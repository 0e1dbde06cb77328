// Asking for the deletion of an account, and taking it back: who may, when, and what stands still meanwhile.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ports } from '../fixtures.ts'
import { account } from '../module.ts'
import { historiesIn, listsIn, mergesIn } from '../store/documents.ts'
import { createAccount } from '../subgraph.ts'
import { daysToWait } from './bounds.ts'
import { carryOut } from './carry-out.ts'
import { deletionsIn } from './documents.ts'
import { personal } from './personal.ts'

let store: TestStore
let db: Db
let n = 0
let time = Date.parse('2026-11-27T08:00:00Z')
const now = (): number => time
const day = 86_400_000
const audit = memoryAudit()
const execute = createExecutor(createAccount(ports))
const fresh = { client: 'portal', azp: 'ndl-portal', level: 1 } as const

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`deletion_${n++}`)
  time = Date.parse('2026-11-27T08:00:00Z')
  audit.recorded.length = 0
  await prepareStore({ db, now: () => new Date(now()) }, [account])
})

const li = (facts: object = {}) =>
  person({ ...fresh, subject: 'li', authenticatedAt: Math.floor(time / 1000) - 60, ...facts })
const run = (text: string, principal = li()) => execute(text, {}, testContext(db, { principal, now, audit }))
const code = async (text: string, principal = li()): Promise<unknown> =>
  (await run(text, principal)).errors?.[0]?.extensions['code'] ?? null

const put = 'mutation { putOnShelf(record: { recordId: "b1", title: "书", kind: "book" }) { id } }'
const ask = 'mutation { askDeletion { askedAt dueAt } }'
const cancel = 'mutation { cancelDeletion }'
const look = '{ me { shelf { count } deletion { dueAt } } }'

describe('who asks', () => {
  it('is told the day, and again the same day', async () => {
    const dueAt = new Date(time + daysToWait * day).toISOString()
    expect(await run(ask)).toMatchObject({ data: { askDeletion: { dueAt } } })
    time += day
    expect(await run(ask)).toMatchObject({ data: { askDeletion: { dueAt } } })
    expect((await run(look)).data).toMatchObject({ me: { deletion: { dueAt } } })
    expect(audit.recorded).toMatchObject([
      { actor: 'li', action: 'own.leave', outcome: 'done', object: 'account:li' },
      { actor: 'li', action: 'own.leave' },
    ])
  })

  it('has signed in a moment ago', async () => {
    const before = Math.floor(time / 1000) - 901
    expect(await code(ask, li({ authenticatedAt: before }))).toBe('SIGN_IN_AGAIN')
    expect(await code(ask, li({ authenticatedAt: 0 }))).toBe('SIGN_IN_AGAIN')
    expect(await deletionsIn(db).countDocuments({})).toBe(0)
    // It is no refusal of anything wrong.
    expect(audit.recorded).toEqual([])
  })

  it('is somebody, and no child', async () => {
    expect((await execute(ask, {}, testContext(db, { now }))).errors?.[0]?.extensions['code']).toBe(
      'UNAUTHENTICATED',
    )
    expect(await code(ask, li({ ageBand: 'under-14' }))).toBe('FORBIDDEN')
    expect(await code(cancel, li({ ageBand: 'under-14' }))).toBe('FORBIDDEN')
    expect(audit.recorded).toMatchObject([
      { outcome: 'refused', reason: 'age' },
      { outcome: 'refused', reason: 'age' },
    ])
  })

  it('is no staff', async () => {
    expect(await code(ask, li({ subject: 'staff-1' }))).toBe('BAD_USER_INPUT')
    expect(await deletionsIn(db).countDocuments({})).toBe(0)
  })

  it('asks for themselves only', async () => {
    await run(ask)
    expect((await run(look, li({ subject: 'du' }))).data).toMatchObject({ me: { deletion: null } })
    expect((await run(cancel, li({ subject: 'du' }))).data).toEqual({ cancelDeletion: false })
    expect(await deletionsIn(db).countDocuments({})).toBe(1)
  })

  it('twice at one moment asks once', async () => {
    const answers = await Promise.all([run(ask), run(ask), run(ask)])
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
    expect(await deletionsIn(db).countDocuments({})).toBe(1)
  })
})

describe('while it waits', () => {
  it('nothing is changed, all can be seen', async () => {
    await run(put)
    await run(ask)
    const changes = [
      put,
      'mutation { takeOffShelf(recordId: "b1") { id } }',
      'mutation { createList(key: "key-00001", name: "诗") { id } }',
      'mutation { keepHistory(on: true) { on } }',
      'mutation { mergeGuest(input: { id: "guest-0001", shelf: [], lists: [] }) { left { list } } }',
    ]
    for (const change of changes) expect([change, await code(change)]).toEqual([change, 'BAD_USER_INPUT'])
    expect((await run(look)).data).toMatchObject({ me: { shelf: { count: 1 } } })
    expect((await run('mutation { takeEverything }')).data).toEqual({
      takeEverything: expect.stringContaining('"format":"shuxiang-account"'),
    })
  })

  it('also a list that is there already', async () => {
    const made = await run('mutation { createList(key: "key-00001", name: "诗") { id } }')
    const id = JSON.stringify(Object(made.data?.['createList']).id)
    await run(ask)
    for (const change of [
      `mutation { renameList(id: ${id}, name: "词") { id } }`,
      `mutation { removeList(id: ${id}) { id } }`,
    ])
      expect(await code(change)).toBe('BAD_USER_INPUT')
  })

  it('it is taken back, and all is as before', async () => {
    await run(ask)
    time += 6 * day
    expect((await run(cancel)).data).toEqual({ cancelDeletion: true })
    expect((await run(cancel)).data).toEqual({ cancelDeletion: false })
    expect(await code(put)).toBeNull()
    time += 2 * day
    expect(await carryOut(steps([]), new AbortController().signal)).toBe(0)
  })
})

const steps = (ran: string[], fails: string | null = null) => ({
  db,
  now: () => new Date(now()),
  failed: () => ran.push('failed'),
  steps: ['one', 'two', 'three'].map((name) => ({
    name,
    async run(subject: string) {
      if (name === fails) throw new Error('away')
      ran.push(`${name} ${subject}`)
    },
  })),
})

describe('when the time is over', () => {
  const signal = new AbortController().signal
  const everyStep = ['one li', 'two li', 'three li']

  it('it is carried out, not a moment before', async () => {
    await run(ask)
    const ran: string[] = []
    time += daysToWait * day - 1
    expect([await carryOut(steps(ran), signal), ran]).toEqual([0, []])
    time += 1
    expect([await carryOut(steps(ran), signal), ran]).toEqual([1, everyStep])
    expect([await carryOut(steps(ran), signal), ran]).toEqual([0, everyStep])
  })

  it('it cannot be taken back any more, before the job and after it', async () => {
    await run(ask)
    time += daysToWait * day
    const late = li({ authenticatedAt: Math.floor(time / 1000) })
    expect(await code(cancel, late)).toBe('BAD_USER_INPUT')
    await carryOut(steps([]), signal)
    expect(await code(cancel, late)).toBe('BAD_USER_INPUT')
    // A token that is still good for some minutes writes nothing behind what was erased.
    expect(await code(put, late)).toBe('BAD_USER_INPUT')
  })

  it('a step that cannot be done now is done at the next run, and none twice', async () => {
    await run(ask)
    time += daysToWait * day
    const ran: string[] = []
    expect([await carryOut(steps(ran, 'two'), signal), ran]).toEqual([0, ['one li', 'failed']])
    expect(await carryOut(steps(ran), signal)).toBe(1)
    expect(ran).toEqual(['one li', 'failed', 'two li', 'three li'])
  })

  it('one that hangs on does not keep the others', async () => {
    await run(ask)
    await run(ask, li({ subject: 'du' }))
    time += daysToWait * day
    const ran: string[] = []
    const once = steps(ran)
    const broken = once.steps.map((step) => ({
      ...step,
      run: (subject: string) => (subject === 'li' ? Promise.reject(new Error('no')) : step.run(subject)),
    }))
    expect(await carryOut({ ...once, steps: broken }, signal)).toBe(1)
    expect(ran.filter((line) => line.endsWith('du'))).toHaveLength(3)
  })

  it('what is left names nobody', async () => {
    await run(ask)
    time += daysToWait * day
    await carryOut(steps([]), signal)
    const [tombstone] = await deletionsIn(db).find({}).toArray()
    expect(tombstone).toMatchObject({ state: 'gone', subject: '', done: [], goneAt: new Date(time) })
    expect(JSON.stringify(tombstone)).not.toContain('li')
  })
})

it('hands out and forgets all that is kept of a reader, and nothing of another', async () => {
  const du = li({ subject: 'du' })
  for (const who of [li(), du]) {
    await run(put, who)
    await run('mutation { keepHistory(on: true) { on } }', who)
    await run('mutation { noteOpened(record: { recordId: "b2", title: "词", kind: "poem" }) { on } }', who)
    await run(
      'mutation { mergeGuest(input: { id: "guest-0001", shelf: [], lists: [] }) { left { list } } }',
      who,
    )
    await run('mutation { createList(key: "key-00001", name: "诗") { id } }', who)
  }
  const parts = { db, now: () => new Date(now()) }
  expect(await personal.export(parts, 'li')).toMatchObject({
    lists: [{ shelf: true, records: [{ recordId: 'b1', title: '书' }] }, { name: '诗' }],
    histories: { on: true, records: [{ recordId: 'b2' }], consents: [{ given: true }] },
    merges: [{}],
    deletions: null,
  })
  const left = async (owner: string): Promise<readonly number[]> =>
    Promise.all(
      [listsIn(db), historiesIn(db), mergesIn(db)].map((collection) => collection.countDocuments({ owner })),
    )
  await personal.erase(parts, 'li')
  await personal.erase(parts, 'li')
  expect([await left('li'), await left('du')]).toEqual([
    [0, 0, 0],
    [2, 1, 1],
  ])
})
