import { describe, expect, it } from 'vitest'
import { choicesOf, chosenParts, sectionsOf, type Listed } from './chapters.ts'

const part = (n: number, creator: string | null, section: string | null): Listed => ({
  n,
  title: `第${n}篇`,
  creator,
  section,
})
const anthology = [
  part(1, '元稹', '五言绝句'),
  part(2, '王维', '五言绝句'),
  part(3, '李白', '七言绝句'),
  part(4, '王维', '七言绝句'),
  part(5, '王维', '五言绝句'),
]
const numbers = (parts: readonly Listed[]): number[] => parts.map(({ n }) => n)

describe('the contents of a work', () => {
  it('stand under its headings in its order; one that comes again begins again', () => {
    expect(sectionsOf(anthology).map(({ name, parts }) => [name, numbers(parts)])).toEqual([
      ['五言绝句', [1, 2]],
      ['七言绝句', [3, 4]],
      ['五言绝句', [5]],
    ])
  })

  it('without headings are one list', () => {
    const plain = [part(1, null, null), part(2, null, null)]
    expect(sectionsOf(plain)).toEqual([{ name: null, parts: plain }])
    expect(sectionsOf([])).toEqual([])
  })

  it('are chosen from by poet, the most frequent first, and by form in the order of the work', () => {
    expect(choicesOf(anthology, 'creator', 'frequent')[0]).toEqual({ name: '王维', n: 3 })
    expect(choicesOf(anthology, 'section', 'listed')).toEqual([
      { name: '五言绝句', n: 3 },
      { name: '七言绝句', n: 2 },
    ])
  })

  it('offer no choice where there is none', () => {
    expect(choicesOf([part(1, '屈原', null), part(2, '屈原', null)], 'creator', 'frequent')).toEqual([])
    expect(choicesOf([part(1, null, null)], 'section', 'listed')).toEqual([])
  })

  it('are narrowed by both at once', () => {
    expect(numbers(chosenParts(anthology, { creator: '王维', section: '' }))).toEqual([2, 4, 5])
    expect(numbers(chosenParts(anthology, { creator: '王维', section: '七言绝句' }))).toEqual([4])
    expect(numbers(chosenParts(anthology, { creator: '', section: '' }))).toEqual([1, 2, 3, 4, 5])
  })
})
