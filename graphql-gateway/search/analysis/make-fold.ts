/**
 * Writes `fold.generated.ts`: which Han character stands for its whole class of variants. Run it after a
 * change of the opencc-js dictionaries or of `variants/`: `node graphql-gateway/search/analysis/make-fold.ts`.
 * A new table is a new analysis: raise ANALYSIS_VERSION with it.
 */

import { writeFileSync } from 'node:fs'
import jp from 'opencc-js/dict/JPShinjitaiCharacters'
import hk from 'opencc-js/dict/HKVariants'
import hkPhrases from 'opencc-js/dict/HKVariantsPhrases'
import st from 'opencc-js/dict/STCharacters'
import stPhrases from 'opencc-js/dict/STPhrases'
import ts from 'opencc-js/dict/TSCharacters'
import tsPhrases from 'opencc-js/dict/TSPhrases'
import tw from 'opencc-js/dict/TWVariants'
import { commonCharacters } from './variants/common.ts'
import { OWN, UNIHAN, YITIZI } from './variants/variants.generated.ts'

type Pair = readonly [from: string, to: string]

/** OpenCC's form is `from to to2|from to`; only pairs of single characters can be folded in place. */
function pairs(dictionary: string): Pair[] {
  return dictionary.split('|').flatMap((entry) => {
    const [from = '', ...targets] = entry.split(' ')
    return targets.filter((to) => isOne(from) && isOne(to)).map((to): Pair => [from, to])
  })
}

/** Different words that a phrase table exchanges; folding them would mix 画船 with 划船. */
const DIFFERENT = new Set(['坏坯', '畫划', '俱具', '具俱', '待呆', '呆待', '哩里', '里哩'])

/** Characters that phrases of equal length exchange: variants that depend on context in one direction only. */
function phrasePairs(dictionary: string): Pair[] {
  return dictionary.split('|').flatMap((entry) => {
    const [from = '', ...targets] = entry.split(' ')
    const chars = [...from]
    return targets
      .map((to) => [...to])
      .filter((to) => to.length === chars.length)
      .flatMap((to) => chars.map((char, at): Pair => [char, to[at] ?? char]))
      .filter(([a, b]) => a !== b && !DIFFERENT.has(a + b))
  })
}

function isOne(text: string): boolean {
  return [...text].length === 1
}

/** Union-find over all pairs: two characters that any table exchanges are one class. */
function classes(all: readonly Pair[]): string[][] {
  const parent = new Map<string, string>()
  const root = (char: string): string => {
    const up = parent.get(char) ?? char
    return up === char ? char : root(up)
  }
  for (const [from, to] of all) {
    parent.set(from, parent.get(from) ?? from)
    parent.set(to, parent.get(to) ?? to)
    parent.set(root(from), root(to))
  }
  const members = new Map<string, string[]>()
  for (const char of parent.keys()) members.set(root(char), [...(members.get(root(char)) ?? []), char])
  return [...members.values()]
}

const SIMPLIFY = pairs(ts)

function openccPairs(): Pair[] {
  const phrases = [tsPhrases, stPhrases, hkPhrases].flatMap(phrasePairs)
  return [...SIMPLIFY, ...[st, hk, tw, jp].flatMap(pairs), ...phrases]
}

/** Characters side by side, read two by two. */
function adjacentPairs(text: string): Pair[] {
  const chars = [...text]
  return chars.flatMap((from, at) => (at % 2 === 0 ? [[from, chars[at + 1] ?? from] as const] : []))
}

/**
 * Smaller is better. A simplified character of the basic plane and in use today where the class has one, so that
 * folded text stays readable and one UTF-16 unit long.
 */
function ranker(): (char: string) => number {
  const common = commonCharacters()
  const traditional = new Set(SIMPLIFY.map(([from]) => from))
  const simplified = new Map<string, number>()
  for (const [, to] of SIMPLIFY) simplified.set(to, (simplified.get(to) ?? 0) + 1)
  return (char) =>
    (char.length === 1 ? 0 : 8000) +
    (traditional.has(char) ? 4000 : 0) +
    (simplified.has(char) ? 0 : 2000) +
    (common.has(char) ? 0 : 1000) -
    (simplified.get(char) ?? 0)
}

/** Classes of two and more, the representative first. */
function ranked(all: readonly Pair[]): readonly (readonly string[])[] {
  const rank = ranker()
  const better = (a: string, b: string): number =>
    rank(a) - rank(b) || (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)
  return classes(all).map((members) => members.toSorted(better))
}

/** The classes by OpenCC's tables alone, the representative first. */
export function openccClasses(): readonly (readonly string[])[] {
  return ranked(openccPairs())
}

/** The whole table as text: characters in pairs, from then to. */
export function foldTable(): string {
  const variants = [YITIZI, UNIHAN, OWN].flatMap(adjacentPairs)
  const folds = ranked([...openccPairs(), ...variants]).flatMap(([to = '', ...rest]) =>
    rest.map((from) => from + to),
  )
  return folds.toSorted().join('')
}

/** Each traditional character with its usual simplified form, in pairs. */
export function simplifiedTable(): string {
  const first = new Map<string, string>()
  for (const [from, to] of SIMPLIFY) if (!first.has(from)) first.set(from, to)
  return [...first].map(([from, to]) => from + to).join('')
}

if (import.meta.main) {
  const source = [
    '/**',
    ' * Han variants in pairs, from then to. Written by make-fold.ts from the tables of OpenCC (Apache-2.0) and from',
    ' * variants.generated.ts: yitizi (CC0-1.0), Unihan (© Unicode, Inc., Unicode-3.0) and evidence of our own.',
    ' */',
    '',
    `export const FOLDS =\n  '${foldTable()}'`,
    '',
    '/** Traditional characters and their usual simplified form, in pairs. */',
    `export const SIMPLIFIED =\n  '${simplifiedTable()}'`,
    '',
  ].join('\n')
  writeFileSync(new URL('fold.generated.ts', import.meta.url), source)
}
