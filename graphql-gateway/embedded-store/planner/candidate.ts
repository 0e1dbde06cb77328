// One index as a way through a collection: its ranges for a filter, its order for a sort, and what it is worth.
import type { Document, Value } from '../bson/values.ts'
import type { KeyRange } from '../keyspace/keyspace.ts'
import { idIndex, type Index } from '../keyspace/table.ts'
import type { Conditions } from './conditions.ts'
import type { Plan, SortField } from './contract.ts'
import { implies } from './partial.ts'
import { boundsFor, partRanges } from './ranges.ts'

/** A candidate with its worth; the plan itself is made for the best one only. */
export interface Candidate {
  readonly score: number
  readonly plan: () => Plan
}

/** One of the alternatives of an `$or`, together with everything that stands beside the `$or`. */
export interface Branch {
  readonly filter: Document
  readonly conditions: Conditions
}

/** Most equal beginnings looked up one by one. */
const mostPoints = 1000
/** What an order that need not be made is worth beside the fields with bounds. */
const orderWorth = 5

/** A partial or sparse index may be used only when every match is sure to stand in it. */
export function usable(index: Index, conditions: Conditions, filter: Document): boolean {
  if (index.partialFilter && !implies(filter, conditions, index.partialFilter)) return false
  if (!index.sparse) return true
  return index.fields.some(({ path }) => {
    const condition = conditions.byPath.get(path)
    if (!condition) return false
    if (condition.low ?? condition.high ?? condition.prefix) return true
    return condition.exists === true || (condition.equals?.every((value) => value !== null) ?? false)
  })
}

/** An index for a filter whose conditions all hold together. */
export function candidateFor(index: Index, conditions: Conditions, sort: readonly SortField[]): Candidate {
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
  const following = nextCondition ? partRanges(nextCondition, multikey[equal] ?? false) : []
  const bounded = equal + (following.length > 0 ? 1 : 0)
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
      following.length > 0 ? { ranges: following, descending: nextField?.descending ?? false } : null,
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
      (following.length > 0 ? 4 : 0) +
      (order ? orderWorth : 0) +
      (wholePoint ? 50 : 0) +
      (equal && index.name === idIndex.name ? 50 : 0),
  }
}

/**
 * An index for an `$or`: the ranges of its branches together, in key order. This is how the next page after a
 * position is found: `$or: [{ a: { $gt: x } }, { a: x, _id: { $gt: y } }]`. Null when a branch has no bounds here.
 */
export function candidateForBranches(
  index: Index,
  common: Conditions,
  branches: readonly Branch[],
  sort: readonly SortField[],
): Candidate | null {
  const scores: number[] = []
  const plans: Plan[] = []
  let count = 0
  for (const { filter, conditions } of branches) {
    if (!usable(index, conditions, filter)) return null
    const candidate = candidateFor(index, conditions, [])
    const plan = candidate.plan()
    count += plan.ranges.length
    if (plan.bounded === 0 || count > mostPoints) return null
    scores.push(candidate.score)
    plans.push(plan)
  }
  const ranges = merged(plans.flatMap((plan) => plan.ranges))
  const { fields, multikey } = index
  const varying = fields.findIndex(({ path }) => common.byPath.get(path)?.equals?.length !== 1)
  const order =
    sort.length > 0 && !multikey.some(Boolean) && !index.lossy
      ? orderFrom(index, common, varying < 0 ? fields.length : varying, sort)
      : null
  return {
    score: Math.min(...scores) + (order ? orderWorth : 0),
    plan: () => ({
      index,
      ranges,
      reverse: order?.reverse ?? false,
      sorted: sort.length === 0 || order !== null,
      exact: false,
      repeats: multikey.some(Boolean),
      points: false,
      bounded: Math.min(...plans.map(({ bounded }) => bounded)),
    }),
  }
}

/** Ranges in key order, those that overlap made one: no entry comes twice. */
function merged(ranges: readonly KeyRange[]): KeyRange[] {
  const result: { start: Buffer; end: Buffer }[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start.compare(b.start))) {
    const last = result.at(-1)
    if (!last || start.compare(last.end) > 0) result.push({ start, end })
    else if (end.compare(last.end) > 0) last.end = end
  }
  return result
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
