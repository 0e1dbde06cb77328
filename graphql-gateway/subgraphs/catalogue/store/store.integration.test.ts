// Records over a real store: idempotence, revisions, the search feed.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { book, kinds, poem } from '../fixtures/records.ts'
import { catalogue } from '../module.ts'
import { recordFeed } from './feed.ts'
import type { RecordDoc } from '../model/record.ts'
import { withdraw } from './withdraw.ts'
import { upsertMany } from './write.ts'
import { countCollections, upsertCollections, upsertPersons } from './write-authorities.ts'

let store: TestStore
let db: Db
let count = 0
const day = new Date('2026-11-22T00:00:00Z')

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
})
beforeEach(async () => {
  db = store.db(`t${count++}`)
  await prepareStore({ db, now: () => day }, [catalogue])
})

const one = (id: string) => db.collection<RecordDoc>('records').findOne({ _id: id })

describe('writing records', () => {
  it('writes nothing for content that is stored already', async () => {
    const inputs = Array.from({ length: 600 }, (_, i) => poem({ id: `p${i}` }))
    expect(await upsertMany(db, kinds, inputs, day)).toEqual({
      inserted: 600,
      updated: 0,
      unchanged: 0,
      refused: [],
    })
    const later = new Date(day.getTime() + 1000)
    expect(await upsertMany(db, kinds, inputs, later)).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: 600,
      refused: [],
    })
    expect((await one('p7'))?.updatedAt).toEqual(day)
  })

  it('gives a changed record its next revision and a new mark', async () => {
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    await recordFeed(db, kinds).clean([{ id: 'p1', rev: 1 }])
    const result = await upsertMany(db, kinds, [poem({ id: 'p1', title: '静夜思', agents: [] })], day)
    expect(result.updated).toBe(1)
    expect(await one('p1')).toMatchObject({ rev: 2, title: '静夜思', dirty: true })
    // Its works no longer stand under the person.
    expect(await one('p1')).not.toHaveProperty('leadAgentId')
  })

  it('refuses a record outside of the model by name and writes the others', async () => {
    const result = await upsertMany(db, kinds, [poem({ id: 'p1', prior: -1 }), poem({ id: 'p2' })], day)
    expect(result.inserted).toBe(1)
    expect(result.refused[0]?.message).toMatch(/^p1: prior/)
  })

  it.each(['__proto__', '$where', 'a.b', '', 'P1'])('refuses the id %j', async (id) => {
    const { refused, inserted } = await upsertMany(db, kinds, [poem({ id })], day)
    expect([refused.length, inserted]).toEqual([1, 0])
  })

  it('keeps the chapters of a work apart and drops those a new version lost', async () => {
    await upsertMany(db, kinds, [book('b1', 5)], day)
    await upsertMany(db, kinds, [book('b1', 3)], day)
    expect(await db.collection('record_texts').countDocuments({ recordId: 'b1' })).toBe(3)
    expect((await one('b1'))?.contents).toHaveLength(3)
  })

  it('lets two writers of the same records end with one of each', async () => {
    const inputs = Array.from({ length: 300 }, (_, i) => poem({ id: `p${i}` }))
    await Promise.all([upsertMany(db, kinds, inputs, day), upsertMany(db, kinds, inputs, day)])
    expect(await db.collection('records').countDocuments({})).toBe(300)
    expect((await one('p5'))?.rev).toBe(1)
  })

  it('does not bring a withdrawn record back', async () => {
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    expect(await withdraw(db, 'p1', { at: day, reason: '权利人要求' })).toBe(true)
    expect(await withdraw(db, 'p1', { at: day, reason: 'again' })).toBe(false)
    await upsertMany(db, kinds, [poem({ id: 'p1', title: 'new' })], day)
    expect(await one('p1')).toMatchObject({ title: '靜夜思', rev: 2, withdrawn: { reason: '权利人要求' } })
    for (const list of ['leadAgentId', 'collectionId']) expect(await one('p1')).not.toHaveProperty(list)
  })

  it('keeps one withdrawn that a person withdrew after its source had', async () => {
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    await withdraw(db, 'p1', { at: day, reason: '来源已撤', bySource: true })
    expect(await withdraw(db, 'p1', { at: day, reason: '权利人要求' })).toBe(true)
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    expect(await one('p1')).toMatchObject({ withdrawn: { reason: '权利人要求' } })
    expect(await withdraw(db, 'p1', { at: day, reason: '来源已撤', bySource: true })).toBe(false)
  })

  it('brings one back that only its source had no longer', async () => {
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    await withdraw(db, 'p1', { at: day, reason: '来源已撤', bySource: true })
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    expect(await one('p1')).toMatchObject({ rev: 3, dirty: true, leadAgentId: 'alibai' })
    expect(await one('p1')).not.toHaveProperty('withdrawn')
  })
})

