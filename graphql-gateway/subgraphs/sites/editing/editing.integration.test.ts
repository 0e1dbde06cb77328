// Editing a site in the graph, over a real store: who may, what counts once, what two do at once, what is never lost.
import { readFileSync } from 'node:fs'
import { testNow } from '@shuxiang/permissions/fixture'
import type { Op } from '@shuxiang/site-model'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { attempt, memoryAudit, testContext, type Example } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { Kind, parse } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collections } from '../declared.ts'
import { sitePagesIn } from '../store/documents.ts'
import { daysOfOps, day, mostClashes, mostOpsInMinute, mostOpsInSave } from './bounds.ts'
import { opsIn, revisionsIn } from './documents.ts'
import { removePage, restored } from './pages.ts'
import { personal } from './personal.ts'
import { scopeOfSite } from './scope.ts'
import { plainEditing } from './testing/page-rules.ts'
import {
  about,
  answer,
  ask,
  deskOf,
  home,
  people,
  prepared,
  refusal,
  save,
  sent,
  setTitle,
  subgraph,
  titlesIn,
  type Saved,
} from './testing/site.ts'

let store: TestStore
let db: Db
let desk: ReturnType<typeof newDesk>
const newDesk = () => deskOf(db, memoryAudit(), testContext)
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('editing')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  desk = newDesk()
})
const { lin, fang, admin, foreign, national } = people

const saved = (who: typeof lin, baseRev: number, ops: ReturnType<typeof sent>, looked: string[] = []) =>
  answer<Saved>(desk, who, save, { page: home, baseRev, ops, looked })

describe('who may', () => {
  /** Arguments by their names, whatever the field: all of the library n33. */
  const named: Readonly<Record<string, unknown>> = {
    ...{ site: 'n33', code: 'n33', page: about, id: about, baseRev: 1, key: 'a-new-page', path: '/new' },
    ...{ title: [{ language: 'zh-CN', text: '新' }], ops: [], pages: [], rev: 1, label: '新' },
  }

  it('is asked by every field of the schema, for the library of what is stored, and refusals are noted', async () => {
    const sdl = parse(readFileSync(new URL('../schema/editing.graphql', import.meta.url), 'utf8'))
    const examples: Record<string, Example> = {}
    for (const type of sdl.definitions)
      if (type.kind === Kind.OBJECT_TYPE_EXTENSION && type.name.value !== 'Site')
        for (const { name: field, arguments: args = [] } of type.fields ?? []) {
          const given = args.map((argument) => argument.name.value).filter((name) => name in named)
          examples[`${type.name.value}.${field.value}`] = {
            object: { library: 'n33' },
            args: Object.fromEntries(given.map((name) => [name, named[name]])),
          }
        }
    expect(Object.keys(examples).length).toBeGreaterThan(11)
    const problems = await attempt(subgraph, { db, examples, now: () => testNow * 1000, collections })
    expect(problems.filter((problem) => Object.hasOwn(examples, problem.split(':')[0] ?? ''))).toEqual([])
    expect(Object.keys(examples).filter((place) => !subgraph.actions.has(place))).toEqual([])
  })

  it('mixes nothing of another library into its own', async () => {
    const copy = `mutation { createPage(site: "n44", key: "a-new-page", path: "/new",
      title: [{ language: "zh-CN", text: "新" }], copyOf: "${about}") { id } }`
    expect(await refusal(desk, foreign, copy)).toBe('no-page')
    const order = `mutation { orderPages(site: "n44", baseRev: 0, pages: ["${about}"]) { id } }`
    expect(await refusal(desk, foreign, order)).toBe('no-page')
    expect(await refusal(desk, foreign, `{ editedPage(id: "${about}") { id } }`)).toBe('library')
    expect(desk.audit.recorded).toMatchObject([
      { outcome: 'refused', library: 'n33', object: `page:${about}` },
    ])
    for (const id of ['', 'x', ':', 'n33:/none', '__proto__:', 'a:'.repeat(400)])
      expect(await refusal(desk, foreign, 'query($id: ID!) { editedPage(id: $id) { id } }', { id })).toBe(
        'no-page',
      )
    for (const code of ['', '*', 'N33', 'none'])
      expect(
        await refusal(desk, foreign, 'query($c: String!) { editedSite(code: $c) { id } }', { c: code }),
      ).toBe('no-site')
  })

  it('gives an editor pages, and the settings to the admin alone', async () => {
    const change =
      'mutation { changeSite(site: "n33", baseRev: 0, change: { theme: "bamboo" }) { theme rev } }'
    expect(await refusal(desk, lin, change)).toBe('role')
    expect(await answer(desk, admin, change)).toEqual({ theme: 'bamboo', rev: 1 })
  })
})

