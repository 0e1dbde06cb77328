// What a kind of resource brings: its details, what of it is searched, how it is cited and exported.
import type { DateRole, FacetEntry, KindEntry } from '@shuxiang/vocabulary'
import type { z } from 'zod'
import type { DaySpan } from './days.ts'
import type { Fact } from './facts.ts'
import type { RecordContent, RecordOf } from './kernel.ts'

/** A value of a facet with the label that readers see when the vocabulary has none for it. */
export interface FacetValue {
  readonly value: string
  readonly label: string
}

/** What a kind adds to what is searched of every record. All of it may be left out. */
export interface KindSearch {
  /** More titles by which it is asked for. */
  readonly titles?: readonly string[]
  readonly subjects?: readonly string[]
  readonly identifiers?: readonly string[]
  /** Texts of the details that are searched like the record's text. */
  readonly texts?: readonly string[]
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>>
  /** Named spans for date ranges, beside one for each role among the record's dates. */
  readonly dates?: Readonly<Record<string, DaySpan>>
  /** Named numbers to sort by. */
  readonly sorts?: Readonly<Record<string, number>>
}

/** A subfield and a field of MARC 21. */
export type MarcSubfield = readonly [code: string, value: string]
export type MarcField = readonly [tag: string, indicators: string, ...subfields: MarcSubfield[]]

/** Types of one item in three languages of reference managers. */
export interface ItemTypes {
  /** Item type of CSL 1.0.2. */
  readonly csl: string
  /** Entry type of BibTeX. */
  readonly bibtex: string
  /** Type of RIS. */
  readonly ris: string
}

/** How a kind is told to reference managers and catalogues. */
export interface KindManner extends ItemTypes {
  /** schema.org and MARC describe works with properties that events, people and organisations have not. */
  readonly describes: 'work' | 'event' | 'person' | 'organisation'
  /** Types of one that stands in a container (`container-title`), where they are others. */
  readonly within?: ItemTypes
  /** Document type of GB/T 7714-2015, appendix B; `Z` is everything that it has no code for. */
  readonly gbt: string
  /** MARC 21 leader 06 (type of record) and 07 (bibliographic level); a person or organisation has `z` and a blank. */
  readonly marc: { readonly type: string; readonly level: string }
}

/** What of the details goes into the formats. */
export interface KindDetailsExport {
  /** Properties of schema.org, beside those that every record has; `genre` goes before the record's form. */
  readonly schemaOrg?: Readonly<Record<string, unknown>>
  readonly marc?: readonly MarcField[]
  /**
   * Variables of CSL-JSON that are texts or numbers, such as `container-title`, `volume`, `number`, `publisher-place`;
   * BibTeX, RIS and the styles are made from them. Publisher, ISBN, ISSN and DOI come from agents and identifiers.
   */
  readonly csl?: Readonly<Record<string, string>>
}

/** A kind as its package declares it; `Details` is what its schema gives. */
export interface KindDeclaration<Details extends object> {
  readonly entry: KindEntry
  /** Facets that are not in the vocabulary, with their words. */
  readonly facets?: readonly FacetEntry[]
  readonly details: z.ZodType<Details>
  /** The date by which records stand in orders by date; the first of these that a record has. */
  readonly dated: readonly DateRole[]
  readonly search?: (record: RecordOf<Details>) => KindSearch
  readonly manner: KindManner
  readonly exports?: (record: RecordOf<Details>) => KindDetailsExport
  /** What of the details the record's page tells, in order; agents, dates and identifiers stand there already. */
  readonly facts?: (record: Pick<RecordOf<Details>, 'details'>) => readonly Fact[]
  /**
   * The type of its details in the graph, where the catalogue serves it: SDL that extends `Record` with a field of the
   * kind's id. A kind of another subgraph leaves it out and extends `Record` itself.
   */
  readonly typeDefs?: string
}

/** A kind ready for use; its details are read by its schema wherever they are needed. */
export interface Kind {
  readonly entry: KindEntry
  readonly facets: readonly FacetEntry[]
  readonly dated: readonly DateRole[]
  readonly manner: KindManner
  readonly typeDefs: string | null
  /** What is wrong with the details, as `path: what`; null when nothing is. */
  problem(details: unknown): string | null
  /** The details as the schema gives them. Errors: `ZodError` for details that it refuses. */
  read(details: unknown): object
  search(record: RecordContent): KindSearch
  exports(record: RecordContent): KindDetailsExport
  facts(record: Pick<RecordContent, 'details'>): readonly Fact[]
}

/** A kind of which is known what its details are. */
export interface KindWith<Details extends object> extends Kind {
  read(details: unknown): Details
}

/** Declares a kind. */
export function defineKind<Details extends object>(declaration: KindDeclaration<Details>): KindWith<Details> {
  const { entry, facets = [], dated, manner, typeDefs = null, details } = declaration
  const readRecord = (record: RecordContent): RecordOf<Details> => ({
    ...record,
    details: details.parse(record.details),
  })
  return {
    entry,
    facets,
    dated,
    manner,
    typeDefs,
    problem(value) {
      const issue = details.safeParse(value).error?.issues[0]
      return issue ? `details.${issue.path.map(String).join('.')}: ${issue.message}` : null
    },
    read: (value) => details.parse(value),
    search: (record) => declaration.search?.(readRecord(record)) ?? {},
    exports: (record) => declaration.exports?.(readRecord(record)) ?? {},
    facts: (record) => declaration.facts?.({ details: details.parse(record.details) }) ?? [],
  }
}

/** The kinds of an installation, by id. */
export interface Kinds {
  readonly all: readonly Kind[]
  /** Errors: `UnknownKind`. */
  of(id: string): Kind
  has(id: string): boolean
  /** Facets of the vocabulary and of the kinds, in the order in which they are shown. */
  readonly facets: readonly FacetEntry[]
}

/** No installed package brings this kind. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind'
  constructor(id: string) {
    super(`No kind "${id}" is installed: install the subgraph that brings it, or correct the source.`)
  }
}

/** Puts kinds together. Errors: `Error` when two have one id, or two facets of one id differ. */
export function kindsOf(all: readonly Kind[], base: readonly FacetEntry[]): Kinds {
  const byId = new Map<string, Kind>()
  const facets = new Map(base.map((facet) => [facet.id, facet]))
  for (const kind of all) {
    if (byId.has(kind.entry.id)) throw new Error(`Two packages bring the kind "${kind.entry.id}".`)
    byId.set(kind.entry.id, kind)
    for (const facet of kind.facets) {
      if (facets.has(facet.id) && facets.get(facet.id) !== facet)
        throw new Error(`The kind "${kind.entry.id}" brings a facet "${facet.id}" that there is already.`)
      facets.set(facet.id, facet)
    }
  }
  return {
    all,
    has: (id) => byId.has(id),
    of(id) {
      const found = byId.get(id)
      if (!found) throw new UnknownKind(id)
      return found
    },
    facets: [...facets.values()],
  }
}
