/** Which records a request may see: those with one of its scopes. */

import { OPEN_SCOPE } from '../contract.ts'
import { OPEN, type DocColumns } from './doc-columns.ts'
import type { DocSet } from './doc-set.ts'
import type { Numbering } from './numbering.ts'

export interface Admission {
  has(no: number): boolean
  /** Those of the set that may be seen. */
  of(set: DocSet): DocSet
  /** True when every record that is open to all may be seen. */
  readonly open: boolean
}

/** Null where nothing is kept back: no scopes were given, or all records are open and the request wants those. */
export function admissionOf(
  scopes: readonly string[] | null,
  columns: DocColumns,
  numbering: Numbering,
): Admission | null {
  if (scopes === null) return null
  const open = scopes.includes(OPEN_SCOPE)
  if (open && columns.closed === 0) return null
  const known = [...new Set(scopes)]
    .map((scope) => numbering.numberOf(scope))
    .filter((no) => no !== undefined)
  // The open one first: nearly every record is told by it.
  const wanted = Uint32Array.from(known).sort()
  const has = (no: number): boolean => {
    const { starts, lengths, pool } = columns.scopes
    const start = starts[no] ?? 0
    const end = start + (lengths[no] ?? 0)
    for (const scope of wanted) if (stands(scope, pool, start, end)) return true
    return false
  }
  const of = (set: DocSet): DocSet => {
    const kept = new Uint32Array(set.length)
    let size = 0
    for (const no of set) if (has(no)) kept[size++] = no
    return kept.subarray(0, size)
  }
  return { has, of, open }
}

/** Looks a number up in a stretch in order: a record may be open to three thousand libraries one by one. */
function stands(wanted: number, pool: Uint32Array, start: number, end: number): boolean {
  let low = start
  let high = end
  while (low < high) {
    const middle = wanted === OPEN ? low : (low + high) >>> 1
    const there = pool[middle] ?? 0
    if (there === wanted) return true
    if (wanted === OPEN) return false
    if (there < wanted) low = middle + 1
    else high = middle
  }
  return false
}
