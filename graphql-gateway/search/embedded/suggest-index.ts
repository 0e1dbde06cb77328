/** Titles and names by their beginnings, kept sorted in memory; what is shown of them is read from the tables. */

import type { LineOf, Suggestion } from '../contract.ts'
import { lineAt, reachesLines, shareOf, suggestionWeight, typedKeys } from '../query/suggestion.ts'
import { bytesOf, grown, roomFor, TextLists } from './lists.ts'
import type { Sections } from './sections.ts'
import { SortedKeys } from './sorted-keys.ts'
import type { AllCarried, Carried, SuggestView } from './suggest-view.ts'

/**
 * Beginnings an entry is found by: its key, its pinyin, its initials. A reference is the entry's number times four and
 * the way, so that a shift gives the number.
 */
export const WAYS = 4
const SHIFT = 2

/** In the order of their numbers. */
const KINDS = ['title', 'creator', 'line'] as const satisfies readonly Suggestion['kind'][]
const SHARES = Float64Array.from(KINDS, shareOf)

/** What is shown of an entry and of a record, by their numbers. */
export interface Shown {
  text(entry: number): string
  id(record: number): string
  /** Entries that a record carries, its titles first. */
  entries(record: number): readonly number[]
}

/** Entries are never taken out while running: one that no record carries is passed over. */
export class SuggestIndex implements AllCarried {
  /** Keys in every way, by reference. */
  private readonly texts = new TextLists()
  private readonly keys = new SortedKeys(this.texts)
  /** Those of lines, which are looked at only for beginnings that reach them. */
  private readonly lineKeys = new SortedKeys(this.texts)
  private kinds = new Uint8Array(0)
  /** Where in the texts of its work a line stands, as `placeOf` gives it. */
  private places = new Uint16Array(0)
  private counts = new Uint32Array(0)
  private priors = new Float64Array(0)
  private weights = new Float64Array(0)
  /** Exclusive or of the numbers of all records of an entry: with one record left, it is that record. */
  private records = new Uint32Array(0)
  /** Records of an entry that are not open to everybody; few, so that they stand beside the columns. */
  private readonly kept = new Map<number, number[]>()
  /** One more than the highest entry. */
  private size = 0
  /** Grows whenever an entry comes or weighs otherwise. */
  private changes = 0

  /** Adds an entry with the beginnings that find it; `place` is which verse a line is. */
  addEntry(no: number, kind: Suggestion['kind'], place: number, ways: readonly string[]): void {
    this.addTexts(no, kind, place, ways)
    this.changes++
    ways.slice(0, WAYS).forEach((text, way) => {
      if (text !== '') (kind === 'line' ? this.lineKeys : this.keys).add(no * WAYS + way)
    })
  }

  /** The same for many, whose order `loadOrder` then gives. */
  addTexts(no: number, kind: Suggestion['kind'], place: number, ways: readonly string[]): void {
    this.grow(no + 1)
    this.kinds[no] = KINDS.indexOf(kind)
    this.places[no] = place
    ways.slice(0, WAYS).forEach((text, way) => this.texts.set(no * WAYS + way, text))
  }

  /** All references in the order of their texts. */
  loadOrder(references: Uint32Array): void {
    const isLine = (reference: number): boolean => this.kind(reference >>> SHIFT) === 'line'
    this.keys.load(references.filter((reference) => !isLine(reference)))
    this.lineKeys.load(references.filter(isLine))
  }

  /** Tells that a record carries the entry (`sign` 1) or no longer does (-1). */
  count(no: number, record: number, prior: number, sign: 1 | -1): void {
    this.changes++
    const count = Math.max(0, (this.counts[no] ?? 0) + sign)
    const total = count === 0 ? 0 : Math.max(0, (this.priors[no] ?? 0) + sign * prior)
    this.counts[no] = count
    this.priors[no] = total
    this.records[no] = (this.records[no] ?? 0) ^ record
    this.weights[no] = suggestionWeight(count, total, this.share(no))
  }

  /** The same of a record that is not open to everybody. */
  keepBack(no: number, record: number, sign: 1 | -1): void {
    const records = this.kept.get(no)
    if (sign === 1) {
      if (records) records.push(record)
      else this.kept.set(no, [record])
      return
    }
    const last = records?.pop()
    if (!records || last === undefined) return
    // In no order: the last takes the place of the one that goes.
    if (last !== record) records[records.indexOf(record)] = last
    if (records.length === 0) this.kept.delete(no)
  }

  closed(no: number): readonly number[] {
    return this.kept.get(no) ?? []
  }

  carried(no: number): Carried {
    return { count: this.counts[no] ?? 0, prior: this.priors[no] ?? 0, records: this.records[no] ?? 0 }
  }

  weight(no: number): number {
    return this.weights[no] ?? 0
  }

  share(no: number): number {
    return SHARES[this.kinds[no] ?? 0] ?? 1
  }

