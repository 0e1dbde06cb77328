// What the search index holds of a record, out of what all kinds share and what its kind adds.
import {
  dayOfTime,
  everywhere,
  yearsSpan,
  type DaySpan,
  type FacetValue,
  type KindSearch,
  type Kinds,
  type RecordContent,
} from '@shuxiang/record'
import type { SearchChapter, SearchDate, SearchDoc, SearchLine } from '@shuxiang/search/contract'
import {
  accessPolicies,
  kinds as kindTable,
  languages,
  lengths,
  makers,
  nameOf,
  type DateRole,
} from '@shuxiang/vocabulary'
import type { HoldingDoc, RecordDoc } from '../model/record.ts'

/** What the index takes of what stands beside a record. */
export interface SearchedBeside {
  /** Paragraphs of the whole text; empty for a work in chapters. */
  readonly text: readonly string[]
  /** What other texts of the work have otherwise, as `otherReadings` gives it. */
  readonly readings: readonly string[]
  /** Verses of that text. */
  readonly lines?: readonly SearchLine[]
  readonly chapters: readonly SearchChapter[]
  readonly holdings: readonly Pick<HoldingDoc, 'libraryId' | 'libraryName' | 'scopes'>[]
  /** Other names of the persons who made it. */
  readonly otherNames?: readonly string[]
}

/** Name of the date in the index on which a record was added or changed: no kind and no date role has it. */
export const changedDate = 'changed'

/** Labels are Chinese; interfaces in other languages go by the value. */
const language = 'zh-CN'

/** Nothing is left out here: how much of a long text is indexed, the engine decides and tells. */
export function toSearchDoc(kinds: Kinds, doc: RecordDoc, beside: SearchedBeside): SearchDoc {
  const more = addedBy(kinds, doc)
  return {
    id: doc._id,
    rev: doc.rev,
    scopes: scopesOf(doc, beside),
    title: distinct([doc.title, ...doc.alternativeTitles, ...(more.titles ?? []), ...parallelOf(doc)]),
    creator: creatorsOf(doc),
    otherNames: distinct(beside.otherNames ?? []),
    subject: distinct([
      ...doc.subjects.map(({ label }) => label),
      ...(doc.form ? [doc.form] : []),
      ...doc.places.map(({ label }) => label),
      ...(more.subjects ?? []),
    ]),
    // The id stands in every address and citation: whoever has only that finds the record.
    identifiers: distinct([
      doc._id,
      ...doc.identifiers.map(({ value }) => value),
      ...(more.identifiers ?? []),
    ]),
    body: [
      ...(doc.abstract ? [doc.abstract] : []),
      ...beside.text,
      ...(more.texts ?? []),
      ...beside.readings,
    ].join('\n'),
    chapters: beside.chapters,
    ...(beside.lines ? { lines: beside.lines } : {}),
    facets: { ...facetsOf(kinds, doc, beside, more), length: lengthOf(beside), ...more.facets },
    date: dateOf(kinds, doc),
    dates: datesOf(doc, more),
    sorts: more.sorts ?? {},
    prior: doc.prior,
  }
}

/**
 * What the kind adds. Nothing while its package is not installed, or when it refuses details that an older version took:
 * such a record is still found by what all records have.
 */
function addedBy(kinds: Kinds, doc: RecordDoc): KindSearch {
  if (!kinds.has(doc.kind)) return {}
  const kind = kinds.of(doc.kind)
  return kind.problem(doc.details) === null ? kind.search(contentOf(doc)) : {}
}

function contentOf({ _id, dates, ...doc }: RecordDoc): RecordContent {
  return { ...doc, id: _id, dates: [...dates] }
}

/** Titles in other languages, each as readers type it: with its article and without. */
function parallelOf({ parallelTitles = [] }: RecordDoc): readonly string[] {
  return parallelTitles.flatMap(({ title }) => [title.replace(/^(?:the|an?) (?=.)/i, ''), title])
}

function scopesOf({ scopes }: RecordDoc, { holdings }: SearchedBeside): readonly string[] {
  if (scopes.includes(everywhere)) return [everywhere]
  return distinct([...scopes, ...holdings.flatMap((holding) => holding.scopes)])
}

