// Texts, files and holdings beside their records: what is written again, what a dying writer leaves, the largest records.
import type { RecordInput } from '@shuxiang/record'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dyingDb, WriterDied } from '@shuxiang/store-contract/dying-db'
import { book, heldBy, kinds, poem } from '../fixtures/records.ts'
import type { FileDoc, HoldingDoc, RecordDoc, TextDoc, WitnessDoc } from '../model/record.ts'
import { catalogue } from '../module.ts'
import { recordFeed } from './feed.ts'
import { publicRecords } from './public-records.ts'
import { holdingsOf, witnessesOf } from './read.ts'
import { seenBy, type Reader, type RecordPart } from './reader.ts'
import { storedOf } from './stored.ts'
import { upsertMany } from './write.ts'

let store: TestStore
let db: Db
let count = 0
const day = new Date('2026-11-22T00:00:00Z')
const { signal } = new AbortController()

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await store.close()
})
beforeEach(async () => {
  db = store.db(`b${count++}`)
  await prepareStore({ db, now: () => day }, [catalogue])
})

const records = () => db.collection<RecordDoc>('records')
const texts = () => db.collection<TextDoc>('record_texts')
const files = () => db.collection<FileDoc>('record_files')
const holdings = () => db.collection<HoldingDoc>('holdings')
const write = (inputs: readonly RecordInput[], to: Db = db) => upsertMany(to, kinds, inputs, day)

const scan = (page: number): RecordInput['files'][number] => ({
  role: 'page',
  mime: 'image/avif',
  bytes: 1000 + page,
  sha256: String(page).padStart(64, '0'),
  name: `${page}.avif`,
  position: page,
})
const before: RecordInput = {
  ...book('b1', 5),
  files: [1, 2, 3].map(scan),
  holdings: heldBy('one', 'two', 'three'),
}
const after: RecordInput = {
  ...book('b1', 3, { title: '论语注疏' }),
  files: [scan(1), { ...scan(2), bytes: 5 }],
  holdings: heldBy('two', 'four'),
}

/** Everything that the store has of the record. */
async function stored() {
  const [record, ...beside] = await Promise.all([
    records().findOne({ _id: 'b1' }),
    ...[texts(), files(), holdings()].map((collection) =>
      collection.find({ recordId: 'b1' }).sort({ _id: 1 }).toArray(),
    ),
  ])
  return { record, beside }
}

/** Everything that it should have of an input. */
function wanted(input: RecordInput) {
  const { texts: chapters, files: kept, holdings: held } = storedOf(input)
  return [chapters, kept, held].map((docs) => [...docs].sort((a, b) => (a._id < b._id ? -1 : 1)))
}

describe('what stands beside a record', () => {
  it('is there whole, and what a new version lost is gone', async () => {
    await write([before])
    expect((await stored()).beside).toEqual(wanted(before))
    await write([after])
    const { record, beside } = await stored()
    expect(beside).toEqual(wanted(after))
    expect(record).toMatchObject({ title: '论语注疏', textCount: 3, holdingCount: 2, dirty: true })
    expect(record).not.toHaveProperty('unsettled')
  })

  it('is left alone when only the record changed', async () => {
    await write([before])
    await holdings().updateOne({ _id: 'b1:one' }, { $set: { libraryName: 'touched' } })
    await texts().updateOne({ _id: 'b1-1' }, { $set: { title: 'touched' } })
    await write([{ ...before, record: { ...before.record, prior: 11 }, texts: before.texts.slice(0, 4) }])
    expect(await holdings().findOne({ _id: 'b1:one' })).toMatchObject({ libraryName: 'touched' })
    // The texts did change: one is gone, so all of them were written.
    expect(await texts().findOne({ _id: 'b1-1' })).toMatchObject({ title: '第1篇' })
  })

  it('changes nothing while nothing beside it changes', async () => {
    await write([before])
    const { record } = await stored()
    expect(await write([before])).toMatchObject({ unchanged: 1 })
    expect((await stored()).record).toEqual(record)
  })
})

