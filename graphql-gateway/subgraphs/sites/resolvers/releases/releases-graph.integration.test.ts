// Releases in the graph: what everybody may fetch, who publishes and goes back, and what is noted of it.
import { person, testNow } from '@shuxiang/permissions/fixture'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sites } from '../../module.ts'
import { activate } from '../../releases/activate.ts'
import { artifactText, keepArtifacts } from '../../releases/artifacts.ts'
import { nextPublication, publicationIsLive } from '../../releases/queue.ts'
import { revisionsIn } from '../../editing/documents.ts'
import { plainEditing } from '../../editing/testing/page-rules.ts'
import { personal } from '../../releases/personal.ts'
import { publicationsIn } from '../../releases/documents.ts'
import { writeRelease } from '../../releases/write-release.ts'
import { sitePagesIn, sitesIn } from '../../store/documents.ts'
import { approvalsIn } from '../../review/documents.ts'
import { keepDocument } from '../../store/kept-documents.ts'
import { openSite } from '../../store/open-site.ts'
import { createSites } from '../../subgraph.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
const now = new Date(testNow * 1000)
const execute = createExecutor(createSites({ sitesOrigin: 'https://lib.example', ...plainEditing }))
const hash = 'a'.repeat(64)

const publisher = person({
  subject: 'lin',
  username: 'n33/lin',
  memberships: [{ library: 'n33', role: 'publisher', expires: null }],
})

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('releases-graph')
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now: () => now }, [module])
  await openSite(
    db,
    {
      code: 'n33',
      names: { 'zh-CN': '浙江图书馆' },
      seal: '浙江',
      theme: 'national',
      menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
      template: 'county',
      pages: new Map([['/', '{"draft":1}']]),
    },
    now,
  )
})
afterAll(() => store.close())
beforeEach(() => {
  audit = memoryAudit()
})

const run = (query: string, principal?: Person, tenant: string | null = null) =>
  execute(
    query,
    {},
    {
      ...testContext(db, { audit, now: () => now.getTime(), ...(principal && { principal }) }),
      tenant,
    },
  )
const codeOf = async (query: string, principal?: Person): Promise<unknown> =>
  (await run(query, principal)).errors?.[0]?.extensions?.['code']

/** As the job does. */
async function makeLive(): Promise<number> {
  const publication = await nextPublication(db, now)
  if (!publication) throw new Error('No publication waits.')
  const site = await sitesIn(db).findOne({ _id: 'n33' })
  await keepArtifacts(db, [{ hash, text: '<p>字</p>' }], now)
  const release = await writeRelease(
    db,
    {
      site: 'n33',
      publication: publication.number,
      why: 'publish',
      by: publication.by,
      name: publication.name,
      at: now,
      hash,
      routes: [{ path: '/', language: 'zh-CN', artifact: hash, type: 'text/html' }],
      changed: ['/'],
      answers: hash,
      words: hash,
      stale: [],
    },
    site?.live?.release ?? 0,
  )
  await activate(db, release, site?.live ?? null, { at: now, redrawAt: null, mark: '' })
  await publicationIsLive(db, publication)
  return release.number
}

