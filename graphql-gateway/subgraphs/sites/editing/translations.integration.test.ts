// What is left to translate, over a real store: known after every change of a page, settled by who has looked.
import type { Op } from '@shuxiang/site-model'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sitePagesIn } from '../store/documents.ts'
import { about, answer, deskOf, home, people, prepared, refusal, sent, setTitle } from './testing/site.ts'

let store: TestStore
let db: Db
let desk: ReturnType<typeof newDesk>
const newDesk = () => deskOf(db, memoryAudit(), testContext)
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('translations')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  desk = newDesk()
})
const { lin, fang, admin, foreign } = people

interface Mark {
  readonly id: string
  readonly block: string | null
  readonly language: string
  readonly rev: number
  readonly was: string | null
}
interface Told {
  readonly rev: number
  readonly outdated: readonly Mark[]
  readonly translations: readonly { readonly missing: number; readonly outdated: number }[]
}
const told = `rev outdated { id block path source language rev was }
  translations { language texts missing outdated }`
const saves = `mutation($page: ID!, $baseRev: Int!, $ops: [PageOpInput!]!) {
  savePage(page: $page, baseRev: $baseRev, ops: $ops) { page { ${told} } } }`
const keeps = `mutation($page: ID!, $outdated: [ID!]!) {
  keepTranslations(page: $page, outdated: $outdated) { ${told} } }`
const pageNow = (page = home): Promise<Told> => answer(desk, lin, `{ editedPage(id: "${page}") { ${told} } }`)
const save = async (who: typeof lin, baseRev: number, ...ops: readonly Op[]): Promise<Told> =>
  (await answer<{ page: Told }>(desk, who, saves, { page: home, baseRev, ops: sent(...ops) })).page
const keep = (who: typeof lin, ...outdated: readonly string[]): Promise<Told> =>
  answer(desk, who, keeps, { page: home, outdated })
const marks = ({ outdated }: Told) => outdated.map(({ block, was }) => [block, was && JSON.parse(was)])

/** Both blocks have a translation, at revision 2. */
const translated = () => save(lin, 1, setTitle('a', 'A', 'en'), setTitle('b', 'B', 'en'))

describe('a translation', () => {
  it('of a page from before anything was known is missing, or fits', async () => {
    expect(await pageNow()).toMatchObject({
      outdated: [],
      translations: [{ language: 'en', texts: 3, missing: 3, outdated: 0 }],
    })
  })

  it('is out of date when its source is changed, and fits when somebody says so or writes it anew', async () => {
    await translated()
    const changed = await save(fang, 2, setTitle('a', '新'), setTitle('b', '又'))
    expect(marks(changed)).toEqual([
      ['a', '甲'],
      ['b', '乙'],
    ])
    expect(changed.translations).toMatchObject([{ missing: 1, outdated: 2 }])
    const [first = { id: '' }] = changed.outdated
    const kept = await keep(lin, first.id)
    expect([kept.rev, marks(kept)]).toEqual([4, [['b', '乙']]])
    expect(desk.audit.recorded.at(-1)).toMatchObject({
      ...{ action: 'page.draft', library: 'n33', object: `page:${home}`, outcome: 'done' },
      details: { what: 'translations', texts: 1 },
    })
    // The same once more changes nothing, and is noted once.
    const noted = desk.audit.recorded.length
    expect((await keep(lin, first.id)).rev).toBe(4)
    expect(desk.audit.recorded).toHaveLength(noted)
    expect(marks(await save(lin, 4, setTitle('b', 'Again', 'en')))).toEqual([])
  })

  it('is not said to fit what nobody has looked at', async () => {
    await translated()
    const [seen = { id: '' }] = (await save(lin, 2, setTitle('a', '新'))).outdated
    await save(fang, 3, setTitle('a', '更新'))
    expect(marks(await keep(lin, seen.id))).toEqual([['a', '甲']])
  })

  it('that was made for words that somebody else was changing meanwhile is out of date', async () => {
    await translated()
    await save(fang, 2, setTitle('a', '新'))
    expect(marks(await save(lin, 2, setTitle('a', 'A of old', 'en')))).toEqual([['a', '甲']])
  })

  it('has its mark when its block is taken away and had back, and when a revision is', async () => {
    await translated()
    await save(lin, 2, setTitle('a', '新'))
    const block = { type: 'text', v: 1, fields: { title: { 'zh-CN': '新', en: 'A' } }, slots: {} }
    expect(marks(await save(lin, 3, { op: 'remove', id: 'a' }))).toEqual([])
    const at = { parent: null, slot: 'root', index: 0 }
    expect(marks(await save(lin, 4, { op: 'insert', id: 'a', at, blocks: { a: block } }))).toEqual([
      ['a', '甲'],
    ])
    const restore = (rev: number): Promise<Told> =>
      answer(desk, lin, `mutation { restoreRevision(page: "${home}", rev: ${rev}) { ${told} } }`)
    expect(marks(await restore(2))).toEqual([])
    expect(marks(await restore(3))).toEqual([['a', '甲']])
  })

  it('goes along with a copy of its page, and into the bin and back', async () => {
    await translated()
    await save(lin, 2, setTitle('a', '新'))
    const copy = await answer<Told & { id: string }>(
      desk,
      lin,
      `mutation { createPage(site: "n33", key: "a-new-page", path: "/copy", title: [{ language: "zh-CN", text: "又" }],
        copyOf: "${home}") { id ${told} } }`,
    )
    expect(marks(copy)).toEqual([['a', '甲']])
    await answer(desk, lin, `mutation { removePage(page: "${copy.id}") { id } }`)
    await answer(desk, lin, `mutation { restorePage(page: "${copy.id}") { id } }`)
    expect(marks(await pageNow(copy.id))).toEqual([['a', '甲']])
  })
})

