/** What the engine keeps in memory beside the tables: columns, facet terms, suggestions. */

import type { DatabaseSync } from 'node:sqlite'
import { DocColumns, type DocRow } from './doc-columns.ts'
import { FacetTerms } from './facet-terms.ts'
import { SuggestIndex } from './suggest-index.ts'

export class State {
  readonly columns = new DocColumns()
  readonly terms = new FacetTerms()
  readonly suggestions = new SuggestIndex()

  /** Adds a record that is not there, or was taken out with `drop`. */
  put(no: number, row: DocRow): void {
    this.columns.set(no, row)
    for (const entry of row.entries) this.suggestions.count(entry, no, row.prior, 1)
  }

  drop(no: number): void {
    const prior = this.columns.prior[no] ?? 0
    for (const entry of this.columns.entries.get(no)) this.suggestions.count(entry, no, prior, -1)
    this.columns.delete(no)
  }
}

/** Reads everything from the tables: about 1 second for 300,000 records. */
export function loadState(db: DatabaseSync): State {
  const state = new State()
  for (const row of db.prepare('select no, name, value, label from terms').iterate()) {
    state.terms.add(Number(row.no), text(row.name), { value: text(row.value), label: text(row.label) })
  }
  for (const row of db.prepare('select no, kind, key, text, keys from entries').iterate()) {
    state.suggestions.addEntry(Number(row.no), {
      kind: row.kind === 'creator' ? 'creator' : 'title',
      key: text(row.key),
      text: text(row.text),
      keys: text(row.keys).split('\n'),
    })
  }
  const docs = db.prepare('select no, id, year, prior, sort, terms, entries from docs where live = 1')
  for (const row of docs.iterate()) {
    state.put(Number(row.no), {
      id: text(row.id),
      year: typeof row.year === 'number' ? row.year : null,
      prior: Number(row.prior),
      sort: text(row.sort),
      terms: numbers(text(row.terms)),
      entries: numbers(text(row.entries)),
    })
  }
  return state
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numbers(list: string): readonly number[] {
  return list === '' ? [] : list.split(' ').map(Number)
}