describe('a record that was found to be another', () => {
  const kept = poem({ id: 'pkept', formerIds: ['pold', 'pnever'] })

  it('is withdrawn in favour of that one, once, and the search index forgets it', async () => {
    await upsertMany(db, kinds, [poem({ id: 'pold' }), poem({ id: 'pkept' })], day)
    await recordFeed(db, kinds).clean([
      { id: 'pold', rev: 1 },
      { id: 'pkept', rev: 1 },
    ])
    await upsertMany(db, kinds, [kept], day)
    const once = await one('pold')
    expect(once).toMatchObject({ rev: 2, dirty: true, withdrawn: { into: 'pkept' } })
    // Lists of the author and of the collection have the work once.
    expect(once).not.toHaveProperty('leadAgentId')
    expect(once).not.toHaveProperty('collectionId')
    expect((await recordFeed(db, kinds).dirty(10)).map(({ id, doc }) => [id, doc === null])).toEqual([
      ['pkept', false],
      ['pold', true],
    ])
    await upsertMany(db, kinds, [kept], day)
    expect((await one('pold'))?.rev).toBe(2)
    expect(await one('pnever')).toBeNull()
  })

  it('goes on when a writer died between the two', async () => {
    await upsertMany(db, kinds, [kept], day)
    await upsertMany(db, kinds, [poem({ id: 'pold' })], day)
    await upsertMany(db, kinds, [kept], day)
    expect(await one('pold')).toMatchObject({ withdrawn: { into: 'pkept' } })
  })

  it('comes back when a source gives it as its own again', async () => {
    await upsertMany(db, kinds, [poem({ id: 'pold' }), kept], day)
    await upsertMany(db, kinds, [kept], day)
    await upsertMany(db, kinds, [poem({ id: 'pkept' }), poem({ id: 'pold' })], day)
    expect(await one('pold')).toMatchObject({ leadAgentId: 'alibai', dirty: true })
    expect(await one('pold')).not.toHaveProperty('withdrawn')
    expect(await one('pkept')).not.toHaveProperty('formerIds')
  })

  it('is found by an index', async () => {
    await upsertMany(db, kinds, [kept], day)
    const plan = await db.collection('records').find({ formerIds: 'pold' }).explain()
    expect(JSON.stringify(plan)).toContain('IXSCAN')
  })
})

describe('the search feed', () => {
  it('gives what is not indexed, oldest first, and forgets it by id and revision', async () => {
    const feed = recordFeed(db, kinds)
    await upsertMany(db, kinds, [poem({ id: 'p2' })], day)
    await upsertMany(db, kinds, [poem({ id: 'p1' })], new Date(day.getTime() + 1))
    const page = await feed.dirty(10)
    expect(page.map(({ id }) => id)).toEqual(['p2', 'p1'])
    await feed.clean(page)
    expect(await feed.dirty(10)).toEqual([])
  })

  it('keeps the mark of a record that changed while it was indexed', async () => {
    const feed = recordFeed(db, kinds)
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    const page = await feed.dirty(10)
    await upsertMany(db, kinds, [poem({ id: 'p1', title: '夜思' })], day)
    await feed.clean(page)
    expect((await feed.dirty(10)).map(({ id, rev }) => [id, rev])).toEqual([['p1', 2]])
  })

  it('gives a withdrawn record as removed, and a work with its chapters', async () => {
    const feed = recordFeed(db, kinds)
    await upsertMany(db, kinds, [poem({ id: 'p1' }), book('b1', 2)], day)
    await withdraw(db, 'p1', { at: day, reason: 'x' })
    const page = new Map((await feed.dirty(10)).map(({ id, doc }) => [id, doc]))
    expect(page.get('p1')).toBeNull()
    expect(page.get('b1')?.chapters?.[1]).toEqual({ n: 2, title: '第2篇', text: '第2篇的正文' })
    expect(page.get('b1')?.identifiers).toContain('b1')
    expect(page.get('b1')?.subject).not.toContain('第2篇')
    expect(page.get('b1')?.facets.author).toEqual([{ value: 'akongzi', label: '孔子' }])
  })

  it('gives everything in order for an index that starts anew, dirty or not, and writes nothing', async () => {
    const feed = recordFeed(db, kinds)
    await upsertMany(
      db,
      kinds,
      Array.from({ length: 1200 }, (_, i) => poem({ id: `p${i}` })),
      day,
    )
    for (let page = await feed.dirty(500); page.length > 0; page = await feed.dirty(500))
      await feed.clean(page)
    expect(await feed.count()).toBe(1200)
    const ids: string[] = []
    for (let page = await feed.page('', 500); page.length > 0; page = await feed.page(ids.at(-1) ?? '', 500))
      ids.push(...page.map(({ id }) => id))
    expect(ids).toHaveLength(1200)
    expect(ids).toEqual(ids.toSorted())
    expect(await feed.dirty(10)).toEqual([])
  })

  it('remembers the mark it shares with the index', async () => {
    const feed = recordFeed(db, kinds)
    await feed.setMark('one')
    await feed.setMark('two')
    expect(await recordFeed(db, kinds).mark()).toBe('two')
  })
})

describe('persons and collections', () => {
  it('are written once and counted by index', async () => {
    const person = { id: 'alibai', name: '李白', alternativeNames: [], period: null, biography: null }
    expect(await upsertPersons(db, [person, person], day)).toBe(1)
    expect(await upsertPersons(db, [person], day)).toBe(0)
    const collection = { id: 'quantangshi', name: '全唐诗', description: null, order: 0 }
    await upsertCollections(db, [collection], day)
    await upsertMany(db, kinds, [poem({ id: 'p1' }), poem({ id: 'p2' })], day)
    await countCollections(db)
    await upsertCollections(db, [{ ...collection, order: 2 }], day)
    expect(await db.collection('collections').findOne({})).toMatchObject({ recordCount: 2, order: 2 })
  })

  it('indexes are used by the queries of the feed and of related works', async () => {
    await upsertMany(db, kinds, [poem({ id: 'p1' })], day)
    const plans = await Promise.all([
      db.collection('records').find({ dirty: true }).sort({ dirty: 1, dirtyAt: 1, _id: 1 }).explain(),
      db
        .collection('records')
        .find({ leadAgentId: 'alibai' })
        .sort({ leadAgentId: 1, prior: -1, _id: 1 })
        .explain(),
      db.collection('records').find({ kind: 'poem' }).sort({ kind: 1, prior: -1, _id: 1 }).explain(),
    ])
    for (const plan of plans) {
      expect(JSON.stringify(plan)).toContain('IXSCAN')
      expect(JSON.stringify(plan)).not.toContain('"SORT"')
    }
  })
})