/** Those who made it first: results name them. */
function creatorsOf({ agents }: RecordDoc): readonly string[] {
  const isMaker = ({ role }: RecordDoc['agents'][number]): boolean => makers.includes(role)
  const others = agents.filter((agent) => !isMaker(agent))
  return distinct([...agents.filter(isMaker), ...others].map(({ name }) => name))
}

function facetsOf(
  kinds: Kinds,
  doc: RecordDoc,
  { holdings }: SearchedBeside,
  more: KindSearch,
): Record<string, readonly FacetValue[]> {
  // What its kind has a facet of its own for: the tune of a lyric.
  const elsewhere = new Set(
    Object.values(more.facets ?? {}).flatMap((values) => values.map(({ value }) => value)),
  )
  const kindName = kinds.has(doc.kind)
    ? kinds.of(doc.kind).entry.words[language]
    : nameOf(kindTable, doc.kind, language)
  return {
    kind: [{ value: doc.kind, label: kindName }],
    period: doc.period ? [{ value: doc.period.id, label: doc.period.label }] : [],
    form: doc.form ? [{ value: doc.form, label: doc.form }] : [],
    // Everybody who has a page of works; bodies that issue documents have a facet of their own.
    author: once(
      doc.agents.flatMap(({ agentId, name, role }) =>
        agentId !== null && role !== 'issuer' ? [{ value: agentId, label: name }] : [],
      ),
    ),
    issuer: once(
      doc.agents.flatMap(({ agentId, name, role }) =>
        role === 'issuer' ? [{ value: agentId ?? name, label: name }] : [],
      ),
    ),
    collection: doc.collection ? [{ value: doc.collection.id, label: doc.collection.label }] : [],
    subject: once(
      doc.subjects.filter(({ label }) => !elsewhere.has(label)).map(({ label }) => ({ value: label, label })),
    ),
    place: once(doc.places.map(({ code, label }) => ({ value: code ?? label, label }))),
    library: holdings.map(({ libraryId, libraryName }) => ({ value: libraryId, label: libraryName })),
    access: [{ value: doc.access.policy, label: nameOf(accessPolicies, doc.access.policy, language) }],
    language: [{ value: doc.language, label: nameOf(languages, doc.language, language) }],
  }
}

/** None for what cannot be read here. */
function lengthOf({ text, chapters }: SearchedBeside): readonly FacetValue[] {
  const most = lengths.at(-2)?.most ?? 0
  let letters = 0
  for (const piece of [...text, ...chapters.map((chapter) => chapter.text)]) {
    // A long book is long after its first pages.
    if (letters > most) break
    letters += piece.slice(0, 4 * most).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  }
  const found = letters === 0 ? undefined : lengths.find((one) => letters <= one.most)
  return found ? [{ value: found.id, label: found.words[language] }] : []
}

/** By which it stands in an order by date: the first of its kind's dates that it has, else its period. */
function dateOf(kinds: Kinds, { kind, dates, period }: RecordDoc): SearchDate | null {
  const roles: readonly DateRole[] = kinds.has(kind) ? kinds.of(kind).dated : []
  const [found] = roles.flatMap((role) => dates.find((date) => date.role === role) ?? [])
  if (found) return { from: found.from, to: found.to, stated: true }
  if (!period?.years) return null
  return { ...yearsSpan(period.years.from, period.years.to), stated: false }
}

/** By role, from the first to the last day of all dates of that role; and the day on which the record itself changed last. */
function datesOf({ dates, updatedAt }: RecordDoc, more: KindSearch): Record<string, DaySpan> {
  const spans = new Map<string, DaySpan>()
  for (const date of dates) {
    const before = spans.get(date.role)
    spans.set(date.role, before ? both(before, date) : { from: date.from, to: date.to })
  }
  for (const [name, span] of Object.entries(more.dates ?? {})) spans.set(name, span)
  const changed = dayOfTime(updatedAt.getTime())
  spans.set(changedDate, { from: changed, to: changed })
  return Object.fromEntries(spans)
}

function both(a: DaySpan, b: DaySpan): DaySpan {
  return {
    from: a.from === null || b.from === null ? null : Math.min(a.from, b.from),
    to: a.to === null || b.to === null ? null : Math.max(a.to, b.to),
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

/** Each value once, with the first label it comes with. */
function once(values: readonly FacetValue[]): readonly FacetValue[] {
  return [...new Map(values.toReversed().map((each) => [each.value, each])).values()].toReversed()
}
