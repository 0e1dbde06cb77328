/** Chapters of works in parts: their words in an index of their own, their titles and texts for hits. */

import type { DatabaseSync } from 'node:sqlite'
import { analysePart, PART_COLUMNS, textsOf } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { Clause } from '../query/clause.ts'
import { HEAD, MOST_KIN_CHAPTERS, type Chapter, type PartSource } from '../query/parts.ts'
import { matches } from '../memory/match.ts'
import { coveringQuery, ftsQuery } from './fts-query.ts'

/** A chapter's number is the record's times this and its own: the chapters of one record are a range. */
const STRIDE = 4_096

/** Tables of this file; `tokenizer` as for the records. */
export function partTables(tokenizer: string): string {
  return `
    create table parts (no integer primary key, title text not null, text text not null);
    create table cut (no integer primary key);
    create virtual table part_fts using fts5(
      ${PART_COLUMNS.join(', ')}, content='', contentless_delete=1, detail=full, tokenize="${tokenizer}"
    );
  `
}

/** The same as SQLite stores them. */
export const PART_TABLES = ['parts', 'cut', 'part_fts_data', 'part_fts_idx', 'part_fts_docsize']

export class PartStore {
  private readonly statements

  constructor(db: DatabaseSync) {
    this.statements = {
      add: db.prepare('insert into parts (no, title, text) values (?, ?, ?)'),
      addWords: db.prepare(
        `insert into part_fts (rowid, ${PART_COLUMNS.join(', ')}) values (?${', ?'.repeat(PART_COLUMNS.length)})`,
      ),
      addCut: db.prepare('insert into cut (no) values (?)'),
      numbers: db.prepare('select no from parts where no between ? and ? order by no'),
      dropWords: db.prepare('delete from part_fts where rowid = ?'),
      drop: db.prepare('delete from parts where no between ? and ?'),
      dropCut: db.prepare('delete from cut where no = ?'),
      any: db.prepare('select 1 from parts where no between ? and ? limit 1'),
      cut: db.prepare('select 1 from cut where no = ?'),
      part: db.prepare('select title, text from parts where no = ?'),
      matching: db.prepare(
        'select rowid as no from part_fts where part_fts match ? and rowid between ? and ? order by rowid',
      ),
      anywhere: db.prepare(
        `select rowid as no from part_fts where part_fts match ? limit ${4 * (MOST_KIN_CHAPTERS + 1)}`,
      ),
      head: db.prepare(`select title, substr(text, 1, ${HEAD}) as head from parts where no = ?`),
      has: db.prepare('select 1 from fts where fts match ? and rowid = ?'),
    }
  }

  /** Adds the chapters of a record that has none here. */
  put(record: number, doc: SearchDoc): void {
    const { parts, cut } = textsOf(doc)
    if (cut) this.statements.addCut.run(record)
    for (const part of parts) {
      const no = record * STRIDE + part.n
      const tokens = analysePart(part)
      this.statements.add.run(no, part.title, part.text)
      this.statements.addWords.run(no, ...PART_COLUMNS.map((column) => tokens[column].join(' ')))
    }
  }

  drop(record: number): void {
    const range = rangeOf(record)
    for (const row of this.statements.numbers.all(...range)) this.statements.dropWords.run(Number(row.no))
    this.statements.drop.run(...range)
    this.statements.dropCut.run(record)
  }

  /** True when the record is longer than what is indexed of it. */
  isCut(record: number): boolean {
    return this.statements.cut.get(record) !== undefined
  }

  /** The chapters, of any record, that satisfy a clause; one more than `MOST_KIN_CHAPTERS` at most. */
  chapters(clause: Clause): readonly Chapter[] {
    const query = coveringQuery(clause)
    if (query === null) return []
    const numbers = this.statements.anywhere.all(query).map(({ no }) => Number(no))
    return this.certain(clause, numbers)
      .slice(0, MOST_KIN_CHAPTERS + 1)
      .map((no) => {
        const row = this.statements.head.get(no)
        return { title: String(row?.title ?? ''), head: String(row?.head ?? '') }
      })
  }

  /** What the covering query of a quotation found is compared with the text itself. */
  private certain(clause: Clause, numbers: readonly number[]): readonly number[] {
    if (ftsQuery(clause) !== null) return numbers
    return numbers.filter((no) => matches(clause, analysePart({ n: no % STRIDE, ...this.part(no) })))
  }

  private part(no: number): { readonly title: string; readonly text: string } {
    const row = this.statements.part.get(no)
    return { title: String(row?.title ?? ''), text: String(row?.text ?? '') }
  }

  /** A record as a work in parts, null for one without. */
  source(record: number): PartSource | null {
    const { any, has, matching } = this.statements
    const range = rangeOf(record)
    if (any.get(...range) === undefined) return null
    return {
      has(clause) {
        // Asked of titles and creators, where the pairs of a quotation hardly stand in another order.
        const query = coveringQuery(clause)
        return query === null ? clause.type === 'all' : has.get(query, BigInt(record)) !== undefined
      },
      matching: (clause) => {
        const query = coveringQuery(clause)
        if (query === null) return []
        const numbers = matching.all(query, ...range).map(({ no }) => Number(no))
        return this.certain(clause, numbers).map((no) => no % STRIDE)
      },
      part: (n) => this.part(record * STRIDE + n),
    }
  }
}

/** As integers of SQLite: a number of JavaScript is bound as a float, and FTS5 then takes no notice of `rowid = ?`. */
function rangeOf(record: number): readonly [bigint, bigint] {
  return [BigInt(record * STRIDE), BigInt(record * STRIDE + STRIDE - 1)]
}
