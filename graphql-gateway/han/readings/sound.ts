// How a title sounds, for who does not read the characters.
import { readingsOf, UNSURE } from './readings.ts'

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
  const syllables = (await readingsOf(title)).split(' ').map((one) => one.replace(UNSURE, ''))
  for (const [place, word] of placesOf(title)) syllables.splice(place, word.length, ...word)
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

/** What stands in titles of poems and a dictionary of today reads otherwise. */
const words: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[将將](?=[进進]酒)/u, ['qiāng']],
  [/重(?=[过過游遊到登送别別寄赠贈题題宿经經])/u, ['chóng']],
]

/** Where such words stand, counted in characters, with how they sound. */
function placesOf(title: string): [number, readonly string[]][] {
  const han = [...title].filter((char) => HAN.test(char)).join('')
  return words.flatMap(([word, sound]) => {
    const at = han.search(word)
    return at < 0 ? [] : [[[...han.slice(0, at)].length, sound] satisfies [number, readonly string[]]]
  })
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
