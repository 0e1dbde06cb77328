// How a title sounds, for who does not read the characters.
import { tableTo } from '../scripts/opencc.ts'
import { charactersIn } from '../scripts/other-script.ts'
import { readingsOf, UNSURE } from './readings.ts'
import { TITLE_WORDS } from './title-words.ts'

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
  const simplified = charactersIn(chars, await tableTo('Hans'))
  for (const [place, word] of placesOf(simplified)) syllables.splice(place, word.length, ...word)
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

const titleWords = new Map(
  TITLE_WORDS.trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [word = '', ...sound] = line.split(' ')
      return [word, sound]
    }),
)
const longestWord = Math.max(...[...titleWords.keys()].map((word) => word.length))

/** What decides by its place in a title; in simplified characters. */
const places: readonly (readonly [RegExp, string])[] = [
  [/重(?=[过游到登送别寄赠题宿经])/gu, 'chóng'],
  // A song, not the bend of a river.
  [/(?<![江河九水山溪湾涧岩乡心屈盘部])曲(?=$|[ ·・（]|[一二三四五六七八九十]+首|其|词|歌)/gu, 'qǔ'],
  // What is told of somebody, at the end or before its preface.
  [/传(?=$|序|[ ·・（])/gu, 'zhuàn'],
  // In answer to a poem of another.
  [/(?<=^|[酬奉追敬遥戏]|次韵)和(?![尚戎亲气平靖议])/gu, 'hè'],
]

/** Where such words stand in a title in simplified characters, counted in Han characters, with how they sound. */
function placesOf(chars: readonly string[]): [number, readonly string[]][] {
  const text = chars.join('')
  const before = (at: number): number => [...text.slice(0, at)].filter((char) => HAN.test(char)).length
  const found: [number, readonly string[]][] = places.flatMap(([place, sound]) =>
    [...text.matchAll(place)].map(({ index }): [number, readonly string[]] => [before(index), [sound]]),
  )
  // A longer word knows better, and so comes later.
  for (let length = 1; length <= longestWord; length += 1) {
    for (let at = 0; at + length <= text.length; at += 1) {
      const sound = titleWords.get(text.slice(at, at + length))
      if (sound) found.push([before(at), sound])
    }
  }
  return found
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
