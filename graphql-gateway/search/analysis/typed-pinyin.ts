/** Pinyin as people type it, in one form: tone marks and numbers, ü in all its spellings, apostrophes, hyphens, capitals. */

import { syllablesOf } from './pinyin.ts'

/** Longer texts are not names or titles. */
const LONGEST = 80

/** What stands between words and syllables; nothing else but letters may. */
const SEPARATORS = /[\s'’‘ʼ`´,，、.·・/_;；\p{Dash_Punctuation}]+/u

/** Letters in whose company ü is written u: there is no other sound (GB/T 16159). */
const PLAIN_U = /([jqxy])v/g

const HAN = /\p{Script=Han}/u

/**
 * The words of a text that may be pinyin, in plain letters with `v` for ü: `Lǐ Bái`, `li3bai2` and `Li, Bai` give
 * [li, bai], `Lü Weilao` and `lu:weilao` [lv, weilao]. Han characters give their syllables. Empty when anything else is
 * in the text, or no Latin letter is.
 */
export function typedWords(text: string): readonly string[] {
  if (text.length > LONGEST || !/\p{Script=Latin}/u.test(text)) return []
  const words = plainLetters(text)
    .split(SEPARATORS)
    .filter((word) => word !== '')
    .flatMap(lettersOf)
  return words.every((word) => /^[a-z]+$/.test(word)) ? words : []
}

/** The ways in which letters still being typed may begin a reading: `lyu` and `lu` may both mean `lv`. */
export function typedBeginnings(words: readonly string[]): readonly string[] {
  const letters = words.join('')
  return [...new Set([letters, letters.replace(/([ln])y?u/g, '$1v')])]
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([ln])u:/g, '$1v')
    .replaceAll('ɡ', 'g')
    .replaceAll('ɑ', 'a')
    .normalize('NFD')
    .replace(/u\p{M}*\u0308\p{M}*/gu, 'v')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .normalize('NFC')
    .replace(PLAIN_U, '$1u')
}

/** A word between separators: tone numbers end syllables, Han characters are read. */
function lettersOf(word: string): readonly string[] {
  const pieces = word.match(/\p{Script=Han}+|[a-z]+(?:[0-5](?![0-9]))?|./gsu) ?? []
  return pieces.flatMap((piece) =>
    HAN.test(piece) ? syllablesOf(piece, 'name') : [piece.replace(/(?<=[a-z])[0-5]$/, '')],
  )
}