describe('saving', () => {
  it('takes edits, each once, however often they come', async () => {
    const ops = sent(setTitle('a', '一'), { op: 'remove', id: 'b' })
    const first = await saved(lin, 1, ops)
    expect(first).toMatchObject({ merged: false, page: { rev: 2, changedBy: 'n33/lin', clashes: [] } })
    expect(titlesIn(first.page.document)).toEqual([{ 'zh-CN': '一' }])
    expect((await saved(lin, 1, ops)).page).toEqual(first.page)
    const more = [...ops, ...sent(setTitle('a', '二'))]
    // Whoever lost the answer sends all again with what was typed since, on the old revision or the new one.
    expect((await saved(lin, 1, more)).page).toMatchObject({ rev: 3, clashes: [] })
    const again = await saved(lin, 2, [...more, ...sent(setTitle('a', '三'))])
    expect([again.page.rev, titlesIn(again.page.document)]).toEqual([4, [{ 'zh-CN': '三' }]])
    expect(await opsIn(db).countDocuments({})).toBe(4)
    const inverses = await opsIn(db).find({ rev: 2 }).sort({ _id: 1 }).toArray()
    expect(inverses.map(({ inverse }) => (JSON.parse(inverse) as { op: string }).op)).toEqual([
      'setField',
      'insert',
    ])
  })

  it('once more, after the answer was lost, tells that others have changed the page since', async () => {
    const ops = sent(setTitle('a', '一'))
    await saved(lin, 1, ops)
    expect(await saved(lin, 1, ops)).toMatchObject({ merged: false, page: { rev: 2 } })
    await saved(fang, 2, sent(setTitle('b', '方的')))
    expect(await saved(lin, 1, ops)).toMatchObject({ merged: true, page: { rev: 3 } })
  })

  it('by two puts both together, and tells of a clash with both texts', async () => {
    await saved(lin, 1, sent(setTitle('a', '林'), setTitle('b', 'Lin', 'en')))
    const both = await saved(fang, 1, sent(setTitle('a', '方'), setTitle('b', '方的')))
    expect(titlesIn(both.page.document)).toEqual([{ 'zh-CN': '林' }, { 'zh-CN': '方的', en: 'Lin' }])
    expect(both).toMatchObject({
      merged: true,
      page: {
        rev: 3,
        clashes: [
          {
            ...{ kind: 'CHANGED', block: 'a', path: ['fields', 'title', 'zh-CN'], by: 'n33/fang' },
            ...{ ours: '"方"', theirs: '"林"' },
          },
        ],
      },
    })
    const { id } = both.page.clashes[0] ?? { id: '' }
    const resolved = await saved(fang, 3, sent(setTitle('a', '林与方')), [id])
    expect(resolved.page).toMatchObject({ rev: 4, clashes: [] })
  })

  it('by five at once loses nobody’s text', async () => {
    const texts = ['一', '二', '三', '四', '五']
    await Promise.all(
      texts.map((text) => saved(lin, 1, sent(setTitle('a', text), setTitle('b', text, 'en')))),
    )
    const { page } = await saved(lin, 6, [])
    const told = page.document + JSON.stringify(page.clashes)
    for (const text of texts) expect(told).toContain(text)
    expect(page.rev).toBe(6)
  })

  it('goes on from an older revision where the very one was thinned out', async () => {
    await saved(lin, 1, sent(setTitle('a', '一')))
    await saved(lin, 2, sent(setTitle('b', '二')))
    await revisionsIn(db).deleteMany({ rev: 2 })
    const late = await saved(fang, 2, sent(setTitle('a', '方')))
    expect(late.page.clashes).toMatchObject([{ ours: '"方"', theirs: '"一"' }])
    expect(titlesIn(late.page.document)).toEqual([{ 'zh-CN': '一' }, { 'zh-CN': '二' }])
  })

  it.each([
    ['op-refused', 1, sent({ op: 'remove', id: 'none' })],
    [
      'op-refused',
      1,
      sent(setTitle('a', '一'), { op: 'move', id: 'a', to: { parent: 'a', slot: 'x', index: 0 } }),
    ],
    ['faults', 1, sent({ op: 'setField', id: 'a', path: ['title'], value: '<script>' })],
    [
      'faults',
      1,
      sent({
        ...{ op: 'insert', id: 'x', at: { parent: null, slot: 'root', index: 0 } },
        blocks: { x: { type: 'none', v: 1, fields: {}, slots: {} } },
      }),
    ],
    ['base', 9, sent(setTitle('a', '一'))],
    ['op', 1, [{ id: 'drawn-id-x', op: '{"op":"setField","id":"__proto__","path":["x"],"value":1}' }]],
    ['op', 1, [{ id: 'drawn-id-x', op: '{"op":"drop"}' }]],
  ])('refuses what leads to no page, and stores nothing of it: %s', async (reason, baseRev, ops) => {
    expect(await refusal(desk, lin, save, { page: home, baseRev, ops })).toBe(reason)
    expect(await sitePagesIn(db).findOne({ _id: home })).toMatchObject({ rev: 1 })
    expect(await opsIn(db).countDocuments({})).toBe(0)
  })

  it.each([
    ['no JSON', [{ id: 'drawn-id-x', op: '{' }]],
    ['an id that is none', [{ id: 'x', op: '{}' }]],
    ['one id twice', [...sent(setTitle('a', '一'))].flatMap((one) => [one, one])],
    ['more than fit', Array.from({ length: mostOpsInSave + 1 }, () => sent(setTitle('a', '一'))).flat()],
  ])('refuses %s', async (_, ops) => {
    expect(await refusal(desk, lin, save, { page: home, baseRev: 1, ops })).toMatch(/^ops: /)
  })

  it('takes no more in a minute than anybody types, and goes on after it', async () => {
    const at = new Date(desk.now)
    const op = { page: home, by: 'lin', at, rev: 1, op: '{}', inverse: '' }
    const many = Array.from({ length: mostOpsInMinute }, (_, i) => ({ ...op, _id: `typed:${i}` }))
    await opsIn(db).insertMany(many)
    expect(await refusal(desk, lin, save, { page: home, baseRev: 1, ops: sent(setTitle('a', '一')) })).toBe(
      'too-fast',
    )
    expect((await saved(fang, 1, sent(setTitle('a', '一')))).page.rev).toBe(2)
    desk.now += 61_000
    expect((await saved(lin, 2, sent(setTitle('a', '二')))).page.rev).toBe(3)
    expect(daysOfOps * day).toBeGreaterThan(61_000)
  })

  it('keeps a bound on clashes that nobody looks at', async () => {
    const clash = {
      id: 'x',
      kind: 'changed',
      block: 'a',
      path: [],
      by: 'lin',
      name: 'n33/lin',
      at: new Date(0),
    } as const
    await saved(lin, 1, sent(setTitle('a', '一')))
    await sitePagesIn(db).updateOne(
      { _id: home },
      { $set: { clashes: Array.from({ length: mostClashes }, () => clash) } },
    )
    const ops = sent(setTitle('a', '方'))
    expect(await refusal(desk, fang, save, { page: home, baseRev: 1, ops })).toBe('clashes')
  })
})