describe('what is left', () => {
  const counts = `{ editedSite(code: "n33") { translations { language texts missing outdated }
    pages { id translations { missing outdated } } } }`
  interface Site {
    readonly translations: readonly object[]
    readonly pages: readonly { readonly id: string; readonly translations: readonly object[] }[]
  }

  it('is counted by page and of the site, without what the nation locked', async () => {
    await translated()
    await save(lin, 2, setTitle('a', '新'))
    const site = await answer<Site>(desk, lin, counts)
    expect(site.translations).toEqual([{ language: 'en', texts: 5, missing: 3, outdated: 1 }])
    expect(site.pages).toEqual([
      { id: home, translations: [{ missing: 1, outdated: 1 }] },
      { id: about, translations: [{ missing: 2, outdated: 0 }] },
    ])
  })

  it('is of the languages that the site has now', async () => {
    await translated()
    await save(lin, 2, setTitle('a', '新'))
    const change = (languages: string) =>
      answer(
        desk,
        admin,
        `mutation { changeSite(site: "n33", baseRev: ${siteRev++}, change: { languages: [${languages}] }) { rev } }`,
      )
    let siteRev = 0
    await change('"zh-CN", "bo"')
    expect(await pageNow()).toMatchObject({ outdated: [], translations: [{ language: 'bo', missing: 3 }] })
    await change('"zh-CN"')
    expect(await answer(desk, lin, counts)).toMatchObject({
      translations: [],
      pages: [{ translations: [] }, {}],
    })
    await change('"zh-CN", "en"')
    expect(marks(await pageNow())).toEqual([['a', '甲']])
  })

  it('is told to nobody else, and nobody else says that anything fits', async () => {
    await translated()
    const [mark = { id: '' }] = (await save(lin, 2, setTitle('a', '新'))).outdated
    expect(await refusal(desk, foreign, keeps, { page: home, outdated: [mark.id] })).toBe('library')
    expect(await refusal(desk, foreign, `{ editedPage(id: "${home}") { ${told} } }`)).toBe('library')
    expect(await refusal(desk, foreign, counts)).toBe('library')
    expect(marks(await pageNow())).toEqual([['a', '甲']])
    const many = Array.from({ length: 201 }, (_, n) => `1-${n}`)
    expect(await refusal(desk, lin, keeps, { page: home, outdated: many })).toMatch(/at most 200/)
  })
})

it('changes no document, and so none of its hashes', async () => {
  await translated()
  await save(lin, 2, setTitle('a', '新'))
  const before = await sitePagesIn(db).findOne({ _id: home })
  const [mark = { id: '' }] = (await pageNow()).outdated
  await keep(lin, mark.id)
  const after = await sitePagesIn(db).findOne({ _id: home })
  expect([after?.document, after?.hash]).toEqual([before?.document, before?.hash])
  expect(after?.document).not.toContain('outdated')
})
