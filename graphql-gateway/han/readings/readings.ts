// How each character of a text is read, by phrases where they decide; where nothing does, it is said.
import { characterOf } from '../characters/characters.ts'
import { tableTo } from '../scripts/opencc.ts'
import { charactersIn } from '../scripts/other-script.ts'
import { heardAlone, heardIn, type Heard } from './old-readings.ts'

/** Stands after a syllable that no phrase and no usage decides. */
export const UNSURE = '?'

/** Stands for a character whose reading nobody knows. */
const UNKNOWN = '-'

const NO_HAN = /\P{Script=Han}/gu

/** The dictionary of phrases knows 重庆 and not 重慶; the simplified forms of these are read differently. */
const READ_AS_WRITTEN = new Set('乾著徵藉覆瞭')

/** Words of the spoken language, which hardly stand in an old text: 的的 and 卢的 are few. */
const SPOKEN = /[的们們这這吗嗎吧呢她它你很么麼]/gu
/** Characters to one of them: in a text of today there is one in each clause. */
const SPARSE = 25

/**
 * Said otherwise in the dictionary for reasons of sandhi, in names, or hardly ever in an old text; simplified.
 */
const STEADY = new Set(
  '看一不子人了大下上知石思听已何其之名年江花风无有南可色作莫从沙若采车儿鸟同似且郎于乌虎合骨指期六八父雀侯妻往血谷七尺罢尾红烟节奇市埋会齐洗繁苔得令待委场汗各寻亲角片',
)

/** A longer word is a saying that the dictionary has whole, unless the table has it too; a shorter one is a word of today. */
const LONG_WORD = 3

/**
 * One syllable in Hanyu pinyin for each Han character of the text, in order, separated by spaces: `chuáng qián míng`.
 * Tones are those of a dictionary, without sandhi. `?` follows one that is not decided, `-` stands for none. A text
 * without words of the spoken language is read as an old one.
 */
export async function readingsOf(text: string): Promise<string> {
  const { segment, OutputFormat } = await import('pinyin-pro')
  const chars = [...text.replace(NO_HAN, NO_CHARACTER)]
  const read = charactersIn(chars, await tableTo('Hans'))
  chars.forEach((char, at) => {
    if (READ_AS_WRITTEN.has(char)) read[at] = char
  })
  const old = isOld(text, chars.length) ? heardIn(read) : null
  const syllables: string[] = []
  let at = 0
  // A clause at a time: of a longer text its probabilities are lost in what a number can hold.
  for (const clause of read.join('').split(NO_CHARACTER)) {
    const words = clause ? segment(clause, { format: OutputFormat.AllArray, toneSandhi: false }) : []
    for (const word of words) {
      for (const { origin, result } of word) {
        const char = read[at] ?? ''
        const heard =
          old && word.length <= Math.max(LONG_WORD, old[at]?.length ?? 0)
            ? (old[at] ?? besideWord(word.length > 1 ? result : null, aloneAt(read, at)))
            : null
        if (heard) syllables.push(heard.sure ? heard.syllable : `${heard.syllable}${UNSURE}`)
        else if (word.length > 1) syllables.push(old ? toned(char, result) : result)
        else syllables.push(alone(chars[at] ?? '', char, result === origin ? null : result, old !== null))
        at += 1
      }
    }
    // What stands between two clauses.
    at += 1
  }
  return syllables.join(' ')
}

const NO_CHARACTER = '，'

const aloneAt = (read: readonly string[], at: number): Heard | null =>
  heardAlone(read[at] ?? '', read[at - 1] ?? '', (read[at + 1] ?? NO_CHARACTER) === NO_CHARACTER)

/** A word of today that the table does not have: sure when it is read as the character mostly is. */
function besideWord(word: string | null, heard: Heard | null): Heard | null {
  if (word === null || heard === null || heard.sure) return heard
  return { syllable: word, sure: word === heard.syllable }
}

const isOld = (text: string, length: number): boolean => (text.match(SPOKEN)?.length ?? 0) * SPARSE < length

function hasTone(syllable: string): boolean {
  return /[\u0300\u0301\u0304\u030c]/u.test(syllable.normalize('NFD'))
}

const MOST_KEPT = 4_000
const kept = new Map<string, readonly string[]>()

/** The readings of a character that have a tone. */
function tonedOf(char: string): readonly string[] {
  const known = kept.get(char)
  if (known) return known
  const found = (characterOf(char)?.readings ?? []).filter(hasTone)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(char, found)
  return found
}

/** Old texts have no light tone: 妃子 ends as 子 is read. */
function toned(char: string, syllable: string): string {
  const all = tonedOf(char)
  const [first] = all
  if (first === undefined || all.includes(syllable) || hasTone(syllable)) return syllable
  return all.length === 1 || STEADY.has(char) ? first : `${first}${UNSURE}`
}

/**
 * A character that stands in no phrase, as it is written and in simplified writing; `usual`: how it is read most, by
 * the dictionary of phrases.
 */
function alone(char: string, simplified: string, usual: string | null, inOld: boolean): string {
  const known = characterOf(char)
  const all = tonedOf(char)
  // 地 is de in the particle of today only.
  const first = all[0] ?? known?.readings[0]
  // 髮 is read one way, and 发 is not: the character as it is written comes first. Usage of today settles nothing old.
  const settled = known?.settled === true && (!inOld || STEADY.has(simplified) || all.length < 2)
  if (first !== undefined && (settled || known?.readings.length === 1)) return first
  const syllable = usual ?? first ?? UNKNOWN
  if (known === null || syllable === UNKNOWN) return syllable
  return `${inOld ? toned(char, syllable).replace(UNSURE, '') : syllable}${UNSURE}`
}
