// Working together on a page in the graph, over a real store: who is there, who has it, what is said about it, and who may not.
import { readFileSync } from 'node:fs'
import { testNow, person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { attempt, memoryAudit, testContext, type Example } from '@shuxiang/subgraph-kit/testing'
import { Kind, parse } from 'graphql'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collections } from '../declared.ts'
import { sitePagesIn } from '../store/documents.ts'
import { exportSite } from '../transfer/export.ts'
import {
  longestComment,
  mostColleaguesTold,
  mostDesks,
  mostInThread,
  mostOpenThreads,
  mostSettledThreads,
  presentFor,
} from './bounds.ts'
import { sweepTalks, talksIn } from './comments.ts'
import { binIn } from './documents.ts'
import { personal } from './personal.ts'
import { desksIn } from './presence.ts'
import { plainEditing } from './testing/page-rules.ts'
import {
  about,
  answer,
  deskOf,
  home,
  people,
  prepared,
  refusal,
  save,
  sent,
  setTitle,
  subgraph,
} from './testing/site.ts'

let store: TestStore
let db: Db
let desk: ReturnType<typeof newDesk>
const newDesk = () => deskOf(db, memoryAudit(), testContext)
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('together')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  desk = newDesk()
})
const { lin, fang, admin, foreign } = people
type Who = typeof lin

interface Presence {
  readonly rev: number
  readonly mine: boolean
  readonly colleagues: readonly {
    readonly name: string
    readonly block: string | null
    readonly took: string | null
  }[]
  readonly colleagueCount: number
  readonly commentsRev: number
  readonly openComments: number
}
const presence = '{ rev mine colleagues { name since took block } colleagueCount commentsRev openComments }'
const attends = `mutation($page: ID!, $desk: String!, $block: ID) {
  attendPage(page: $page, desk: $desk, block: $block) ${presence} }`
const takes = `mutation($page: ID!, $desk: String!) { takeOverPage(page: $page, desk: $desk) ${presence} }`
const leaves = 'mutation($page: ID!, $desk: String!) { leavePage(page: $page, desk: $desk) }'
const at = (who: Who, block: string | null = null, tab = 'first-tab') =>
  answer<Presence>(desk, who, attends, { page: home, desk: tab, block })
const takesOver = (who: Who) => answer<Presence>(desk, who, takes, { page: home, desk: 'first-tab' })

interface Comments {
  readonly rev: number
  readonly threads: readonly {
    readonly id: string
    readonly block: string | null
    readonly settledBy: string | null
    readonly comments: readonly {
      readonly id: string
      readonly by: string
      readonly text: string
      readonly own: boolean
    }[]
  }[]
}
const comments = '{ rev threads { id block settledBy settledAt comments { id by at text own } } }'
const listed = `query($page: ID!) { pageComments(page: $page) ${comments} }`
const begins = `mutation($page: ID!, $key: String!, $block: ID, $text: String!) {
  commentOnPage(page: $page, key: $key, block: $block, text: $text) ${comments} }`
const answers = `mutation($page: ID!, $thread: ID!, $key: String!, $text: String!) {
  answerComment(page: $page, thread: $thread, key: $key, text: $text) ${comments} }`
const settles = `mutation($page: ID!, $thread: ID!) { settleComment(page: $page, thread: $thread) ${comments} }`
const reopens = `mutation($page: ID!, $thread: ID!) { reopenComment(page: $page, thread: $thread) ${comments} }`
const takesBack = `mutation($page: ID!, $comment: ID!) { takeBackComment(page: $page, comment: $comment) ${comments} }`
let drawn = 0
const comment = (text: string, block: string | null = null) => ({
  ...{ page: home, key: `drawn-key-${drawn++}`, text },
  block,
})
const says = (who: Who, text: string, block: string | null = null) =>
  answer<Comments>(desk, who, begins, comment(text, block))
const answering = (thread: string, text: string) => ({
  page: home,
  thread,
  key: `drawn-key-${drawn++}`,
  text,
})
const textsIn = ({ threads }: Comments): string[] =>
  threads.flatMap((one) => one.comments.map(({ text }) => text))