describe('a writer that dies', () => {
  /** All steps at which it may: the last number is one at which it lives. */
  async function deaths(
    first: RecordInput | null,
    next: RecordInput,
    look: () => Promise<void>,
  ): Promise<number> {
    for (let lives = 0; ; lives++) {
      db = store.db(`b${count++}`)
      await prepareStore({ db, now: () => day }, [catalogue])
      if (first) await write([first])
      const died = await write([next], dyingDb(db, lives)).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof WriterDied)) throw error
          return true
        },
      )
      if (!died) return lives
      await look()
    }
  }

  it('leaves a record that has all that it says, wherever it died', async () => {
    const steps = await deaths(before, after, async () => {
      const { record } = await stored()
      const there = new Set((await texts().find({ recordId: 'b1' }).toArray()).map(({ n }) => n))
      for (const { n } of record?.contents ?? []) expect(there).toContain(n)
      expect(await holdings().countDocuments({ recordId: 'b1' })).toBeGreaterThanOrEqual(
        record?.holdingCount ?? 0,
      )
    })
    expect(steps).toBeGreaterThan(5)
  })

  it('is made up for by writing again', async () => {
    await deaths(before, after, async () => {
      await write([after])
      expect((await stored()).beside).toEqual(wanted(after))
      expect((await stored()).record).not.toHaveProperty('unsettled')
      expect(await write([after])).toMatchObject({ unchanged: 1 })
    })
  })

  it('is made up for by writing what was there before', async () => {
    await deaths(before, after, async () => {
      await write([before])
      expect((await stored()).beside).toEqual(wanted(before))
      expect((await stored()).record).toMatchObject({ title: '论语' })
      expect((await stored()).record).not.toHaveProperty('unsettled')
    })
  })

  it('leaves nothing of a record that was never there to one that comes later', async () => {
    await deaths(null, before, async () => {
      await write([after])
      expect((await stored()).beside).toEqual(wanted(after))
    })
  })
})

describe('the index', () => {
  it('learns again when what an older version left is taken away', async () => {
    await write([before])
    const feed = recordFeed(db, kinds)
    await feed.clean(await feed.dirty(10))
    await write([after])
    const [entry] = await feed.dirty(10)
    expect(entry?.rev).toBe((await stored()).record?.rev)
    expect(entry?.doc?.facets['library']?.map(({ value }) => value)).toEqual(['two', 'four'])
    expect(entry?.doc?.chapters?.map(({ text }) => text)).toEqual(
      after.texts.map(({ paragraphs }) => paragraphs[0]?.text),
    )
  })

  it('takes pages that stay small, and every record in one of them', async () => {
    await write([
      ...Array.from({ length: 20 }, (_, i) => book(`b${i}`, 2)),
      poem(
        { id: 'phuge', scopes: [] },
        { holdings: heldBy(...Array.from({ length: 15_000 }, (_, i) => `l${i}`)) },
      ),
      poem(
        { id: 'plarge', scopes: [] },
        { holdings: heldBy(...Array.from({ length: 6000 }, (_, i) => `l${i}`)) },
      ),
    ])
    const sizes: number[] = []
    const ids: string[] = []
    const feed = recordFeed(db, kinds)
    for (
      let page = await feed.page('', 500);
      page.length > 0;
      page = await feed.page(ids.at(-1) ?? '', 500)
    ) {
      sizes.push(page.length)
      ids.push(...page.map(({ id }) => id))
      const held = page.reduce((sum, { doc }) => sum + (doc?.scopes.length ?? 0), 0)
      expect(held).toBeLessThanOrEqual(15_000 + 20)
    }
    expect(ids).toHaveLength(22)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(9)
  })
})

