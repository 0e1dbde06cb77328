// Chooses how to reach the documents of a query: which index, which ranges, and whether order comes for free.
import type { Document, Value } from '../engine/values.ts'
import type { KeyRange } from '../keyspace/keyspace.ts'
import { idIndex, spaceRange, type Index, type Table } from '../keyspace/table.ts'
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
  /** null: the documents themselves, in the order they came. */
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
  const scan = (descending: boolean): Plan => ({
    index: null,
    ranges: [spaceRange(table.space)],
    reverse: descending,
    sorted: sort.length === 0,
    exact: filter.size === 0,
    repeats: false,
    points: false,
    bounded: 0,
  })
  if (hint?.kind === 'natural') return scan(hint.descending)
  const conditions = conditionsOf(filter)
  let best: Scored | null = hint ? null : { score: 0, plan: () => scan(false) }
  for (const index of table.indexes) {
    if (index.building || (hint ? !isHinted(index, hint) : !usable(index, conditions, filter))) continue
    const scored = planFor(index, conditions, sort)
    if (!best || scored.score > best.score) best = scored
  }
  if (!best) throw new UnknownHintError('hint provided does not correspond to an existing index')
  return best.plan()
}

function isHinted({ name, fields }: Index, hint: Hint): boolean {
  if (hint.kind === 'name') return name === hint.name
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
function usable(index: Index, conditions: Conditions, filter: Document): boolean {
  if (index.partialFilter && !implies(filter, conditions, index.partialFilter)) return false
  if (!index.sparse) return true
  return index.fields.some(({ path }) => {
    const condition = conditions.byPath.get(path)
    if (!condition) return false
    if (condition.low ?? condition.high ?? condition.prefix) return true
    return condition.exists === true || (condition.equals?.every((value) => value !== null) ?? false)
  })
}

function planFor(index: Index, conditions: Conditions, sort: readonly SortField[]): Scored {
  const { fields, multikey } = index
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
    sort.length > 0 && beginnings.length === 1 && !anyArray && !index.lossy
      ? orderFrom(index, conditions, equal, sort)
      : null
  const used = fields.slice(0, bounded)
  const allSaid =
    conditions.complete &&
    !anyArray &&
    conditions.byPath.size === bounded &&
    !used.some(({ path }) => path.includes('.') && conditions.byPath.get(path)?.equals?.includes(null))
  const wholePoint = index.unique && equal === fields.length
  const plan = (): Plan => {
    const { ranges, exact, whole } = boundsFor(
      index.space,
      beginnings,
      index.descending,
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
      equal * 10 +
      (range ? 4 : 0) +
      (order ? 5 : 0) +
      (wholePoint ? 50 : 0) +
      (equal && index.name === idIndex.name ? 50 : 0),
  }
}

/** Whether the keys after the equal beginning stand in the order asked for, forwards or backwards. */
function orderFrom(
  { fields }: Index,
  conditions: Conditions,
  equal: number,
  sort: readonly SortField[],
): { reverse: boolean } | null {
  const fixed = new Set(fields.slice(0, equal).map(({ path }) => path))
  const wanted = sort.filter(
    ({ path }) => !(fixed.has(path) && conditions.byPath.get(path)?.equals?.length === 1),
  )
  const keys = fields.slice(equal)
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
