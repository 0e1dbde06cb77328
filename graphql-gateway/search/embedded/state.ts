/** What the engine keeps in memory beside the tables: columns, facet terms, suggestions. */

import type { DatabaseSync } from 'node:sqlite'
import { loadColumns } from './columns-file.ts'
import { DocColumns, type DocRow } from './doc-columns.ts'
import { FacetTerms } from './facet-terms.ts'
import { readStamp } from './meta.ts'
import { Numbering } from './numbering.ts'
import { Scratch } from './scratch.ts'
import type { Sections } from './sections.ts'
import { SuggestIndex, WAYS } from './suggest-index.ts'

export class State {
  readonly columns = new DocColumns()
  readonly terms = new FacetTerms()
  readonly scopes = new Numbering()
  /** Names of dates and of numbers to sort by. */
  readonly names = new Numbering()
  readonly suggestions = new SuggestIndex()
  readonly scratch = new Scratch()

  /** Adds a record that is not there, or was taken out with `drop`. */
  put(no: number, row: DocRow): void {
    this.columns.set(no, row)
    for (const entry of row.entries) this.suggestions.count(entry, no, row.prior, 1)
    if (this.columns.isClosed(no)) this.keepBack(no, 1)
  }

  drop(no: number): void {
    const prior = this.columns.prior[no] ?? 0
    for (const entry of this.columns.entries.get(no)) this.suggestions.count(entry, no, prior, -1)
    if (this.columns.isClosed(no)) this.keepBack(no, -1)
    this.columns.delete(no)
  }

  /** Everything but what is few (facet terms, scopes, names, records that are kept back) and the scratch. */
  exchange(sections: Sections): void {
    this.columns.exchange(sections)
    this.suggestions.exchange(sections)
  }

  /** Tells the suggestions which records are kept back, after the columns were read. */
  keepBackClosed(): void {
    if (this.columns.closed === 0) return
    for (const no of this.columns.all()) if (this.columns.isClosed(no)) this.keepBack(no, 1)
  }

  private keepBack(no: number, sign: 1 | -1): void {
    for (const entry of this.columns.entries.get(no)) this.suggestions.keepBack(entry, no, sign)
  }
}

export interface LoadedState {
  readonly state: State
  /** True when the columns came from their file, which need not be written then. */
  readonly saved: boolean
}

/** Reads the columns from their file if it is there and fits, else makes them from the tables. */
export function loadState(db: DatabaseSync, columnsFile: string): LoadedState {
  const state = fromFile(db, columnsFile)
  return state ? { state, saved: true } : { state: fromTables(db), saved: false }
}

/** Half a second for 400,000 records. A file that is missing, stale or damaged gives nothing. */
function fromFile(db: DatabaseSync, columnsFile: string): State | null {
  const state = new State()
  try {
    if (!loadColumns(columnsFile, readStamp(db), (sections) => state.exchange(sections))) return null
  } catch {
    return null
  }
  loadShared(db, state)
  state.keepBackClosed()
  return state
}

/** Some seconds for 400,000 records. */
function fromTables(db: DatabaseSync): State {
  const state = new State()
  loadShared(db, state)
  eachRow(db, 'select no, kind, key, pinyin, initials, place from entries', (row) => {
    const [no, kind, key, pinyin, initials, place] = row
    const named = kind === 'creator' || kind === 'line' ? kind : 'title'
    state.suggestions.addTexts(Number(no), named, Number(place), [text(key), text(pinyin), text(initials)])
  })
  state.suggestions.loadOrder(orderedReferences(db))
  const docs =
    'select no, id, date, prior, sort, terms, entries, scopes, dates, sorts from docs where live = 1'
  eachRow(db, docs, ([no, id, date, prior, sort, terms, entries, scopes, dates, sorts]) => {
    state.put(Number(no), {
      id: text(id),
      date: typeof date === 'number' ? date : null,
      prior: Number(prior),
      sort: text(sort),
      terms: numbers(text(terms)),
      entries: numbers(text(entries)),
      scopes: numbers(text(scopes)),
      dates: numbers(text(dates)),
      sorts: numbers(text(sorts)),
    })
  })
  return state
}

/** What many records share. */
function loadShared(db: DatabaseSync, state: State): void {
  eachRow(db, 'select no, value from scopes', ([no, value]) => state.scopes.add(Number(no), text(value)))
  eachRow(db, 'select no, value from names', ([no, value]) => state.names.add(Number(no), text(value)))
  eachRow(db, 'select no, name, value, label from terms', ([no, name, value, label]) => {
    state.terms.add(Number(no), text(name), { value: text(value), label: text(label) })
  })
}

/** All keys in order: SQLite compares bytes as the index does, three times faster than JavaScript. */
function orderedReferences(db: DatabaseSync): Uint32Array {
  const ways = ['key', 'pinyin', 'initials'].map(
    (column, way) =>
      `select ${column} as k, no * ${WAYS} + ${way} as reference from entries where ${column} <> ''`,
  )
  const sql = `${ways.join(' union all ')} order by k`
  const references = new Uint32Array(Number(db.prepare(`select count(*) as n from (${sql})`).get()?.n ?? 0))
  let size = 0
  eachRow(db, sql, ([, reference]) => {
    references[size++] = Number(reference)
  })
  return references
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
