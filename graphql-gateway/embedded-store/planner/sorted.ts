// Orders rows that no index has ordered: keeps their sort keys and bytes, not their documents.
import { fail } from '../bson/errors.ts'
import type { Sort, SortKey } from '../engine/sort.ts'
import { Row, type Rows } from './rows.ts'

/** Bytes a sort may keep before it fails with 292, as MongoDB without disk use. */
export const sortMemory = 100 * 1024 * 1024

/** All rows in order; with a limit only that many are kept on the way. 0 means no limit. */
export function* sorted(rows: Rows, sort: Sort, limit: number, keep: (bytes: number) => void): Rows {
  let kept: { key: SortKey; row: Row; at: number }[] = []
  let bytes = 0
  let at = 0
  let noted = 0
  const arrange = (): void => {
    kept.sort((a, b) => sort.compareKeys(a.key, b.key) || a.at - b.at)
    if (limit > 0 && kept.length > limit) kept = kept.slice(0, limit)
    bytes = kept.reduce((sum, { row }) => sum + row.raw.length, 0)
  }
  for (const row of rows) {
    if (!row) {
      yield row
      continue
    }
    kept.push({ key: sort.keyOf(row.document), row: new Row(row.key, row.raw), at: at++ })
    bytes += row.raw.length
    if (limit > 0 && kept.length >= 2 * limit + 64) arrange()
    if (bytes > sortMemory) arrange()
    if (bytes > noted) {
      keep(bytes - noted)
      noted = bytes
    }
    if (bytes > sortMemory)
      fail(
        292,
        `Sort exceeded memory limit of ${sortMemory} bytes; add an index on the sort fields or a limit`,
      )
    if (at % 128 === 0) yield undefined
  }
  arrange()
  for (const { row } of kept) yield row
}
