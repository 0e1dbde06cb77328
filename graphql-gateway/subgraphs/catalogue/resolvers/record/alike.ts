// Record.alike and likenesses
import { fieldOf, projection, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { isOfAnthology, isOfSchool } from '@shuxiang/vocabulary'
import { tuneOf } from '../../kinds/poem/tune.ts'
import type { RecordDoc } from '../../model/record.ts'
import type { CatalogueQuery, CatalogueSearch } from '../../search/port.ts'
import { recordsByIds } from '../../store/read.ts'
import type { RecordPart } from '../../store/reader.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'
import type { SubjectNode } from '../topic/node.ts'
import { firstUpTo } from '../first-up-to.ts'
import { forReaders } from '../search-failure.ts'
import { scopesOf } from '../search-request.ts'
import { visible } from '../visible.ts'
import type { LikenessNode } from './likeness-node.ts'
import { subjectsOf } from './topics.ts'

/** Best known records on one of the things, of which those that share most are given. */
const looked = 80
/** What a shared form and a shared time say beside what both are about. */
const ofForm = 0.5
const ofPeriod = 0.25
const mostShared = 3

/** In which book a work stands says nothing of what it is about. */
const isBook = (label: string): boolean => isOfAnthology(label) || isOfSchool(label) || label.endsWith('部')

type Told = Pick<RecordDoc, 'subjects' | 'form' | 'title' | 'period' | 'leadAgentId' | '_id' | 'withdrawn'>
const fields = ['_id', 'subjects', 'form', 'title', 'period', 'leadAgentId', 'withdrawn'] as const

/** What a work is about, not its form. Its tune is how it is sung: it counts where nothing else is known. */
function themesOf(doc: Told): readonly string[] {
  const tune = tuneOf(doc)
  const themes = doc.subjects
    .map(({ label }) => label)
    .filter((label) => label !== tune && label !== doc.form && !isBook(label))
  return themes.length === 0 && tune !== null ? [tune] : themes
}

export const alike = (search: CatalogueSearch) =>
  fieldOf<RecordDoc, RecordResolvers['alike']>()(fields, async (doc, args, context, info) => {
    const near = await nearestOf(search, doc, args, { context, projection: projection(info) })
    return near.map(({ record }) => record)
  })

export const likenesses = (search: CatalogueSearch) =>
  fieldOf<RecordDoc, RecordResolvers['likenesses']>()(fields, (doc, args, context, info) =>
    nearestOf(search, doc, args, { context, projection: projection(info, { at: ['record'] }) }),
  )

interface Asked {
  readonly context: SubgraphContext
  /** Of the works found. */
  readonly projection: Readonly<Record<string, 1>>
}

/** Works of others on the same things: the more and the rarer these are, the nearer. One question to the search engine. */
async function nearestOf(
  search: CatalogueSearch,
  doc: Told,
  args: { readonly first?: number | null },
  { context, projection: asked }: Asked,
): Promise<LikenessNode[]> {
  const first = firstUpTo(args.first ?? 6, 20)
  const themes = themesOf(doc)
  if (doc.withdrawn || themes.length === 0 || first === 0) return []
  const request: CatalogueQuery = {
    text: '',
    scopes: scopesOf(context.tenant),
    filters: [{ name: 'subject', anyOf: themes }],
    ranges: [],
    sort: 'popular',
    from: 0,
    size: looked,
    facets: [{ name: 'subject', size: themes.length }],
  }
  const { hits, total, facets } = await forReaders(() => search.query(request, context.signal))
  const counts = new Map(facets[0]?.values.map(({ value, count }) => [value, count]))
  const weights = new Map(themes.map((theme) => [theme, Math.log(1 + total / (counts.get(theme) ?? total))]))
  const ids = hits.map(({ id }) => id).filter((id) => id !== doc._id)
  const wanted = { ...asked, ...Object.fromEntries(fields.map((field) => [field, 1 as const])) }
  const found = await recordsByIds(context, ids, wanted)
  const place = new Map(ids.map((id, at) => [id, at]))
  return found
    .flatMap((other) => (isTold(other) && other.leadAgentId !== doc.leadAgentId ? [other] : []))
    .map((other) => ({ other, near: nearness(doc, other, weights) }))
    .toSorted((a, b) => b.near - a.near || (place.get(a.other._id) ?? 0) - (place.get(b.other._id) ?? 0))
    .slice(0, first)
    .map(({ other }) => ({ record: visible(other), subjects: shared(doc, other, weights) }))
}

/** Subjects of the work that the other one has, the rarest first. */
function shared(doc: Told, other: Told, weights: ReadonlyMap<string, number>): SubjectNode[] {
  const theirs = new Set(other.subjects.map(({ label }) => label))
  return subjectsOf(doc)
    .filter(({ label }) => weights.has(label) && theirs.has(label))
    .toSorted((a, b) => (weights.get(b.label) ?? 0) - (weights.get(a.label) ?? 0))
    .slice(0, mostShared)
}

function isTold(doc: RecordPart): doc is RecordPart & Told {
  return !doc.withdrawn && doc.subjects !== undefined && doc.title !== undefined
}

function nearness(doc: Told, other: Told, weights: ReadonlyMap<string, number>): number {
  const theirs = new Set(other.subjects.map(({ label }) => label))
  let near = doc.form !== null && doc.form === other.form ? ofForm : 0
  if (doc.period !== null && doc.period.label === other.period?.label) near += ofPeriod
  for (const [theme, weight] of weights) if (theirs.has(theme)) near += weight
  return near
}
