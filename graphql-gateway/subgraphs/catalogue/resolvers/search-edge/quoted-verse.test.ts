import type { Paragraph } from '@shuxiang/record'
import type { SearchHit } from '@shuxiang/search/contract'
import { highlight, parseBox } from '@shuxiang/search'
import { expect, it } from 'vitest'
import type { SearchPage } from '../search-page.ts'
import { quotedVerse } from './quoted-verse.ts'

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
): number | null =>
  quotedVerse({
    hit: { id: 'a', score: 1, tier },
    asked,
    text: of,
    // Nothing else of the page is asked.
    page: { search } as unknown as SearchPage,
  })

it.each([
  ['疑是地上霜', 2],
  ['低头思故乡', 4],
  ['床前明月光', 1],
  ['举头望山月低头思故乡', 3],
  ['"举头望山月，低头思故乡"', 3],
  ['月光', null],
  ['李白', null],
  ['静夜思 李白', null],
])('%s quotes verse %s', (asked, n) => {
  expect(found(asked)).toBe(n)
})

it('leads who typed the title to the work', () => {
  expect(found('床前看月光', 'exact')).toBeNull()
})

it('quotes nothing of prose, of an empty and of an enormous text', () => {
  expect(found('疑是地上霜', 'all', [{ kind: 'prose', text: '疑是地上霜。' }])).toBeNull()
  expect(found('疑是地上霜', 'all', [])).toBeNull()
  expect(found('疑是地上霜', 'all', [verse(`${'春'.repeat(30_000)}，疑是地上霜。`)])).toBeNull()
})