describe('who may', () => {
  const named: Readonly<Record<string, unknown>> = {
    ...{
      site: 'n33',
      page: about,
      desk: 'some-desk',
      key: 'a-new-comment',
      text: '好',
      thread: 'x',
      comment: 'x',
    },
  }

  it('is asked by every field of the schema, for the library of what is stored, and refusals are noted', async () => {
    const sdl = parse(readFileSync(new URL('../schema/together.graphql', import.meta.url), 'utf8'))
    const examples: Record<string, Example> = {}
    for (const type of sdl.definitions)
      if (type.kind === Kind.OBJECT_TYPE_EXTENSION)
        for (const { name: field, arguments: args = [] } of type.fields ?? []) {
          const given = args.map((argument) => argument.name.value).filter((name) => name in named)
          examples[`${type.name.value}.${field.value}`] = {
            object: { library: 'n33' },
            args: Object.fromEntries(given.map((name) => [name, named[name]])),
          }
        }
    expect(Object.keys(examples)).toHaveLength(10)
    const problems = await attempt(subgraph, { db, examples, now: () => testNow * 1000, collections })
    expect(problems.filter((problem) => Object.hasOwn(examples, problem.split(':')[0] ?? ''))).toEqual([])
    expect(Object.keys(examples).filter((place) => !subgraph.actions.has(place))).toEqual([])
  })

  it('is nobody of another library, whatever they name: refused, noted, and nothing kept', async () => {
    const thread = (await says(lin, '请核对')).threads[0]?.id ?? ''
    for (const [query, rest] of [
      [attends, { desk: 'some-desk' }],
      [takes, { desk: 'some-desk' }],
      [leaves, { desk: 'some-desk' }],
      [listed, {}],
      [begins, { key: 'a-new-comment', text: '外人' }],
      [answers, { thread, key: 'a-new-comment', text: '外人' }],
      [settles, { thread }],
      [reopens, { thread }],
      [takesBack, { comment: thread }],
    ] as const) {
      const noted = desk.audit.recorded.length
      expect(await refusal(desk, foreign, query, { page: home, ...rest })).toBe('library')
      expect(desk.audit.recorded.slice(noted)).toMatchObject([
        { outcome: 'refused', library: 'n33', object: `page:${home}` },
      ])
    }
    expect(await refusal(desk, foreign, '{ openComments(site: "n33") { count } }')).toBe('library')
    expect(await desksIn(db).countDocuments({})).toBe(0)
    expect(textsIn(await answer<Comments>(desk, lin, listed, { page: home }))).toEqual(['请核对'])
    // A thread of one page is not reached through another.
    expect(await refusal(desk, foreign, settles, { page: 'n44:/', thread })).toBe('no-comment')
  })
})

describe('who is at a page', () => {
  it('is told to the others, with the block, until they go or give no sign of life', async () => {
    expect(await at(lin, 'a')).toMatchObject({ rev: 1, mine: true, colleagues: [], colleagueCount: 0 })
    expect(await at(fang)).toMatchObject({
      mine: false,
      colleagues: [{ name: 'n33/lin', block: 'a', took: null }],
      colleagueCount: 1,
    })
    expect(await at(lin, 'b')).toMatchObject({ mine: true, colleagues: [{ name: 'n33/fang', block: null }] })
    expect((await at(fang)).colleagues).toMatchObject([{ block: 'b' }])
    await answer(desk, lin, leaves, { page: home, desk: 'first-tab' })
    expect(await at(fang)).toMatchObject({ mine: true, colleagues: [] })
    await at(lin)
    desk.now += presentFor + 1
    expect(await at(fang)).toMatchObject({ mine: true, colleagues: [] })
    // Whoever had it and was away for long stands behind.
    expect(await at(lin)).toMatchObject({ mine: false, colleagues: [{ name: 'n33/fang' }] })
  })

  it('is one person in two tabs, who hears nothing of themselves', async () => {
    await at(lin)
    expect(await at(lin, 'a', 'second-tab')).toMatchObject({ mine: true, colleagues: [] })
    await answer(desk, lin, leaves, { page: home, desk: 'second-tab' })
    expect((await at(fang)).colleagues).toHaveLength(1)
  })

  it('leaves no line in the audit log, and no desk of somebody else', async () => {
    await at(lin)
    await answer(desk, fang, leaves, { page: home, desk: 'first-tab' })
    expect((await at(fang)).colleagues).toHaveLength(1)
    expect(desk.audit.recorded).toEqual([])
  })

  it('is bounded: who comes later works like everybody, and hears of those who are shown', async () => {
    const many = Array.from({ length: mostDesks + 2 }, (_, n) =>
      person({
        ...{ subject: `s${n}`, username: `n33/s${n}` },
        memberships: [{ library: 'n33', role: 'editor', expires: null }],
      }),
    )
    for (const who of many) await at(who)
    expect(await desksIn(db).countDocuments({})).toBe(mostDesks)
    const last = await at(many.at(-1) ?? lin)
    expect([last.colleagues.length, last.colleagueCount]).toEqual([mostColleaguesTold, mostDesks])
    for (let n = 0; n < 9; n++) await at(many[0] ?? lin, null, `tab-number-${n}`)
    expect(await desksIn(db).countDocuments({})).toBe(mostDesks)
    expect(await refusal(desk, many.at(-1) ?? lin, takes, { page: home, desk: 'first-tab' })).toBe('full')
    for (const [name, value] of [
      ['desk', 'x'],
      ['desk', 'x'.repeat(65)],
      ['block', '<b>'],
      ['block', 'x'.repeat(500)],
    ] as const)
      expect(await refusal(desk, lin, attends, { page: home, desk: 'first-tab', [name]: value })).toContain(
        name,
      )
  })
})