describe('what is served', () => {
  it('is nobody’s business before it is live', async () => {
    expect(
      (await run('{site(code:"n33"){release paths} siteRelease(site:"n33",number:1){number}}')).data,
    ).toEqual({
      site: { release: null, paths: ['/'] },
      siteRelease: null,
    })
    await makeLive()
    expect(
      (
        await run(
          '{site(code:"n33"){release} siteRelease(site:"n33",number:1){number routes{path language artifact parameters}}}',
        )
      ).data,
    ).toEqual({
      site: { release: 1 },
      siteRelease: {
        number: 1,
        routes: [{ path: '/', language: 'zh-CN', artifact: hash, parameters: [] }],
      },
    })
  })

  it('leads on from former addresses', async () => {
    await publicationsIn(db).updateOne(
      { _id: 'n33:1' },
      { $set: { 'pages.0.formerPaths': ['/home', '/index'] } },
    )
    expect((await run('{siteRelease(site:"n33",number:1){redirects{from to}}}')).data).toEqual({
      siteRelease: {
        redirects: expect.arrayContaining([
          { from: '/home', to: '/' },
          { from: '/index', to: '/' },
        ]),
      },
    })
  })

  it('has its bytes packed', async () => {
    expect(await artifactText(db, hash)).toBe('<p>字</p>')
    const { data } = await run(`{siteArtifact(hash:"${hash}"){size br gzip}}`)
    expect(data).toMatchObject({ siteArtifact: { size: 10 } })
    expect((await run('{siteArtifact(hash:"../x"){size}}')).data).toEqual({ siteArtifact: null })
  })

  it('is the published document, whatever the draft is', async () => {
    await db
      .collection<{ _id: string }>('site_pages')
      .updateOne({ _id: 'n33:/' }, { $set: { document: '{"draft":2}' } })
    await sitesIn(db).updateOne({ _id: 'n33' }, { $set: { seal: '草稿' } })
    const query =
      '{page(path:"/"){document rev} none:page(path:"/none"){rev} site(code:"n33"){seal names{text} theme menu{path} paths}}'
    expect((await run(query, undefined, 'n33')).data).toEqual({
      page: { document: '{"draft":1}', rev: 1 },
      none: null,
      site: {
        seal: '浙江',
        names: [{ text: '浙江图书馆' }],
        theme: 'national',
        menu: [{ path: '/' }],
        paths: ['/'],
      },
    })
  })
})

