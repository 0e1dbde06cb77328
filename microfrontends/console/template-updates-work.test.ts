// @vitest-environment happy-dom
// What a newer version of its template has for a library's site, as an editor meets it.
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import type { PageUpdatePart } from './operations.generated.ts'
import { answersFor, atWork, editor, pages } from './testing/pages.ts'
// Fetched when they are opened, later than a test looks.
import './template-updates/TemplateUpdatesPage.vue'
import './template-updates/TemplateUpdatesParts.vue'
import { templateUpdates as words } from './template-updates/messages/zh-CN.ts'
import { ownReasons } from './template-updates/reasons.ts'
import { difference } from './template-updates/difference.ts'
import { sayable } from './template-updates/sayable.ts'
import { loadWords } from './template-updates/words.ts'

beforeAll(() => loadWords('zh-CN'))
afterEach(() => pages.close())

const zh = (text: string) => [{ language: 'zh-CN', text }]
type Change = PageUpdatePart['changes'][number]
const change = (more: Partial<Change>): Change => ({
  ...{ kind: 'CHANGED', block: 'b', type: 'rich-text', path: [], before: null, after: null },
  ...more,
})
const update = (more: Partial<PageUpdatePart> = {}): PageUpdatePart => ({
  ...{ path: '/about', page: { id: 'n33:/about', rev: 3 }, title: zh('关于本馆'), clashes: [] },
  changes: [change({ path: ['fields', 'title', 'zh-CN'], before: '"旧话"', after: '"新话"' })],
  ...more,
})
const updates = (...given: readonly PageUpdatePart[]): Answers => ({
  TemplateUpdates: { data: { templateUpdate: { template: 'city', pages: given } } },
  TakeTemplateUpdate: { data: { takeTemplateUpdate: { id: 'n33:/about' } } },
})
const refused = (reason: string) => ({
  data: null,
  errors: [{ message: '', path: [], code: 'BAD_USER_INPUT', reason }],
})

