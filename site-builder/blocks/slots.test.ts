/** Blocks in blocks: what may stand where, how deep, how many; and what is drawn of what may not. */
import { expect, test } from 'vitest'
import { blockFaults } from './faults.ts'
import { fixtures as hero } from './hero-search/fixtures.ts'
import { openPage } from './page.ts'
import { fixtures as shelf } from './resource-shelf/fixtures.ts'
import { elementsOf } from './testing/allowed.ts'
import { answersOfState, pageOf } from './testing/fixture.ts'
import type { NestedBlock } from './testing/fixture.ts'
import { context } from './testing/pages.ts'

const one: NestedBlock = { type: 'resource-shelf', fields: shelf.many.fields }
const columns = (...first: readonly NestedBlock[]): NestedBlock => ({
  type: 'columns',
  fields: { share: 'halves' },
  slots: { first },
})
const section = (title: string | null, ...body: readonly NestedBlock[]): NestedBlock => ({
  type: 'section',
  fields: { ground: 'paper', ...(title === null ? {} : { title: { 'zh-CN': title } }) },
  slots: { body },
})
const opening: NestedBlock = { type: 'hero-search', fields: hero.empty.fields }

function draw(...blocks: readonly NestedBlock[]): { readonly headings: string[]; readonly markup: string } {
  const doc = pageOf(blocks)
  const markup = openPage(doc, context).render(answersOfState(doc, shelf.many))
  const headings = elementsOf(markup).flatMap(({ tagName }) => (/^h\d$/.test(tagName) ? tagName : []))
  return { headings, markup }
}

test('headings follow the depth', () => {
  expect(draw(opening, one, section('一', one, columns(one))).headings).toEqual([
    'h1',
    'h2',
    'h2',
    'h3',
    'h3',
  ])
  expect(draw(opening, section(null, one)).headings).toEqual(['h1', 'h2'])
  expect(draw(section('一', one)).headings).toEqual(['h1', 'h2', 'h3'])
})

test('only the first block that opens a page has its first heading', () => {
  expect(draw(opening, opening).headings).toEqual(['h1', 'h2'])
})

test('a block in a slot has no width and no band of its own', () => {
  expect(draw(opening, one).markup.match(/class="wrap"/g)).toHaveLength(2)
  expect(draw(opening, section('一', one, columns(one))).markup.match(/class="wrap"/g)).toHaveLength(2)
})

test.each([
  ['a hero in a section', section('一', opening), '“标题与检索”不能放在“内容”里，请移到别处。'],
  ['columns in columns', columns(columns(one)), '“分栏”不能放在“第一栏”里，请移到别处。'],
  ['more than fit', columns(...Array.from({ length: 7 }, () => one)), '“第一栏”里有 7 个版块，最多放 6 个。'],
  [
    'a slot that is none',
    { ...one, slots: { body: [one] } },
    '“资源书架”没有这个位置，请把其中的版块移出来。',
  ],
])('%s is told and left out', (_, block, sentence) => {
  expect(blockFaults(pageOf([opening, block])).map(({ words }) => words['zh-CN'])).toEqual([sentence])
  const most = draw(opening, columns(...Array.from({ length: 6 }, () => one))).headings.length
  expect(draw(opening, block).headings.length).toBeLessThanOrEqual(most)
  expect(draw(opening, block).headings.filter((tag) => tag === 'h1')).toHaveLength(1)
})

test('a page asks for what stands in slots too, and only for what is drawn', () => {
  expect(openPage(pageOf([section('一', columns(one))]), context).queries).toHaveLength(1)
  expect(openPage(pageOf([columns(columns(one))]), context).queries).toEqual([])
})

test('the words of a page include those in slots', () => {
  expect(openPage(pageOf([section('一', columns(one))]), context).text()).toBe('一\n典籍\n全部图书')
})

test('what is needed before publishing is told by the name of its field', () => {
  const bare = { ...shelf.many.fields, title: { 'zh-CN': ' ' } }
  const faults = blockFaults(pageOf([{ type: 'resource-shelf', fields: bare }]))
  expect(faults).toEqual([
    {
      path: 'blocks.b0.fields.title',
      words: { 'zh-CN': '“标题”：还没有填写。', en: '“Title” is not filled in.' },
    },
  ])
})

test.each([
  [{ title: { en: 'x'.repeat(61) } }, '“标题”：文字太长：现在 61 个字，最多 60 个。'],
  [{ look: 'carousel' }, '“样式”：请从列出的选项中选一个。'],
  [{ source: { from: 'picked', items: [] } }, '“放什么”：放得太少，至少 1 项。'],
  [{ whenEmpty: undefined }, '“没有符合的资源时”：还没有填写。'],
])('%j is refused in a librarian’s words', (change, sentence) => {
  const fields = JSON.parse(JSON.stringify({ ...shelf.many.fields, ...change }))
  const [fault] = blockFaults(pageOf([{ type: 'resource-shelf', fields }]))
  expect(fault?.words['zh-CN']).toBe(sentence)
})
