/** What is known of every record besides its words, as columns of numbers indexed by record number. */

import type { DocSet } from './doc-set.ts'
import { grown, NumberLists, RealLists, roomFor, TextLists } from './lists.ts'
import type { Sections } from './sections.ts'

/** A record as the columns hold it. `terms` are numbers of facet terms, `entries` of suggestions, `scopes` of scopes. */
export interface DocRow {
  readonly id: string
  /** As `dateKey` gives it. */
  readonly date: number | null
  readonly prior: number
  /** Sort key of the title; empty sorts last. */
  readonly sort: string
  /** From the lowest number up. */
  readonly scopes: readonly number[]
  /** As `keptSpan` gives them: a name and two ends each. */
  readonly dates: readonly number[]
  /** A name and a number each. */
  readonly sorts: readonly number[]
  readonly terms: readonly number[]
  readonly entries: readonly number[]
}

/** Number of the scope of what is open to all: it is given with the tables, so that it stands first in every list. */
export const OPEN = 0

/** Stands for the date of an undated record. */
export const NO_DATE = -2_147_483_648

/** Columns that grow with the highest record number; a removed record leaves a hole that `live` tells. */
export class DocColumns {
  live = new Uint8Array(0)
  prior = new Float64Array(0)
  /** Keys of `dateKey`. */
  date = new Int32Array(0)
  readonly ids = new TextLists()
  /** Sort keys of the titles. */
  readonly titles = new TextLists()
  readonly scopes = new NumberLists()
  readonly dates = new NumberLists()
  readonly sorts = new RealLists()
  readonly terms = new NumberLists()
  readonly entries = new NumberLists()
  /** One more than the highest record number in use. */
  size = 0
  count = 0
  /** Live records that are not open to everybody. */
  closed = 0
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
    } else if (this.isClosed(no)) this.closed--
    this.live[no] = 1
    this.prior[no] = row.prior
    this.top = Math.max(this.top, Math.log1p(row.prior))
    this.date[no] = row.date ?? NO_DATE
    this.ids.set(no, row.id)
    this.titles.set(no, row.sort)
    this.scopes.set(no, row.scopes)
    if (this.isClosed(no)) this.closed++
    this.dates.set(no, row.dates)
    this.sorts.set(no, row.sorts)
    this.terms.set(no, row.terms)
    this.entries.set(no, row.entries)
  }

  delete(no: number): void {
    if (this.live[no] !== 1) return
    if (this.isClosed(no)) this.closed--
    this.live[no] = 0
    this.count--
    this.everyone = null
    for (const lists of [this.scopes, this.dates, this.sorts, this.terms, this.entries]) lists.set(no, [])
  }

  /** True for a live record that is not open to everybody. */
  isClosed(no: number): boolean {
    const { starts, lengths, pool } = this.scopes
    const open = (lengths[no] ?? 0) > 0 && pool[starts[no] ?? 0] === OPEN
    return this.live[no] === 1 && !open
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
    this.closed = sections.number('docs.closed', this.closed)
    this.top = sections.number('docs.top', this.top)
    this.live = sections.uint8('docs.live', this.live, this.size)
    this.prior = sections.float64('docs.prior', this.prior, this.size)
    this.date = sections.int32('docs.date', this.date, this.size)
    this.ids.exchange(sections, 'docs.ids')
    this.titles.exchange(sections, 'docs.titles')
    this.scopes.exchange(sections, 'docs.scopes')
    this.dates.exchange(sections, 'docs.dates')
    this.sorts.exchange(sections, 'docs.sorts')
    this.terms.exchange(sections, 'docs.terms')
    this.entries.exchange(sections, 'docs.entries')
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
