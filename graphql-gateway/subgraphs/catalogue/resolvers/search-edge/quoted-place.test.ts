import type { Paragraph } from '@shuxiang/record'
import type { SearchHit } from '@shuxiang/search/contract'
import { highlight, parseBox } from '@shuxiang/search'
import { expect, it } from 'vitest'
import type { SearchPage } from '../search-page.ts'
import { quotedPlace } from './quoted-place.ts'

const verse = (text: string): Paragraph => ({ kind: 'verse', text })
const text = [verse('牀前看月光，疑是地上霜。'), verse('舉頭望山月，低頭思故鄉。')]
const search = {
  highlight: (query: string, of: string, options: Parameters<typeof highlight>[2]) =>
    highlight(parseBox(query), of, options),
}
const found = (
  asked: string,
  tier: SearchHit['tier'] = 'all',
  of: readonly Paragraph[] = text,
): string | null =>
  quotedPlace({
    hit: { id: 'a', score: 1, tier },
    asked,
    text: of,
    // Nothing else of the page is asked.
    page: { search } as unknown as SearchPage,
  })

it.each([
  ['疑是地上霜', 'v2'],
  ['低头思故乡', 'v4'],
  ['床前明月光', 'v1'],
  ['举头望山月低头思故乡', 'v3'],
  ['"举头望山月，低头思故乡"', 'v3'],
  ['月光', null],
  ['李白', null],
  ['静夜思 李白', null],
])('%s quotes %s', (asked, n) => {
  expect(found(asked)).toBe(n)
})

it('leads to the first verse of a quotation, also where others of it are longer', () => {
  const goose = [verse('鵝，鵝，鵝，曲項向天歌。'), verse('白毛浮綠水，紅掌撥清波。')]
  expect(found('鹅鹅鹅曲项向天歌', 'all', goose)).toBe('v1')
  expect(found('曲项向天歌白毛浮绿水', 'all', goose)).toBe('v4')
  expect(found('歌白毛浮绿水', 'all', goose)).toBe('v5')
})

it('leads who typed the title to the work', () => {
  expect(found('床前看月光', 'exact')).toBeNull()
})

it('quotes a paragraph of prose, where the words stand in one piece', () => {
  const prose = ['學而第一', '子曰：「學而時習之，不亦說乎？」', '子曰：「巧言令色，鮮矣仁！」'].map(
    (paragraph): Paragraph => ({ kind: 'prose', text: paragraph }),
  )
  expect(found('学而时习之', 'all', prose)).toBe('p2')
  expect(found('论语 学而时习之不亦说乎', 'all', prose)).toBe('p2')
  expect(found('巧言令色', 'all', prose)).toBe('p3')
  expect(found('学而 巧言', 'all', prose)).toBeNull()
  expect(found('子曰巧言学而时习之不亦乐乎有朋自远方来', 'some', prose)).toBeNull()
  expect(found('学而时习之', 'exact', prose)).toBeNull()
})

it('quotes nothing of an empty and of an enormous text', () => {
  expect(found('疑是地上霜', 'all', [])).toBeNull()
  expect(found('疑是地上霜', 'all', [verse(`${'春'.repeat(30_000)}，疑是地上霜。`)])).toBeNull()
})
