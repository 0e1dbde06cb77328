/** How a Chinese title or name is read: for finding it by pinyin and for sorting it as dictionaries do. */

import { pinyin } from 'pinyin-pro'
import { scanRuns } from './scan.ts'

/** Longer texts are not titles; reading them costs 2.5 microseconds a character. */
const LONGEST = 60

const HAN = /\p{Script=Han}/u

/** What is read: a name's first character is a surname, and surnames have readings of their own (解 is xie). */
export type Reading = 'title' | 'name'

/**
 * Toneless syllables of the Han characters, in order; what pinyin does not know is left out. The original
 * characters are read, not the folded ones: 乾 in 乾隆 is not 干.
 */
export function syllablesOf(text: string, reading: Reading): readonly string[] {
  return read(text, reading, 'none').filter((syllable) => /^[a-z]+$/.test(syllable))
}

/**
 * A key that sorts titles by sound and tone (`jing4ye4si1`), other scripts by their folded letters. Compare
 * keys by code unit, ties by id.
 */
export function sortKey(title: string): string {
  const letters = read(title, 'title', 'num').join('')
  const key = scanRuns(letters.slice(0, 200))
    .map((run) => run.chars.join(''))
    .join(' ')
  return key.slice(0, LONGEST)
}

function read(text: string, reading: Reading, toneType: 'none' | 'num'): readonly string[] {
  const head = [...text.normalize('NFKC')].slice(0, LONGEST).join('')
  if (!HAN.test(head)) return toneType === 'num' ? [head] : []
  return pinyin(head, {
    toneType,
    type: 'array',
    v: true,
    surname: reading === 'name' ? 'head' : 'off',
    nonZh: toneType === 'num' ? 'consecutive' : 'removed',
  })
}
