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
  readonly facets: Readonly<Record<string, readonly FacetLabel[]>>
  readonly year: number | null
  readonly prior: number
}

/** UTF-16 units of a long work that are indexed; the longest classic of the first collection has 230,000. */
const bodyLimit = 500_000

/** `parts` are the chapters of a work in parts, in order; empty for a short work. */
export function toSearchDoc(doc: RecordDoc, parts: readonly PartDoc[]): CatalogueSearchDoc {
  return {
    id: doc._id,
    rev: doc.rev,
    title: [doc.title, ...doc.alternativeTitles],
    creator: [...new Set(doc.creators.map(({ name }) => name))],
    subject: [...doc.subjects, ...(doc.form ? [doc.form] : []), ...parts.map(({ title }) => title)],
    identifiers: doc.identifiers.map(({ value }) => value),
    body: bodyOf(doc, parts),
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
    prior: doc.prior,
  }
}

function bodyOf(doc: RecordDoc, parts: readonly PartDoc[]): string {
  const lines: string[] = doc.abstract ? [doc.abstract] : []
  let length = lines[0]?.length ?? 0
  for (const { text } of [...(doc.text ?? []), ...parts.flatMap(({ paragraphs }) => paragraphs)]) {
    if (length >= bodyLimit) break
    lines.push(text)
    length += text.length + 1
  }
  return lines.join('\n').slice(0, bodyLimit)
}
