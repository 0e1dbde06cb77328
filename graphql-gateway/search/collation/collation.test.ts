import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { variantsOf } from './variants.ts'

const shown = (base: readonly string[], witness: readonly string[]): readonly string[] | undefined =>
  variantsOf(base, witness)?.map(
    ({ line, from, to, text }) => `${line}: ${base[line]?.slice(from, to)}→${text}`,
  )

describe('the readings of a witness', () => {
  const complete = ['牀前看月光，疑是地上霜。', '舉頭望山月，低頭思故鄉。']

  it('are the letters that differ, not the forms of one letter, the scripts or the marks', () => {
    const school = ['床前明月光，疑是地上霜，', '举头望明月，低头思故乡。']
    expect(shown(complete, school)).toEqual(['0: 看→明', '1: 山→明'])
  })

  it('are found however the lines are broken', () => {
    expect(shown(complete, ['牀前明月光', '疑是地上霜', '舉頭望山月低頭思故鄉'])).toEqual(['0: 看→明'])
  })

  it('stand at a letter of the base, also where something is added or left out', () => {
    expect(shown(['白日依山盡。'], ['白日依山已盡。'])).toEqual(['0: 山→山已'])
    expect(shown(['白日依山盡。'], ['卻白日依山盡。'])).toEqual(['0: 白→卻白'])
    expect(shown(['白日依山盡。'], ['白日山盡。'])).toEqual(['0: 依→'])
  })

  it('of neighbouring letters are one, but none reaches over two lines', () => {
    expect(shown(['甲乙丙丁', '戊己庚辛'], ['甲乙子丑', '寅己庚辛'])).toEqual(['0: 丙丁→子丑', '1: 戊→寅'])
  })

  it('pass over notes in brackets', () => {
    expect(shown(['白日（一作落日）依山盡'], ['白日依山盡'])).toEqual([])
  })

  it('are none of a text that is another one, empty or too long', () => {
    expect(variantsOf(complete, ['白日依山盡，黃河入海流。'])).toBeNull()
    expect(variantsOf(complete, [])).toBeNull()
    expect(variantsOf(['月'.repeat(6_001)], complete)).toBeNull()
  })

  it('cost little for a long text with few differences', () => {
    const long = Array.from({ length: 6_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 6_000)))
    const other = long.with(3_000, '〇')
    expect(variantsOf([long.join('')], [other.join('')])).toHaveLength(1)
  })
})

describe('an alignment', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 })

  it('has the distance of Levenshtein and gives both texts again', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const found = align(a, b, 30)
        expect(found?.distance).toBe(levenshtein(a, b))
        expect(found?.steps.flatMap((step) => (step.a === null ? [] : (a[step.a] ?? [])))).toEqual(a)
        expect(found?.steps.flatMap((step) => (step.b === null ? [] : (b[step.b] ?? [])))).toEqual(b)
        expect(found?.steps.filter(({ same }) => !same)).toHaveLength(found?.distance ?? -1)
      }),
    )
  })

  it('is not looked for beyond the most that may differ', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(6), (a, b, most) => {
        const distance = levenshtein(a, b)
        expect(align(a, b, most)?.distance ?? null).toBe(distance <= most ? distance : null)
      }),
    )
  })
})

function levenshtein(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1)
  for (const [i, letter] of a.entries()) {
    let corner = i
    let left = i + 1
    row = row.map((above, j) => {
      left = Math.min(left + 1, above + 1, corner + (letter === b[j] ? 0 : 1))
      corner = above
      return left
    })
  }
  return row.at(-1) ?? a.length
}
