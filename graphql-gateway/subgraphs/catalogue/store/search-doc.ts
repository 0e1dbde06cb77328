// What the search index holds of a record.
import { yearSpan, yearsSpan } from '@shuxiang/record'
import { OPEN_SCOPE, type SearchDate, type SearchDoc } from '@shuxiang/search/contract'
import type { PartDoc, RecordDoc } from '../model/record.ts'
import { kindLabel, languageLabel } from '../model/labels.ts'

/**
 * `parts` are the chapters of a work in parts, in order; empty for a short work. Nothing is left out here: how much of
 * a long text is indexed, the engine decides and tells.
 */
export function toSearchDoc(doc: RecordDoc, parts: readonly PartDoc[]): SearchDoc {
  return {
    id: doc._id,
    rev: doc.rev,
    scopes: [OPEN_SCOPE, ...doc.holdings.map(({ libraryId }) => libraryId)],
    title: titlesOf(doc),
    creator: [...new Set(doc.creators.map(({ name }) => name))],
    subject: [...doc.subjects, ...(doc.form ? [doc.form] : [])],
    // The id stands in every address and citation: whoever has only that finds the record.
    identifiers: [doc._id, ...doc.identifiers.map(({ value }) => value)],
    body: [...(doc.abstract ? [doc.abstract] : []), ...(doc.text ?? []).map(({ text }) => text)].join('\n'),
    chapters: parts.map(({ n, title, paragraphs }) => ({
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
    date: dateOf(doc),
    dates: {},
    sorts: {},
    prior: doc.prior,
  }
}

/** The year that a source states, else the years of the period. */
function dateOf({ year, period }: RecordDoc): SearchDate | null {
  if (year !== null) return { ...yearSpan(year), stated: true }
  const years = period?.years
  return years ? { ...yearsSpan(years.from, years.to), stated: false } : null
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
