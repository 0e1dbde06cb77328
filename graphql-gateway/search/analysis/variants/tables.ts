/** The tables that say which Han characters are variants: `yitizi` and three fields of Unihan. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import yitizi from 'yitizi'

/** Y: yitizi; S, Z, P: kSemanticVariant, kZVariant, kSpecializedSemanticVariant of Unihan. */
export type TableName = 'Y' | 'S' | 'Z' | 'P'

export type TablePair = readonly [a: string, b: string, table: TableName]

const UNIHAN: readonly (readonly [TableName, string])[] = [
  ['S', 'kSemanticVariant'],
  ['Z', 'kZVariant'],
  ['P', 'kSpecializedSemanticVariant'],
]

export function yitiziPairs(): readonly TablePair[] {
  return Object.keys(yitizi.yitiziData).flatMap((a) => yitizi.get(a).map((b): TablePair => [a, b, 'Y']))
}

/** Reads `<field>.txt` of a folder, lines of `U+3400 㐀<tab>field<tab>U+4E18<source U+…`. */
export function unihanPairs(folder: string): readonly TablePair[] {
  return UNIHAN.flatMap(([table, field]) =>
    readFileSync(join(folder, `${field}.txt`), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [from = '', , targets = ''] = line.split('\t')
        return targets.split(' ').map((to): TablePair => [character(from), character(to), table])
      })
      .filter(([a, b]) => a !== '' && b !== ''),
  )
}

function character(code: string): string {
  const hex = /^U\+([0-9A-F]{4,6})/.exec(code)?.[1]
  return hex === undefined ? '' : String.fromCodePoint(Number.parseInt(hex, 16))
}
