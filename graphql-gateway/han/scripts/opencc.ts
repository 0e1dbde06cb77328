// OpenCC's tables between the two scripts of Chinese: phrases first, then characters. Loaded by the first text that asks.

/** What a word or a character becomes, and how long the longest word is, in code points. */
export interface Table {
  readonly to: ReadonlyMap<string, string>
  readonly longest: number
  /** Characters with which some word begins: most begin none. */
  readonly begins: ReadonlySet<string>
}

/** ISO 15924: simplified and traditional characters. */
export type Script = 'Hans' | 'Hant'

const tables = new Map<Script, Promise<Table>>()

/** The table that leads to a script, by OpenCC's own standard and not by that of a region. */
export function tableTo(script: Script): Promise<Table> {
  const table = tables.get(script) ?? load(script)
  tables.set(script, table)
  return table
}

async function load(script: Script): Promise<Table> {
  const [phrases, characters] =
    script === 'Hans'
      ? await Promise.all([import('opencc-js/dict/TSPhrases'), import('opencc-js/dict/TSCharacters')])
      : await Promise.all([import('opencc-js/dict/STPhrases'), import('opencc-js/dict/STCharacters')])
  const to = new Map<string, string>()
  const begins = new Set<string>()
  let longest = 1
  for (const entry of `${characters.default}|${phrases.default}`.split('|')) {
    const [from = '', target = ''] = entry.split(' ')
    if (from === '' || target === '') continue
    to.set(from, target)
    const length = [...from].length
    if (length > 1) begins.add(String.fromCodePoint(from.codePointAt(0) ?? 0))
    longest = Math.max(longest, length)
  }
  return { to, longest, begins }
}
