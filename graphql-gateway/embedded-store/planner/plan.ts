// Chooses how to reach the documents of a query: which index, which ranges, and whether order comes for free.
import type { Document, Value } from '../engine/values.ts'
import type { KeyRange } from '../keyspace/keyspace.ts'
import { spaceRange, type Index, type Table } from '../keyspace/table.ts'
import { conditionsOf, type Conditions } from './conditions.ts'
import { implies } from './partial.ts'
import { boundsFor, partRange } from './ranges.ts'

/** One field of a sort. */
export interface SortField {
  readonly path: string
  readonly descending: boolean
}

/** Which index the client insists on: its name, its key, or the natural order. */
export type Hint =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'key'; readonly fields: readonly SortField[] }
  | { readonly kind: 'natural'; readonly descending: boolean }

/** A way through one collection. */
export interface Plan {
  /** null: the documents themselves, in the order of _id. */
  readonly index: Index | null
  readonly ranges: readonly KeyRange[]
  readonly reverse: boolean
  /** The order asked for is the order of the keys. */
  readonly sorted: boolean
  /** Every key in the ranges is a match: no need to look at the documents. */
  readonly exact: boolean
  /** One document may come by several keys. */
  readonly repeats: boolean
  /** Every range is one key and starts with it. */
  readonly points: boolean
  /** Leading fields with bounds; 0 means everything is read. */
  readonly bounded: number
}

/** The hint names no index of the collection. */
export class UnknownHintError extends Error {}

/** What all candidates have in common; the collection itself counts as the index on _id. */
interface Candidate {
  readonly index: Index | null
  readonly space: number
  readonly fields: readonly SortField[]
  readonly descending: readonly boolean[]
  readonly multikey: readonly boolean[]
  readonly lossy: boolean
}

/** A candidate with its worth; the plan itself is made for the best one only. */
interface Scored {
  readonly score: number
  readonly plan: () => Plan
}

/** Most equal beginnings looked up one by one. */
const mostPoints = 1000

/** The best plan for a filter and a sort. Throws UnknownHintError. */
export function choosePlan(
  table: Table,
  filter: Document,
  sort: readonly SortField[] = [],
  hint: Hint | null = null,
): Plan {
  const own: Candidate = {
    index: null,
    space: table.space,
    fields: [{ path: '_id', descending: false }],
    descending: [false],
    multikey: [false],
    lossy: table.lossyIds,
  }
  if (hint?.kind === 'natural')
    return {
      index: null,
      ranges: [spaceRange(table.space)],
      reverse: hint.descending,
      sorted: sort.length === 0,
      exact: filter.size === 0,
      repeats: false,
      points: false,
      bounded: 0,
    }
  const conditions = conditionsOf(filter)
  let best: Scored | null = null
  for (const candidate of [own, ...table.indexes.filter((index) => !index.building)].map(asCandidate)) {
    if (hint ? !isHinted(candidate, hint) : !usable(candidate, conditions, filter)) continue
    const scored = planFor(table, candidate, conditions, sort)
    if (!best || scored.score > best.score) best = scored
  }
  if (!best) throw new UnknownHintError('hint provided does not correspond to an existing index')
  return best.plan()
}

function asCandidate(from: Candidate | Index): Candidate {
  return 'admits' in from ? { ...from, index: from } : from
}

function isHinted({ index, fields }: Candidate, hint: Hint): boolean {
  if (hint.kind === 'name') return (index?.name ?? '_id_') === hint.name
  return (
    hint.kind === 'key' &&
    hint.fields.length === fields.length &&
    hint.fields.every(({ path, descending }, i) => {
      const field = fields[i]
      return field?.path === path && field.descending === descending
    })
  )
}

