/** How a Chinese title or name is read: for finding it by pinyin and for sorting it as dictionaries do. */

import { createRequire } from 'node:module'
import { readAsTitle } from '@shuxiang/han/title-words'
import type * as PinyinPro from 'pinyin-pro'
import { simplified } from './fold.ts'
import { scanRuns } from './scan.ts'

type Dictionary = typeof PinyinPro

const require = createRequire(import.meta.url)
let dictionary: Dictionary | undefined

/** Longer texts are not titles; reading them costs 2.5 microseconds a character. */
const LONGEST = 60

const HAN = /\p{Script=Han}/u

/**
 * What is read: a name's first character is a surname, and surnames have readings of their own (解 is xie); so have words in
 * titles, which a line of text has not.
 */
export type Reading = 'title' | 'name' | 'line'

/** Their simplified forms are read differently: 乾隆 is not 干隆. */
const READ_AS_WRITTEN = new Set('乾著徵藉覆瞭')

/** Toneless syllables of the Han characters, in order; what pinyin does not know is left out. */
export function syllablesOf(text: string, reading: Reading): readonly string[] {
  const [syllables = []] = waysToRead(text, reading)
  return syllables
}

/**
 * The same, first as those say it who know the title (鹿柴 lu zhai), then as a dictionary of today has it (lu chai), where that
 * differs: readers type both.
 */
export function waysToRead(text: string, reading: Reading): readonly (readonly string[])[] {
  const usual = read(text, reading, 'none')
  const known = reading === 'title' && usual.length > 0 ? readAsTitle(headOf(text), usual, toneless) : usual
  const ways = known.some((syllable, at) => syllable !== usual[at]) ? [known, usual] : [usual]
  return ways.map((way) => way.filter((syllable) => /^[a-z]+$/.test(syllable)))
}

const toneless = (syllable: string): string =>
  syllable.normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '')

/** Syllables with tone marks (`sū`, `shì`); what pinyin does not know stands as it is. */
export function tonedSyllables(text: string, reading: Reading): readonly string[] {
  return read(text, reading, 'symbol')
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

function read(text: string, reading: Reading, toneType: 'none' | 'num' | 'symbol'): readonly string[] {
  const head = headOf(text)
  if (!HAN.test(head)) return toneType === 'num' ? [head] : []
  return dictionaryOfReadings().pinyin(head, {
    toneType,
    type: 'array',
    v: toneType !== 'symbol',
    surname: reading === 'name' ? 'head' : 'off',
    nonZh: toneType === 'num' ? 'consecutive' : 'removed',
  })
}

/** What of a text is read. The dictionary of readings knows 重庆 and not 重慶. */
function headOf(text: string): string {
  const chars = [...text.slice(0, LONGEST * 4).normalize('NFKC')].slice(0, LONGEST)
  return chars.map((char) => (READ_AS_WRITTEN.has(char) ? char : simplified(char))).join('')
}

/** Loaded with the first Han character: half a megabyte that a process which only reads queries hardly ever needs. */
function dictionaryOfReadings(): Dictionary {
  const loaded: Dictionary = dictionary ?? require('pinyin-pro')
  dictionary = loaded
  return loaded
}
