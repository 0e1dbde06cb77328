// A template has something new: it is shown, taken over beside what the library changed, and undone like any other change.
import type { PageDoc } from '@shuxiang/site-model'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainEditing } from '../editing/testing/page-rules.ts'
import {
  about,
  ask,
  deskOf,
  home,
  people,
  prepared,
  save,
  sent,
  setTitle,
  titlesIn,
} from '../editing/testing/site.ts'
import { sitePagesIn } from '../store/documents.ts'
import { createSites } from '../subgraph.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
let desk = deskOf(undefined as never, audit, testContext)
/** What the template gives now, by path. */
let template: Map<string, PageDoc>
const execute = createExecutor(
  createSites({ sitesOrigin: null, ...plainEditing, templatePages: () => template }),
)

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('template-update')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  audit = memoryAudit()
  desk = deskOf(db, audit, testContext)
  template = new Map()
  for (const path of ['/', '/about']) template.set(path, await documentOf(path === '/' ? home : about))
})

async function documentOf(id: string): Promise<PageDoc> {
  const page = await sitePagesIn(db).findOne({ _id: id })
  return JSON.parse(page?.document ?? '{}')
}
/** The template with another title in a block. */
function anew(path: string, block: string, title: string): void {
  const doc = template.get(path)
  const there = doc?.blocks[block]
  if (!doc || !there) throw new Error('There is no such block.')
  template.set(path, {
    ...doc,
    blocks: { ...doc.blocks, [block]: { ...there, fields: { title: { 'zh-CN': title } } } },
  })
}

async function run<T>(who: Person | null, query: string, variables: object = {}): Promise<T> {
  desk.now += 10
  const context = testContext(db, { audit, now: () => desk.now, ...(who && { principal: who }) })
  const { data, errors } = await execute(query, { ...variables }, context)
  if (errors)
    throw new Error(errors.map(({ message, extensions }) => `${extensions['code']} ${message}`).join('; '))
  return Object.values(data ?? {})[0] as T
}
interface Update {
  readonly pages: readonly {
    readonly path: string
    readonly page: { readonly id: string; readonly rev: number } | null
    readonly document: string
    readonly changes: readonly { readonly kind: string; readonly block: string }[]
    readonly clashes: readonly { readonly ours: string; readonly theirs: string }[]
  }[]
}
const look = (who: Person | null = people.lin) =>
  run<Update>(
    who,
    `{ templateUpdate(site: "n33") { template pages { path page { id rev } title { text } document
       changes { kind block } clashes { id kind block ours theirs } } } }`,
  )
const take = (path: string, baseRev: number, who: Person = people.lin) =>
  run<{ readonly rev: number; readonly document: string; readonly clashes: readonly object[] }>(
    who,
    `mutation($path: String!, $baseRev: Int!) {
       takeTemplateUpdate(site: "n33", path: $path, baseRev: $baseRev) { rev document clashes { id ours } } }`,
    { path, baseRev },
  )
/** Through the graph of editing, as an editor does. */
const edit = async (block: string, title: string): Promise<void> => {
  const page = await sitePagesIn(db).findOne({ _id: home })
  const variables = { page: home, baseRev: page?.rev, ops: sent(setTitle(block, title)) }
  expect((await ask(desk, people.lin, save, variables)).errors).toBe(undefined)
}

describe('a template with nothing new', () => {
  it('changes nothing, whatever the library changed', async () => {
    await edit('a', '我们的')
    expect((await look()).pages).toEqual([])
    await expect(take('/', 2)).rejects.toThrow('nothing new')
  })
})

