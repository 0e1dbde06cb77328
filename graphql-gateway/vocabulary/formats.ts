// Formats in which a record can be had, and styles of references.
import { words, type Entry } from './words.ts'

/** An exchange format. `id` is its name in the graph. */
export interface FormatEntry extends Entry {
  /** Suffix of the record's address. */
  readonly suffix: string
  /** Media type. */
  readonly type: string
  /** Offered as a file to keep rather than to show. */
  readonly download: boolean
}

export const exportFormats = [
  {
    id: 'BIBTEX',
    words: words('BibTeX', 'BibTeX'),
    suffix: 'bib',
    type: 'application/x-bibtex',
    download: true,
  },
  {
    id: 'RIS',
    words: words('RIS', 'RIS'),
    suffix: 'ris',
    type: 'application/x-research-info-systems',
    download: true,
  },
  {
    id: 'CSLJSON',
    words: words('CSL-JSON', 'CSL-JSON'),
    suffix: 'json',
    type: 'application/vnd.citationstyles.csl+json',
    download: true,
  },
  {
    id: 'JSONLD',
    words: words('JSON-LD', 'JSON-LD'),
    suffix: 'jsonld',
    type: 'application/ld+json',
    download: false,
  },
  {
    id: 'MARCXML',
    words: words('MARCXML', 'MARCXML'),
    suffix: 'xml',
    type: 'application/marcxml+xml',
    download: false,
  },
] as const satisfies readonly FormatEntry[]
export type FormatId = (typeof exportFormats)[number]['id']

/** Styles of references; `id` is the name in the graph, `standard` the edition that is followed. */
export const citationStyles = [
  { id: 'GBT7714', words: words('GB/T 7714—2015', 'GB/T 7714—2015'), standard: 'GB/T 7714-2015' },
  { id: 'APA', words: words('APA 7', 'APA 7'), standard: 'APA, 7th edition' },
  { id: 'MLA', words: words('MLA 9', 'MLA 9'), standard: 'MLA, 9th edition' },
  { id: 'CHICAGO', words: words('Chicago 17', 'Chicago 17'), standard: 'Chicago, 17th edition' },
] as const satisfies readonly (Entry & { readonly standard: string })[]
export type CitationStyleId = (typeof citationStyles)[number]['id']
