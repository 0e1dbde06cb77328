/** What is known of every record besides its words, as columns of numbers indexed by record number. */

import type { DocSet } from './doc-set.ts'

/** A record as the columns hold it. `terms` are numbers of facet terms, `entries` of suggestions. */
export interface DocRow {
  readonly id: string
  /** As `dateKey` gives it. */
  readonly date: number | null
  readonly prior: number
  /** Sort key of the title; empty sorts last. */
  readonly sort: string
  readonly terms: readonly number[]
  readonly entries: readonly number[]
}

/** Stands for the date of an undated record. */
export const NO_DATE = -2_147_483_648

/** Columns that grow with the highest record number; a removed record leaves a hole that `live` tells. */
export class DocColumns {
  live = new Uint8Array(1024)
  prior = new Float64Array(1024)
  /** Keys of `dateKey`. */
  date = new Int32Array(1024)
  readonly ids: string[] = []
  readonly sorts: string[] = []
  readonly terms = new NumberLists()
  readonly entries = new NumberLists()
  /** One more than the highest record number in use. */
  size = 0
  count = 0
  private everyone: DocSet | null = null
  /** Logarithm of the greatest popularity seen. */
  private top = 1

  /** Popularity from 0 to 1 on a logarithmic scale: what counts is how a record compares within this index. */
  standing(no: number): number {
    return Math.log1p(this.prior[no] ?? 0) / this.top
  }

  set(no: number, row: DocRow): void {
    this.grow(no + 1)
    if (this.live[no] === 0) {
      this.count++
      this.everyone = null
    }
    this.live[no] = 1
    this.prior[no] = row.prior
    this.top = Math.max(this.top, Math.log1p(row.prior))
    this.date[no] = row.date ?? NO_DATE
    this.ids[no] = row.id
    this.sorts[no] = row.sort
    this.terms.set(no, row.terms)
    this.entries.set(no, row.entries)
  }

  delete(no: number): void {
    if (this.live[no] !== 1) return
    this.live[no] = 0
    this.count--
    this.everyone = null
    this.terms.set(no, [])
    this.entries.set(no, [])
  }

  /** Every live record; the set is kept until a record comes or goes. */
  all(): DocSet {
    if (this.everyone) return this.everyone
    const set = new Uint32Array(this.count)
    let size = 0
    for (let no = 0; no < this.size; no++) if (this.live[no] === 1) set[size++] = no
    this.everyone = set
    return set
  }

  private grow(size: number): void {
    while (this.ids.length < size) {
      this.ids.push('')
      this.sorts.push('')
    }
    this.size = Math.max(this.size, size)
    if (size <= this.live.length) return
    const capacity = Math.max(size, this.live.length * 2)
    this.live = grown(this.live, new Uint8Array(capacity))
    this.prior = grown(this.prior, new Float64Array(capacity))
    this.date = grown(this.date, new Int32Array(capacity))
  }
}

/** A short list of numbers for each record, in one pool. */
export class NumberLists {
  starts = new Uint32Array(1024)
  lengths = new Uint16Array(1024)
  pool = new Uint32Array(8192)
  private used = 0
  private wasted = 0

  set(no: number, values: readonly number[]): void {
    if (no >= this.starts.length) {
      const capacity = Math.max(no + 1, this.starts.length * 2)
      this.starts = grown(this.starts, new Uint32Array(capacity))
      this.lengths = grown(this.lengths, new Uint16Array(capacity))
    }
    const room = this.lengths[no] ?? 0
    const fits = values.length <= room
    this.wasted += fits ? room - values.length : room
    if (!fits) {
      this.makeRoom(values.length)
      this.starts[no] = this.used
      this.used += values.length
    }
    this.lengths[no] = values.length
    this.pool.set(values, this.starts[no] ?? 0)
  }

  get(no: number): readonly number[] {
    const start = this.starts[no] ?? 0
    return [...this.pool.subarray(start, start + (this.lengths[no] ?? 0))]
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.pool.length) return
    if (this.wasted > this.pool.length / 2) this.compact()
    if (this.used + length <= this.pool.length) return
    this.pool = grown(this.pool, new Uint32Array(Math.max(this.pool.length * 2, this.used + length)))
  }

  private compact(): void {
    const packed = new Uint32Array(this.pool.length)
    let used = 0
    for (let no = 0; no < this.starts.length; no++) {
      const start = this.starts[no] ?? 0
      const length = this.lengths[no] ?? 0
      packed.set(this.pool.subarray(start, start + length), used)
      this.starts[no] = used
      used += length
    }
    this.pool = packed
    this.used = used
    this.wasted = 0
  }
}

function grown<Column extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  from: Column,
  to: Column,
): Column {
  to.set(from)
  return to
}
