// Every text of a page, as somebody meets it who translates from the top to the end.
import type { Block, PageDoc } from '@shuxiang/site-model'
import { expect, it } from 'vitest'
import { pageTexts } from './page-texts.ts'

const block = (type: string, fields: Block['fields'], rest: Partial<Block> = {}): Block => ({
  ...{ type, v: 1, fields, slots: {} },
  ...rest,
})
const doc = (root: string[], blocks: PageDoc['blocks']): PageDoc => ({
  schema: 1,
  meta: { title: { 'zh-CN': '首页' }, description: { en: 'Home' } },
  root,
  blocks,
})
const found = (page: PageDoc) => pageTexts(page).map(({ block: id, path }) => [id, ...path].join('.'))

it('goes through the page in the order in which it is read, blocks inside of blocks too', () => {
  const page = doc(['s', 'q'], {
    q: block('quotation', { text: { 'zh-CN': '学而时习之' } }),
    s: block('section', { title: { 'zh-CN': '节' } }, { slots: { body: ['r'] }, locked: true }),
    r: block('rich-text', { body: { 'zh-CN': [{ type: 'paragraph', runs: [{ text: '文' }] }] } }),
  })
  const ids = found(page)
  expect(ids.slice(0, 2)).toEqual(['.meta.title', '.meta.description'])
  expect(ids.slice(2).map((one) => one.split('.')[0])).toEqual(['s', 'r', 'q'])
  expect(
    pageTexts(page)
      .filter(({ locked }) => locked)
      .map(({ block: id }) => id),
  ).toEqual(['s', 'r'])
})

it('finds texts in lists, of pictures and of records, and calls each by its way', () => {
  const page = doc(['g', 'n'], {
    g: block('image', { picture: { id: 'abc', alt: { 'zh-CN': '湖' } } }),
    n: block('navigation-list', {
      items: [
        { words: { 'zh-CN': '开馆' }, to: '/hours' },
        { words: {}, to: '/x' },
      ],
    }),
  })
  const rest = pageTexts(page).slice(2)
  expect(rest.map(({ path }) => path.at(-1))).toEqual(['alt', 'words'])
  expect(rest[1]?.way.map(({ en }) => en)).toContain('No. 1')
})

it('takes what no block here knows for no text', () => {
  expect(found(doc(['u'], { u: block('unknown', { title: { 'zh-CN': '甲' } }) }))).toHaveLength(2)
})
