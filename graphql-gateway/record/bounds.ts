// How much of what a record may hold. Texts in UTF-16 units; a source that has more cuts it or is refused, never cut here.

export const bounds = {
  title: 500,
  name: 200,
  address: 2000,
  abstract: 4000,
  opening: 1000,
  paragraph: 20_000,
  /** Paragraphs of one text. */
  paragraphs: 2000,
  /** All paragraphs of one text together: a document of the store holds 16 MB, a character takes up to three bytes. */
  text: 3_000_000,
  /** Chapters of a work, tracks of a recording, pages of a scan. */
  chapters: 2000,
  /** Other texts of one work, and all paragraphs of one of them together. */
  witnesses: 20,
  witnessText: 20_000,
  files: 5000,
  agents: 200,
  dates: 20,
  relations: 500,
  /** Titles in other languages. */
  parallelTitles: 20,
  /** What a record lists of short things: titles, subjects, places, identifiers. */
  list: 100,
  /** Libraries that have one record. */
  holdings: 20_000,
  /** Bytes of `details` as JSON. */
  details: 100_000,
} as const