describe('publishing', () => {
  it('is a publisher’s, is noted, and is told to those who work on the site', async () => {
    const { data } = await run(
      'mutation{publishSite(site:"n33"){number state by dueAt findings{rule}}}',
      publisher,
    )
    expect(data).toEqual({
      publishSite: { number: 2, state: 'ASKED', by: 'n33/lin', dueAt: now.toISOString(), findings: [] },
    })
    expect(audit.recorded).toMatchObject([
      { action: 'page.publish', outcome: 'done', library: 'n33', object: 'site:n33' },
    ])
    await makeLive()
    expect((await run('{publications(site:"n33"){number state by at}}', publisher)).data).toMatchObject({
      publications: [
        { number: 2, state: 'LIVE', by: 'n33/lin' },
        { number: 1, state: 'LIVE', by: null },
      ],
    })
  })

  it('is for a second person where the library asks for one, and only of what somebody wrote last', async () => {
    /** Of what is there when they look. */
    const publishing = async (principal: Person): Promise<string> => {
      const { data } = await run('{siteReview(site:"n33"){hash}}', principal)
      return `mutation{publishSite(site:"n33",hash:"${Object(data)['siteReview'].hash}"){number}}`
    }
    const other = person({
      ...{ subject: 'wu', username: 'n33/wu' },
      memberships: [{ library: 'n33', role: 'publisher', expires: null }],
    })
    const why = async (principal: Person): Promise<unknown> =>
      (await run(await publishing(principal), principal)).errors?.[0]?.extensions?.['reason']
    await sitesIn(db).updateOne({ _id: 'n33' }, { $set: { reviewSteps: 2 } })
    const live = (await sitesIn(db).findOne({ _id: 'n33' }))?.live
    const asked = (await publicationsIn(db).findOne({ _id: `n33:${live?.publication}` }))?.at ?? now
    const wrote = (by: string, at: Date, rev: number) =>
      revisionsIn(db).insertOne({
        ...{ _id: `n33:/@${rev}`, site: 'n33', page: 'n33:/', rev, hash: 'x', by, name: by, at },
        ...{ why: 'autosave', label: '' },
      })
    // What they wrote before is live: nothing of theirs waits.
    await wrote('lin', new Date(asked.getTime() - 1000), 1)
    expect(await why(publisher)).toBeUndefined()
    // Somebody who changes a word after them does not make it another's.
    await wrote('lin', new Date(asked.getTime() + 1000), 2)
    await wrote('wu', new Date(asked.getTime() + 2000), 3)
    expect(await why(publisher)).toBe('second-person')
    expect(audit.recorded.at(-1)).toMatchObject({
      ...{ action: 'page.publish', outcome: 'refused', reason: 'second-person' },
    })
    const third = person({
      ...{ subject: 'he', username: 'n33/he' },
      memberships: [{ library: 'n33', role: 'publisher', expires: null }],
    })
    expect(await why(other)).toBe('second-person')
    expect(await why(third)).toBeUndefined()
    // What the third has published is looked at, whoever publishes exactly that once more.
    expect(await why(other)).toBeUndefined()
    await approvalsIn(db).deleteMany({})
    // What is written between the look and the freezing is not let through either.
    await revisionsIn(db).deleteMany({})
    const racing = {
      ...audit,
      record: async (entry: never) => {
        await wrote('lin', new Date(asked.getTime() + 3000), 4).catch(() => undefined)
        return audit.record(entry)
      },
    }
    const before = await publicationsIn(db).countDocuments({})
    const raced = await execute(
      await publishing(publisher),
      {},
      testContext(db, { audit: racing, now: () => now.getTime(), principal: publisher }),
    )
    expect(raced.errors?.[0]?.extensions?.['reason']).toBe('second-person')
    expect(await publicationsIn(db).countDocuments({})).toBe(before)
    await sitesIn(db).updateOne({ _id: 'n33' }, { $unset: { reviewSteps: '' } })
    await revisionsIn(db).deleteMany({})
    await publicationsIn(db).deleteMany({ number: { $gt: 2 } })
  })

  it('shows parts of the nation on a page that is drawn for a request, and leaves out what is not published', async () => {
    const whole = (blocks: object) =>
      JSON.stringify({ schema: 1, meta: { title: { 'zh-CN': '页' } }, root: Object.keys(blocks), blocks })
    const naming = (part: string) => ({
      type: 'shared-part',
      v: 1,
      fields: { from: 'nation', part },
      slots: {},
    })
    const kept = await keepDocument(db, whole({ a: naming('law'), b: naming('none') }))
    const live = (await sitesIn(db).findOne({ _id: 'n33' }))?.live
    const shown = { _id: `n33:${live?.publication}` }
    const before = await publicationsIn(db).findOne(shown)
    await publicationsIn(db).updateOne(shown, { $set: { 'pages.0.document': kept } })
    const law = await keepDocument(db, whole({ q: { type: 'text', v: 1, fields: { t: '法' }, slots: {} } }))
    if (!before) throw new Error('Nothing is live.')
    await publicationsIn(db).insertOne({
      ...before,
      ...{ _id: 'ndl:1', site: 'ndl', number: 1, pages: [{ path: '/parts/law', document: law }] },
    })
    const site = await sitesIn(db).findOne({ _id: 'n33' })
    if (!site?.live) throw new Error('Nothing is live.')
    await sitesIn(db).insertOne({ ...site, _id: 'ndl', live: { ...site.live, publication: 1 } })
    const { data } = await run('{page(path:"/"){document}}', undefined, 'n33')
    expect(JSON.parse(Object(data)['page'].document)).toMatchObject({
      root: ['a-0'],
      blocks: { 'a-0': { type: 'text', fields: { t: '法' } } },
    })
    const offered = '{sharedParts(site:"n33"){keeper name title{text} document}}'
    expect((await run(offered, publisher)).data).toMatchObject({
      sharedParts: [
        { keeper: 'NATION', name: 'law', title: [{ text: '页' }], document: expect.stringContaining('法') },
      ],
    })
    expect(await codeOf(offered)).toBe('UNAUTHENTICATED')
    const elsewhere = person({ memberships: [{ library: 'n32', role: 'publisher', expires: null }] })
    expect(await codeOf(offered, elsewhere)).toBe('FORBIDDEN')
    await sitesIn(db).deleteOne({ _id: 'ndl' })
    await publicationsIn(db).deleteOne({ _id: 'ndl:1' })
    await publicationsIn(db).replaceOne(shown, before)
  })

  it('tells in sentences what is other between two releases, to those who work on the site', async () => {
    const query = '{releaseChanges(site:"n33",from:1,to:2){page words{language text}}}'
    // The first had a document that is no page; what it was cannot be told.
    expect((await run(query, publisher)).data).toEqual({ releaseChanges: [] })
    const whole = (title: string) =>
      JSON.stringify({ schema: 1, meta: { title: { 'zh-CN': title } }, root: [], blocks: {} })
    const put = async (publication: string, text: string) => {
      const kept = await keepDocument(db, text)
      await publicationsIn(db).updateOne({ _id: publication }, { $set: { 'pages.0.document': kept } })
    }
    await put('n33:1', whole('首页'))
    await put('n33:2', whole('本馆'))
    expect((await run(query, publisher)).data).toEqual({
      releaseChanges: [
        {
          page: '/',
          words: [
            { language: 'zh-CN', text: '改了 /' },
            { language: 'en', text: 'changed /' },
          ],
        },
      ],
    })
    expect(await codeOf(query)).toBe('UNAUTHENTICATED')
    const never = await run('{releaseChanges(site:"n33",from:1,to:99){page}}', publisher)
    expect(never.data).toEqual({ releaseChanges: null })
    const other = person({ memberships: [{ library: 'n32', role: 'publisher', expires: null }] })
    expect(await codeOf(query, other)).toBe('FORBIDDEN')
  })

  it('tells in sentences what the drafts would change for readers, and which pages begin or end by themselves', async () => {
    const draft = await sitePagesIn(db).findOne({ _id: 'n33:/' })
    const write = (title: string, meta: object = {}) =>
      sitePagesIn(db).updateOne(
        { _id: 'n33:/' },
        {
          $set: {
            document: JSON.stringify({
              ...{ schema: 1, root: [], blocks: {} },
              meta: { title: { 'zh-CN': title }, ...meta },
            }),
          },
          $unset: { hash: '' },
        },
      )
    const query = '{draftChanges(site:"n33"){release changes{page words{text}} timed{path until from}}}'
    const served = '{editedPage(id:"n33:/"){published}}'
    await write('本馆')
    expect((await run(query, publisher)).data).toEqual({
      draftChanges: { release: 2, changes: [], timed: [] },
    })
    await write('新的首页', { until: '2027-01-01T00:00:00Z' })
    expect((await run(query, publisher)).data).toEqual({
      draftChanges: {
        release: 2,
        changes: [{ page: '/', words: [{ text: '改了 /' }, { text: 'changed /' }] }],
        timed: [{ path: '/', from: null, until: '2027-01-01T00:00:00Z' }],
      },
    })
    expect((await run(served, publisher)).data).toEqual({
      editedPage: { published: expect.stringContaining('本馆') },
    })
    expect(await codeOf(query)).toBe('UNAUTHENTICATED')
    const other = person({ memberships: [{ library: 'n32', role: 'publisher', expires: null }] })
    expect(await codeOf(query, other)).toBe('FORBIDDEN')
    if (draft) await sitePagesIn(db).replaceOne({ _id: 'n33:/' }, draft)
  })

  it('may be called off before its time, not after it, and that is noted', async () => {
    const at = new Date(now.getTime() + 86_400_000).toISOString()
    const plan = await run(`mutation{publishSite(site:"n33",publishAt:"${at}"){number}}`, publisher)
    const { number } = Object(plan.data)['publishSite']
    const callOff = (which: number): string =>
      `mutation{callOffPublication(site:"n33",number:${which}){number state}}`
    audit = memoryAudit()
    expect(await codeOf(callOff(number))).toBe('UNAUTHENTICATED')
    const editor = person({ memberships: [{ library: 'n33', role: 'editor', expires: null }] })
    expect(await codeOf(callOff(number), editor)).toBe('FORBIDDEN')
    for (let i = 0; i < 2; i++)
      expect((await run(callOff(number), publisher)).data).toEqual({
        callOffPublication: { number, state: 'SUPERSEDED' },
      })
    expect(audit.recorded.filter(({ outcome }) => outcome === 'done')).toMatchObject([
      { action: 'page.call-off', library: 'n33', details: { due: at } },
    ])
    const live = await run(callOff(2), publisher)
    expect(live.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'done' })
    expect(await codeOf(callOff(999), publisher)).toBe('BAD_USER_INPUT')
    await publicationsIn(db).deleteOne({ _id: `n33:${number}` })
  })

  it.each([
    ['2026-01-01', 'no zone'],
    ['2001-01-01T00:00:00Z', 'gone'],
    ['2199-01-01T00:00:00Z', 'too far'],
  ])('at %s is refused: %s', async (time) => {
    expect(await codeOf(`mutation{publishSite(site:"n33",publishAt:"${time}"){number}}`, publisher)).toBe(
      'BAD_USER_INPUT',
    )
  })

  it('going back is noted with its reason', async () => {
    const query =
      'mutation{rollBackSite(site:"n33",release:1,reason:"写错了"){number why of by live changed stale}}'
    expect((await run(query, publisher)).data).toEqual({
      rollBackSite: {
        number: 3,
        why: 'ROLLBACK',
        of: 1,
        by: 'n33/lin',
        live: true,
        changed: [],
        stale: false,
      },
    })
    expect(audit.recorded).toMatchObject([
      { action: 'page.roll-back', reason: '写错了', details: { release: 1 } },
    ])
    const history = '{siteHistory(site:"n33"){number live why at}}'
    expect((await run(history, publisher)).data).toMatchObject({
      siteHistory: [
        { number: 3, live: true },
        { number: 2, live: false },
        { number: 1, live: false },
      ],
    })
  })

  it('is refused while two texts wait for a choice, and says on which pages', async () => {
    const clash = { id: 'c', by: 'lin', name: 'n33/lin', at: now, kind: 'changed', block: null } as const
    const clashes = [{ ...clash, path: [], ours: '一', theirs: '二' }]
    await sitePagesIn(db).updateOne({ _id: 'n33:/' }, { $set: { clashes } })
    const { errors } = await run('mutation{publishSite(site:"n33"){number}}', publisher)
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('on /:'),
      extensions: { code: 'BAD_USER_INPUT', reason: 'unsettled' },
    })
    expect(audit.recorded).toEqual([])
    await sitePagesIn(db).updateOne({ _id: 'n33:/' }, { $unset: { clashes: '' } })
  })

  it('is of what was looked at, where whoever publishes says what that was', async () => {
    const siteNow = async () => {
      const site = await sitesIn(db).findOne({ _id: 'n33' })
      const pages = await sitePagesIn(db).find({ site: 'n33' }).toArray()
      return { rev: site?.rev ?? 0, pages: pages.map(({ _id, rev }) => ({ page: _id, rev })) }
    }
    const publish = async (seen: Awaited<ReturnType<typeof siteNow>>) => {
      const pages = seen.pages.map(({ page, rev }) => `{page:${JSON.stringify(page)},rev:${rev}}`).join(',')
      const given = `{rev:${seen.rev},pages:[${pages}]}`
      return run(`mutation{publishSite(site:"n33",seen:${given}){number}}`, publisher)
    }
    const seen = await siteNow()
    await sitePagesIn(db).updateOne({ _id: 'n33:/' }, { $inc: { rev: 1 } })
    expect((await publish(seen)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('/'),
      extensions: { code: 'BAD_USER_INPUT', reason: 'changed' },
    })
    const [first] = seen.pages
    for (const other of [
      { ...(await siteNow()), rev: seen.rev + 1 },
      { rev: seen.rev, pages: [] },
      { rev: seen.rev, pages: [...(await siteNow()).pages, { page: 'n33:/gone', rev: first?.rev ?? 1 }] },
    ])
      expect((await publish(other)).errors?.[0]?.extensions).toMatchObject({ reason: 'changed' })
    expect(audit.recorded).toEqual([])
    expect((await publish(await siteNow())).data).toMatchObject({
      publishSite: { number: expect.any(Number) },
    })
  })

  it('cannot go back to what there is not, or without a reason', async () => {
    expect(await codeOf('mutation{rollBackSite(site:"n33",release:9,reason:"x"){number}}', publisher)).toBe(
      'BAD_USER_INPUT',
    )
    expect(await codeOf('mutation{rollBackSite(site:"n33",release:1,reason:" "){number}}', publisher)).toBe(
      'BAD_USER_INPUT',
    )
    expect(await codeOf('mutation{publishSite(site:"none"){number}}', publisher)).toBe('BAD_USER_INPUT')
  })

  it('is not for guests', async () => {
    expect(await codeOf('mutation{publishSite(site:"n33"){number}}')).toBe('UNAUTHENTICATED')
  })
})

it('who goes takes their name along, and what they did stays', async () => {
  const parts = { db, now: () => now }
  expect(await personal.export(parts, 'lin')).toMatchObject({
    publications: [
      { site: 'n33', number: 2 },
      { site: 'n33', number: 3 },
    ],
    rollbacks: [{ site: 'n33', number: 3 }],
  })
  await personal.erase(parts, 'lin')
  expect((await run('{siteHistory(site:"n33"){by}}', publisher)).data).toEqual({
    siteHistory: [{ by: '' }, { by: '' }, { by: null }],
  })
})
