// How each character of a text is read, by phrases where they decide; where nothing does, it is said.
import { characterOf } from '../characters/characters.ts'
import { inScript } from '../scripts/other-script.ts'

/** Stands after a syllable that no phrase and no usage decides. */
export const UNSURE = '?'

/** Stands for a character whose reading nobody knows. */
const UNKNOWN = '-'

const HAN = /\p{Script=Han}/u

/** The dictionary of phrases knows 重庆 and not 重慶; the simplified forms of these are read differently. */
const READ_AS_WRITTEN = new Set('乾著徵藉覆瞭')

/**
 * Read otherwise in old texts so often (女 for 汝, 说 for 悦, 王 as a verb) that today's usage does not decide. Only
 * those that are marked usefully: nearly every word can change its tone with its office.
 */
const OPEN_IN_OLD_TEXTS = new Set('女说說王衣食雨语語论論')

/**
 * One syllable in Hanyu pinyin for each Han character of the text, in order, separated by spaces: `chuáng qián míng`.
 * Tones are those of a dictionary, without sandhi. `?` follows one that is not decided, `-` stands for none.
 */
export async function readingsOf(text: string): Promise<string> {
  const { segment, OutputFormat } = await import('pinyin-pro')
  const chars = [...text]
  const simplified = [...(await inScript(text, 'Hans'))]
  const read = chars.map((char, at) =>
    HAN.test(char) ? (READ_AS_WRITTEN.has(char) ? char : (simplified[at] ?? char)) : '，',
  )
  const syllables: string[] = []
  let at = 0
  for (const word of segment(read.join(''), { format: OutputFormat.AllArray, toneSandhi: false })) {
    for (const { origin, result } of word) {
      const char = chars[at] ?? ''
      if (HAN.test(char))
        syllables.push(word.length > 1 ? result : alone(char, result === origin ? null : result))
      at += 1
    }
  }
  return syllables.join(' ')
}

function hasTone(syllable: string): boolean {
  return /[\u0300\u0301\u0304\u030c]/u.test(syllable.normalize('NFD'))
}

/** A character that stands in no phrase; `usual`: how it is read most, by the dictionary of phrases. */
function alone(char: string, usual: string | null): string {
  const known = characterOf(char)
  const readings = known?.readings ?? []
  // 地 is de in the particle of today only.
  const first = readings.find(hasTone) ?? readings[0]
  // 髮 is read one way, and 发 is not: the character as it is written comes first.
  const decided = known !== null && (known.settled || readings.length === 1)
  if (decided && first !== undefined) return OPEN_IN_OLD_TEXTS.has(char) ? `${first}${UNSURE}` : first
  const syllable = usual ?? first ?? UNKNOWN
  return known === null || syllable === UNKNOWN ? syllable : `${syllable}${UNSURE}`
}
