// Chooses how to reach the documents of a query: which index, which ranges, and whether order comes for free.
import { documentOf, isDocument, type Document } from '../bson/values.ts'
import { spaceRange, type Index, type Table } from '../keyspace/table.ts'
import { type Branch, type Candidate, candidateFor, candidateForBranches, usable } from './candidate.ts'
import { conditionsOf } from './conditions.ts'
import type { Hint, Plan, SortField } from './contract.ts'

/** The hint names no index of the collection. */
export class UnknownHintError extends Error {}

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
  const branches = branchesOf(filter)
  let best: Candidate | null = hint ? null : { score: 0, plan: () => scan(false) }
  const offer = (candidate: Candidate | null): void => {
    if (candidate && (!best || candidate.score > best.score)) best = candidate
  }
  for (const index of table.indexes) {
    if (index.building || (hint && !isHinted(index, hint))) continue
    if (hint || usable(index, conditions, filter)) offer(candidateFor(index, conditions, sort))
    if (branches.length > 0) offer(candidateForBranches(index, conditions, branches, sort))
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

/** Most alternatives of an `$or` that are looked up one by one. */
const mostBranches = 20

/** The alternatives of a filter's first `$or`, each with everything beside it; none when there is none to use. */
function branchesOf(filter: Document): Branch[] {
  const demands = demandsOf(filter)
  const at = demands.findIndex((demand) => demand.has('$or'))
  const either = demands[at]?.get('$or')
  if (!Array.isArray(either) || either.length > mostBranches) return []
  const beside = demands.toSpliced(at, 1)
  return either.filter(isDocument).map((branch) => {
    const whole = documentOf(['$and', [...beside, branch]])
    return { filter: whole, conditions: conditionsOf(whole) }
  })
}

/** A filter as a list of single demands that all must hold. */
function demandsOf(filter: Document): Document[] {
  return [...filter].flatMap(([key, value]) =>
    key === '$and' && Array.isArray(value)
      ? value.filter(isDocument).flatMap(demandsOf)
      : [documentOf([key, value])],
  )
}
