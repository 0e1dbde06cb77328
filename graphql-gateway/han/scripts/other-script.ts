// A text in the other script, told as the few words in which it differs.
import { tableTo, type Script, type Table } from './opencc.ts'

const OTHER: Readonly<Record<string, Script>> = { Hant: 'Hans', Hans: 'Hant' }

/**
 * The same language in the other script: `lzh-Hant` for `lzh-Hans` (BCP 47). Null for what is written in neither or
 * does not say.
 */
export function otherLanguage(language: string): string | null {
  const [, base, script] = /^(zh|lzh)-(Hans|Hant)$/.exec(language) ?? []
  const other = OTHER[script ?? '']
  return base === undefined || other === undefined ? null : `${base}-${other}`
}

/**
 * The words by which texts in `language` are written in its other script, each followed by what stands for it, of the
 * same length in code points, separated by spaces: `乾坤乾坤 陰阴`. Whoever takes at each place the longest of them gets
 * what OpenCC gives (every longest match of its dictionary is among them, so none longer can be found). Empty for a language without another script.
 */
export async function wordsOf(texts: Iterable<string>, language: string): Promise<string> {
  const to = otherLanguage(language)
  return to === null ? '' : wordsTo(to.endsWith('Hans') ? 'Hans' : 'Hant', texts)
}

/** The same by which texts are written in a script, whatever language they say to be in. */
export async function wordsTo(script: Script, texts: Iterable<string>): Promise<string> {
  const table = await tableTo(script)
  const found = new Set<string>()
  for (const text of texts)
    for (const [from, target] of matches(text, table)) if (target !== null) found.add(from + target)
  return [...found].join(' ')
}

/** A text in a script, by OpenCC's phrases. Its length in code points stays. */
export async function inScript(text: string, script: Script): Promise<string> {
  let written = ''
  for (const [from, target] of matches(text, await tableTo(script))) written += target ?? from
  return written
}

/** The text in pieces, each with what stands for it; null for a character that stays. */
function* matches(
  text: string,
  { to, longest, begins }: Table,
): Generator<readonly [from: string, target: string | null]> {
  const chars = [...text]
  for (let at = 0; at < chars.length;) {
    const char = chars[at] ?? ''
    const word = begins.has(char) ? longestWord(chars, at, to, longest) : char
    yield [word, to.get(word) ?? null]
    at += word === char ? 1 : [...word].length
  }
}

function longestWord(
  chars: readonly string[],
  at: number,
  to: ReadonlyMap<string, string>,
  longest: number,
): string {
  for (let length = Math.min(longest, chars.length - at); length > 1; length--) {
    const word = chars.slice(at, at + length).join('')
    if (to.has(word)) return word
  }
  return chars[at] ?? ''
}