describe('what the nation locked', () => {
  const edit = (who: typeof lin, ...edits: readonly Op[]) =>
    ask(desk, who, save, { page: about, baseRev: 1, ops: sent(...edits) })

  it('is refused to the library in whatever way, and taken from the nation', async () => {
    for (const one of [
      setTitle('b', '改'),
      { op: 'remove', id: 'b' },
      { op: 'move', id: 'b', to: { parent: 'a', slot: 'main', index: 0 } },
      { op: 'move', id: 'a', to: { parent: 'b', slot: 'main', index: 0 } },
    ] as const)
      expect((await edit(admin, one)).errors?.[0]?.extensions['reason']).toBe('locked')
    expect(await refusal(desk, admin, `mutation { removePage(page: "${about}") { id } }`)).toBe('locked')
    const block = { type: 'text', v: 1, fields: {}, slots: {}, locked: true } as const
    const own = {
      op: 'insert',
      id: 'x',
      at: { parent: null, slot: 'root', index: 0 },
      blocks: { x: block },
    } as const
    expect((await edit(lin, own)).errors?.[0]?.extensions['reason']).toBe('locked')
    expect((await edit(lin, setTitle('a', '改'))).errors).toBeUndefined()
    expect((await edit(national, setTitle('b', '国家'))).errors).toBeUndefined()
  })

  it('is not brought back as it was by an older revision', async () => {
    await edit(national, setTitle('b', '国家'))
    expect(await refusal(desk, admin, `mutation { restoreRevision(page: "${about}", rev: 1) { id } }`)).toBe(
      'locked',
    )
  })
})

