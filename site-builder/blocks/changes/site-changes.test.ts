/** Two versions of a site in words: everything that is other is told, in both languages, and nothing else. */
import type { Block, PageDoc } from '@shuxiang/site-model'
import { expect, test } from 'vitest'
import { mostChanges, siteChanges, type SiteVersion, type VersionPage } from './site-changes.ts'

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const block = (type: string, fields: Block['fields'], more: Partial<Block> = {}): Block => ({
  ...{ type, v: 1, fields, slots: {} },
  ...more,
})
const page = (
  path: string,
  blocks: Record<string, Block> = {},
  more: Partial<PageDoc['meta']> & { readonly root?: string[] } = {},
): VersionPage => {
  const { root = Object.keys(blocks), ...meta } = more
  return {
    path,
    formerPaths: [],
    doc: { schema: 1, meta: { title: both('关于', 'About'), ...meta }, root, blocks },
  }
}
const version = (pages: readonly VersionPage[], more: Partial<SiteVersion> = {}): SiteVersion => ({
  ...{ names: both('浙江图书馆', 'Zhejiang Library'), seal: '浙江', theme: 'national', menu: [], pages },
  ...more,
})
const told = (before: SiteVersion, after: SiteVersion) =>
  siteChanges(before, after).map(({ page: path, words }) => [path, words['zh-CN'], words.en])
const quotation = (zh: string, en = 'Read') => block('quotation', { text: both(zh, en) })

test('the same version has nothing to tell', () => {
  const one = version([page('/', { a: quotation('读书') })])
  expect(told(one, structuredClone(one))).toEqual([])
})

test('a text is told with what it was and what it is, in its language and its field', () => {
  const before = version([page('/', { a: quotation('读书') })])
  const after = version([page('/', { a: quotation('读好书'.repeat(20)) })])
  expect(told(before, after)).toEqual([
    [
      '/',
      `“首页”：改了“引文”的“引文”（中文）：“读书”→“${'读好书'.repeat(10)}…”。`,
      `“Home page”: changed “Quotation” › “Quotation” (Chinese): “读书” → “${'读好书'.repeat(10)}…”.`,
    ],
  ])
})

test('blocks that come, go and change their place or time are told, and those inside of one that came are not', () => {
  const section = block('section', { title: both('区', 'Part') }, { slots: { blocks: ['b'] } })
  const before = version([page('/', { a: quotation('一'), c: quotation('三'), d: quotation('四') })])
  const after = version([
    page(
      '/',
      {
        ...{ s: section, b: quotation('二'), d: quotation('四') },
        c: { ...quotation('三'), show: { to: '2027-01-01T00:00:00Z' } },
      },
      { root: ['s', 'd', 'c'] },
    ),
  ])
  const sentences = told(before, after).map(([, zh]) => zh)
  expect(sentences).toContain('“首页”：加了“分区”。')
  expect(sentences).toContain('“首页”：删了“引文”。')
  expect(sentences).toContain('“首页”：改了“引文”的显示时间。')
  expect(sentences.filter((one) => String(one).includes('移动'))).toHaveLength(1)
  expect(sentences).toHaveLength(4)
})

test('pages that come, go and move are told', () => {
  const before = version([page('/'), page('/old'), page('/gone')])
  const after = version([page('/'), page('/new'), { ...page('/moved'), formerPaths: ['/old'] }])
  expect(told(before, after)).toEqual([
    ['/moved', '“关于”：地址从 /old 改为 /moved。', '“About”: moved from /old to /moved.'],
    ['/new', '新增页面“关于”（/new）。', 'New page “About” (/new).'],
    ['/gone', '删去页面“关于”（/gone）。', 'Page “About” (/gone) is gone.'],
  ])
})

test('title, end and facts of the site are told', () => {
  const before = version([page('/')])
  const after = version([page('/', {}, { title: both('本馆', 'About'), until: '2027-01-01T00:00:00Z' })], {
    ...{
      names: both('浙江省图书馆', 'Zhejiang Library'),
      seal: '浙图',
      logo: 'a-picture',
      theme: 'bamboo',
      languages: ['zh-CN'],
    },
    ...{
      menu: [{ path: '/', words: both('首页', 'Home') }],
      filings: { icp: '浙ICP备1号', publicSecurity: '' },
    },
  })
  expect(told(before, after).map(([, zh]) => zh)).toEqual([
    '改了网站名称：“浙江图书馆”→“浙江省图书馆”。',
    '改了印章文字：“浙江”→“浙图”。',
    '换了馆标图片。',
    '换了网站主题。',
    '改了导航菜单。',
    '改了网站的语言。',
    '改了备案号。',
    '“首页”：改了标题（中文）：“关于”→“本馆”。',
    '“首页”：填写了结束显示的时间：“2027-01-01 08:00”。',
  ])
})

test('what cannot be read is said, an unknown block is called by its type, and a long list ends', () => {
  const gone = { ...page('/'), doc: null }
  expect(told(version([gone]), version([page('/')]))[0]?.[1]).toContain('不再保存')
  const odd = (text: string) => version([page('/', { a: block('video-wall', { title: both(text, text) }) })])
  expect(told(odd('一'), odd('二'))[0]?.[1]).toBe('“首页”：改了“video-wall”（中文）：“一”→“二”。')
  const many = version(Array.from({ length: mostChanges + 5 }, (_, n) => page(`/p${n}`)))
  expect(told(version([]), many)).toHaveLength(mostChanges + 1)
  expect(told(version([]), many).at(-1)?.[2]).toBe('There are 5 more changes.')
})
