import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editCosts } from './edit-cost.ts'

const cost = (typed: string, meant: string, most = 3): number =>
  editCosts([...typed], [...meant], most)?.[[...meant].length] ?? Infinity

describe('what it takes to write one text for another', () => {
  it.each([
    ['静夜思', '静夜思', 0],
    ['静叶思', '静夜思', 0.5],
    ['静日思', '静夜思', 1],
    ['登山', '灯山', 0.5],
    ['老山', '闹山', 0.75],
    ['春江花夜月', '春江花月夜', 0.8],
    ['登雀楼', '登鹳雀楼', 1],
    ['登鹳鹊雀楼', '登鹳雀楼', 1],
    ['abcd', 'abdc', 0.8],
  ])('%s for %s', (typed, meant, expected) => {
    expect(cost(typed, meant)).toBe(expected)
  })

  it('gives up where everything costs too much', () => {
    expect(editCosts([...'春夏秋冬'], [...'东南西北'], 1)).toBeNull()
  })

  it('is never more than the number of places that differ, and nothing only for the same text', () => {
    const text = fc.string({
      unit: fc.constantFrom('春', '江', '花', '月', '夜'),
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [[...one], [...other]]
        const most = 12
        const exact = cost(one, other, most)
        expect(exact === 0).toBe(one === other)
        if (a.length === b.length)
          expect(exact).toBeLessThanOrEqual(a.filter((char, at) => char !== b[at]).length)
      }),
    )
  })
})
