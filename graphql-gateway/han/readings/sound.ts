// How a title sounds, for who does not read the characters.
import { tableTo } from '../scripts/opencc.ts'
import { charactersIn } from '../scripts/other-script.ts'
import { readingsOf, UNSURE } from './readings.ts'
import { readAsTitle } from './title-words.ts'

const HAN = /\p{Script=Han}/u

/** A longer title is a note of how the poem came to be, which nobody reads in pinyin. In code points. */
const LONGEST = 60

/**
 * Pinyin with tones, a syllable for each character, with a capital at the beginning: Jìng yè sī. Syllables stand apart:
 * where the words of a title a thousand years old end (GB/T 16159 would join them), no dictionary of today is sure.
 * Marks stand as they are, letters too. Null for a text without characters, or too long.
 */
export async function soundOf(title: string): Promise<string | null> {
  const chars = [...title]
  if (!HAN.test(title) || chars.length > LONGEST) return null
  const usual = (await readingsOf(title)).split(' ').map((one) => one.replace(UNSURE, ''))
  const simplified = charactersIn(chars, await tableTo('Hans')).join('')
  const syllables = readAsTitle(simplified, usual)
  let at = 0
  const pieces = chars.map((char) => {
    if (!HAN.test(char)) return marks[char] ?? char
    const syllable = syllables[at++] ?? ''
    // Nobody knows how it sounds: it stands as it is.
    return ` ${syllable === '' || syllable === '-' ? char : syllable} `
  })
  const text = pieces
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/([([“‘]) /g, '$1')
    .replace(/ ([)\],.;:!?”’])/g, '$1')
    .trim()
  return text.replace(/\p{L}/u, (first) => first.toUpperCase())
}

/** Signs of Chinese print and what stands for them among letters. */
const marks: Readonly<Record<string, string>> = {
  '（': ' (',
  '）': ') ',
  '《': ' “',
  '》': '” ',
  '「': ' “',
  '」': '” ',
  '，': ', ',
  '、': ', ',
  '。': '. ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '！': '! ',
  '·': ' · ',
  '・': ' · ',
  '\u3000': ' ',
}
