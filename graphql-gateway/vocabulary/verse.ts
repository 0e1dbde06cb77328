// Verses of a text: where one ends, and its address on the page of the record.
import { recordAddress, type RecordView } from './addresses.ts'

const VERSE = /[^，。！？；：]*[，。！？；：]+[」』”’）〕》〉]*|[^，。！？；：]+/gu

/** The verses of a paragraph with their punctuation; joined, they give the paragraph again. */
export function versesOf(paragraph: string): readonly string[] {
  return paragraph.match(VERSE) ?? []
}

/** A paragraph of a text, as far as its verses are counted. */
export interface VerseParagraph {
  readonly text: string
  /** `verse`; in paragraphs of other kinds nothing is counted. */
  readonly kind: string
}

/** How many verses stand before each paragraph: they are counted through the whole text, from 1. */
export function versesBefore(paragraphs: readonly VerseParagraph[]): readonly number[] {
  let count = 0
  return paragraphs.map(({ text, kind }) => {
    const before = count
    if (kind === 'verse') count += versesOf(text).length
    return before
  })
}

/** Id of a verse on a page, and the fragment of an address that leads to it; `n` begins at 1. */
export function verseId(n: number): string {
  return `v${n}`
}

/** The same of a paragraph of prose: of a text without a verse, where all paragraphs are counted. */
export function paragraphId(n: number): string {
  return `p${n}`
}

/** A verse of a record, or of one of its chapters. */
export function verseAddress(id: string, n: number, view: RecordView = {}): string {
  return placeAddress(id, verseId(n), view)
}

/** What has the id `place` on the page of a record. */
export function placeAddress(id: string, place: string, view: RecordView = {}): string {
  return `${recordAddress(id, view)}#${place}`
}