describe('taking over', () => {
  it('is heard of by who had the page, who saves as before', async () => {
    await at(lin)
    await at(fang)
    expect(await takesOver(fang)).toMatchObject({ mine: true, colleagues: [{ name: 'n33/lin' }] })
    const heard = await at(lin)
    expect(heard).toMatchObject({ mine: false, colleagues: [{ name: 'n33/fang' }] })
    expect(heard.colleagues[0]?.took).not.toBeNull()
    await answer(desk, fang, save, { page: home, baseRev: 1, ops: sent(setTitle('b', '芳')) })
    const saved = await answer<{ merged: boolean; page: { clashes: unknown[] } }>(desk, lin, save, {
      ...{ page: home, baseRev: 1, ops: sent(setTitle('a', '林')) },
    })
    expect(saved).toMatchObject({ merged: true, page: { clashes: [] } })
    expect((await at(fang)).rev).toBe(3)
    expect(await takesOver(lin)).toMatchObject({ mine: true })
    expect(await at(fang)).toMatchObject({ mine: false })
  })
})

it('twenty who save one page in the same moment are all taken, and none is lost', async () => {
  const writers = Array.from({ length: 20 }, (_, n) => `w${n}`)
  const own = (id: string) => ({ type: 'text', v: 1, fields: { title: { 'zh-CN': id } }, slots: {} })
  const at = { parent: null, slot: 'root', index: 0 }
  const saved = await Promise.all(
    writers.map((id) =>
      refusal(desk, lin, save, {
        ...{ page: home, baseRev: 1 },
        ops: sent({ op: 'insert', id, at, blocks: { [id]: own(id) } }),
      }),
    ),
  )
  expect(saved).toEqual(writers.map(() => undefined))
  const page = await sitePagesIn(db).findOne({ _id: home })
  for (const id of writers) expect(page?.document).toContain(`"${id}":`)
})

