import { describe, expect, it } from 'vitest'
import { listed } from '../testing/answers.ts'
import { choicesOf, chosenChapters, sectionsOf, type Listed } from './chapters.ts'

const chapter = (n: number, creator: string | null, section: string | null): Listed =>
  listed(n, `第${n}篇`, { creator, section })
const anthology = [
  chapter(1, '元稹', '五言绝句'),
  chapter(2, '王维', '五言绝句'),
  chapter(3, '李白', '七言绝句'),
  chapter(4, '王维', '七言绝句'),
  chapter(5, '王维', '五言绝句'),
]
const numbers = (chapters: readonly Listed[]): number[] => chapters.map(({ n }) => n)

describe('the contents of a work', () => {
  it('stand under its headings in its order; one that comes again begins again', () => {
    expect(sectionsOf(anthology).map(({ name, chapters }) => [name, numbers(chapters)])).toEqual([
      ['五言绝句', [1, 2]],
      ['七言绝句', [3, 4]],
      ['五言绝句', [5]],
    ])
  })

  it('without headings are one list', () => {
    const plain = [chapter(1, null, null), chapter(2, null, null)]
    expect(sectionsOf(plain)).toEqual([{ name: null, label: null, chapters: plain }])
    expect(sectionsOf([])).toEqual([])
  })

  it('are chosen from by poet, the most frequent first, and by form in the order of the work', () => {
    expect(choicesOf(anthology, 'creator', 'frequent')[0]).toEqual({ name: '王维', label: '王维', n: 3 })
    expect(choicesOf(anthology, 'section', 'listed').map(({ label, n }) => [label, n])).toEqual([
      ['五言绝句', 3],
      ['七言绝句', 2],
    ])
  })

  it('offer no choice where there is none', () => {
    expect(choicesOf([chapter(1, '屈原', null), chapter(2, '屈原', null)], 'creator', 'frequent')).toEqual([])
    expect(choicesOf([chapter(1, null, null)], 'section', 'listed')).toEqual([])
  })

  it('are narrowed by both at once', () => {
    expect(numbers(chosenChapters(anthology, { creator: '王维', section: '' }))).toEqual([2, 4, 5])
    expect(numbers(chosenChapters(anthology, { creator: '王维', section: '七言绝句' }))).toEqual([4])
    expect(numbers(chosenChapters(anthology, { creator: '', section: '' }))).toEqual([1, 2, 3, 4, 5])
  })
})
