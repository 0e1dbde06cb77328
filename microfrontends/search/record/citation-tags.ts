/**
 * What reference managers read from a page: Highwire's `citation_*` and Dublin Core, as Zotero's "Exposing Your
 * Metadata" has them. https://www.zotero.org/support/dev/exposing_metadata
 */
import type { Head } from '@shuxiang/sdk/contract'
import type { Chapter, FullRecord } from '../operations.generated.ts'

type Tags = NonNullable<Head['citation']>

/**
 * Zotero takes a DC type that has the name of one of its own for certain; without one it guesses a journal article.
 * Its names for types of RIS are those of its own reader, so that the page and the file give the same item.
 * https://github.com/zotero/translators/blob/master/RIS.js
 */
const ZOTERO_TYPES: Readonly<Record<string, string>> = {
  BOOK: 'book',
  SER: 'book',
  SOUND: 'audioRecording',
  VIDEO: 'videoRecording',
  GOVDOC: 'report',
  ELEC: 'webpage',
  ART: 'artwork',
  MAP: 'map',
}
const AUTHORS = new Set(['author', 'attributed'])

/** Of the chapter when one is open, else of the record. A poem of a collection is a part of a book, as a chapter is. */
export function citationTags(record: FullRecord, chapter: Chapter | null): Tags {
  const collection = record.collection?.name
  const container = chapter ? record.title : record.kind === 'poem' ? collection : undefined
  const series = chapter || record.kind !== 'poem' ? collection : undefined
  const year = record.year !== null && record.year > 0 ? String(record.year) : undefined
  const authors = record.agents.filter(({ role }) => AUTHORS.has(role))
  const others = record.agents.filter(({ role }) => !AUTHORS.has(role))
  const title = chapter?.title ?? record.title
  const found: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', title],
    ...authors.map(({ name }) => ['citation_author', name] as const),
    ...others.filter(({ role }) => role === 'editor').map(({ name }) => ['citation_editor', name] as const),
    ['citation_book_title', container],
    ['citation_inbook_title', container],
    ['citation_series_title', series],
    ['citation_publication_date', year],
    ['citation_language', record.language],
    ...record.subjects.map(({ label }) => ['citation_keywords', label] as const),
    ['DC.type', container === undefined ? (ZOTERO_TYPES[record.risType] ?? 'document') : 'bookSection'],
    ['DC.title', title],
    ...authors.map(({ name }) => ['DC.creator', name] as const),
    ...others.map(({ name }) => ['DC.contributor', name] as const),
    ['DC.date', year],
    ['DC.coverage', record.period?.label],
    ['DC.language', record.language],
    ['DC.relation.isPartOf', container ?? series],
    ['DC.source', record.source.name],
    ['DC.rights', record.rights.label],
    ...record.identifiers.map(({ value }) => ['DC.identifier', value] as const),
  ]
  return found.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}