/** A partial or sparse index may be used only when every match is sure to stand in it. */
function usable({ index }: Candidate, conditions: Conditions, filter: Document): boolean {
  if (!index) return true
  if (index.partialFilter && !implies(filter, conditions, index.partialFilter)) return false
  if (!index.sparse) return true
  return index.fields.some(({ path }) => {
    const condition = conditions.byPath.get(path)
    if (!condition) return false
    if (condition.low ?? condition.high ?? condition.prefix) return true
    return condition.exists === true || (condition.equals?.every((value) => value !== null) ?? false)
  })
}

function planFor(
  table: Table,
  candidate: Candidate,
  conditions: Conditions,
  sort: readonly SortField[],
): Scored {
  const { fields, multikey, index } = candidate
  let beginnings: Value[][] = [[]]
  let equal = 0
  const roots = new Set<string>()
  /** Two bounds inside one array could be met by two different elements; an entry holds only one. */
  const free = (i: number): boolean => {
    if (!multikey[i]) return true
    const root = fields[i]?.path.split('.')[0] ?? ''
    return !roots.has(root)
  }
  const take = (i: number): void => {
    if (multikey[i]) roots.add(fields[i]?.path.split('.')[0] ?? '')
  }
  for (; equal < fields.length; equal++) {
    const values = conditions.byPath.get(fields[equal]?.path ?? '')?.equals
    if (!values || !free(equal) || beginnings.length * values.length > mostPoints) break
    beginnings = beginnings.flatMap((beginning) => values.map((value) => [...beginning, value]))
    take(equal)
  }
  const nextField = fields[equal]
  const nextCondition = nextField && free(equal) ? conditions.byPath.get(nextField.path) : undefined
  const range = nextCondition ? partRange(nextCondition, multikey[equal] ?? false) : null
  const bounded = equal + (range ? 1 : 0)
  const anyArray = multikey.some(Boolean)
  const order =
    sort.length > 0 && beginnings.length === 1 && !anyArray && !candidate.lossy
      ? orderFrom(table, candidate, conditions, equal, sort)
      : null
  const used = fields.slice(0, bounded)
  const allSaid =
    conditions.complete &&
    !anyArray &&
    conditions.byPath.size === bounded &&
    !used.some(({ path }) => path.includes('.') && conditions.byPath.get(path)?.equals?.includes(null))
  const wholePoint = !index || index.unique ? equal === fields.length : false
  const plan = (): Plan => {
    const { ranges, exact, whole } = boundsFor(
      candidate.space,
      beginnings,
      candidate.descending,
      range ? { range, descending: nextField?.descending ?? false } : null,
    )
    return {
      index,
      ranges,
      reverse: order?.reverse ?? false,
      sorted: sort.length === 0 || order !== null,
      exact: exact && allSaid,
      repeats: anyArray,
      points: wholePoint && whole,
      bounded,
    }
  }
  return {
    plan,
    score:
      equal * 10 + (range ? 4 : 0) + (order ? 5 : 0) + (wholePoint ? 50 : 0) + (!index && equal ? 50 : 0),
  }
}

/** Whether the keys after the equal beginning stand in the order asked for, forwards or backwards. */
function orderFrom(
  table: Table,
  { fields, index }: Candidate,
  conditions: Conditions,
  equal: number,
  sort: readonly SortField[],
): { reverse: boolean } | null {
  const fixed = new Set(fields.slice(0, equal).map(({ path }) => path))
  const wanted = sort.filter(
    ({ path }) => !(fixed.has(path) && conditions.byPath.get(path)?.equals?.length === 1),
  )
  const keys = [...fields.slice(equal)]
  // Entries of an index that is not unique end with the _id.
  if (index && !index.unique && !table.lossyIds) keys.push({ path: '_id', descending: false })
  let reverse: boolean | null = null
  for (const [i, { path, descending }] of wanted.entries()) {
    const key = keys[i]
    if (key?.path !== path || path.split('.').some((part) => /^\d+$/.test(part))) return null
    const turned = key.descending !== descending
    if (reverse !== null && reverse !== turned) return null
    reverse = turned
  }
  return { reverse: reverse ?? false }
}