  /** The best `limit` entries of those that some record of the view carries. */
  suggest(prefix: string, limit: number, shown: Shown, view: SuggestView): readonly Suggestion[] {
    const typed = typedKeys(prefix)
    const whole = bytesOf(typed[0] ?? '')
    const best: number[] = []
    const order = (a: number, b: number): number => this.compare(a, b, whole, view)
    const offer = (reference: number): void => {
      const entry = reference >>> SHIFT
      if (best.includes(entry) || view.carried(entry).count === 0) return
      const last = best.at(-1)
      if (best.length >= limit && (last === undefined || order(entry, last) >= 0)) return
      best.splice(best.findLastIndex((other) => order(other, entry) < 0) + 1, 0, entry)
      if (best.length > limit) best.pop()
    }
    const search = (keys: SortedKeys, start: string): void => {
      // The whole text itself comes first whatever its weight, and its key is the first of the range.
      keys.eachEqual(start, offer)
      const enough = (): number => (best.length < limit ? -1 : view.weight(best.at(-1) ?? 0))
      let floor = enough()
      // No view gives more weight than all records do.
      const weight = (reference: number): number => this.weight(reference >>> SHIFT)
      keys.eachFrom(start, { weight, changes: this.changes, floor: () => floor }, (reference) => {
        // A letter begins a hundred thousand keys: this line is what such a suggestion costs.
        if (weight(reference) < floor) return
        offer(reference)
        floor = enough()
      })
    }
    for (const start of typed) {
      search(this.keys, start)
      if (reachesLines(start)) search(this.lineKeys, start)
    }
    return best.map((no) => this.suggestion(no, shown, view))
  }

  /** Calls back for entries found by a text or a beginning, with the way; for `most` of them. */
  each(text: string, beginning: boolean, most: number, visit: (entry: number, way: number) => void): void {
    let left = most
    const count = (reference: number): boolean => {
      visit(reference >>> SHIFT, reference & (WAYS - 1))
      return --left > 0
    }
    for (const keys of [this.keys, this.lineKeys]) keys.each(text, beginning, count)
  }

  /** The text that finds an entry in one of the ways. */
  way(entry: number, way: number): string {
    return this.texts.get(entry * WAYS + way)
  }

  exchange(sections: Sections): void {
    this.size = sections.number('entries.size', this.size)
    this.texts.exchange(sections, 'entries.texts')
    this.keys.exchange(sections, 'entries.keys')
    this.lineKeys.exchange(sections, 'entries.lineKeys')
    this.kinds = sections.uint8('entries.kinds', this.kinds, this.size)
    this.places = sections.uint16('entries.places', this.places, this.size)
    this.counts = sections.uint32('entries.counts', this.counts, this.size)
    this.priors = sections.float64('entries.priors', this.priors, this.size)
    this.weights = sections.float64('entries.weights', this.weights, this.size)
    this.records = sections.uint32('entries.records', this.records, this.size)
  }

  private grow(size: number): void {
    this.size = Math.max(this.size, size)
    if (size <= this.counts.length) return
    const capacity = roomFor(size, this.counts.length)
    this.kinds = grown(this.kinds, new Uint8Array(capacity))
    this.places = grown(this.places, new Uint16Array(capacity))
    this.counts = grown(this.counts, new Uint32Array(capacity))
    this.priors = grown(this.priors, new Float64Array(capacity))
    this.weights = grown(this.weights, new Float64Array(capacity))
    this.records = grown(this.records, new Uint32Array(capacity))
  }

  private compare(a: number, b: number, typed: Uint8Array, view: SuggestView): number {
    return (
      this.isWhole(b, typed) - this.isWhole(a, typed) ||
      view.weight(b) - view.weight(a) ||
      this.texts.compare(a * WAYS, b * WAYS) ||
      this.kind(a).localeCompare(this.kind(b), 'en') ||
      (this.places[a] ?? 0) - (this.places[b] ?? 0)
    )
  }

  private isWhole(entry: number, typed: Uint8Array): 0 | 1 {
    return this.texts.compareTo(entry * WAYS, typed, false) === 0 ? 1 : 0
  }

  private suggestion(no: number, shown: Shown, view: SuggestView): Suggestion {
    const kind = this.kind(no)
    const { count, records } = view.carried(no)
    const recordId = kind !== 'creator' && count === 1 ? shown.id(records) : null
    const of = kind === 'line' && count === 1 ? { of: this.lineOf(no, records, shown) } : {}
    return { text: shown.text(no), kind, recordId, count, ...of }
  }

  private lineOf(no: number, record: number, shown: Shown): LineOf {
    const entries = shown.entries(record)
    const title = entries.find((entry) => this.kind(entry) === 'title')
    // Behind it stand the others, and the other names of them all.
    const creator = entries.find((entry) => this.kind(entry) === 'creator')
    return {
      title: title === undefined ? '' : shown.text(title),
      creator: creator === undefined ? [] : [shown.text(creator)],
      ...lineAt(this.places[no] ?? 0),
    }
  }

  kind(no: number): Suggestion['kind'] {
    return KINDS[this.kinds[no] ?? 0] ?? 'title'
  }
}
