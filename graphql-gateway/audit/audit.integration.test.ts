// The audit log: one chain whoever writes, however a writer ends; and whoever changes it is found.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, type EntryDoc } from './chain.ts'
import type { AuditEntry, AuditQuery } from './contract.ts'
import { entriesIn, headIn, mostRefusals, openAuditLog, prepareAuditLog } from './log.ts'
import { verifyAuditLog } from './verify.ts'

let store: TestStore
let db: Db
let turn = 0
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`audit${turn++}`)
  await prepareAuditLog(db)
})

const now = (): number => 1_795_000_000_000
const entry = (facts: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: 'chief',
  client: 'ndl-console',
  action: 'member.grant',
  outcome: 'done',
  reason: null,
  library: 'sh-xuhui',
  object: 'person:p1',
  requestId: 'r1',
  ...facts,
})

/** What stands under a number, to be put under another. */
function without({ _id: _, ...rest }: EntryDoc): Omit<EntryDoc, '_id'> {
  return rest
}

async function filled(entries: number): Promise<void> {
  const log = openAuditLog(db, now)
  for (let i = 1; i <= entries; i++) await log.record(entry({ requestId: `r${i}` }))
}

describe('an untouched log', () => {
  it('is well, empty too', async () => {
    expect(await verifyAuditLog(db)).toEqual({ head: { number: 0, hash: '0'.repeat(64) }, broken: null })
    await filled(5)
    expect(await verifyAuditLog(db)).toMatchObject({ head: { number: 5 }, broken: null })
  })

  it('tells what was recorded, newest first, by library and by person', async () => {
    const log = openAuditLog(db, now)
    await log.record(entry({ details: { before: 'editor', 'no.dots $here': null } }))
    await log.record(entry({ library: 'gs-dunhuang', requestId: '\ud800' }))
    await log.record(entry({ actor: 'other', object: '借'.repeat(600) }))
    expect(await log.entries({ library: 'sh-xuhui', limit: 9 })).toMatchObject([
      { number: 3, object: '借'.repeat(500) },
      { number: 1, at: new Date(now()), details: { before: 'editor', 'no.dots $here': null } },
    ])
    expect((await log.entries({ actors: ['chief'], limit: 9 })).map(({ number }) => number)).toEqual([2, 1])
    expect((await log.entries({ before: 3, limit: 1 })).map(({ number }) => number)).toEqual([2])
    expect((await verifyAuditLog(db)).broken).toBeNull()
  })

  it('tells what was recorded in a span of time, of an action, by several people', async () => {
    let time = now()
    const log = openAuditLog(db, () => time)
    // Every ten minutes one; the clock of another process is two minutes behind.
    const minutes = [0, 10, 8, 20, 30, 28, 40]
    for (const [i, minute] of minutes.entries()) {
      time = now() + minute * 60_000
      await log.record(entry({ actor: `p${i % 3}`, action: i % 2 ? 'member.grant' : 'member.withdraw' }))
    }
    const at = (minute: number): Date => new Date(now() + minute * 60_000)
    const numbers = async (query: Omit<AuditQuery, 'limit'>): Promise<number[]> =>
      (await log.entries({ ...query, limit: 9 })).map(({ number }) => number)
    expect(await numbers({ from: at(10), until: at(30) })).toEqual([6, 4, 2])
    expect(await numbers({ from: at(8), until: at(9) })).toEqual([3])
    expect(await numbers({ from: at(28) })).toEqual([7, 6, 5])
    expect(await numbers({ until: at(10), before: 3 })).toEqual([1])
    expect(await numbers({ from: at(41) })).toEqual([])
    expect(await numbers({ until: at(0) })).toEqual([])
    expect(await numbers({ action: 'member.grant' })).toEqual([6, 4, 2])
    expect(await numbers({ actors: ['p0', 'p1'], from: at(20) })).toEqual([7, 5, 4])
  })

  it('notes the same refusal of the same person once a minute', async () => {
    let time = now()
    const log = openAuditLog(db, () => time)
    const refused = entry({ outcome: 'refused', reason: 'library' })
    for (let i = 0; i < 50; i++) await log.record(refused)
    await log.record({ ...refused, object: 'person:p2' })
    time += 60_000
    await log.record(refused)
    expect(await entriesIn(db).countDocuments({})).toBe(3)
  })

  it('notes so many refusals of one person and no more, whatever they ask for', async () => {
    let time = now()
    const log = openAuditLog(db, () => time)
    const ask = (i: number, actor = 'reader') =>
      log.record(entry({ actor, outcome: 'refused', reason: 'role', library: `l${i}` }))
    for (let i = 0; i < mostRefusals + 20; i++) await ask(i)
    const kept = await log.entries({ actors: ['reader'], limit: 200 })
    expect(kept).toHaveLength(mostRefusals)
    expect(kept[0]).toMatchObject({ action: 'refusals.more', library: null, outcome: 'refused' })
    expect(kept[1]).toMatchObject({ action: 'member.grant', library: `l${mostRefusals - 2}` })
    // Of others, and of what somebody does, all is noted; and after a while theirs again.
    await ask(1, 'other')
    await log.record(entry({ actor: 'reader' }))
    time += 600_000
    await ask(1000)
    expect(await entriesIn(db).countDocuments({})).toBe(mostRefusals + 3)
  })

  it('notes a refusal that could not be kept when it comes again', async () => {
    const log = openAuditLog(db, now)
    const refused = entry({ outcome: 'refused', reason: 'library' })
    const tooMuch = { ...refused, details: { text: 'x'.repeat(5000) } }
    await expect(log.record(tooMuch)).rejects.toThrow(RangeError)
    await log.record(refused)
    expect(await entriesIn(db).countDocuments({})).toBe(1)
  })

  it('rejects what cannot be kept whole', () =>
    expect(openAuditLog(db, now).record(entry({ details: { text: 'x'.repeat(5000) } }))).rejects.toThrow(
      RangeError,
    ))
})