async function settle(): Promise<void> {
  for (let i = 0; i < 6; i++) await settled()
}
async function opened(answers: Answers) {
  const page = await pages.open(
    '/console/template-updates?library=n33',
    { ...answersFor(editor), ...answers },
    { portal: { session: atWork } },
  )
  await settle()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const told = ({ element }: Opened): string => element.textContent?.replace(/\s+/g, ' ') ?? ''
const sent = (page: Opened, name: string) =>
  page.portal.calls.gql.filter((call) => call.name === name).map(({ variables }) => variables)
async function press({ element }: Opened, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
  if (!found) throw new Error(`There is no button ${name}.`)
  found.click()
  await settle()
}
const linesOf = ({ element }: Opened): readonly string[] =>
  texts(element, '.changes > li').map((line) => line.replace(/\s+/g, ' ').trim())

describe('a template with something new', () => {
  it('is shown in words', async () => {
    const rich = JSON.stringify([{ type: 'paragraph', runs: [{ text: '新的' }, { text: '一段' }] }])
    const added = { fields: { title: { 'zh-CN': '怎么来', en: 'How to come' }, wide: true }, locked: true }
    const page = await opened(
      updates(
        update({
          changes: [
            change({
              path: ['meta', 'title', 'en'],
              type: null,
              block: null,
              before: '"Us"',
              after: '"About"',
            }),
            change({ path: ['fields', 'title', 'zh-CN'], before: '"旧话"', after: '"新话"' }),
            change({ path: ['fields', 'body', 'zh-CN'], after: rich }),
            change({ path: ['fields', 'columns'], before: '2', after: '3', type: 'columns' }),
            change({ path: ['locked'], after: 'true' }),
            change({ kind: 'ADDED', type: 'contact', after: JSON.stringify(added) }),
            change({ kind: 'MOVED', type: 'events', before: '{}', after: '{}' }),
            change({ kind: 'REMOVED', type: 'cinema', before: '{"fields":{}}' }),
          ],
        }),
      ),
    )
    expect(told(page)).toContain('城市图书馆（总馆与分馆）')
    expect(linesOf(page)).toEqual([
      '页面标题 · 英语原来： Us以后： About',
      '文字：正文原来： 旧话以后： 新话',
      '文字：正文以后： 新的一段',
      '设置：分栏',
      '能不能修改：正文',
      '增加：联系与地址以后： 怎么来',
      '换位置：活动',
      '拿掉：一块内容',
    ])
    expect(page.element.querySelector('ins')?.getAttribute('lang')).toBe('en')
  })

  it('is taken over page by page, as it was looked at', async () => {
    const page = await opened(updates(update(), update({ path: '/cards', page: null, title: zh('办证') })))
    expect(told(page)).toContain('新页面 /cards')
    await press(page, '采用：关于本馆')
    expect(sent(page, 'TakeTemplateUpdate')).toEqual([{ site: 'n33', path: '/about', baseRev: 3 }])
    expect(told(page)).toContain('“关于本馆”已经采用，在草稿里')
    await press(page, '加上这一页：办证')
    expect(sent(page, 'TakeTemplateUpdate')[1]).toEqual({ site: 'n33', path: '/cards', baseRev: 0 })
  })

  it('says what both have changed, and whose stays', async () => {
    const clash = { id: 'template-0', kind: 'CHANGED', path: ['fields', 'title', 'zh-CN'] } as const
    const page = await opened(
      updates(update({ changes: [], clashes: [{ ...clash, ours: '"模板的话"', theirs: '"我们的话"' }] })),
    )
    expect(texts(page.element, '.clash dd')).toEqual(['我们的话', '模板的话'])
    expect(told(page)).toContain('采用以后先保留本馆的')
  })

  it('is compared anew when somebody has changed the page meanwhile', async () => {
    const page = await opened({ ...updates(update()), TakeTemplateUpdate: refused('changed') })
    await press(page, '采用：关于本馆')
    expect(told(page)).toContain('另一位同事刚刚改过这一页')
    expect(sent(page, 'TemplateUpdates')).toHaveLength(2)
  })
})

it('a template with nothing new says so', async () => {
  expect(told(await opened(updates()))).toContain('没有新的内容')
})

it('a library without a site is told so', async () => {
  const page = await opened({
    TemplateUpdates: { data: { templateUpdate: null }, errors: refused('no-site').errors },
  })
  expect(told(page)).toContain('本馆还没有网站')
})

it('it is told when nobody answers', async () => {
  expect(told(await opened({ TemplateUpdates: gatewayAway() }))).toContain('暂时打不开')
})

it('what there is to read in a value is told, and nothing else', () => {
  const list = { type: 'list', ordered: true, items: [[{ text: '一' }], [{ text: '二' }]] }
  expect(sayable({ 'zh-CN': [list] }, 'en', false)).toEqual(['一', '二'])
  expect(sayable([{ to: '/visit', words: { 'zh-CN': '来馆', en: 'Visit' } }], 'en', false)).toEqual(['Visit'])
  expect(sayable({ from: 'query', query: '静夜思' }, 'en', false)).toEqual([])
  expect(sayable('wide', 'en', false)).toEqual([])
  expect(sayable(null, 'en', true)).toEqual([])
})

it.each([
  [['一', '二', '三'], ['一', '两', '三'], '二', '两'],
  [['一', '二'], ['一', '二', '三'], '', '三'],
  [['一', '二', '三'], ['一', '三'], '二', ''],
  [['一', '一'], ['一'], '一', ''],
  [['一'], ['一'], '', ''],
  [[], ['一', '二'], '', '一 / 二'],
])('from %j to %j it is told that %s becomes %s', (before, after, was, is) =>
  expect(difference(before, after)).toEqual({ before: was, after: is }),
)

it('a long line is told from shortly before where it is other', () => {
  const same = '同'.repeat(300)
  const { before, after } = difference([`${same}甲尾`], [`${same}乙尾`])
  expect(before).toBe(`…${'同'.repeat(20)}甲尾`)
  expect(after).toBe(`…${'同'.repeat(20)}乙尾`)
})

describe('every name that a page or a template may have', () => {
  const siteBuilder = resolve(import.meta.dirname, '../../site-builder')
  it('of a block has words', () => {
    const blocks = readdirSync(resolve(siteBuilder, 'blocks'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .filter(({ name }) => readdirSync(resolve(siteBuilder, 'blocks', name)).includes('block.ts'))
    expect(blocks.length).toBeGreaterThan(20)
    for (const { name } of blocks) expect(words).toHaveProperty([`block.${name}`])
  })
  it('of a template has words', () => {
    const ids = readdirSync(resolve(siteBuilder, 'templates'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(resolve(siteBuilder, 'templates', file), 'utf8'))
      .flatMap((text) => /^ {2}id: '([^']+)'/m.exec(text)?.[1] ?? [])
    expect(ids.length).toBeGreaterThan(5)
    for (const id of ids) expect(words).toHaveProperty([`template.${id}`])
  })
})

it('each reason of the graph has a sentence', () => {
  for (const reason of ownReasons) expect(words).toHaveProperty([`refused.${reason}`])
})