describe('the largest record', () => {
  const libraries = Array.from({ length: 20_000 }, (_, i) => `lib${i}`)
  const chapters = Array.from({ length: 2000 }, (_, i) => ({ n: i + 1, title: `第${i + 1}章` }))
  const input: RecordInput = {
    ...book('bhuge', 0, { contents: chapters, scopes: [] }),
    texts: chapters.map((chapter) => ({
      ...chapter,
      paragraphs: [{ text: '文'.repeat(9_000), kind: 'prose' as const }],
    })),
    holdings: heldBy(...libraries),
  }

  it('is written, read and found by each of its libraries', async () => {
    expect(await write([input])).toMatchObject({ inserted: 1, refused: [] })
    expect(await texts().countDocuments({ recordId: 'bhuge' })).toBe(2000)
    expect(await holdings().countDocuments({ recordId: 'bhuge' })).toBe(20_000)
    const reader: Reader = { db, tenant: 'lib19999', signal }
    const doc: RecordPart = { _id: 'bhuge', scopes: [] }
    expect(await seenBy(reader, [doc])).toEqual([doc])
    expect(await seenBy({ ...reader, tenant: 'foreign' }, [doc])).toEqual([])
    const page = await holdingsOf(reader, 'bhuge', { offset: 19_990, limit: 20 })
    expect(page.map(({ libraryId }) => libraryId)).toEqual(libraries.slice(19_990))
    const [entry] = await recordFeed(db, kinds).dirty(500)
    expect(entry?.doc?.scopes).toHaveLength(20_000)
    expect(entry?.doc?.chapters).toHaveLength(2000)
    // What the engine would cut off is not carried to it.
    const carried = entry?.doc?.chapters?.reduce((sum, { text }) => sum + text.length, 0) ?? 0
    expect(carried).toBeGreaterThan(1_000_000)
    expect(carried).toBeLessThan(1_020_000)
    for await (const { chapters: readable, libraries: held } of publicRecords(db, signal))
      expect([readable.length, held.length]).toEqual([2000, 20_000])
    expect(await write([input])).toMatchObject({ unchanged: 1 })
  }, 120_000)
})

it('looks up texts, holdings and scopes by an index, in its order', async () => {
  await write([before])
  const plans = await Promise.all([
    texts().find({ recordId: 'b1' }).sort({ recordId: 1, n: 1 }).explain(),
    holdings()
      .find({ recordId: { $gte: 'b1', $lte: 'b2' } })
      .sort({ recordId: 1, position: 1 })
      .explain(),
    holdings()
      .find({ recordId: 'b1', position: { $gt: 1, $lte: 3 } })
      .sort({ recordId: 1, position: 1 })
      .explain(),
    holdings()
      .find({ recordId: { $in: ['b1', 'b2'] }, scopes: 'two' })
      .explain(),
    files().find({ recordId: 'b1' }).sort({ recordId: 1, role: 1, position: 1 }).explain(),
  ])
  for (const plan of plans) {
    expect(JSON.stringify(plan)).toContain('IXSCAN')
    expect(JSON.stringify(plan)).not.toContain('"SORT"')
  }
})

it('writes over what another writer put in its place meanwhile', async () => {
  await write([poem({ id: 'p1' }, { holdings: [] })])
  const [library] = heldBy('libnew')
  if (!library) throw new Error('no library')
  const { regions: _, ...holding } = library
  await holdings().insertOne({
    ...holding,
    _id: 'p1:libnew',
    recordId: 'elsewhere',
    scopes: ['libnew'],
    position: 9,
  })
  expect(await write([poem({ id: 'p1' }, { holdings: heldBy('libnew') })])).toMatchObject({ updated: 1 })
  expect(await holdings().find({}).toArray()).toMatchObject([
    { _id: 'p1:libnew', recordId: 'p1', position: 1 },
  ])
})

it('tells a sitemap of the chapters that are here, not of all that the work has', async () => {
  const { texts: all, ...rest } = book('b1', 5)
  await write([{ ...rest, texts: all.slice(1, 3) }, { ...book('b2', 2), texts: [] }, book('b3', 2)])
  const chapters: unknown[] = []
  for await (const { id, chapters: readable } of publicRecords(db, signal)) chapters.push([id, readable])
  expect(chapters).toEqual([
    ['b1', [2, 3]],
    ['b2', []],
    ['b3', [1, 2]],
  ])
})

