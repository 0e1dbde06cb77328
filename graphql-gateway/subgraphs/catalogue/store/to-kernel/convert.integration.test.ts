// A store of before becomes one of now: nothing is lost, wherever the process ends in the midst of it.
import { recordContent } from '@shuxiang/record'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dyingDb, WriterDied } from '@shuxiang/store-contract/dying-db'
import { fillOldStore, oldParts, oldRecords } from '../../fixtures/old-store.ts'
import { kinds } from '../../fixtures/records.ts'
import type { HoldingDoc, RecordDoc, TextDoc } from '../../model/record.ts'
import { catalogue } from '../../module.ts'
import { recordFeed, type FeedEntry } from '../feed.ts'
import { migrations } from '../migrations.ts'
import { upsertMany } from '../write.ts'
import { inputOf } from './old-record.ts'

let store: TestStore
let db: Db
let count = 0
const now = () => new Date('2026-11-26T00:00:00Z')

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
})
beforeEach(async () => {
  db = await oldStore()
})

async function oldStore(): Promise<Db> {
  const one = store.db(`m${count++}`)
  await prepareStore({ db: one, now }, [
    { name: 'catalogue', migrations: async () => migrations.slice(0, 2) },
  ])
  await fillOldStore(one)
  return one
}

const migrate = (to: Db = db, signal?: AbortSignal) =>
  prepareStore({ db: to, now, ...(signal ? { signal } : {}) }, [catalogue])
const stillOld = () => db.collection('records').countDocuments({ creators: { $exists: true } })

/** Everything that is in the store, in order. */
async function content(from: Db) {
  return {
    records: await from.collection<RecordDoc>('records').find({}).sort({ _id: 1 }).toArray(),
    texts: await from.collection<TextDoc>('record_texts').find({}).sort({ _id: 1 }).toArray(),
    holdings: await from.collection<HoldingDoc>('holdings').find({}).sort({ _id: 1 }).toArray(),
  }
}

describe('a store of before', () => {
  it('keeps every record with its id, revision, dates, marks and lists', async () => {
    await migrate()
    const { records } = await content(db)
    const before = oldRecords.toSorted((a, b) => (a._id < b._id ? -1 : 1))
    const kept = [
      '_id',
      'rev',
      'updatedAt',
      'dirty',
      'dirtyAt',
      'withdrawn',
      'formerIds',
      'collectionId',
    ] as const
    for (const field of [...kept, 'kind', 'title', 'prior', 'period', 'opening'] as const)
      expect(
        records.map((doc) => doc[field]),
        field,
      ).toEqual(before.map((doc) => doc[field]))
    expect(records.map(({ leadAgentId }) => leadAgentId)).toEqual(
      before.map(({ leadPersonId }) => leadPersonId),
    )
    expect(records.map(({ agents }) => agents.map(({ agentId }) => agentId))).toEqual(
      before.map(({ creators }) => creators.map(({ personId }) => personId)),
    )
    for (const { _id, ...doc } of records)
      expect(recordContent.safeParse({ ...doc, id: _id }).error, _id).toBeUndefined()
  })

  it('keeps every text and every holding', async () => {
    await migrate()
    const { texts, holdings } = await content(db)
    const whole = oldRecords.flatMap(({ _id, text }) => (text?.length ? [[_id, text] as const] : []))
    expect(new Map(texts.map(({ _id, paragraphs }) => [_id, paragraphs]))).toEqual(
      new Map([...whole, ...oldParts.map(({ _id, paragraphs }) => [_id, paragraphs] as const)]),
    )
    expect(holdings).toHaveLength(oldRecords.reduce((sum, doc) => sum + doc.holdings.length, 0))
    expect(holdings.find(({ _id }) => _id === 'p1:n330106')).toMatchObject({
      libraryName: '西湖区图书馆',
      access: 'shelf',
      position: 2,
      scopes: ['n330106', 'r330106', 'r3301', 'r33'],
    })
  })

  it('states years, rights and access as they are now', async () => {
    await migrate()
    const one = (_id: string) => db.collection<RecordDoc>('records').findOne({ _id })
    expect((await one('b0'))?.dates).toMatchObject([{ role: 'created', edtf: '-0478' }])
    expect((await one('b1'))?.dates[0]?.from).toBeTypeOf('number')
    expect((await one('p0'))?.rights.statement).toContain('publicdomain')
    expect((await one('pempty'))?.rights).toEqual({ label: '保留所有权利', statement: null })
    expect(await one('p0')).toMatchObject({
      scopes: ['*'],
      access: { policy: 'open' },
      holdingCount: 2,
      textLength: 3,
    })
  })

  it('has what its source gives now: an import of the same writes nothing', async () => {
    await migrate()
    const standing = oldRecords.filter(({ withdrawn, kind }) => !withdrawn && kind !== 'government')
    const inputs = standing.map((old) =>
      inputOf(
        old,
        oldParts.filter(({ recordId }) => recordId === old._id),
      ),
    )
    expect(await upsertMany(db, kinds, inputs, now())).toEqual({
      inserted: 0,
      updated: 0,
      unchanged: standing.length,
      refused: [],
    })
  })

  it('is read by the index, also what is of a kind that is not installed', async () => {
    await migrate()
    const found = new Map<string, FeedEntry['doc']>()
    const feed = recordFeed(db, kinds)
    for (
      let page = await feed.page('', 500);
      page.length > 0;
      page = await feed.page([...found.keys()].at(-1) ?? '', 500)
    )
      for (const { id, doc } of page) found.set(id, doc)
    expect(found.size).toBe(oldRecords.length)
    expect(found.get('gdoc')?.facets['kind']).toEqual([{ value: 'government', label: '政府信息' }])
    expect(found.get('b0')?.chapters?.[2]).toEqual({ n: 3, title: '第3篇', text: 'b0的第3篇' })
  })

  it('leaves nothing of the old collections, and says how far it is', async () => {
    const told: [number, number][] = []
    await migrations[2]?.run({
      db,
      now,
      signal: new AbortController().signal,
      report: async (done, total) => void told.push([done, total]),
    })
    expect(await db.listCollections({ name: 'record_parts' }).toArray()).toEqual([])
    expect(told[0]).toEqual([0, oldRecords.length])
    expect(told.at(-1)).toEqual([oldRecords.length, oldRecords.length])
    expect(told.length).toBeGreaterThan(3)
  })
})

describe('a migration that ends in the midst', () => {
  it('goes on from any step, to the same store', async () => {
    await migrate()
    const whole = await content(db)
    for (let lives = 0; ; lives++) {
      const one = await oldStore()
      const died = await migrate(dyingDb(one, lives)).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof WriterDied)) throw error
          return true
        },
      )
      await migrate(one)
      expect(await content(one), `died at step ${lives}`).toEqual(whole)
      if (died) continue
      expect(lives).toBeGreaterThan(6)
      break
    }
  }, 120_000)

  it('stops when it is told to, and is not taken for done', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(migrate(db, stop.signal)).rejects.toThrow()
    expect(await stillOld()).toBe(oldRecords.length)
    await migrate()
    expect(await stillOld()).toBe(0)
  })

  it('may be two at once', async () => {
    await migrate()
    const whole = await content(db)
    const one = await oldStore()
    await Promise.all([migrate(one), migrate(one)])
    expect(await content(one)).toEqual(whole)
  })
})
