/** Asks SQLite FTS5 which records match, and how well. */

import type { DatabaseSync } from 'node:sqlite'
import { COLUMNS, type Column } from '../analysis/document.ts'
import type { Clause } from '../query/clause.ts'
import type { DocColumns } from './doc-columns.ts'
import { EMPTY_SET, intersect, readDocSet, subtract, unite, type DocSet } from './doc-set.ts'
import { coveringQuery, ftsQuery } from './fts-query.ts'
import { holdsQuotation, tokensPlacing, type PlacedToken, type QuotationClause } from '../query/quotation.ts'

/** Weights of bm25: a word in a title says more than one in a text. Keys are boosted by the ranker instead. */
const WEIGHTS: Readonly<Record<Column, number>> = {
  title: 6,
  creator: 4,
  subject: 3,
  body: 1,
  titleChars: 6,
  creatorChars: 4,
  subjectChars: 3,
  titlePinyin: 4,
  creatorPinyin: 4,
  keys: 0,
}

/** Throws when the call has run out of time or nobody waits for it; asked between steps. */
export type Checkpoint = () => void

export class FtsReader {
  private readonly numbers
  private readonly scores
  private readonly places
  private readonly columns: DocColumns
  private keep: Uint8Array = new Uint8Array(0)
  private checkpoint: Checkpoint = () => undefined
  private steps = 0

  constructor(db: DatabaseSync, columns: DocColumns) {
    this.columns = columns
    db.function('keep', { directOnly: true }, (no) => {
      if ((++this.steps & 4095) === 0) this.checkpoint()
      return typeof no === 'number' ? (this.keep[no] ?? 0) : 0
    })
    this.numbers = db.prepare('select group_concat(rowid) as numbers from fts where fts match ?')
    this.scores = db.prepare(
      `select rowid, bm25(fts, ${COLUMNS.map((column) => WEIGHTS[column]).join(', ')})
       from fts where fts match ? and keep(rowid)`,
    )
    this.scores.setReturnArrays(true)
    db.exec('create virtual table if not exists temp.fts_places using fts5vocab(main, fts, instance)')
    this.places = db.prepare(
      `select doc, col, offset from fts_places where term = ? and doc in (select value from json_each(?))`,
    )
    this.places.setReturnArrays(true)
  }

  /** Records that match, sorted by number. */
  find(clause: Clause, checkpoint: Checkpoint): DocSet {
    checkpoint()
    const query = ftsQuery(clause)
    return query === null ? this.combine(clause, checkpoint) : this.matching(query)
  }

  /** What FTS5 has no words for. */
  private combine(clause: Clause, checkpoint: Checkpoint): DocSet {
    switch (clause.type) {
      case 'all':
        return this.columns.all()
      case 'none':
      case 'phrase':
        return EMPTY_SET
      case 'quotation':
        return this.quoting(clause, checkpoint)
      case 'not':
        return subtract(this.columns.all(), this.find(clause.clause, checkpoint))
      case 'or':
        return clause.clauses.map((one) => this.find(one, checkpoint)).reduce(unite, EMPTY_SET)
      case 'and': {
        const wanted = clause.clauses.filter((one) => one.type !== 'not')
        const [first, ...rest] = wanted.map((one) => this.find(one, checkpoint))
        const all = rest.reduce(intersect, first ?? this.columns.all())
        return clause.clauses.reduce(
          (left, one) => (one.type === 'not' ? subtract(left, this.find(one.clause, checkpoint)) : left),
          all,
        )
      }
    }
  }

  /**
   * Records with the quotation inside one verse are found as a phrase is. Of the others FTS5 finds those with the
   * tokens, and where each token stands says which have them one after the other.
   */
  private quoting(clause: QuotationClause, checkpoint: Checkpoint): DocSet {
    const candidates = this.matching(coveringQuery(clause))
    const whole = candidates.length === 0 ? EMPTY_SET : this.matching(ftsQuery(unbroken(clause)))
    const open = subtract(candidates, whole)
    if (open.length === 0) return whole
    const texts = this.placesOf(tokensPlacing(clause.atoms), open, checkpoint)
    const crossing = open.filter((no) =>
      clause.columns.some((column) => {
        const placed = texts.get(no)?.get(column) ?? []
        return holdsQuotation(
          clause.atoms,
          placed.toSorted(([a], [b]) => a - b),
        )
      }),
    )
    return unite(whole, crossing)
  }

  private matching(query: string | null): DocSet {
    const row = query === null ? undefined : this.numbers.get(query)
    return typeof row?.numbers === 'string' ? readDocSet(row.numbers) : EMPTY_SET
  }

  /** Where the tokens stand in some records, by record and column. */
  private placesOf(
    tokens: ReadonlySet<string>,
    records: DocSet,
    checkpoint: Checkpoint,
  ): ReadonlyMap<number, ReadonlyMap<string, readonly PlacedToken[]>> {
    const texts = new Map<number, Map<string, PlacedToken[]>>()
    const numbers = `[${records.join(',')}]`
    for (const token of tokens) {
      checkpoint()
      for (const row of this.places.iterate(token, numbers)) {
        const [no, column, offset] = asArray(row)
        if (typeof no !== 'number' || typeof column !== 'string' || typeof offset !== 'number') continue
        const columns = texts.get(no) ?? new Map<string, PlacedToken[]>()
        const placed = columns.get(column)
        if (placed) placed.push([offset, token])
        else columns.set(column, [[offset, token]])
        texts.set(no, columns)
      }
    }
    return texts
  }

  /**
   * Adds bm25 (greater is better here) to `scores` for the records that match among those marked in `keep`.
   * Costs 0.2 microseconds a match and 1.2 more for each one kept.
   */
  addScores(query: string, keep: Uint8Array, scores: Float64Array, checkpoint: Checkpoint): void {
    this.keep = keep
    this.checkpoint = checkpoint
    for (const row of this.scores.iterate(query)) {
      const [no, score] = asArray(row)
      if (typeof no === 'number' && typeof score === 'number') scores[no] = (scores[no] ?? 0) - score
    }
  }
}

/** The quotation inside one verse; with a word in it there is always a border. */
function unbroken({ columns, atoms }: QuotationClause): Clause {
  if (atoms.some(({ kind }) => kind === 'word')) return { type: 'none' }
  const tokens = atoms.slice(1).map(({ text }, before) => (atoms[before]?.text ?? '') + text)
  return { type: 'phrase', columns, tokens, prefix: false }
}

/** `setReturnArrays` is not known to the types of this version of Node. */
function asArray(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : []
}
