/** The words an index holds: Han, kana and Hangul by overlapping pairs, everything else by spaces. */

import { scanRuns, type Run } from './scan.ts'

/** Tokens that stand one after the other for a run: pairs of characters, one lone character, or one word. */
export function runTokens(run: Run): readonly string[] {
  if (run.kind === 'word') return [cutWord(run.chars.join(''))]
  if (run.chars.length === 1) return [run.chars[0] ?? '']
  return run.chars.slice(1).map((char, before) => (run.chars[before] ?? '') + char)
}

/** Words longer than this are machine noise (keys, encoded data); their head is still found. */
const LONGEST_WORD = 64

function cutWord(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '') : word
}

/**
 * Tokens of a whole text, in order. Pairs never cross punctuation, so a word does not either; for quotations, which do,
 * a border token stands between two runs.
 */
export function textTokens(text: string): readonly string[] {
  const runs = scanRuns(text)
  return runs.flatMap((run, at) => [...borderBefore(run, runs[at - 1]), ...runTokens(run)])
}

/** Two words side by side need none: each is a token itself. */
function borderBefore(run: Run, before: Run | undefined): readonly string[] {
  if (!before || (before.kind === 'word' && run.kind === 'word')) return []
  const last = before.kind === 'word' ? runTokens(before)[0] : before.chars.at(-1)
  const first = run.kind === 'word' ? runTokens(run)[0] : run.chars[0]
  return [borderToken(last ?? '', first ?? '')]
}

/** The last character or word before a border and the first behind it: 尽_黄. No word of a query is written so. */
export function borderToken(last: string, first: string): string {
  return `${last}_${first}`
}

/** The CJK characters of a text, each once: what a one-character query is compared with. */
export function singleChars(text: string): readonly string[] {
  const chars = new Set<string>()
  for (const run of scanRuns(text)) if (run.kind === 'cjk') for (const char of run.chars) chars.add(char)
  return [...chars]
}

/** Titles are compared whole up to this many characters; longer ones share their beginning. */
const LONGEST_KEY = 80

/** A text without its punctuation and variants: two titles with one key are the same title to a reader. */
export function wholeKey(text: string): string {
  const chars: string[] = []
  let before: Run['kind'] | null = null
  for (const run of scanRuns(text)) {
    if (before === 'word' && run.kind === 'word') chars.push('_')
    chars.push(...run.chars.slice(0, LONGEST_KEY))
    before = run.kind
    if (chars.length >= LONGEST_KEY) break
  }
  return chars.slice(0, LONGEST_KEY).join('')
}

/** The syllables of a whole title or name: 西安 and 仙 do not sound the same. */
export function soundKey(syllables: readonly string[]): string {
  return syllables.join('_')
}
