// A text in the other script, told as the few words in which it differs.
import { withOldCharacters } from './old-characters.ts'
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

let old: Promise<Table> | undefined

/**
 * The table for old texts: towards traditional characters with words of their own. Titles and names do not say how old
 * they are: nearly all are, and the words of today that OpenCC has are still in it.
 */
function oldTableTo(script: Script): Promise<Table> {
  if (script === 'Hans') return tableTo(script)
  old ??= tableTo(script).then(withOldCharacters)
  return old
}

/**
 * The words by which texts in `language` are written in its other script, each followed by what stands for it, of the
 * same length in code points, separated by spaces: `乾坤乾坤 陰阴`. Whoever takes at each place the longest of them gets
 * what the table gives: that of OpenCC for the language of today, with the words of old texts for theirs (every longest
 * match of the table is among them, so none longer can be found). Empty for a language without another script.
 */
export async function wordsOf(texts: Iterable<string>, language: string): Promise<string> {
  const to = otherLanguage(language)
  if (to === null) return ''
  const script = to.endsWith('Hans') ? 'Hans' : 'Hant'
  return wordsIn(texts, await (to.startsWith('lzh') ? oldTableTo(script) : tableTo(script)))
}

/** The same by which texts are written in a script, as old ones. */
export async function wordsTo(script: Script, texts: Iterable<string>): Promise<string> {
  return wordsIn(texts, await oldTableTo(script))
}

function wordsIn(texts: Iterable<string>, table: Table): string {
  const found = new Set<string>()
  for (const text of texts) {
    const chars = [...text]
    for (let at = 0; at < chars.length;) {
      const word = wordAt(chars, at, table)
      const target = table.to.get(word)
      if (target !== undefined) found.add(word + target)
      at += word === chars[at] ? 1 : [...word].length
    }
  }
  return [...found].join(' ')
}

/** A text in a script, as an old one. Its length in code points stays. */
export async function inScript(text: string, script: Script): Promise<string> {
  return charactersIn([...text], await oldTableTo(script)).join('')
}

/** In which script a text is that does not say: traditional where a character of it is written otherwise in simplified script. */
export async function scriptOf(text: string): Promise<Script> {
  return (await inScript(text, 'Hans')) === text ? 'Hans' : 'Hant'
}

/** `inScript` of a text that is taken apart: one character for each. */
export function charactersIn(chars: readonly string[], table: Table): string[] {
  const written: string[] = []
  while (written.length < chars.length) {
    const char = chars[written.length] ?? ''
    const word = wordAt(chars, written.length, table)
    const target = table.to.get(word)
    if (word !== char) written.push(...(target ?? word))
    else written.push(target ?? char)
  }
  return written
}

/** The longest word of the table that stands at a place, else the character there. */
function wordAt(chars: readonly string[], at: number, { to, lengths }: Table): string {
  const char = chars[at] ?? ''
  const possible = lengths.get(char)
  if (possible === undefined) return char
  for (const length of possible) {
    const word = chars.slice(at, at + length).join('')
    if (to.has(word)) return word
  }
  return char
}