describe('pages', () => {
  const title = '[{ language: "zh-CN", text: " 开放\\n时间 " }]'
  const make = (path: string, key = 'a-new-page', copyOf = '') =>
    `mutation { createPage(site: "n33", key: "${key}", path: "${path}", title: ${title}${copyOf}) { id path rev state title { text } document } }`
  interface Page {
    readonly id: string
    readonly path: string
    readonly document: string
  }
  const paths = async () =>
    (
      await answer<{ pages: { path: string }[] }>(desk, lin, '{ editedSite(code: "n33") { pages { path } } }')
    ).pages.map(({ path }) => path)

  it('are made once, empty or as a copy', async () => {
    const made = await answer<Page>(desk, lin, make('/hours'))
    expect(made).toMatchObject({ path: '/hours', rev: 1, state: 'NEW', title: [{ text: '开放 时间' }] })
    expect(await answer(desk, lin, make('/hours'))).toEqual(made)
    expect(await refusal(desk, lin, make('/hours', 'another-page'))).toBe('path-taken')
    const copy = await answer<Page>(desk, lin, make('/copy', 'a-copied-page', `, copyOf: "${home}"`))
    expect(titlesIn(copy.document)).toEqual([{ 'zh-CN': '甲' }, { 'zh-CN': '乙' }])
    expect(await paths()).toEqual(['/', '/about', '/copy', '/hours'])
    expect(desk.audit.recorded.map(({ details }) => details)).toEqual([
      { what: 'create', path: '/hours' },
      { what: 'create', path: '/copy' },
    ])
  })

  it.each([
    '/',
    'x',
    '//x',
    '/x/',
    '/../x',
    '/x?y',
    '/search',
    '/My/x',
    '/x y',
    '/<b>',
    `/${'x'.repeat(200)}`,
  ])('take no address such as %s', async (path) =>
    expect(await refusal(desk, lin, make(path))).toMatch(/^path/),
  )

  it('get another address, and the former one leads to them', async () => {
    const rename = (path: string, page = about) =>
      `mutation { renamePage(page: "${page}", path: "${path}") { id path formerPaths } }`
    expect(await answer(desk, lin, rename('/us'))).toEqual({
      id: about,
      path: '/us',
      formerPaths: ['/about'],
    })
    expect(await answer(desk, lin, rename('/we'))).toMatchObject({ formerPaths: ['/us', '/about'] })
    expect(await answer(desk, lin, rename('/about'))).toMatchObject({ formerPaths: ['/we', '/us'] })
    expect(await refusal(desk, lin, rename('/x', home))).toBe('home')
    const { id } = await answer<Page>(desk, lin, make('/x'))
    expect(await refusal(desk, lin, rename('/about', id))).toBe('path-taken')
    // A base from before the address changed is the same page.
    expect(
      await answer(desk, lin, save, { page: about, baseRev: 1, ops: sent(setTitle('a', '一')) }),
    ).toMatchObject({
      merged: false,
    })
  })

  it('are taken away, once, and brought back, once', async () => {
    const { id } = await answer<Page>(desk, lin, make('/x'))
    const remove = `mutation { removePage(page: "${id}") { id path removedBy } }`
    const gone = await answer(desk, lin, remove)
    expect(gone).toEqual({ id, path: '/x', removedBy: 'n33/lin' })
    expect(await answer(desk, fang, remove)).toEqual(gone)
    expect(await refusal(desk, foreign, remove)).toBe('library')
    expect(await paths()).toEqual(['/', '/about'])
    expect(await answer(desk, lin, '{ editedSite(code: "n33") { removed { id title { text } } } }')).toEqual({
      removed: [{ id, title: [{ text: '开放 时间' }] }],
    })
    expect(await refusal(desk, lin, save, { page: id, baseRev: 1, ops: [] })).toBe('no-page')
    await answer(desk, lin, make('/x', 'another-page'))
    const restore = (path = '') => `mutation { restorePage(page: "${id}"${path}) { id path rev } }`
    expect(await refusal(desk, foreign, restore())).toBe('library')
    expect(await refusal(desk, lin, restore())).toBe('path-taken')
    const back = await answer(desk, lin, restore(', path: "/y"'))
    expect(back).toEqual({ id, path: '/y', rev: 2 })
    expect(await answer(desk, lin, restore())).toEqual(back)
    expect(await refusal(desk, lin, `mutation { removePage(page: "${home}") { id } }`)).toBe('home')
    // Changed by another at the moment in which it is taken away: it stays, with the change.
    const before = await sitePagesIn(db).findOne({ _id: id })
    if (!before) throw new Error('The page is not there.')
    const scopeNow = await scopeOfSite(
      testContext(db, { principal: lin, audit: desk.audit, now: () => desk.now }),
      'page.draft',
      'n33',
    )
    await expect(
      removePage(scopeNow, plainEditing.pageRules, { ...before, rev: before.rev - 1 }),
    ).rejects.toThrow('Somebody has changed the page')
    expect(await paths()).toContain('/y')
    // Taken away once more while somebody still brings it back: it stays in the bin.
    const there = await sitePagesIn(db).findOne({ _id: id })
    if (!there) throw new Error('The page is not there.')
    await answer(desk, lin, remove)
    const context = testContext(db, { principal: lin, audit: desk.audit, now: () => desk.now })
    await restored(await scopeOfSite(context, 'page.draft', 'n33'), there)
    expect(await paths()).not.toContain('/y')
    expect(await answer(desk, lin, restore())).toMatchObject({ id, rev: 3 })
  })

  it('stand in the order that was given', async () => {
    const order = (baseRev: number, pages: string[]) =>
      ask(
        desk,
        lin,
        'mutation($r: Int!, $p: [ID!]!) { orderPages(site: "n33", baseRev: $r, pages: $p) { rev } }',
        {
          r: baseRev,
          p: pages,
        },
      )
    expect((await order(0, [about])).data).toEqual({ orderPages: { rev: 1 } })
    expect(await paths()).toEqual(['/about', '/'])
    expect((await order(0, [home])).errors?.[0]?.extensions['reason']).toBe('changed')
    expect((await order(1, [home, home])).errors?.[0]?.message).toMatch(/at most once/)
  })

  it('tell what is served of them', async () => {
    const states = async () =>
      (await answer<{ pages: object[] }>(desk, lin, '{ editedSite(code: "n33") { pages { path state } } }'))
        .pages
    expect(await states()).toMatchObject([{ state: 'NEW' }, { state: 'NEW' }])
    await db
      .collection<{ _id: string }>('sites')
      .updateOne(
        { _id: 'n33' },
        { $set: { live: { release: 1, publication: 1, hash: 'x', at: new Date(0) } } },
      )
    expect(await states()).toMatchObject([{ state: 'PUBLISHED' }, { state: 'PUBLISHED' }])
    await saved(lin, 1, sent(setTitle('a', '一')))
    expect(await states()).toMatchObject([{ state: 'CHANGED' }, { state: 'PUBLISHED' }])
    expect(await answer(desk, lin, '{ editedPageAt(site: "n33", path: "/") { state } }')).toEqual({
      state: 'CHANGED',
    })
  })
})

