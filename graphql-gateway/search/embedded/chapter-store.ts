/** Chapters of works: their words in an index of their own, their titles and texts for hits. */

import type { DatabaseSync } from 'node:sqlite'
import { analyseChapter, CHAPTER_COLUMNS, textsOf } from '../analysis/document.ts'
import type { SearchDoc } from '../contract.ts'
import type { Clause } from '../query/clause.ts'
import { HEAD, MOST_KIN_CHAPTERS, type Chapter, type ChapterSource } from '../query/chapters.ts'
import { matches } from '../memory/match.ts'
import type { Admission } from './admission.ts'
import { coveringQuery, ftsQuery } from './fts-query.ts'

/** A chapter's number is the record's times this and its own: the chapters of one record are a range. */
const STRIDE = 4_096

/** Chapters looked at for the kin of a line: of some the covering query says too much. */
const CANDIDATES = 4 * (MOST_KIN_CHAPTERS + 1)

/** Chapters with one pair of characters that are counted. */
const MOST_SHARING = 1_000

/** Tables of this file; `tokenizer` as for the records. */
export function chapterTables(tokenizer: string): string {
  return `
    create table chapters (no integer primary key, title text not null, text text not null);
    create table cut (no integer primary key);
    create virtual table chapter_fts using fts5(
      ${CHAPTER_COLUMNS.join(', ')}, content='', contentless_delete=1, detail=full, tokenize="${tokenizer}"
    );
  `
}

/** The same as SQLite stores them. */
export const CHAPTER_TABLES = [
  'chapters',
  'cut',
  'chapter_fts_data',
  'chapter_fts_idx',
  'chapter_fts_docsize',
]

export class ChapterStore {
  private readonly statements

  constructor(db: DatabaseSync) {
    this.statements = {
      add: db.prepare('insert into chapters (no, title, text) values (?, ?, ?)'),
      addWords: db.prepare(
        `insert into chapter_fts (rowid, ${CHAPTER_COLUMNS.join(', ')}) values (?${', ?'.repeat(CHAPTER_COLUMNS.length)})`,
      ),
      addCut: db.prepare('insert into cut (no) values (?)'),
      numbers: db.prepare('select no from chapters where no between ? and ? order by no'),
      dropWords: db.prepare('delete from chapter_fts where rowid = ?'),
      drop: db.prepare('delete from chapters where no between ? and ?'),
      dropCut: db.prepare('delete from cut where no = ?'),
      any: db.prepare('select 1 from chapters where no between ? and ? limit 1'),
      cut: db.prepare('select 1 from cut where no = ?'),
      chapter: db.prepare('select title, text from chapters where no = ?'),
      matching: db.prepare(
        'select rowid as no from chapter_fts where chapter_fts match ? and rowid between ? and ? order by rowid',
      ),
      anywhere: db.prepare('select rowid as no from chapter_fts where chapter_fts match ?'),
      head: db.prepare(`select title, substr(text, 1, ${HEAD}) as head from chapters where no = ?`),
      has: db.prepare('select 1 from fts where fts match ? and rowid = ?'),
    }
  }

  /** Adds the chapters of a record that has none here. */
  put(record: number, doc: SearchDoc): void {
    const { chapters, cut } = textsOf(doc)
    if (cut) this.statements.addCut.run(record)
    for (const chapter of chapters) {
      const no = record * STRIDE + chapter.n
      const tokens = analyseChapter(chapter)
      this.statements.add.run(no, chapter.title, chapter.text)
      this.statements.addWords.run(no, ...CHAPTER_COLUMNS.map((column) => tokens[column].join(' ')))
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

  /**
   * The chapters that satisfy a clause, of any record that may be seen; one more than `MOST_KIN_CHAPTERS` at most.
   */
  chapters(clause: Clause, admission: Admission | null): readonly Chapter[] {
    const query = coveringQuery(clause)
    if (query === null) return []
    const numbers: number[] = []
    for (const row of this.statements.anywhere.iterate(query)) {
      const no = Number(row.no)
      if (admission === null || admission.has(Math.floor(no / STRIDE))) numbers.push(no)
      if (numbers.length >= CANDIDATES) break
    }
    return this.certain(clause, numbers)
      .slice(0, MOST_KIN_CHAPTERS + 1)
      .map((no) => {
        const row = this.statements.head.get(no)
        return { title: String(row?.title ?? ''), head: String(row?.head ?? '') }
      })
  }

  /** Texts of the chapters that have most of some pairs of characters, at most `most`, of records that may be seen. */
  sharing(
    pairs: readonly string[],
    most: number,
    admission: Admission | null,
  ): readonly { readonly record: number; readonly text: string }[] {
    const counts = new Map<number, number>()
    for (const pair of pairs) {
      let left = MOST_SHARING
      for (const row of this.statements.anywhere.iterate(`{body} : "${pair}"`)) {
        const no = Number(row.no)
        if (admission === null || admission.has(Math.floor(no / STRIDE)))
          counts.set(no, (counts.get(no) ?? 0) + 1)
        if (--left === 0) break
      }
    }
    return [...counts]
      .toSorted(([a, one], [b, other]) => other - one || a - b)
      .slice(0, most)
      .map(([no]) => ({ record: Math.floor(no / STRIDE), text: this.chapter(no).text }))
  }

  /** What the covering query of a quotation found is compared with the text itself. */
  private certain(clause: Clause, numbers: readonly number[]): readonly number[] {
    if (ftsQuery(clause) !== null) return numbers
    return numbers.filter((no) => matches(clause, analyseChapter({ n: no % STRIDE, ...this.chapter(no) })))
  }

  private chapter(no: number): { readonly title: string; readonly text: string } {
    const row = this.statements.chapter.get(no)
    return { title: String(row?.title ?? ''), text: String(row?.text ?? '') }
  }

  /** A record as a work in chapters, null for one without. */
  source(record: number): ChapterSource | null {
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
      chapter: (n) => this.chapter(record * STRIDE + n),
    }
  }
}

/** As integers of SQLite: a number of JavaScript is bound as a float, and FTS5 then takes no notice of `rowid = ?`. */
function rangeOf(record: number): readonly [bigint, bigint] {
  return [BigInt(record * STRIDE), BigInt(record * STRIDE + STRIDE - 1)]
}