describe('a template with something new', () => {
  it('is shown beside what the library changed, and changes nothing by that', async () => {
    await edit('a', '我们的')
    anew('/', 'b', '新的')
    const { pages } = await look()
    expect(pages).toMatchObject([
      { path: '/', page: { id: home, rev: 2 }, changes: [{ kind: 'CHANGED', block: 'b' }], clashes: [] },
    ])
    expect(titlesIn(pages[0]?.document ?? '')).toEqual([{ 'zh-CN': '我们的' }, { 'zh-CN': '新的' }])
    expect((await documentOf(home)).blocks['b']?.fields).toEqual({ title: { 'zh-CN': '乙' } })
  })

  it('is taken over as a revision, noted, and offered no more', async () => {
    await edit('a', '我们的')
    anew('/', 'b', '新的')
    const taken = await take('/', 2)
    expect(taken.rev).toBe(3)
    expect(titlesIn(taken.document)).toEqual([{ 'zh-CN': '我们的' }, { 'zh-CN': '新的' }])
    expect((await look()).pages).toEqual([])
    expect(audit.recorded.at(-1)).toMatchObject({
      library: 'n33',
      details: { what: 'template', template: 'county' },
    })
    anew('/', 'b', '更新的')
    expect((await look()).pages).toMatchObject([{ path: '/', clashes: [] }])
  })

  it('is undone by going back to the revision before', async () => {
    const before = await documentOf(home)
    anew('/', 'b', '新的')
    await take('/', 1)
    await run(people.lin, `mutation { restoreRevision(page: "${home}", rev: 1) { rev } }`)
    expect(await documentOf(home)).toEqual(before)
    // Whoever went back has decided: it is not offered again.
    expect((await look()).pages).toEqual([])
  })

  it('leaves what the library changed, and shows the template’s words as a clash', async () => {
    await edit('b', '我们的')
    anew('/', 'b', '新的')
    expect((await look()).pages[0]?.clashes).toMatchObject([{ ours: '"新的"', theirs: '"我们的"' }])
    const taken = await take('/', 2)
    expect(titlesIn(taken.document)).toContainEqual({ 'zh-CN': '我们的' })
    expect(taken.clashes).toMatchObject([{ ours: '"新的"' }])
  })

  it('changes blocks that the nation has locked, which the library cannot', async () => {
    anew('/about', 'b', '国家的新话')
    const taken = await take('/about', 1)
    expect(titlesIn(taken.document)).toContainEqual({ 'zh-CN': '国家的新话' })
    const doc = await documentOf(about)
    expect(doc.blocks['b']?.locked).toBe(true)
  })

  it('brings pages that are new, but not those that the library took away, nor to an address that it uses', async () => {
    const more = template.get('/about')
    if (!more) throw new Error('There is no page.')
    template.set('/cards', more)
    expect((await look()).pages).toMatchObject([{ path: '/cards', page: null }])
    expect((await take('/cards', 0)).rev).toBe(1)
    expect((await look()).pages).toEqual([])
    await run(people.national, `mutation { removePage(page: "n33:/cards") { id } }`)
    expect((await look()).pages).toEqual([])
    template.set('/hours', more)
    await run(
      people.lin,
      `mutation { createPage(site: "n33", key: "a-key-of-ours", path: "/hours", title: [{ language: "zh-CN", text: "时间" }]) { id } }`,
    )
    expect((await look()).pages).toEqual([])
  })

  it('is not taken over on a page that somebody has changed since it was looked at', async () => {
    anew('/', 'b', '新的')
    await edit('a', '我们的')
    await expect(take('/', 1)).rejects.toThrow('changed the page meanwhile')
  })

  it('is refused where its blocks do not fit here', async () => {
    const doc = template.get('/')
    if (!doc) throw new Error('There is no page.')
    template.set('/cinema', {
      ...doc,
      blocks: { ...doc.blocks, a: { type: 'cinema', v: 1, fields: {}, slots: {} } },
    })
    await expect(take('/cinema', 0)).rejects.toThrow('does not take this')
  })
})

describe('who may', () => {
  it('are those who draft pages of the site, and nobody else', async () => {
    anew('/', 'b', '新的')
    for (const who of [people.foreign, null])
      await expect(look(who)).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED/)
    await expect(take('/', 1, people.foreign)).rejects.toThrow('FORBIDDEN')
    expect((await documentOf(home)).blocks['b']?.fields).toEqual({ title: { 'zh-CN': '乙' } })
  })
})