describe('revisions', () => {
  const list = `{ editedPage(id: "${home}") { revisions { rev why label by } } }`

  it('are listed, compared, named and brought back', async () => {
    await saved(lin, 1, sent(setTitle('a', '一')))
    await saved(fang, 2, sent(setTitle('a', '二')))
    await answer(desk, lin, `mutation { nameRevision(page: "${home}", rev: 2, label: "春节") { label } }`)
    expect(await answer(desk, lin, list)).toEqual({
      revisions: [
        { rev: 3, why: 'AUTOSAVE', label: '', by: 'n33/fang' },
        { rev: 2, why: 'NAMED', label: '春节', by: 'n33/lin' },
        { rev: 1, why: 'BEGIN', label: '', by: '' },
      ],
    })
    const changes = `{ editedPage(id: "${home}") { changes(from: 1) { kind block type path before after } } }`
    expect(await answer(desk, lin, changes)).toEqual({
      changes: [
        {
          ...{ kind: 'CHANGED', block: 'a', type: 'text', path: ['fields', 'title', 'zh-CN'] },
          ...{ before: '"甲"', after: '"二"' },
        },
      ],
    })
    const back = `mutation { restoreRevision(page: "${home}", rev: 1) { rev document } }`
    const restored = await answer<{ document: string }>(desk, lin, back)
    expect(titlesIn(restored.document)).toEqual([{ 'zh-CN': '甲' }, { 'zh-CN': '乙' }])
    expect(await answer(desk, lin, back)).toEqual(restored)
    expect(
      await answer(desk, lin, `{ editedPage(id: "${home}") { revisions(before: 5) { why } } }`),
    ).toMatchObject({
      revisions: [{ why: 'RESTORE' }, {}, {}, {}],
    })
    expect(await refusal(desk, lin, `mutation { restoreRevision(page: "${home}", rev: 99) { rev } }`)).toBe(
      'no-revision',
    )
  })

  it('name nobody who is gone', async () => {
    await saved(lin, 1, sent(setTitle('a', '一')))
    await saved(fang, 1, sent(setTitle('a', '方')))
    const parts = { db, now: () => new Date(desk.now) }
    expect(await personal.export(parts, 'fang')).toMatchObject({ revisions: [] })
    expect(await personal.export(parts, 'lin')).toMatchObject({
      revisions: [{ site: 'n33', page: home, rev: 2 }],
    })
    await personal.erase(parts, 'lin')
    await personal.erase(parts, 'fang')
    const whole = await answer(
      desk,
      admin,
      `{ editedPage(id: "${home}") { changedBy clashes { by ours } revisions { by } } }`,
    )
    expect(whole).toEqual({
      ...{ changedBy: '', clashes: [{ by: '', ours: '"方"' }] },
      revisions: [{ by: '' }, { by: '' }],
    })
  })
})