describe('comments', () => {
  it('are begun on a block or the page, answered, settled, opened again and taken back', async () => {
    const begun = await says(lin, '电话变了？', 'a')
    expect(begun).toMatchObject({
      rev: 1,
      threads: [
        { block: 'a', settledBy: null, comments: [{ by: 'n33/lin', text: '电话变了？', own: true }] },
      ],
    })
    const thread = begun.threads[0]?.id ?? ''
    const replied = await answer<Comments>(desk, fang, answers, answering(thread, '已改'))
    expect(replied.threads[0]?.comments.map(({ own }) => own)).toEqual([false, true])
    expect(await at(lin)).toMatchObject({ commentsRev: 2, openComments: 1 })
    const settled = await answer<Comments>(desk, lin, settles, { page: home, thread })
    expect(settled.threads[0]?.settledBy).toBe('n33/lin')
    expect(await answer(desk, lin, settles, { page: home, thread })).toEqual(settled)
    expect(await at(lin)).toMatchObject({ openComments: 0 })
    expect(
      (await answer<Comments>(desk, admin, reopens, { page: home, thread })).threads[0]?.settledBy,
    ).toBeNull()
    await answer(desk, lin, settles, { page: home, thread })
    const again = await answer<Comments>(desk, fang, answers, answering(thread, '又变了'))
    expect(again.threads[0]?.settledBy).toBeNull()
    expect(await refusal(desk, fang, takesBack, { page: home, comment: thread })).toBe('of-another')
    const back = await answer<Comments>(desk, lin, takesBack, { page: home, comment: thread })
    expect(textsIn(back)).toEqual(['', '已改', '又变了'])
    for (const { id } of back.threads[0]?.comments.slice(1) ?? [])
      await answer(desk, fang, takesBack, { page: home, comment: id })
    expect((await answer<Comments>(desk, lin, listed, { page: home })).threads).toEqual([])
    expect(desk.audit.recorded.filter(({ outcome }) => outcome !== 'refused')).toEqual([])
  })

  it('count once, however often they are sent, and are lost by no two who write at once', async () => {
    const first = comment('一')
    await answer(desk, lin, begins, first)
    const begun = await answer<Comments>(desk, lin, begins, first)
    expect([begun.rev, textsIn(begun)]).toEqual([1, ['一']])
    // The key of one is none of another.
    await answer(desk, fang, begins, { ...first, text: '二' })
    await Promise.all(['三', '四', '五'].map((text) => says(admin, text)))
    expect(textsIn(await answer<Comments>(desk, lin, listed, { page: home })).toSorted()).toEqual(
      ['一', '二', '三', '四', '五'].toSorted(),
    )
  })

  it('are plain text, kept as it was written, and bounded', async () => {
    const hostile = '<img src=x onerror=alert(1)>{{1}}\n[a](javascript:alert(1))'
    expect(textsIn(await says(lin, `  ${hostile}\r\n`))).toEqual([hostile])
    for (const text of [
      '',
      ' \n ',
      '字'.repeat(longestComment + 1),
      'a\u0000b',
      '\ud800',
      'x'.repeat(90_000),
    ])
      expect(await refusal(desk, lin, begins, comment(text))).toMatch(/^comment-/)
    for (const block of ['<b>', '../x', 'x'.repeat(500)])
      expect(await refusal(desk, lin, begins, comment('好', block))).toContain('block')
    await says(lin, '𠮷'.repeat(longestComment))
    for (let n = 2; n < mostOpenThreads; n++) await says(lin, String(n))
    expect(await refusal(desk, lin, begins, comment('多'))).toBe('too-many-comments')
    const { threads } = await answer<Comments>(desk, lin, listed, { page: home })
    const thread = threads[0]?.id ?? ''
    for (let n = 1; n < mostInThread; n++) await answer(desk, lin, answers, answering(thread, String(n)))
    expect(await refusal(desk, lin, answers, answering(thread, '多'))).toBe('too-many-answers')
    expect(await refusal(desk, lin, answers, answering('none', '多'))).toBe('no-comment')
  })

  it('that are settled make room, the oldest first', async () => {
    for (let n = 0; n < mostSettledThreads + 2; n++) {
      const { threads } = await says(lin, `第${n}条`)
      await answer(desk, lin, settles, { page: home, thread: threads.at(-1)?.id })
    }
    const texts = textsIn(await answer<Comments>(desk, lin, listed, { page: home }))
    expect([texts.length, texts[0]]).toEqual([mostSettledThreads, '第2条'])
  })

  it('stay with the page when their block goes, and are counted for the site', async () => {
    await says(lin, '留下', 'a')
    await answer(desk, lin, save, { page: home, baseRev: 1, ops: sent({ op: 'remove', id: 'a' }) })
    expect(textsIn(await answer<Comments>(desk, fang, listed, { page: home }))).toEqual(['留下'])
    expect(await answer(desk, fang, '{ openComments(site: "n33") { page count } }')).toEqual([
      { page: home, count: 1 },
    ])
    await db.collection<{ _id: string }>('site_pages').deleteOne({ _id: home })
    expect(await answer(desk, fang, '{ openComments(site: "n33") { page count } }')).toEqual([])
  })

  it('are in nothing that is published or travels', async () => {
    await says(lin, '悄悄话', 'a')
    const travels = await exportSite(db, 'n33', plainEditing.pageRules, { assetsOf: async () => new Map() })
    expect(JSON.stringify([travels?.site, ...(travels?.documents ?? [])])).not.toContain('悄悄话')
    expect(JSON.stringify(await sitePagesIn(db).find({}).sort({ _id: 1 }).toArray())).not.toContain('悄悄话')
    const copy = await answer<{ id: string }>(
      desk,
      lin,
      `mutation { createPage(site: "n33", key: "a-new-page", path: "/new",
        title: [{ language: "zh-CN", text: "新" }], copyOf: "${home}") { id } }`,
    )
    expect((await answer<Comments>(desk, lin, listed, { page: copy.id })).threads).toEqual([])
  })

  it('go with a page that is nowhere any more, and stay with one that can be brought back', async () => {
    await says(lin, '在')
    const page = await sitePagesIn(db).findOne({ _id: home })
    if (!page) throw new Error('There is no page.')
    await binIn(db).insertOne({ ...page, removed: { by: 'lin', name: 'n33/lin', at: new Date() } })
    await sitePagesIn(db).deleteOne({ _id: home })
    expect(await sweepTalks(db, new AbortController().signal)).toBe(0)
    await binIn(db).deleteOne({ _id: home })
    expect(await sweepTalks(db, new AbortController().signal)).toBe(1)
    expect(await talksIn(db).countDocuments({})).toBe(0)
  })
})

it('tells a person what is kept of them, and names them no more when they go', async () => {
  await at(lin)
  const { threads } = await says(lin, '我说的')
  await answer(desk, fang, answers, answering(threads[0]?.id ?? '', '她说的'))
  await answer(desk, lin, settles, { page: home, thread: threads[0]?.id })
  const parts = { db, now: () => new Date(desk.now) }
  expect(await personal.export(parts, 'lin')).toMatchObject({ comments: [{ page: home, text: '我说的' }] })
  await personal.erase(parts, 'lin')
  expect(await answer<Comments>(desk, fang, listed, { page: home })).toMatchObject({
    threads: [{ settledBy: '', comments: [{ by: '', text: '我说的' }, { by: 'n33/fang' }] }],
  })
  expect((await at(fang)).colleagues).toEqual([])
})