describe('the witnesses of a text', () => {
  const witness = (id: string, line: string): NonNullable<RecordInput['witnesses']>[number] => ({
    id,
    source: { id: 'qianjiashi', label: '千家诗' },
    title: '夜思',
    agents: ['李白'],
    language: 'lzh-Hant',
    paragraphs: [
      { text: line, kind: 'verse' },
      { text: '舉頭望明月，低頭思故鄉。', kind: 'verse' },
    ],
  })
  const witnesses = () => db.collection<WitnessDoc>('record_witnesses')
  const input = (...some: string[]) =>
    poem({ id: 'p1' }, { witnesses: some.map((id) => witness(id, '牀前明月光，疑是地上霜。')) })
  /** What is searched of a record. */
  const indexed = async (id: string): Promise<string> => {
    const entries = await recordFeed(db, kinds).dirty(10)
    return entries.find((entry) => entry.id === id)?.doc?.body ?? ''
  }

  it('stand beside it in their order, are written once, and go with it', async () => {
    expect(await write([input('wb', 'wa')])).toMatchObject({ inserted: 1 })
    expect((await witnessesOf({ db }, ['p1'])).map(({ _id, witness: id }) => [_id, id])).toEqual([
      ['p1:wb', 'wb'],
      ['p1:wa', 'wa'],
    ])
    expect(await write([input('wb', 'wa')])).toMatchObject({ unchanged: 1 })
    expect(await records().findOne({ _id: 'p1' })).toMatchObject({ witnessCount: 2 })
    expect(await write([input('wa')])).toMatchObject({ updated: 1 })
    expect(await witnesses().countDocuments({ recordId: 'p1' })).toBe(1)
    expect(await write([poem({ id: 'p1' })])).toMatchObject({ updated: 1 })
    expect(await witnesses().countDocuments({})).toBe(0)
    expect(await records().findOne({ _id: 'p1' })).not.toHaveProperty('witnessCount')
  })

  it('are there after a writer that died, wherever it died', async () => {
    for (let lives = 0; ; lives++) {
      db = store.db(`b${count++}`)
      await prepareStore({ db, now: () => day }, [catalogue])
      await write([input('wa')])
      const died = await write([input('wb', 'wc')], dyingDb(db, lives)).then(
        () => false,
        (error: unknown) => error instanceof WriterDied,
      )
      if (!died) break
      await write([input('wb', 'wc')])
      expect((await witnessesOf({ db }, ['p1'])).map(({ witness: id }) => id)).toEqual(['wb', 'wc'])
      expect(await records().findOne({ _id: 'p1' })).not.toHaveProperty('unsettled')
    }
  })

  it('are searched where they read otherwise, and only there', async () => {
    await write([input('wa', 'wb')])
    const body = await indexed('p1')
    expect(body).toContain('牀前看月光')
    expect(body.match(/牀前明月光/g)).toHaveLength(1)
    expect(body).toContain('舉頭望明月')
    const same = witness('wsame', '床前看月光，疑是地上霜。')
    await write([
      poem(
        { id: 'p2' },
        {
          witnesses: [
            { ...same, paragraphs: [{ text: '床前看月光疑是地上霜举头望山月低头思故乡', kind: 'verse' }] },
          ],
        },
      ),
    ])
    expect(await indexed('p2')).not.toContain('床前看月光')
    expect(await indexed('p2')).toContain('牀前看月光')
  })

  it.each([
    ['of a work in chapters', { ...book('b9', 2), witnesses: [witness('wa', '甲')] }],
    ['with one id twice', input('wa', 'wa')],
    ['with the id of the record', input('p1')],
    ['of more than there may be', input(...Array.from({ length: 21 }, (_, i) => `w${i}`))],
    ['too long', poem({ id: 'p1' }, { witnesses: [witness('wa', '月'.repeat(20_001))] })],
  ])('%s are refused', async (_, refused) => {
    expect((await write([refused])).refused).toHaveLength(1)
  })
})
