// Publications, going back and wishes for new answers, over a real store.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sites } from '../module.ts'
import { sitePageId, sitePagesIn, sitesIn } from '../store/documents.ts'
import { documentOf, keepDocument } from '../store/kept-documents.ts'
import { migrations } from '../store/migrations.ts'
import type { NewSite } from '../store/new-site.ts'
import { openSite } from '../store/open-site.ts'
import { activate } from './activate.ts'
import { askPublication } from './ask-publication.ts'
import { askRefresh } from './ask-refresh.ts'
import {
  artifactsIn,
  numbered,
  publicationsIn,
  refreshesIn,
  releasesIn,
  type PublicationDoc,
  type ReleaseDoc,
} from './documents.ts'
import { firstOf, isStillWanted, nextPublication, nextWish, wishFailed } from './queue.ts'
import { redirectsOf, servedPublication } from './read.ts'
import { rollBack } from './roll-back.ts'
import { sweep, sweepBegin } from './sweep.ts'

let store: TestStore
let db: Db
const day = new Date('2026-11-22T00:00:00Z')
const later = new Date('2026-11-22T01:00:00Z')
const drawn = { at: day, redrawAt: null, mark: 'm' }
let site = ''
let opened = 0

const branch = (code: string): NewSite => ({
  code,
  names: { 'zh-CN': '余杭区图书馆' },
  seal: '余杭',
  theme: 'national',
  menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
  template: 'county',
  pages: new Map([
    ['/', '{"b":1,"a":2}'],
    ['/about', '{"a":2,"b":1}'],
  ]),
})

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('releases')
  const nothing = { pages: async () => new Map(), sites: async () => [] }
  await prepareStore({ db, now: () => day }, [sites(nothing)])
})
afterAll(() => store.close())
beforeEach(async () => {
  site = `n${++opened}`
  await openSite(db, branch(site), day)
})

const stateOf = async (number: number): Promise<string | undefined> =>
  (await publicationsIn(db).findOne({ _id: numbered(site, number) }))?.state

/** A release as the job makes it. */
async function release(number: number, publication = number): Promise<ReleaseDoc> {
  const doc: ReleaseDoc = {
    _id: numbered(site, number),
    site,
    number,
    publication,
    why: 'publish',
    of: null,
    by: null,
    name: '',
    at: day,
    hash: `hash-${number}`,
    routes: [{ path: '/', language: 'zh-CN', artifact: `a${number}`, type: 'text/html' }],
    changed: ['/'],
    answers: 'answers',
    words: 'words',
    stale: [],
  }
  await releasesIn(db).insertOne(doc)
  return doc
}
const live = async () => (await sitesIn(db).findOne({ _id: site }))?.live

describe('a document that is kept', () => {
  it('has one hash however it is spelled', async () => {
    const hash = await keepDocument(db, '{ "b": 1, "a": [2] }')
    expect(await keepDocument(db, '{"a":[2],"b":1}')).toBe(hash)
    expect(await documentOf(db, hash)).toBe('{"a":[2],"b":1}')
    expect(await documentOf(db, '0'.repeat(64))).toBeNull()
  })
})