describe('who changes the log', () => {
  beforeEach(() => filled(9))

  it.each<[string, () => Promise<unknown>, number, string]>([
    [
      'edits a field',
      () => entriesIn(db).updateOne({ _id: 4 }, { $set: { actor: 'somebody else' } }),
      4,
      'changed',
    ],
    [
      'edits the details',
      () => entriesIn(db).updateOne({ _id: 4 }, { $set: { details: '{}' } }),
      4,
      'changed',
    ],
    ['takes one out', () => entriesIn(db).deleteOne({ _id: 4 }), 4, 'missing'],
    ['takes the first out', () => entriesIn(db).deleteOne({ _id: 1 }), 1, 'missing'],
    ['cuts off the last ones', () => entriesIn(db).deleteMany({ _id: { $gt: 6 } }), 7, 'missing'],
    ['empties it', () => entriesIn(db).deleteMany({}), 1, 'missing'],
    ['takes the note of the newest away', () => headIn(db).deleteOne({ _id: 'head' }), 10, 'missing'],
  ])('and %s is found', async (_, change, number, problem) => {
    await change()
    expect((await verifyAuditLog(db)).broken).toEqual({ number, problem })
  })

  it('and puts two in another order is found', async () => {
    const [third, fourth] = await entriesIn(db)
      .find({ _id: { $in: [3, 4] } })
      .sort({ _id: 1 })
      .toArray()
    if (!third || !fourth) throw new Error('not filled')
    await entriesIn(db).replaceOne({ _id: 3 }, without(fourth))
    await entriesIn(db).replaceOne({ _id: 4 }, without(third))
    expect((await verifyAuditLog(db)).broken).toEqual({
      number: 3,
      problem: 'does not follow the one before',
    })
  })

  it('and hashes the edited entry anew is found at the next', async () => {
    const fourth = await entriesIn(db).findOne({ _id: 4 })
    if (!fourth) throw new Error('not filled')
    const { hash: _, ...edited } = { ...fourth, actor: 'somebody else' }
    await entriesIn(db).replaceOne({ _id: 4 }, { ...edited, hash: hashOf(edited) })
    expect((await verifyAuditLog(db)).broken).toEqual({
      number: 5,
      problem: 'does not follow the one before',
    })
  })

  it('and writes a whole other log is found by what was noted elsewhere', async () => {
    const { head } = await verifyAuditLog(db)
    await entriesIn(db).deleteMany({})
    await headIn(db).deleteMany({})
    await filled(8)
    expect((await verifyAuditLog(db)).broken).toBeNull()
    expect((await verifyAuditLog(db, [head])).broken).toEqual({ number: 9, problem: 'missing' })
    const log = openAuditLog(db, now)
    for (let i = 0; i < 4; i++) await log.record(entry({ actor: 'forged' }))
    expect((await verifyAuditLog(db, [head])).broken).toEqual({ number: 9, problem: 'changed' })
  })
})

describe('several writers', () => {
  it('in one process and in others keep one chain', async () => {
    const logs = Array.from({ length: 4 }, () => openAuditLog(db, now))
    await Promise.all(
      logs.flatMap((log, w) =>
        Array.from({ length: 25 }, (_, i) => log.record(entry({ requestId: `${w}.${i}` }))),
      ),
    )
    expect(await verifyAuditLog(db)).toMatchObject({ head: { number: 100 }, broken: null })
    const requests = await entriesIn(db)
      .find({}, { projection: { requestId: 1 } })
      .toArray()
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(100)
  })

  it('killed in the midst leave nothing broken and lose nothing that was confirmed', async () => {
    const file = fileURLToPath(new URL('./fixture-writer.ts', import.meta.url))
    const writers = ['a', 'b', 'c'].map((name) => {
      const child = fork(file, [store.uri, db.databaseName, name])
      let confirmed = 0
      child.on('message', () => confirmed++)
      return { name, child, confirmed: () => confirmed }
    })
    await expect
      .poll(() => writers.every(({ confirmed }) => confirmed() > 15), { timeout: 20_000 })
      .toBe(true)
    for (const { child } of writers) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    await openAuditLog(db, now).record(entry())
    expect((await verifyAuditLog(db)).broken).toBeNull()
    for (const { name, confirmed } of writers) {
      expect(await entriesIn(db).countDocuments({ actor: name })).toBeGreaterThanOrEqual(confirmed())
    }
  })
})
