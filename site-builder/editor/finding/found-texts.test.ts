import type { PageDoc } from '@shuxiang/site-model'
import { expect, it } from 'vitest'
import { foundTexts, mostFound } from './found-texts.ts'

const shelf = (title: object) => ({ type: 'resource-shelf', v: 1, fields: { title }, slots: {} })
const doc = (title: object, own: object = { 'zh-CN': '首页' }): PageDoc => ({
  ...{ schema: 1, meta: { title: { ...own } }, root: ['a'] },
  blocks: { a: shelf(title) as PageDoc['blocks'][string] },
})
const told = (page: PageDoc, word: string) =>
  foundTexts(page, word).map(({ block, field, language, before, found, after }) => [
    ...[block, field, language, `${before}[${found}]${after}`],
  ])

it('finds words in every language, the page’s own texts first', () => {
  const page = doc({ 'zh-CN': '新书与 Library', en: 'New at the library' }, { en: 'Library' })
  expect(told(page, 'LIBRARY')).toEqual([
    [null, 'title', 'en', '[Library]'],
    ['a', 'title', 'zh-CN', '新书与 [Library]'],
    ['a', 'title', 'en', 'New at the [library]'],
  ])
})

it('finds each place, and quotes the text as it is written', () => {
  expect(told(doc({ 'zh-CN': '２０２６年，2026' }), '2026').map(([, , , said]) => said)).toEqual([
    '[２０２６]年，2026',
    '２０２６年，[2026]',
  ])
  expect(told(doc({ 'zh-CN': '㍿甲' }), '会社').map(([, , , said]) => said)).toEqual(['[㍿]甲'])
})

it('finds nothing for blanks, and tells only so many', () => {
  expect(foundTexts(doc({ 'zh-CN': '书' }), '  ')).toEqual([])
  expect(foundTexts(doc({ 'zh-CN': '书'.repeat(300) }), '书')).toHaveLength(mostFound)
})
