/** What one code point becomes before it is compared: width, case, diacritics, kana and Han variants away. */

import { FOLDS, SIMPLIFIED } from './fold.generated.ts'

/** `cjk` is written without spaces, `word` with them; `ignored` leaves no trace, `break` ends a word. */
export type CharKind = 'cjk' | 'word' | 'ignored' | 'break'

/** A folded character and how it takes part in a run. */
export interface FoldedChar {
  readonly char: string
  readonly kind: CharKind
}

const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Script=Inherited}]$/u
const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Co}ー]$/u
const WORD = /^[\p{L}\p{N}\p{M}]$/u
const VOICE_MARK = /^[\u3099\u309a]$/u
const INHERITED_MARKS = /(?![\u3099\u309a])\p{Script=Inherited}/gu

/** Letters that Unicode does not decompose but readers type without their stroke or ligature. */
const PLAIN_LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n', // prettier-ignore
}

/** Read with the first text: ten thousand pairs cost every start several milliseconds, in each of two threads. */
let hanFolds: ReadonlyMap<string, string> | null = null
let simpleForms: ReadonlyMap<string, string> | null = null

function readPairs(table: string): ReadonlyMap<string, string> {
  const chars = [...table]
  const pairs = new Map<string, string>()
  for (let at = 0; at + 1 < chars.length; at += 2) pairs.set(chars[at] ?? '', chars[at + 1] ?? '')
  return pairs
}

/** The simplified form of one character, for dictionaries that know no other; itself if it has none. */
export function simplified(char: string): string {
  simpleForms ??= readPairs(SIMPLIFIED)
  return simpleForms.get(char) ?? char
}

const memo: (readonly FoldedChar[] | undefined)[] = []

/**
 * The folded characters of one code point: usually one, none for a separator, several for a ligature or a
 * squared word. A code point that is not a character (a lone surrogate) breaks a word.
 */
export function foldCodePoint(codePoint: number): readonly FoldedChar[] {
  if (codePoint >= 0x34000) return foldUpperPlanes(codePoint)
  const known = memo[codePoint]
  if (known) return known
  const folded = foldOnce(codePoint)
  memo[codePoint] = folded
  return folded
}

const BREAK: readonly FoldedChar[] = [{ char: ' ', kind: 'break' }]
const IGNORED_CHAR: readonly FoldedChar[] = [{ char: '', kind: 'ignored' }]

/** Above the ideographs there are only tags, variation selectors and private characters. */
function foldUpperPlanes(codePoint: number): readonly FoldedChar[] {
  if (codePoint >= 0xf0000) return [{ char: String.fromCodePoint(codePoint), kind: 'cjk' }]
  return codePoint >= 0xe0000 && codePoint <= 0xe0fff ? IGNORED_CHAR : BREAK
}

function foldOnce(codePoint: number): readonly FoldedChar[] {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return BREAK
  const compatible = String.fromCodePoint(codePoint).normalize('NFKC').toLowerCase()
  const stripped = compatible.normalize('NFKD').replace(INHERITED_MARKS, '').normalize('NFC')
  const chars = [...(stripped === '' ? compatible : stripped)]
  return chars.flatMap((char) => [...(PLAIN_LATIN[char] ?? hiragana(char))]).map(classify)
}

function classify(char: string): FoldedChar {
  hanFolds ??= readPairs(FOLDS)
  const folded = hanFolds.get(char) ?? char
  if (VOICE_MARK.test(folded)) return { char: folded, kind: 'cjk' }
  if (IGNORED.test(folded)) return { char: '', kind: 'ignored' }
  if (CJK.test(folded) || isUnassignedIdeograph(folded)) return { char: folded, kind: 'cjk' }
  return WORD.test(folded) ? { char: folded, kind: 'word' } : { char: ' ', kind: 'break' }
}

/** Ideographs of a later Unicode than this runtime's are letters already: planes 2 and 3 hold nothing else. */
function isUnassignedIdeograph(char: string): boolean {
  const codePoint = char.codePointAt(0) ?? 0
  return codePoint >= 0x20000 && codePoint < 0x3fffe
}

/** Katakana is read as hiragana: the same word is written in either. */
function hiragana(char: string): string {
  const codePoint = char.codePointAt(0) ?? 0
  return codePoint >= 0x30a1 && codePoint <= 0x30f6 ? String.fromCodePoint(codePoint - 0x60) : char
}
