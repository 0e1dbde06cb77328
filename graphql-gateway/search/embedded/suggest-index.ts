/** Titles and names by their beginnings, kept sorted in memory. */

import type { Suggestion } from '../contract.ts'
import { suggestionWeight, typedKeys } from '../query/suggestion.ts'
import { SortedKeys, type SortedList } from './sorted-keys.ts'

/** A suggestion: its folded form and a way to show it. */
export interface EntryRow {
  readonly kind: Suggestion['kind']
  readonly key: string
  readonly text: string
}

/** Entries are never taken out while running: one that no record carries is passed over. */
export class SuggestIndex {
  private readonly rows: (EntryRow | undefined)[] = []
  private readonly keys = new SortedKeys()
  private counts = new Uint32Array(1024)
  private priors = new Float64Array(1024)
  private weights = new Float64Array(1024)
  /** Exclusive or of the numbers of all records of an entry: with one record left, it is that record. */
  private records = new Uint32Array(1024)

  /** Adds an entry with all beginnings that find it. */
  addEntry(no: number, row: EntryRow, keys: readonly string[]): void {
    this.rows[no] = row
    for (const key of keys) this.keys.add(key, no)
    if (no < this.counts.length) return
    const capacity = Math.max(no + 1, this.counts.length * 2)
    this.counts = copied(this.counts, new Uint32Array(capacity))
    this.priors = copied(this.priors, new Float64Array(capacity))
    this.weights = copied(this.weights, new Float64Array(capacity))
    this.records = copied(this.records, new Uint32Array(capacity))
  }

  /** Adds the keys of entries that were added without. */
  loadKeys(list: SortedList): void {
    this.keys.load(list)
  }

  /** Tells that a record carries the entry (`sign` 1) or no longer does (-1). */
  count(no: number, record: number, prior: number, sign: 1 | -1): void {
    const count = Math.max(0, (this.counts[no] ?? 0) + sign)
    const total = count === 0 ? 0 : Math.max(0, (this.priors[no] ?? 0) + sign * prior)
    this.counts[no] = count
    this.priors[no] = total
    this.records[no] = (this.records[no] ?? 0) ^ record
    this.weights[no] = suggestionWeight(count, total)
  }

  /** The best `limit` entries; `idOf` gives the id of a record by its number. */
  suggest(prefix: string, limit: number, idOf: (record: number) => string): readonly Suggestion[] {
    const typed = typedKeys(prefix)
    const best: number[] = []
    const order = (a: number, b: number): number => this.compare(a, b, typed[0] ?? '')
    const offer = (entry: number): void => {
      if ((this.counts[entry] ?? 0) === 0 || best.includes(entry)) return
      const last = best.at(-1)
      if (best.length >= limit && (last === undefined || order(entry, last) >= 0)) return
      best.splice(best.findLastIndex((other) => order(other, entry) < 0) + 1, 0, entry)
      if (best.length > limit) best.pop()
    }
    for (const start of typed) {
      // The whole text itself comes first whatever its weight, and its key is the first of the range.
      this.keys.eachEqual(start, offer)
      const enough = (): number => (best.length < limit ? -1 : (this.weights[best.at(-1) ?? 0] ?? 0))
      let floor = enough()
      this.keys.eachFrom(start, (entry) => {
        if ((this.weights[entry] ?? 0) < floor) return
        offer(entry)
        floor = enough()
      })
    }
    return best.flatMap((no) => this.suggestion(no, idOf))
  }

  private compare(a: number, b: number, typed: string): number {
    const [rowA, rowB] = [this.rows[a], this.rows[b]]
    if (!rowA || !rowB) return 0
    return (
      Number(rowB.key === typed) - Number(rowA.key === typed) ||
      (this.weights[b] ?? 0) - (this.weights[a] ?? 0) ||
      (rowA.key < rowB.key ? -1 : rowA.key > rowB.key ? 1 : rowA.kind < rowB.kind ? -1 : 1)
    )
  }

  private suggestion(no: number, idOf: (record: number) => string): readonly Suggestion[] {
    const row = this.rows[no]
    if (!row) return []
    const count = this.counts[no] ?? 0
    const recordId = row.kind === 'title' && count === 1 ? idOf(this.records[no] ?? 0) : null
    return [{ text: row.text, kind: row.kind, recordId, count }]
  }
}

function copied<Column extends Uint32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
