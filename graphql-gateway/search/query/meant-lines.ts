/** Lines of a longer text that may be what somebody misremembers. */

import { scanRuns } from '../analysis/scan.ts'
import { suggestionKey, suggestionWeight, shareOf } from './suggestion.ts'
import type { Known, TypedWord } from './meant-word.ts'

/** A line is looked for by pairs of characters: a shorter word has too few of them. */
const SHORTEST = 5
const MOST_LINES = 200

/** Pairs of neighbouring characters of a word that may be a line; none of any other. */
export function pairsOfLine({ chars, han }: TypedWord): readonly string[] {
  if (!han || chars.length < SHORTEST) return []
  return [...new Set(chars.slice(1).map((char, before) => (chars[before] ?? '') + char))]
}

/**
 * The verses and clauses of a text that share a pair with the word, each with what follows it up to the word's length.
 * `prior` is how well known the text is.
 */
export function linesNear(
  text: string,
  prior: number,
  word: TypedWord,
): readonly (Known & { readonly weight: number })[] {
  const pairs = new Set(pairsOfLine(word))
  const runs = scanRuns(text)
  const weight = suggestionWeight(1, prior, shareOf('line'))
  const lines: (Known & { readonly weight: number })[] = []
  for (const [at, run] of runs.entries()) {
    if (!run.chars.some((char, i) => i > 0 && pairs.has((run.chars[i - 1] ?? '') + char))) continue
    let [length, last] = [run.chars.length, at]
    while (length < word.chars.length && runs[last + 1]?.kind === 'cjk')
      length += runs[++last]?.chars.length ?? 0
    const line = text.slice(run.starts[0], runs[last]?.ends.at(-1))
    lines.push({ kind: 'line', text: line, key: suggestionKey(line), pinyin: '', initials: '', weight })
    if (lines.length === MOST_LINES) break
  }
  return lines
}
