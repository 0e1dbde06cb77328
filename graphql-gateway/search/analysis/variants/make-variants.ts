/**
 * Writes `variants.generated.ts` (Han variants beyond OpenCC's tables) and `evidence.tsv` (what was counted and
 * decided for each pair), from yitizi, a folder with three fields of Unihan, and the editions of the poems:
 * `node graphql-gateway/search/analysis/variants/make-variants.ts <unihan folder>`. Run `make-fold.ts` after it.
 */

import { writeFileSync } from 'node:fs'
import { openccClasses } from '../make-fold.ts'
import { exchangesOf, pairKey } from './align.ts'
import { choose, type Candidate, type Verdict } from './choose.ts'
import { commonCharacters } from './common.ts'
import { editions } from './editions.ts'
import { unihanPairs, yitiziPairs, type TableName } from './tables.ts'

/** Classes of OpenCC are taken as they are: every character here stands for its class. */
const representative = new Map(
  openccClasses().flatMap(([first = '', ...rest]) => rest.map((char): [string, string] => [char, first])),
)

function classOf(char: string): string {
  const plain = char.normalize('NFKC')
  return representative.get(plain) ?? plain
}

function tablesByPair(unihan: string): ReadonlyMap<string, ReadonlySet<TableName>> {
  const tables = new Map<string, Set<TableName>>()
  for (const [from, to, table] of [...yitiziPairs(), ...unihanPairs(unihan)]) {
    const [a, b] = [classOf(from), classOf(to)]
    if (a !== b) tables.set(pairKey(a, b), (tables.get(pairKey(a, b)) ?? new Set()).add(table))
  }
  return tables
}

function candidates(unihan: string): readonly Candidate[] {
  const poems = [...editions()].map((clauses) => clauses.map((clause) => [...clause].map(classOf).join('')))
  const { exchanged, kept } = exchangesOf(poems)
  const tables = tablesByPair(unihan)
  return [...new Set([...exchanged.keys(), ...tables.keys()])].sort().map((key) => {
    const [a = '', b = ''] = [...key]
    return {
      a,
      b,
      tables: tables.get(key) ?? new Set<TableName>(),
      exchanged: exchanged.get(key) ?? 0,
      keptA: kept.get(a) ?? 0,
      keptB: kept.get(b) ?? 0,
    }
  })
}

/** Pairs that were counted and might have been chosen; the rest is chance or was never met. */
function isEvidence({ tables, exchanged, keptA, keptB, share, chosen }: Verdict): boolean {
  const measured = exchanged + Math.min(keptA, keptB) >= 5
  return tables.size > 0 ? exchanged > 0 || measured : exchanged >= 3 && (chosen || share >= 0.1)
}

function evidenceTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts
    .filter(isEvidence)
    .toSorted((x, y) => y.exchanged - x.exchanged || (x.a + x.b < y.a + y.b ? -1 : 1))
    .map(({ a, b, exchanged, keptA, keptB, share, tables, chosen }) =>
      [
        a + b,
        exchanged,
        keptA,
        keptB,
        share.toFixed(2),
        [...tables].join('') || '-',
        chosen ? 'one' : 'two',
      ].join('\t'),
    )
  return ['pair\texchanged\tkept 1\tkept 2\tshare\ttables\tverdict', ...rows, ''].join('\n')
}

function generated(verdicts: readonly Verdict[]): string {
  const chosen = verdicts.filter((verdict) => verdict.chosen)
  const text = (some: readonly Verdict[]): string => some.map(({ a, b }) => a + b).join('')
  const inYitizi = chosen.filter(({ tables }) => tables.has('Y'))
  const inUnihan = chosen.filter(({ tables }) => !tables.has('Y') && tables.size > 0)
  const own = chosen.filter(({ tables }) => tables.size === 0)
  return [
    '/** Han variants in pairs, beyond the tables of OpenCC. Written by make-variants.ts; evidence.tsv says why. */',
    '',
    '/** In yitizi 0.1.2 (CC0-1.0). */',
    `export const YITIZI =\n  '${text(inYitizi)}'`,
    '',
    '/** Only in Unihan: kSemanticVariant, kZVariant, kSpecializedSemanticVariant (© Unicode, Inc., Unicode-3.0). */',
    `export const UNIHAN =\n  '${text(inUnihan)}'`,
    '',
    '/** In neither, but exchanged by the editions of `chinese-poetry` (MIT). */',
    `export const OWN =\n  '${text(own)}'`,
    '',
  ].join('\n')
}

const [unihan] = process.argv.slice(2)
if (unihan === undefined) {
  process.stderr.write('make-variants.ts: name the folder with kSemanticVariant.txt and its like.\n')
  process.exitCode = 2
} else {
  const common = new Set([...commonCharacters()].map(classOf))
  const verdicts = choose(candidates(unihan), (char) => common.has(char))
  writeFileSync(new URL('evidence.tsv', import.meta.url), evidenceTable(verdicts))
  writeFileSync(new URL('variants.generated.ts', import.meta.url), generated(verdicts))
}
