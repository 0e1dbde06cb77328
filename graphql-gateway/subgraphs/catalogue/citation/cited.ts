// What a citation or an export tells of a record, or of one chapter of it.
import type { kinds, RecordDoc, roles } from '../model/record.ts'
import { absoluteUrl } from './clean.ts'

/** Stored fields that the formats read; the export asks the store for these. */
export const citedFields = [
  '_id',
  'kind',
  'title',
  'alternativeTitles',
  'creators',
  'period',
  'year',
  'collection',
  'language',
  'form',
  'abstract',
  'subjects',
  'identifiers',
  'rights',
  'source',
  'parts',
  'updatedAt',
] as const satisfies readonly (keyof RecordDoc)[]

export type CitedRecord = Pick<RecordDoc, (typeof citedFields)[number]>
export type CitedPart = CitedRecord['parts'][number]
export type Kind = (typeof kinds)[number]
export type Role = (typeof roles)[number]

/** What is cited and from where. */
export interface Cited {
  readonly record: CitedRecord
  /** The chapter that is cited; null for the whole work. */
  readonly part: CitedPart | null
  /** `https://…` of the portal; empty when unknown. */
  readonly origin: string
  /** Day on which the reader consulted it, YYYY-MM-DD; null when no reader is there. */
  readonly accessed: string | null
}

/** How a kind of record is told to reference managers. */
interface Manner {
  readonly bibtex: string
  readonly ris: string
  /** Document type of GB/T 7714-2015, appendix B; `Z` is everything it has no code for. */
  readonly gbt: string
}

/** No kind is an article: Zotero takes RIS `GEN` and `JFULL` for articles of a journal. */
const manners = {
  // A classical work that stands by itself; in a collection it is a part of a book.
  poem: { bibtex: 'misc', ris: 'CLSWK', gbt: 'M' },
  book: { bibtex: 'book', ris: 'BOOK', gbt: 'M' },
  periodical: { bibtex: 'misc', ris: 'SER', gbt: 'J' },
  audio: { bibtex: 'misc', ris: 'SOUND', gbt: 'Z' },
  video: { bibtex: 'misc', ris: 'VIDEO', gbt: 'Z' },
  course: { bibtex: 'misc', ris: 'VIDEO', gbt: 'Z' },
  government: { bibtex: 'misc', ris: 'GOVDOC', gbt: 'EB' },
  web: { bibtex: 'misc', ris: 'ELEC', gbt: 'EB' },
  event: { bibtex: 'misc', ris: 'ELEC', gbt: 'Z' },
  object: { bibtex: 'misc', ris: 'ART', gbt: 'Z' },
} as const satisfies Record<Kind, Manner>

const partOfBook = { poem: 'incollection', chapter: 'inbook' } as const

/** The bibliographic facts of what is cited, the same for every format. */
export interface Work {
  /** Stays the same for ever: the record's id, with the number of the chapter. */
  readonly key: string
  readonly title: string
  /** The book that it is a part of: the work of a chapter, the collection of a poem. */
  readonly container: string | null
  /** The series that the book belongs to. */
  readonly series: string | null
  readonly chapter: number | null
  /** Names by role; nobody is in two. */
  readonly people: Readonly<Record<Role, readonly string[]>>
  /** Authors, certain and attributed, in their order. */
  readonly authors: readonly string[]
  /** Year of creation, negative before our era. */
  readonly year: number | null
  readonly period: string | null
  /** Who made the electronic edition. */
  readonly edition: string
  readonly url: string | null
  readonly manner: Manner
}

export function workOf({ record, part, origin }: Cited): Work {
  const people = Object.groupBy(record.creators, ({ role }) => role)
  const names = (role: Role): string[] => (people[role] ?? []).map(({ name }) => name)
  const collection = record.collection?.label ?? null
  const whole = manners[record.kind]
  const inCollection = record.kind === 'poem' && collection !== null
  const url = absoluteUrl(origin, record._id)
  return {
    key: part ? `${record._id}-${part.n}` : record._id,
    title: part?.title ?? record.title,
    container: part ? record.title : inCollection ? collection : null,
    series: part || !inCollection ? collection : null,
    chapter: part?.n ?? null,
    people: {
      author: names('author'),
      attributed: names('attributed'),
      editor: names('editor'),
      translator: names('translator'),
      commentator: names('commentator'),
    },
    authors: record.creators
      .filter(({ role }) => role === 'author' || role === 'attributed')
      .map(({ name }) => name),
    year: record.year,
    period: record.period?.label ?? null,
    edition: record.source.name,
    url: url === null || !part ? url : `${url}?part=${part.n}`,
    manner:
      part || inCollection
        ? { ...whole, bibtex: part ? partOfBook.chapter : partOfBook.poem, ris: 'CHAP' }
        : whole,
  }
}
