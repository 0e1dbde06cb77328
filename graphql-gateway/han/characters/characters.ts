// What Unihan tells of a character: sounds, strokes, radical, variants, meaning. One file, read when first asked for.
import { readFileSync } from 'node:fs'

/** One Han character as Unihan (Unicode 12, 2019) has it. */
export interface HanCharacter {
  readonly character: string
  /** Hanyu pinyin with tone marks, the usual reading first; at most six. */
  readonly readings: readonly string[]
  /** Today's language reads it in one way, or nearly always so. */
  readonly settled: boolean
  readonly strokes: number | null
  /** Radical of the Kangxi dictionary, with the strokes beside it. */
  readonly radical: { readonly character: string; readonly rest: number } | null
  readonly simplified: readonly string[]
  readonly traditional: readonly string[]
  /** Other forms of the same word. */
  readonly variants: readonly string[]
  /** English; null where there is none. */
  readonly meaning: string | null
}

interface File {
  readonly text: string
  /** Where each line begins; lines stand in the order of their code points. */
  readonly starts: Uint32Array
}

let file: File | undefined
/** Of a text of 20,000 characters about 2,000 are different ones. */
const MOST_KEPT = 4_000
const kept = new Map<string, HanCharacter | null>()

/** Null for what is no character or one of which nothing is told. */
export function characterOf(character: string): HanCharacter | null {
  const known = kept.get(character)
  if (known !== undefined) return known
  const found = read(character)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(character, found)
  return found
}

function read(character: string): HanCharacter | null {
  const wanted = character.codePointAt(0)
  if (wanted === undefined || character !== String.fromCodePoint(wanted)) return null
  const { text, starts } = opened()
  let [low, high] = [0, starts.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const start = starts[middle] ?? 0
    const met = text.codePointAt(start) ?? 0
    if (met === wanted) return parsed(text.slice(start, text.indexOf('\n', start)))
    if (met < wanted) low = middle + 1
    else high = middle - 1
  }
  return null
}

function opened(): File {
  if (file) return file
  const text = readFileSync(new URL('characters.generated.tsv', import.meta.url), 'utf8')
  const starts: number[] = []
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) starts.push(at)
  file = { text, starts: Uint32Array.from(starts) }
  return file
}

function parsed(line: string): HanCharacter {
  const [
    character = '',
    readings = '',
    settled,
    strokes,
    radical = '',
    simplified,
    traditional,
    variants,
    meaning,
  ] = line.split('\t')
  const [form = '', ...rest] = [...radical]
  return {
    character,
    readings: readings.split(' ').filter(Boolean),
    settled: settled === '1',
    strokes: strokes ? Number(strokes) : null,
    radical: form === '' ? null : { character: form, rest: Number(rest.join('')) },
    simplified: [...(simplified ?? '')],
    traditional: [...(traditional ?? '')],
    variants: [...(variants ?? '')],
    meaning: meaning || null,
  }
}
