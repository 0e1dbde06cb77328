/** What readers type into the box before they are done: beginnings of real titles, names, lines, pinyin and initials. */

import { syllablesOf } from '../analysis/pinyin.ts'
import { poems } from './corpus.ts'

/** Beginnings end after so many characters or letters. */
const LONGEST = 6
const SAMPLED_FROM = 6_000

/** `count` beginnings of one to six characters, as many of each kind and length; the same for the same seed. */
export function typedBeginnings(count: number, seed: number): readonly string[] {
  const records = [...poems(SAMPLED_FROM)]
  const random = randomFrom(seed)
  const pick = (): (typeof records)[number] | undefined => records[Math.floor(random() * records.length)]
  const kinds: readonly (() => string)[] = [
    () => pick()?.title[0] ?? '',
    () => pick()?.creator[0] ?? '',
    () => pick()?.lines?.[0]?.text ?? '',
    () => syllablesOf(pick()?.title[0] ?? '', 'title').join(''),
    () =>
      syllablesOf(pick()?.title[0] ?? '', 'title')
        .map((syllable) => syllable.charAt(0))
        .join(''),
  ]
  return Array.from({ length: count }, (_, at) => {
    const length = 1 + (Math.floor(at / kinds.length) % LONGEST)
    const whole = [...(kinds[at % kinds.length]?.() ?? '')]
    return whole.slice(0, length).join('')
  }).filter((typed) => typed !== '')
}

/** Lehmer's generator with the multiplier of Park and Miller. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
