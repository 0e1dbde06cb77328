/** What is indexed of one record. */

/** A facet value with the label a reader sees; the label is stored with the index, so facets need no second look-up. */
export interface FacetTerm {
  readonly value: string
  readonly label: string
}

/** A chapter of a work. */
export interface SearchChapter {
  /** Number within the work, 1 to `MOST_CHAPTERS`. */
  readonly n: number
  readonly title: string
  readonly text: string
}

/** A verse that readers know a work by. */
export interface SearchLine {
  /** Which verse of the text it is, from 1. */
  readonly n: number
  /** Which other text of the work it is of, from 1 to 20; absent for the record's own. */
  readonly witness?: number
  /** From the verse to the end of its sentence, with the marks. */
  readonly text: string
}

/** The scope of what is open to the whole nation. */
export const OPEN_SCOPE = '*'

/** A day: days after 0001-01-01 of the proleptic Gregorian calendar, which is 0; negative before our era. */
export type Day = number

/** First and last day; null at an end that is open. */
export interface DaySpan {
  readonly from: Day | null
  readonly to: Day | null
}

/** When a record was made. */
export interface SearchDate extends DaySpan {
  /** True for a date that a source states, false for one that only its period gives. */
  readonly stated: boolean
}

/** What is indexed of one record. Texts are raw: the engine runs the analysis chain. */
export interface SearchDoc {
  readonly id: string
  /** Revision of the stored record: an older revision never replaces a newer one, also after a removal. */
  readonly rev: number
  /**
   * Who may find it: ids of libraries and regions, `*` for everybody. Only a request without scopes finds a record that
   * has none.
   */
  readonly scopes: readonly string[]
  readonly title: readonly string[]
  readonly creator: readonly string[]
  /** Other names of the creators: found and suggested like those, and never shown with a record. */
  readonly otherNames?: readonly string[]
  readonly subject: readonly string[]
  /** ISBN, ISSN, call number, document number: matched whole, normalised. */
  readonly identifiers: readonly string[]
  readonly body: string
  /** Chapters of a work, in order: found as part of the work, and named by its hits. */
  readonly chapters?: readonly SearchChapter[]
  /** Verses of a short text in order, those of other texts of the work behind them: the first, and of a well-known work all, are suggested and found by a slip of the pen. */
  readonly lines?: readonly SearchLine[]
  /** Values per facet name: kind, period, author, collection, library, language. */
  readonly facets: Readonly<Record<string, readonly FacetTerm[]>>
  /** By which it stands in an order by date; null for an undated record, which sorts last. */
  readonly date: SearchDate | null
  /** Dates by name (issued, effective, captured), for ranges and orders. */
  readonly dates: Readonly<Record<string, DaySpan>>
  /** Numbers by name to sort by (volume, duration). */
  readonly sorts: Readonly<Record<string, number>>
  /** Static popularity, 0 upwards; breaks ties and lifts well-known works. */
  readonly prior: number
}