describe('the site itself', () => {
  const change = (baseRev: number, input: object) =>
    ask(
      desk,
      admin,
      'mutation($r: Int!, $c: SiteChangeInput!) { changeSite(site: "n33", baseRev: $r, change: $c) { rev seal logo languages reviewSteps filings { icp publicSecurity } menu { path } } }',
      { r: baseRev, c: input },
    )

  it('changes in what is given, and is noted', async () => {
    const filings = { icp: '浙ICP备12345678号', publicSecurity: '' }
    expect(
      (
        await change(0, {
          filings,
          seal: '浙图',
          logo: 'a-picture',
          languages: ['zh-CN', 'ug'],
          reviewSteps: 2,
        })
      ).data,
    ).toEqual({
      changeSite: {
        rev: 1,
        seal: '浙图',
        logo: 'a-picture',
        languages: ['zh-CN', 'ug'],
        reviewSteps: 2,
        filings,
        menu: [{ path: '/' }],
      },
    })
    expect((await change(0, { seal: '余杭' })).errors?.[0]?.extensions['reason']).toBe('changed')
    expect(desk.audit.recorded).toMatchObject([
      { action: 'site.configure', outcome: 'done', library: 'n33', details: { rev: 1 } },
    ])
    // Readers see it when the site is published.
    expect(await answer(desk, lin, '{ site(code: "n33") { filings { icp } } }')).toEqual({
      filings: { icp: '' },
    })
    expect(await answer(desk, lin, '{ editedSite(code: "n33") { filings { icp } } }')).toEqual({
      filings: { icp: filings.icp },
    })
  })

  it.each([
    {},
    { seal: '图书馆' },
    { seal: '<b' },
    { logo: '"><b' },
    { logo: 'x'.repeat(201) },
    { theme: 'none' },
    { names: [] },
    { names: [{ language: '<', text: 'x' }] },
    { names: [{ language: 'en', text: 'x'.repeat(61) }] },
    { menu: [{ path: '//evil.example', words: [{ language: 'en', text: 'x' }] }] },
    { menu: [{ path: '/\\evil.example', words: [{ language: 'en', text: 'x' }] }] },
    { menu: [{ path: 'javascript:alert(1)', words: [{ language: 'en', text: 'x' }] }] },
    { menu: Array.from({ length: 13 }, () => ({ path: '/', words: [{ language: 'en', text: 'x' }] })) },
    { languages: ['zh-CN', 'zh-CN'] },
    { languages: [] },
    { filings: { icp: 'x'.repeat(61), publicSecurity: '' } },
    { reviewSteps: 4 },
    { reviewSteps: 0 },
  ])('takes nothing such as %j', async (input) => {
    const { errors } = await change(0, input)
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})
