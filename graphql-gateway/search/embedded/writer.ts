/** Puts records into the tables and the columns, one transaction for many. */

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { analyseDoc, COLUMNS } from '../analysis/document.ts'
import { sortKey } from '../analysis/pinyin.ts'
import type { SearchDoc, Suggestion } from '../contract.ts'
import { dateKey } from '../query/date-key.ts'
import { placeOf, suggestedLines, suggestionKey, suggestionKeys } from '../query/suggestion.ts'
import type { ChapterStore } from './chapter-store.ts'
import { keptSpan } from './named-values.ts'
import type { Numbering } from './numbering.ts'
import type { State } from './state.ts'

/** Lists per record are bounded: numbers above are noise in a facet and dear in memory. */
const MOST_TERMS = 4_000
const MOST_ENTRIES = 40

interface StoredDoc {
  readonly no: number
  readonly rev: number
  readonly live: boolean
}

/** Writes records; the caller holds the transaction and, when it fails, reads the state again from disk. */
export class Writer {
  private readonly statements
  private readonly state: State
  private readonly chapters: ChapterStore

  constructor(db: DatabaseSync, state: State, chapters: ChapterStore) {
    this.state = state
    this.chapters = chapters
    this.statements = {
      find: db.prepare('select no, rev, live from docs where id = ?'),
      insert: db.prepare(
        `insert into docs (id, rev, live, date, prior, sort, terms, entries, scopes, dates, sorts)
         values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      update: db.prepare(
        `update docs set rev = ?, live = 1, date = ?, prior = ?, sort = ?, terms = ?, entries = ?,
         scopes = ?, dates = ?, sorts = ? where no = ?`,
      ),
      bury: db.prepare(
        `update docs set rev = ?, live = 0, sort = '', terms = '', entries = '', scopes = '', dates = '', sorts = ''
         where no = ?`,
      ),
      tombstone: db.prepare(
        `insert into docs (id, rev, live, prior, sort, terms, entries, scopes, dates, sorts)
         values (?, ?, 0, 0, '', '', '', '', '', '')`,
      ),
      addWords: db.prepare(
        `insert into fts (rowid, ${COLUMNS.join(', ')}) values (?${', ?'.repeat(COLUMNS.length)})`,
      ),
      dropWords: db.prepare('delete from fts where rowid = ?'),
      findEntry: db.prepare('select no from entries where kind = ? and key = ? and place = ?'),
      addEntry: db.prepare(
        'insert into entries (kind, key, text, pinyin, initials, place) values (?, ?, ?, ?, ?, ?)',
      ),
      addScope: db.prepare('insert into scopes (no, value) values (?, ?)'),
      addName: db.prepare('insert into names (no, value) values (?, ?)'),
      addTerm: db.prepare('insert into terms (no, name, value, label) values (?, ?, ?, ?)'),
      labelTerm: db.prepare('update terms set label = ? where no = ?'),
    }
  }

  /** Adds or replaces one record unless a newer one, or a removal as new, is there. */
  put(doc: SearchDoc): void {
    const before = this.find(doc.id)
    if (before && (before.live ? doc.rev < before.rev : doc.rev <= before.rev)) return
    const { insert, update, addWords } = this.statements
    const tokens = analyseDoc(doc)
    const row = {
      id: doc.id,
      date: dateKey(doc),
      prior: Number.isFinite(doc.prior) ? Math.max(0, doc.prior) : 0,
      sort: sortKey(doc.title[0] ?? ''),
      terms: this.termNumbers(doc),
      entries: this.entryNumbers(doc),
      scopes: this.scopeNumbers(doc),
      dates: Object.entries(doc.dates).flatMap(([name, span]) => keptSpan(this.nameNumber(name), span)),
      sorts: Object.entries(doc.sorts).flatMap(([name, value]) => [this.nameNumber(name), value]),
    }
    const fields = [
      doc.rev,
      row.date,
      row.prior,
      row.sort,
      row.terms.join(' '),
      row.entries.join(' '),
      row.scopes.join(' '),
      row.dates.join(' '),
      row.sorts.join(' '),
    ] as const
    if (before?.live) this.takeOut(before.no)
    if (before) update.run(...fields, before.no)
    const no = before?.no ?? Number(insert.run(doc.id, ...fields).lastInsertRowid)
    addWords.run(no, ...COLUMNS.map((column) => tokens[column].join(' ')))
    this.chapters.put(no, doc)
    this.state.put(no, row)
  }

  /** Removes one record and remembers at which revision. */
  remove(id: string, rev: number): void {
    const before = this.find(id)
    if (before && rev < before.rev) return
    if (before?.live) this.takeOut(before.no)
    if (before) this.statements.bury.run(rev, before.no)
    else this.statements.tombstone.run(id, rev)
  }

  private takeOut(no: number): void {
    this.statements.dropWords.run(no)
    this.chapters.drop(no)
    this.state.drop(no)
  }

  private find(id: string): StoredDoc | null {
    const row = this.statements.find.get(id)
    if (!row) return null
    return { no: Number(row.no), rev: Number(row.rev), live: row.live === 1 }
  }

  private termNumbers(doc: SearchDoc): readonly number[] {
    const { terms } = this.state
    const numbers = Object.entries(doc.facets).flatMap(([name, values]) =>
      values.map((term) => {
        const known = terms.numberOf(name, term.value)
        if (known === undefined) {
          const no = terms.terms.length
          this.statements.addTerm.run(no, name, term.value, term.label)
          terms.add(no, name, term)
          return no
        }
        if (terms.terms[known]?.label !== term.label) {
          this.statements.labelTerm.run(term.label, known)
          terms.terms[known] = term
        }
        return known
      }),
    )
    return [...new Set(numbers)].slice(0, MOST_TERMS)
  }

  private scopeNumbers({ scopes }: SearchDoc): readonly number[] {
    const { addScope } = this.statements
    const numbers = scopes.map((scope) => numberIn(this.state.scopes, addScope, scope))
    return [...new Set(numbers)].sort((a, b) => a - b)
  }

  private nameNumber(name: string): number {
    return numberIn(this.state.names, this.statements.addName, name)
  }

  private entryNumbers(doc: SearchDoc): readonly number[] {
    const numbers = [
      ...doc.title.slice(0, MOST_ENTRIES).map((text) => this.entryNumber('title', text, 0)),
      ...[...doc.creator, ...(doc.otherNames ?? [])]
        .slice(0, MOST_ENTRIES)
        .map((text) => this.entryNumber('creator', text, 0)),
      ...suggestedLines(doc).map((line) => this.entryNumber('line', line.text, placeOf(line))),
    ]
    return [...new Set(numbers.filter((no) => no !== null))]
  }

  private entryNumber(kind: Suggestion['kind'], text: string, place: number): number | null {
    const key = suggestionKey(text)
    if (key === '') return null
    const known = this.statements.findEntry.get(kind, key, place)
    if (known) return Number(known.no)
    const shown = text.slice(0, 200)
    const { pinyin, initials } = suggestionKeys(text, kind)
    const no = Number(this.statements.addEntry.run(kind, key, shown, pinyin, initials, place).lastInsertRowid)
    this.state.suggestions.addEntry(no, kind, place, [key, pinyin, initials])
    return no
  }
}

/** The number of a text, given now if it had none. */
function numberIn(numbering: Numbering, add: StatementSync, text: string): number {
  const known = numbering.numberOf(text)
  if (known !== undefined) return known
  const no = numbering.next
  add.run(no, text)
  numbering.add(no, text)
  return no
}