describe('a publication', () => {
  it('is asked for with a new site, once', async () => {
    await openSite(db, branch(site), later)
    expect(await publicationsIn(db).find({ site }).toArray()).toMatchObject([
      { number: 1, state: 'asked', by: null, dueAt: day, facts: { seal: '余杭' } },
    ])
  })

  it('shows the drafts as they were when it was asked for', async () => {
    await sitePagesIn(db).updateOne({ _id: sitePageId(site, '/') }, { $set: { document: '{"a":3}' } })
    await askPublication(db, { site, by: 'lin', at: later })
    await sitePagesIn(db).updateOne({ _id: sitePageId(site, '/') }, { $set: { document: '{"a":4}' } })
    const found = await publicationsIn(db).findOne({ _id: numbered(site, 2) })
    const texts = await Promise.all((found?.pages ?? []).map(({ document }) => documentOf(db, document)))
    expect([found?.by, texts]).toEqual(['lin', ['{"a":3}', '{"a":2,"b":1}']])
  })

  it('ends those that were asked for before and are not live', async () => {
    const asked = await askPublication(db, { site, by: 'lin', at: later })
    expect(asked).toEqual({ number: 2, superseded: [1] })
    expect([await stateOf(1), await stateOf(2)]).toEqual(['superseded', 'asked'])
  })

  it('gets a number of its own when two ask at once', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => askPublication(db, { site, by: 'lin', at: later })))
    const numbers = asked.map((one) => (one && 'number' in one ? one.number : null))
    expect(numbers.sort()).toEqual([2, 3, 4])
    expect(await stateOf(4)).toBe('asked')
  })

  it('may be due later', async () => {
    await askPublication(db, { site, by: 'lin', at: day, publishAt: later })
    const found = await publicationsIn(db).findOne({ _id: numbered(site, 2) })
    expect(found?.dueAt).toEqual(later)
  })

  it('is not wanted any more once a later one was asked for, even by somebody who ended before saying so', async () => {
    await publicationsIn(db).updateMany({ site: { $ne: site } }, { $set: { state: 'live' } })
    const first = await nextPublication(db, day)
    if (!first) throw new Error('No publication waits.')
    expect(first).toMatchObject({ site, number: 1 })
    expect(await isStillWanted(db, first)).toBe(true)
    await askPublication(db, { site, by: 'lin', at: later })
    await publicationsIn(db).updateOne({ _id: first._id }, { $set: { state: 'rendering' } })
    expect(await isStillWanted(db, first)).toBe(false)
  })

  it('is taken up in the order of time, whether it was begun before or not, and all that wait are not read for it', async () => {
    await publicationsIn(db).updateMany({}, { $set: { state: 'live' } })
    const first = { site: 'n0', state: 'asked', nextTryAt: day } as const
    const rest = { ...(await publicationsIn(db).findOne({ site })), ...first }
    const minutes = (n: number): Date => new Date(day.getTime() + n * 60_000)
    await publicationsIn(db).insertMany([
      { ...rest, _id: 'q3', number: 3, nextTryAt: minutes(3) } as PublicationDoc,
      { ...rest, _id: 'q2', number: 2, nextTryAt: minutes(2), state: 'rendering' } as PublicationDoc,
      { ...rest, _id: 'q1', number: 1, nextTryAt: minutes(1) } as PublicationDoc,
    ])
    expect(await nextPublication(db, day)).toBeNull()
    const taken: unknown[] = []
    for (let next = await nextPublication(db, later); next; next = await nextPublication(db, later)) {
      expect(next.state).toBe('rendering')
      taken.push(next._id)
      await publicationsIn(db).updateOne({ _id: next._id }, { $set: { state: 'live' } })
    }
    expect(taken).toEqual(['q1', 'q2', 'q3'])
    const plan = JSON.stringify(await firstOf(db, 'asked', later).explain())
    expect(plan).toContain('IXSCAN')
    expect(plan).not.toContain('"SORT"')
  })

  it('is not asked for while two texts of a page wait for a choice', async () => {
    const clash = { id: 'c', by: 'lin', name: 'n33/lin', at: day, kind: 'changed', block: null } as const
    await sitePagesIn(db).updateOne(
      { _id: sitePageId(site, '/about') },
      { $set: { clashes: [{ ...clash, path: [], ours: '一', theirs: '二' }] } },
    )
    expect(await askPublication(db, { site, by: 'lin', at: later })).toEqual({ unsettled: ['/about'] })
    expect(await stateOf(1)).toBe('asked')
  })

  it('knows the former addresses of its pages, but those where a page stands now', async () => {
    const formerly = (path: string, formerPaths: readonly string[]) =>
      sitePagesIn(db).updateOne({ _id: sitePageId(site, path) }, { $set: { formerPaths } })
    await formerly('/about', ['/us', '/'])
    await askPublication(db, { site, by: 'lin', at: later })
    const found = await publicationsIn(db).findOne({ _id: numbered(site, 2) })
    expect(found && [...redirectsOf(found)]).toEqual([['/us', '/about']])
  })

  it('is what a site shows before its first release, never a draft', async () => {
    const shown = async (now = later) =>
      (await servedPublication(db, { _id: site }, now, AbortSignal.timeout(5_000)))?.number ?? null
    expect(await shown()).toBe(1)
    await askPublication(db, { site, by: 'lin', at: later, publishAt: new Date('2026-12-01T00:00:00Z') })
    expect(await shown()).toBe(1)
    await askPublication(db, { site, by: 'lin', at: later })
    expect(await shown()).toBe(3)
    await publicationsIn(db).updateOne({ _id: numbered(site, 3) }, { $set: { state: 'refused' } })
    expect(await shown()).toBe(1)
    await publicationsIn(db).updateMany({ site }, { $set: { state: 'refused' } })
    expect(await shown()).toBeNull()
  })

  it('cannot be asked for without a site', async () => {
    expect(await askPublication(db, { site: 'n-none', by: null, at: day })).toBeNull()
  })
})

