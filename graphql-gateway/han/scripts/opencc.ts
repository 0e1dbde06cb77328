// OpenCC's tables between the two scripts of Chinese: phrases first, then characters. Loaded by the first text that asks.

/** What a word or a character becomes. */
export interface Table {
  readonly to: ReadonlyMap<string, string>
  /** Lengths in code points of the words that begin with a character, the longest first: most begin none. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
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
  for (const entry of `${characters.default}|${phrases.default}`.split('|')) {
    const [from = '', target = ''] = entry.split(' ')
    if (from !== '' && target !== '') to.set(from, target)
  }
  return { to, lengths: lengthsOf(to) }
}

/** Lengths of the words among these, by the character they begin with. */
export function lengthsOf(words: ReadonlyMap<string, string>): Table['lengths'] {
  const lengths = new Map<string, Set<number>>()
  for (const word of words.keys()) {
    const [first = '', ...rest] = word
    if (rest.length > 0) lengths.set(first, (lengths.get(first) ?? new Set()).add(rest.length + 1))
  }
  return new Map([...lengths].map(([first, all]) => [first, [...all].toSorted((a, b) => b - a)]))
}
