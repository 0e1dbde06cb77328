/** What of the suggestions a request may see: how many records carry each, of those that are for it. */

import { suggestionWeight } from '../query/suggestion.ts'
import type { Admission } from './admission.ts'
import type { DocColumns } from './doc-columns.ts'

/** What some records carry of an entry, together. */
export interface Carried {
  readonly count: number
  readonly prior: number
  /** Exclusive or of their numbers: with one record, it is that record. */
  readonly records: number
}

export interface SuggestView {
  carried(entry: number): Carried
  /** Never more than that of all records. */
  weight(entry: number): number
}

/** What all records carry, and which of those are not open to everybody. */
export interface AllCarried {
  carried(entry: number): Carried
  weight(entry: number): number
  /** How much of the popularity of its records the entry has. */
  share(entry: number): number
  /** Records of an entry that are not open to everybody. */
  closed(entry: number): readonly number[]
}

const NONE: Carried = { count: 0, prior: 0, records: 0 }

/** `all` itself where nothing is kept back. */
export function viewOf(all: AllCarried, admission: Admission | null, columns: DocColumns): SuggestView {
  if (admission === null) return all
  const carried = admission.open ? lessForeign(all, admission, columns) : tallied(admission, columns)
  return {
    carried,
    weight(entry) {
      const { count, prior } = carried(entry)
      return suggestionWeight(count, prior, all.share(entry))
    },
  }
}

/** Nearly all records are open: what is for others is taken off. */
function lessForeign(all: AllCarried, admission: Admission, { prior }: DocColumns): SuggestView['carried'] {
  const known = new Map<number, Carried>()
  return (entry) => {
    const closed = all.closed(entry)
    if (closed.length === 0) return all.carried(entry)
    const before = known.get(entry)
    if (before) return before
    let { count, prior: left, records } = all.carried(entry)
    for (const no of closed) {
      if (admission.has(no)) continue
      count--
      left -= prior[no] ?? 0
      records ^= no
    }
    const carried = count <= 0 ? NONE : { count, prior: Math.max(0, left), records }
    known.set(entry, carried)
    return carried
  }
}

/** A few records of many: they are counted. */
function tallied(admission: Admission, columns: DocColumns): SuggestView['carried'] {
  const known = new Map<number, Carried>()
  for (const no of admission.of(columns.all())) {
    for (const entry of columns.entries.get(no)) {
      const { count, prior, records } = known.get(entry) ?? NONE
      known.set(entry, {
        count: count + 1,
        prior: prior + (columns.prior[no] ?? 0),
        records: records ^ no,
      })
    }
  }
  return (entry) => known.get(entry) ?? NONE
}
