/** How alike two characters sound: readers write what they hear. */

import { syllablesOf } from '../analysis/pinyin.ts'

const sounds = new Map<string, string>()
/** More characters than are in use; beyond it the memory is begun anew. */
const MOST_SOUNDS = 20_000

/** The toneless syllable of one character, empty where it has none. */
export function soundOf(char: string): string {
  const known = sounds.get(char)
  if (known !== undefined) return known
  if (sounds.size >= MOST_SOUNDS) sounds.clear()
  const sound = syllablesOf(char, 'line')[0] ?? ''
  sounds.set(char, sound)
  return sound
}

/** One form for syllables that whole regions pronounce alike: z and zh, n and l, n and ng at the end, f and h. */
export function nearSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^hu(?=.)|^f/, 'f')
    .replace(/ng$/, 'n')
}
