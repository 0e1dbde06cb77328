// What the search index holds of a record.
import type { PartDoc, RecordDoc } from '../model/record.ts'
import { kindLabel, languageLabel } from '../model/labels.ts'

export interface FacetLabel {
  readonly value: string
  readonly label: string
}

/** The catalogue's side of the search engine's document; texts are raw. */
export interface CatalogueSearchDoc {
  readonly id: string
  readonly rev: number
  readonly title: readonly string[]
  readonly creator: readonly string[]
  readonly subject: readonly string[]
  readonly identifiers: readonly string[]
  readonly body: string
  /** Chapters of a work in parts, in order. */
  readonly parts: readonly { readonly n: number; readonly title: string; readonly text: string }[]
  readonly facets: Readonly<Record<string, readonly FacetLabel[]>>
  readonly year: number | null
  readonly years: { readonly from: number; readonly to: number } | null
  readonly prior: number
}

/**
 * `parts` are the chapters of a work in parts, in order; empty for a short work. Nothing is left out here: how much of
 * a long text is indexed, the engine decides and tells.
 */
export function toSearchDoc(doc: RecordDoc, parts: readonly PartDoc[]): CatalogueSearchDoc {
  return {
    id: doc._id,
    rev: doc.rev,
    title: titlesOf(doc),
    creator: [...new Set(doc.creators.map(({ name }) => name))],
    subject: [...doc.subjects, ...(doc.form ? [doc.form] : [])],
    // The id stands in every address and citation: whoever has only that finds the record.
    identifiers: [doc._id, ...doc.identifiers.map(({ value }) => value)],
    body: [...(doc.abstract ? [doc.abstract] : []), ...(doc.text ?? []).map(({ text }) => text)].join('\n'),
    parts: parts.map(({ n, title, paragraphs }) => ({
      n,
      title,
      text: paragraphs.map(({ text }) => text).join('\n'),
    })),
    facets: {
      kind: [{ value: doc.kind, label: kindLabel(doc.kind) }],
      period: doc.period ? [{ value: doc.period.id, label: doc.period.label }] : [],
      author: doc.creators.flatMap(({ personId, name }) =>
        personId ? [{ value: personId, label: name }] : [],
      ),
      collection: doc.collection ? [{ value: doc.collection.id, label: doc.collection.label }] : [],
      library: doc.holdings.map(({ libraryId, libraryName }) => ({ value: libraryId, label: libraryName })),
      language: [{ value: doc.language, label: languageLabel(doc.language) }],
    },
    year: doc.year,
    years: doc.period?.years ?? null,
    prior: doc.prior,
  }
}

/**
 * Titles as they stand, and each part of `tune·title`: a lyric is asked for by its tune, by its own title and by both.
 * Works in parts go by their whole title.
 */
function titlesOf({ kind, title, alternativeTitles }: RecordDoc): readonly string[] {
  const whole = [title, ...alternativeTitles]
  if (kind !== 'poem') return whole
  const parts = whole.flatMap((one) => one.split(/[·・]/).map((part) => part.trim()))
  return [...new Set([...whole, ...parts.filter((part) => [...part].length >= 2)])]
}
