import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { characterOf } from './characters.ts'

describe('a character', () => {
  it('is told with sounds, strokes, radical, variants and meaning', () => {
    expect(characterOf('牀')).toEqual({
      character: '牀',
      readings: ['chuáng'],
      settled: true,
      strokes: 8,
      radical: { character: '爿', rest: 4 },
      simplified: [],
      traditional: [],
      variants: ['床'],
      meaning: 'bed, couch; bench; chassis',
    })
    expect(characterOf('发')).toMatchObject({ readings: ['fā', 'fà'], traditional: ['發', '髮'] })
    expect(characterOf('行')?.settled).toBe(false)
  })

  it('is found wherever it stands in the file', () => {
    const lines = readFileSync(new URL('characters.generated.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
    const sample = [lines[0], lines.at(-1), ...lines.filter((_, at) => at % 997 === 0)]
    for (const line of sample) {
      const character = line?.split('\t')[0] ?? ''
      expect(characterOf(character)?.character).toBe(character)
    }
  })

  it.each(['', 'A', '明月', '\ud840', '，'])('%s is none', (text) => {
    expect(characterOf(text)).toBeNull()
  })
})
