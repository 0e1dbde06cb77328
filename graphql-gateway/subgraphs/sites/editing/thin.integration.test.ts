// Revisions that were saved by themselves are thinned out by their age, and nothing else is; what is left midway is carried out.
import type { AuditEntry } from '@shuxiang/audit/contract'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { askPublication } from '../releases/ask-publication.ts'
import { sitePagesIn, sitesIn } from '../store/documents.ts'
import { documentOf, keepDocument } from '../store/kept-documents.ts'
import { day } from './bounds.ts'
import { binIn, revisionId, revisionsIn, type RevisionReason } from './documents.ts'
import { draftsJob } from './job.ts'
import { ask, deskOf, home, people, prepared, save, sent, setTitle } from './testing/site.ts'

let store: TestStore
let db: Db
const hour = 3600_000
const now = Date.UTC(2027, 0, 1)
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('thinning')
})
afterAll(() => store.close())
beforeEach(() => prepared(db))

const run = (at = now, audit = memoryAudit()) =>
  draftsJob(() => audit).run(
    {
      db,
      now: () => new Date(at),
      log: { debug() {}, info() {}, warn() {}, error() {} },
      dataDir: '',
      publicOrigin: '',
    },
    new AbortController().signal,
  )

/** Revisions from the oldest to the newest, each of its own document. */
async function kept(...ages: readonly (readonly [age: number, why?: RevisionReason])[]): Promise<string[]> {
  const hashes: string[] = []
  for (const [n, [age, why = 'autosave']] of ages.entries()) {
    const hash = await keepDocument(db, JSON.stringify({ n }))
    hashes.push(hash)
    const done = { by: 'lin', name: 'n33/lin', at: new Date(now - age) }
    await revisionsIn(db).insertOne({
      ...{ _id: revisionId(home, n + 1), site: 'n33', page: home, rev: n + 1, hash, ...done, why, label: '' },
    })
  }
  return hashes
}
const left = async () =>
  (await revisionsIn(db).find({}).sort({ page: 1, rev: 1, _id: 1 }).toArray()).map(({ rev }) => rev)

it('all of a day, one an hour for a month, one a day for a year, and the newest stay', async () => {
  const minute = 60_000
  const hashes = await kept(
    [400 * day],
    [399 * day, 'named'],
    [100 * day + 3 * hour],
    [100 * day + 2 * hour],
    [10 * day + 3 * hour - minute],
    [10 * day + 3 * hour - 2 * minute],
    [10 * day + 2 * hour - minute],
    [23 * hour],
    [23 * hour - minute],
  )
  await run()
  expect(await left()).toEqual([2, 4, 6, 7, 8, 9])
  await run()
  expect(await left()).toEqual([2, 4, 6, 7, 8, 9])
  const documents = await Promise.all(hashes.map((hash) => documentOf(db, hash)))
  expect(documents.map((text) => text !== null)).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
    true,
    true,
    true,
  ])
  // Two years later the newest of all is left, and what has a name.
  await run(now + 800 * day)
  expect(await left()).toEqual([2, 9])
})

it('what was published stays, and a document that somebody else names does', async () => {
  await kept([50 * day], [50 * day - 60_000], [hour])
  const shared = await revisionsIn(db).findOne({ rev: 1 })
  const page = await sitePagesIn(db).findOne({ _id: home })
  const hash = await keepDocument(db, page?.document ?? '')
  await revisionsIn(db).updateOne({ rev: 2 }, { $set: { hash } })
  await sitePagesIn(db).updateOne({ _id: 'n33:/about' }, { $set: { hash: shared?.hash ?? '' } })
  await askPublication(db, { site: 'n33', by: null, at: new Date(now) })
  expect(await revisionsIn(db).findOne({ rev: 2 })).toMatchObject({ why: 'publish' })
  await revisionsIn(db).updateOne({ rev: 2 }, { $set: { why: 'autosave' } })
  await revisionsIn(db).updateOne({ rev: 2 }, { $set: { at: new Date(now - 50 * day - 60_000) } })
  await run()
  expect(await left()).toEqual([2, 3])
  expect(await documentOf(db, shared?.hash ?? '')).not.toBeNull()
})

it('what processes left midway is carried out', async () => {
  const desk = deskOf(db, memoryAudit(), testContext)
  const { lin, admin } = people
  const made = { page: home, baseRev: 1, ops: sent(setTitle('a', '一')) }
  const begun = { _id: home, hash: { $exists: true } }
  for (let lives = 0; lives < 9 && !(await sitePagesIn(db).findOne(begun)); lives++)
    await ask({ ...desk, db: dyingDb(db, lives) }, lin, save, made)
  // The change itself, and nothing of what it leaves elsewhere.
  await ask({ ...desk, db: dyingDb(db, 1) }, lin, save, made)
  expect(await sitePagesIn(db).findOne({ _id: home })).toHaveProperty('pending')
  const change = 'mutation { changeSite(site: "n33", baseRev: 0, change: { theme: "bamboo" }) { rev } }'
  await ask({ ...desk, db: dyingDb(db, 1) }, admin, change)
  const deed: AuditEntry = {
    ...{ actor: 'lin', client: null, action: 'page.draft', outcome: 'done', reason: null },
    ...{ library: 'n33', object: 'page:n33:x', requestId: 'test' },
  }
  const like = await sitePagesIn(db).findOne({ _id: 'n33:/about' })
  const removed = { by: 'lin', name: 'n33/lin', at: new Date(desk.now) }
  if (like) await binIn(db).insertOne({ ...like, _id: 'n33:x', removed, deed })
  const audit = memoryAudit()
  await run(desk.now + hour, audit)
  expect(await sitePagesIn(db).findOne({ _id: home })).not.toHaveProperty('pending')
  expect(await revisionsIn(db).countDocuments({ page: home, rev: 2 })).toBe(1)
  expect(await sitesIn(db).findOne({ _id: 'n33' })).toMatchObject({ theme: 'bamboo', rev: 1 })
  expect(await sitesIn(db).findOne({ _id: 'n33' })).not.toHaveProperty('deed')
  expect(await binIn(db).findOne({ _id: 'n33:x' })).not.toHaveProperty('deed')
  expect(audit.recorded.map(({ object }) => object)).toContain('page:n33:x')
})
