/** What the engine keeps in memory beside the tables: columns, facet terms, suggestions. */

import type { DatabaseSync } from 'node:sqlite'
import { DocColumns, type DocRow } from './doc-columns.ts'
import { FacetTerms } from './facet-terms.ts'
import { Scratch } from './scratch.ts'
import type { SortedList } from './sorted-keys.ts'
import { SuggestIndex } from './suggest-index.ts'

export class State {
  readonly columns = new DocColumns()
  readonly terms = new FacetTerms()
  readonly suggestions = new SuggestIndex()
  readonly scratch = new Scratch()

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
  eachRow(db, 'select no, name, value, label from terms', ([no, name, value, label]) => {
    state.terms.add(Number(no), text(name), { value: text(value), label: text(label) })
  })
  eachRow(db, 'select no, kind, key, text from entries', ([no, kind, key, shown]) => {
    const row = { kind: kind === 'creator' ? 'creator' : 'title', key: text(key), text: text(shown) } as const
    state.suggestions.addEntry(Number(no), row, [])
  })
  state.suggestions.loadKeys(loadKeys(db))
  const docs = 'select no, id, date, prior, sort, terms, entries from docs where live = 1'
  eachRow(db, docs, ([no, id, date, prior, sort, terms, entries]) => {
    state.put(Number(no), {
      id: text(id),
      date: typeof date === 'number' ? date : null,
      prior: Number(prior),
      sort: text(sort),
      terms: numbers(text(terms)),
      entries: numbers(text(entries)),
    })
  })
  return state
}

/** All keys in order: SQLite sorts them three times faster than a comparison in JavaScript. */
function loadKeys(db: DatabaseSync): SortedList {
  const keys: string[] = []
  const entries: number[] = []
  const ways = ['key', 'pinyin', 'initials'].map(
    (way) => `select ${way} as k, no from entries where ${way} <> ''`,
  )
  eachRow(db, `${ways.join(' union all ')} order by k`, ([key, no]) => {
    keys.push(text(key))
    entries.push(Number(no))
  })
  return { keys, numbers: Uint32Array.from(entries) }
}

function eachRow(db: DatabaseSync, sql: string, visit: (row: readonly unknown[]) => void): void {
  const statement = db.prepare(sql)
  statement.setReturnArrays(true)
  for (const row of statement.iterate()) if (Array.isArray(row)) visit(row)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numbers(list: string): readonly number[] {
  return list === '' ? [] : list.split(' ').map(Number)
}
