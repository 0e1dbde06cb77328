// A process that dies at any write of any change: nothing typed is lost or doubled, and the same again completes it.
import { openAuditLog } from '@shuxiang/audit'
import type { Person } from '@shuxiang/permissions'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parsePageText } from '@shuxiang/site-model'
import { sitePagesIn, sitesIn } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { binIn, opsIn, revisionsIn } from './documents.ts'
import { about, ask, home, people, prepared, save, sent, setTitle, type Desk } from './testing/site.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

/** Writes of a change are fewer than this. */
const most = 24
const { lin, admin, national } = people
const clock = 1_795_000_000_000
const deskAt = (db: Db): Desk => ({
  ...{ db, audit: openAuditLog(db, () => clock), now: clock },
  contextOf: testContext,
})
const ops = sent(setTitle('a', '一'), { op: 'remove', id: 'b' })
const others = sent(setTitle('a', '别人'))

const gone = 'n33:gone'

/** A store with a page that was taken away, to which it can be brought back; `before` is done to it first. */
async function storeWith(before: ((db: Db) => Promise<unknown>) | null): Promise<() => Promise<Db>> {
  const db = store.db('editing_crash')
  await prepared(db)
  for (const name of audited) await db.collection(name).deleteMany({})
  const like = await sitePagesIn(db).findOne({ _id: home })
  if (!like) throw new Error('the site has no home page')
  const removed = { by: 'lin', name: 'n33/lin', at: new Date(clock) }
  await binIn(db).insertOne({ ...like, _id: gone, path: '/gone', hash: 'of-its-document', removed })
  await before?.(db)
  const written = await Promise.all(
    touched.map(async (name) => ({ name, documents: await db.collection(name).find({}).toArray() })),
  )
  return async () => {
    for (const { name, documents } of written) {
      await db.collection(name).deleteMany({})
      if (documents.length > 0) await db.collection(name).insertMany(documents)
    }
    return db
  }
}
const audited = ['audit_entries', 'audit_head']
const touched = [
  'sites',
  'site_pages',
  'site_revisions',
  'site_ops',
  'site_bin',
  'site_documents',
  ...audited,
]

/** What is stored, but for times; every revision has its document, and every page is one. */
async function state(db: Db): Promise<unknown> {
  const pages = await sitePagesIn(db).find({ site: 'n33' }).sort({ _id: 1 }).toArray()
  const revisions = await revisionsIn(db).find({ site: 'n33' }).sort({ _id: 1 }).toArray()
  for (const { document } of pages) expect(parsePageText(document).ok).toBe(true)
  for (const { hash } of revisions) expect(await documentOf(db, hash)).not.toBeNull()
  const bin = (await binIn(db).find({ site: 'n33' }).sort({ _id: 1 }).toArray()).filter(
    ({ _id }) => !pages.some((page) => page._id === _id),
  )
  // A page is never lost: it is among the pages or in the bin.
  expect([...pages, ...bin].map(({ _id }) => _id)).toEqual(expect.arrayContaining([home, about, gone]))
  const site = await sitesIn(db).findOne({ _id: 'n33' })
  const noted = await openAuditLog(db, () => clock).entries({ limit: 200 })
  return {
    pages: pages.map(({ _id, path, rev, document, formerPaths, clashes, pending }) => ({
      ...{ _id, path, rev, document, formerPaths, pending: pending ?? null },
      clashes: (clashes ?? []).map(({ ours, theirs }) => [ours, theirs]),
    })),
    bin: bin.map(({ _id, path, deed }) => [_id, path, deed ?? null]),
    revisions: revisions.map(({ _id, hash, why }) => [_id, hash, why]),
    ops: (await opsIn(db).find({}).sort({ _id: 1 }).toArray()).map(({ _id, rev, inverse }) => [
      _id,
      rev,
      inverse,
    ]),
    site: { ...site, deed: site?.deed ?? null },
    deeds: [
      ...new Set(noted.map(({ action, object, details }) => JSON.stringify([action, object, details]))),
    ].sort(),
  }
}

/** What is asked, and whether somebody else has changed the page before. */
type Change = readonly [query: string, variables: object, before?: 'others came before']

const create = `mutation { createPage(site: "n33", key: "a-new-page", path: "/new", title: [{ language: "en", text: "x" }]) { id } }`
it.each([
  ['savePage', () => [save, { page: home, baseRev: 1, ops }], lin],
  [
    'savePage beside others',
    () => [save, { page: about, baseRev: 1, ops: ops.slice(0, 1) }, 'others came before'],
    lin,
  ],
  ['createPage', () => [create, {}], lin],
  ['renamePage', () => [`mutation { renamePage(page: "${about}", path: "/us") { id } }`, {}], lin],
  ['removePage', () => [`mutation { removePage(page: "${about}") { id } }`, {}], national],
  ['restorePage', () => [`mutation { restorePage(page: "${gone}") { id } }`, {}], lin],
  [
    'restoreRevision',
    () => [`mutation { restoreRevision(page: "${about}", rev: 1) { id } }`, {}, 'others came before'],
    lin,
  ],
  [
    'changeSite',
    () => ['mutation { changeSite(site: "n33", baseRev: 0, change: { theme: "bamboo" }) { id } }', {}],
    admin,
  ],
] satisfies readonly (readonly [string, () => Change, Person])[])('%s', async (_, change, who) => {
  const [query, variables, before] = change()
  const ready = await storeWith(
    before ? (db) => ask(deskAt(db), lin, save, { page: about, baseRev: 1, ops: others }) : null,
  )
  const whole = await ready()
  const { errors } = await ask(deskAt(whole), who, query, variables)
  expect(errors).toBeUndefined()
  const wanted = await state(whole)
  for (let lives = 0; lives < most; lives++) {
    const db = await ready()
    const survived = (await ask(deskAt(dyingDb(db, lives)), who, query, variables)).errors === undefined
    await state(db)
    // What was done but not noted is noted when the page is next changed, and asking again changes it.
    await ask(deskAt(db), who, query, variables)
    expect(await state(db)).toEqual(wanted)
    if (survived) {
      expect(lives).toBeGreaterThan(1)
      return
    }
  }
  throw new Error(`The change writes ${most} times or more.`)
})