describe('a release', () => {
  it('becomes live only over the one that was looked at', async () => {
    const [first, second] = [await release(1), await release(2)]
    expect(await activate(db, first, null, drawn)).toBe(true)
    const before = await live()
    expect(await activate(db, second, null, drawn)).toBe(false)
    expect(await activate(db, second, before ?? null, { ...drawn, at: later })).toBe(true)
    expect(await activate(db, first, before ?? null, drawn)).toBe(false)
    expect(await live()).toMatchObject({ release: 2, hash: 'hash-2', at: later })
    expect((await releasesIn(db).findOne({ _id: first._id }))?.liveAt).toEqual(day)
  })

  it('that was live is served again under a new number, and what was under way is ended', async () => {
    await activate(db, await release(1), null, drawn)
    await activate(db, await release(2), (await live()) ?? null, drawn)
    await askPublication(db, { site, by: 'lin', at: day })
    await askPublication(db, { site, by: 'lin', at: day, publishAt: new Date('2027-01-01T00:00:00Z') })
    expect(await rollBack(db, { site, to: 1, by: 'wu', at: later })).toBe(3)
    expect(await live()).toMatchObject({ release: 3, publication: 1, hash: 'hash-1' })
    const found = await releasesIn(db).findOne({ _id: numbered(site, 3) })
    expect(found).toMatchObject({ why: 'rollback', of: 1, by: 'wu', liveAt: later })
    // What is to be live next year is not under way.
    expect([await stateOf(1), await stateOf(3)]).toEqual(['superseded', 'asked'])
  })

  it('that never was live cannot be gone back to', async () => {
    await activate(db, await release(1), null, drawn)
    await release(2)
    expect(await rollBack(db, { site, to: 2, by: 'wu', at: later })).toBeNull()
    expect(await rollBack(db, { site, to: 9, by: 'wu', at: later })).toBeNull()
    expect(await rollBack(db, { site: 'n-none', to: 1, by: 'wu', at: later })).toBeNull()
  })
})

describe('what nobody can ask for any more', () => {
  const weekLater = new Date(day.getTime() + 7 * 24 * 3600_000)
  const signal = AbortSignal.timeout(30_000)
  /** Looks until the end, some at a time. */
  async function sweepAll(most: number): Promise<readonly [releases: number, artifacts: number]> {
    let place = sweepBegin
    const gone: [number, number] = [0, 0]
    for (let looks = 0; looks < 100; looks++) {
      const swept = await sweep(db, weekLater, signal, place, most)
      gone[0] += swept.releases
      gone[1] += swept.artifacts
      place = swept.place
      if (place.release === '' && place.artifact === '') return gone
    }
    throw new Error('It does not come to an end.')
  }

  it('goes, however many that stay come before it', async () => {
    await releasesIn(db).deleteMany({})
    await artifactsIn(db).deleteMany({})
    // Each of them is served, and was only drawn again.
    for (let n = 0; n < 5; n++) {
      site = `n0${n}`
      await openSite(db, branch(site), day)
      await releasesIn(db).insertOne({
        ...(await release(1)),
        _id: numbered(site, 2),
        number: 2,
        why: 'refresh',
        publication: 1,
      })
      await sitesIn(db).updateOne(
        { _id: site },
        { $set: { live: { ...{ release: 2, publication: 1, hash: 'x', at: day }, ...drawn, drawnAt: day } } },
      )
    }
    // The last one has been drawn once more.
    await releasesIn(db).insertOne({
      ...(await release(3)),
      _id: numbered(site, 4),
      number: 4,
      why: 'refresh',
      publication: 1,
    })
    await sitesIn(db).updateOne({ _id: site }, { $set: { 'live.release': 4 } })
    const bytes = { br: new Uint8Array(1), gzip: new Uint8Array(1), size: 1, neededAt: day }
    await artifactsIn(db).insertMany(
      ['a1', 'a2', 'a3', 'answers', 'words', 'nobody', 'zero'].map((_id) => ({ _id, ...bytes })),
    )
    expect(await sweepAll(2)).toEqual([1, 3])
    expect(await releasesIn(db).findOne({ _id: numbered(site, 2) })).toBeNull()
    expect((await artifactsIn(db).find({}).sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      ...['a1', 'a3', 'answers', 'words'],
    ])
  })
})

it('a wish that could not be granted waits a moment, and is still there', async () => {
  await refreshesIn(db).deleteMany({})
  await askRefresh(db, [site], day)
  const wish = await nextWish(db, day)
  if (!wish) throw new Error('No wish waits.')
  await wishFailed(db, wish, day)
  expect(await nextWish(db, day)).toBeNull()
  expect(await nextWish(db, later)).toMatchObject({ _id: site, count: 1 })
})

it('sites of a former version get their first publication, once', async () => {
  await publicationsIn(db).deleteMany({ site })
  const [releases] = migrations.filter(({ id }) => id.endsWith('-releases'))
  const parts = { db, now: () => later, signal: AbortSignal.timeout(30_000) }
  for (let times = 0; times < 2; times++) await releases?.run({ ...parts, log: () => {} } as never)
  expect(await publicationsIn(db).find({ site }).toArray()).toMatchObject([
    { number: 1, state: 'asked', by: null },
  ])
})

it('a wish for new answers is kept once a site, and counted', async () => {
  await askRefresh(db, [site, 'n-none'], day)
  await askRefresh(db, [site], later)
  await askRefresh(db, [], later)
  expect(await refreshesIn(db).findOne({ _id: site })).toEqual({
    _id: site,
    askedAt: later,
    nextTryAt: later,
    count: 2,
  })
})
