/** What is known of every record besides its words, as columns of numbers indexed by record number. */

import type { DocSet } from './doc-set.ts'
import { grown, NumberLists, roomFor, TextLists } from './lists.ts'
import type { Sections } from './sections.ts'

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
  live = new Uint8Array(0)
  prior = new Float64Array(0)
  /** Keys of `dateKey`. */
  date = new Int32Array(0)
  readonly ids = new TextLists()
  readonly sorts = new TextLists()
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
    this.ids.set(no, row.id)
    this.sorts.set(no, row.sort)
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

  exchange(sections: Sections): void {
    this.size = sections.number('docs.size', this.size)
    this.count = sections.number('docs.count', this.count)
    this.top = sections.number('docs.top', this.top)
    this.live = sections.uint8('docs.live', this.live, this.size)
    this.prior = sections.float64('docs.prior', this.prior, this.size)
    this.date = sections.int32('docs.date', this.date, this.size)
    this.ids.exchange(sections, 'docs.ids', this.size)
    this.sorts.exchange(sections, 'docs.sorts', this.size)
    this.terms.exchange(sections, 'docs.terms', this.size)
    this.entries.exchange(sections, 'docs.entries', this.size)
    this.everyone = null
  }

  private grow(size: number): void {
    this.size = Math.max(this.size, size)
    if (size <= this.live.length) return
    const capacity = roomFor(size, this.live.length)
    this.live = grown(this.live, new Uint8Array(capacity))
    this.prior = grown(this.prior, new Float64Array(capacity))
    this.date = grown(this.date, new Int32Array(capacity))
  }
}
