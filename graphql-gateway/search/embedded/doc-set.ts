/** Sets of record numbers as sorted arrays of 32-bit numbers. */

export type DocSet = Uint32Array

export const EMPTY_SET: DocSet = new Uint32Array(0)

/** Reads SQLite's `group_concat(rowid)`: four times cheaper than one row object a hit. */
export function readDocSet(concatenated: string): DocSet {
  const set = new Uint32Array((concatenated.length >> 1) + 1)
  let size = 0
  let value = 0
  for (let at = 0; at < concatenated.length; at++) {
    const code = concatenated.charCodeAt(at)
    if (code === 44) {
      set[size++] = value
      value = 0
    } else value = value * 10 + code - 48
  }
  if (concatenated.length > 0) set[size++] = value
  return set.subarray(0, size)
}

export function intersect(a: DocSet, b: DocSet): DocSet {
  const out = new Uint32Array(Math.min(a.length, b.length))
  let size = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = at(a, i)
    const y = at(b, j)
    if (x === y) out[size++] = x
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.subarray(0, size)
}

export function unite(a: DocSet, b: DocSet): DocSet {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const out = new Uint32Array(a.length + b.length)
  let size = 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const x = i < a.length ? at(a, i) : Infinity
    const y = j < b.length ? at(b, j) : Infinity
    out[size++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.subarray(0, size)
}

/** What is in `a` and not in `b`. */
export function subtract(a: DocSet, b: DocSet): DocSet {
  const out = new Uint32Array(a.length)
  let size = 0
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const x = at(a, i)
    while (j < b.length && at(b, j) < x) j++
    if (j >= b.length || at(b, j) !== x) out[size++] = x
  }
  return out.subarray(0, size)
}

export function contains(set: DocSet, no: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(set, middle) < no) low = middle + 1
    else high = middle
  }
  return low < set.length && at(set, low) === no
}

function at(set: DocSet, index: number): number {
  return set[index] ?? 0
}
