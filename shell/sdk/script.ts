/**
 * In which script a reader wants the Chinese texts of the collection (decision 0128). Every element that holds one says
 * its language: `lzh-Hant`. Words of the graph tell how it is written in the other (`OtherScript.words`).
 */
import type { ScriptWish } from './contract.ts'

/** In the order in which they are offered. */
export const SCRIPTS: readonly ScriptWish[] = ['source', 'hans', 'hant']

/** A wish as it is written in an address, a cookie or a field; null for what is none. */
export function scriptWish(text: string | null | undefined): ScriptWish | null {
  return SCRIPTS.find((script) => script === text) ?? null
}

/** A wish as the graph is told it; null: as the sources have it. */
export const SCRIPT_IN_GRAPH = {
  source: null,
  hans: 'HANS',
  hant: 'HANT',
} as const satisfies Record<ScriptWish, string | null>

/** The language of an element whose text was written in the script that is wanted, as it was before. */
export const SOURCE_LANGUAGE = 'data-lang'

/** Set on what is written in the script that is wanted, or is not to be, by whoever draws it. */
export const OWN_SCRIPT = 'data-own-script'

/** Elements of which no text is the page's. */
export const NO_TEXT: readonly string[] = ['script', 'style', 'noscript', 'template', 'textarea']

/** Where no text is rewritten: what is no text, what changes with every key, and what is `OWN_SCRIPT`. */
export const NOT_REWRITTEN = `${NO_TEXT.join()},[role=listbox],[${OWN_SCRIPT}]`

/**
 * The language of a text that is in the other script than the one that is wanted, once it is in this one: `lzh-Hans` for
 * `lzh-Hant`. Null for all others, which stay as they are.
 */
export function languageIn(language: string, wish: ScriptWish): string | null {
  const [, base, script] = /^(zh|lzh)-(hans|hant)$/i.exec(language) ?? []
  if (base === undefined || wish === 'source' || script?.toLowerCase() === wish) return null
  return `${base}-${wish === 'hans' ? 'Hans' : 'Hant'}`
}

/** Whether there is anything to be rewritten. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A text in the other script, of the same length in code points. */
export type Rewrite = (text: string) => string

/** By words of the graph: at each place the longest that fits. */
export function rewriterOf(words: string): Rewrite {
  const to = new Map<string, string>()
  /** The longest word that begins with a character, in code points. */
  const longest = new Map<string, number>()
  for (const pair of words.split(' ')) {
    const chars = [...pair]
    const half = chars.length / 2
    const [first = ''] = chars
    to.set(chars.slice(0, half).join(''), chars.slice(half).join(''))
    longest.set(first, Math.max(half, longest.get(first) ?? 0))
  }
  return (text) => {
    const chars = [...text]
    let written = ''
    for (let at = 0; at < chars.length;) {
      let length = longest.get(chars[at] ?? '') ?? 1
      while (length > 1 && !to.has(chars.slice(at, at + length).join(''))) length -= 1
      const word = chars.slice(at, at + length).join('')
      written += to.get(word) ?? word
      at += length
    }
    return written
  }
}

/** Longest text of which the words are asked at once, in characters (`Query.scriptWords`). */
export const LONGEST_ASKED = 20_000

/** Texts as they are asked for, a line each, in as few parts as may be; one that is longer than a part is left out. */
export function askedParts(texts: Iterable<string>): string[] {
  const parts: string[] = []
  let part = ''
  for (const text of new Set(texts)) {
    const line = text.replaceAll('\n', ' ')
    if (line.length > LONGEST_ASKED) continue
    if (part.length + line.length >= LONGEST_ASKED) {
      parts.push(part)
      part = ''
    }
    part += part === '' ? line : `\n${line}`
  }
  return part === '' ? parts : [...parts, part]
}
