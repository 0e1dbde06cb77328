// Everything about an operation that does not depend on the values of its variables, worked out once and remembered.
import type { Principal } from '@shuxiang/permissions'
import {
  Kind,
  print,
  type DocumentNode,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Authorize } from '../authorization/authorize.ts'
import { withoutFields, type Refusals } from '../authorization/guarded.ts'
import type { CachePolicy, PolicyOf } from '../cache/policy.ts'
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { withSourceKeys } from './aliases.ts'
import { splitIntrospection } from './introspection.ts'
import { compilePlan, type Step } from './plan.ts'
import type { Planner } from './planner.ts'
import { Selections, type Completion } from './selection.ts'
import { conditionVariables, settle, withoutEmptySets } from './settle.ts'

/** An operation ready to run, for one setting of the variables in @skip and @include, and for who is given the same of it. */
export interface Prepared {
  /** The operation with its conditions decided. */
  readonly operation: OperationDefinitionNode
  readonly selections: Selections
  /** Its selection at the root, always the same list: what `selections` remembers hangs on it. */
  readonly root: readonly SelectionSetNode[]
  readonly introspection: DocumentNode | null
  /** Null when nothing is to be fetched. */
  readonly plan: Step | null
  readonly policy: CachePolicy
  /** Whether it asks for something that requires anything of who asks. */
  readonly personal: boolean
}

/** What preparing needs of the schema. */
export interface PrepareWith {
  readonly authorize: Authorize
  readonly planner: Planner
  readonly isSubtype: IsSubtype
  /** Names of fields anywhere in the supergraph. */
  readonly fieldNames: ReadonlySet<string>
  readonly policyOf: PolicyOf
  /** Operations kept; the oldest goes first. */
  readonly keep: number
}

type Prepare = (
  key: string,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  principal: Principal,
) => Promise<Prepared>

/** Prepares operations by key (hash of the document and name of the operation); one planning at a time for each. */
export function createPreparer(options: PrepareWith): Prepare {
  const kept = new LRUCache<string, Promise<Prepared>>({ max: options.keep })
  const conditions = new WeakMap<DocumentNode, readonly string[]>()
  const completions = new WeakMap<GraphQLOutputType, Completion>()
  return (key, operation, document, variables, principal) => {
    const names = conditions.get(document) ?? conditionVariables(document)
    conditions.set(document, names)
    const setting = names.map((name) => (variables[name] === true ? '1' : '0')).join('')
    const authority = options.authorize(document, principal)
    const position = authority?.position ?? ''
    const place = setting === '' && position === '' ? key : `${key}:${setting}:${position}`
    const known = kept.get(place)
    if (known) return known
    const settled = settle(operation, document, variables)
    const refusals = authority?.refusals(settled) ?? null
    const preparing = prepare(operation, settled, refusals, options, completions)
    kept.set(place, preparing)
    preparing.catch(() => kept.delete(place))
    return preparing
  }
}

/** Milliseconds after which planning is given up; an ordinary plan takes less than one. */
const planDeadline = 2000

async function prepare(
  original: OperationDefinitionNode,
  settled: DocumentNode,
  refusals: Refusals | null,
  { planner, isSubtype, fieldNames, policyOf }: PrepareWith,
  completions: WeakMap<GraphQLOutputType, Completion>,
): Promise<Prepared> {
  const operation = settled.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) ?? original
  const { introspection, rest: whole } = splitIntrospection(operation, settled)
  // What is refused is not even fetched; the answer is projected from the whole, so it has its nulls.
  const rest = whole && refusals ? allowedPart(whole, refusals) : whole
  // Printed again: one spelling for the planner, whatever escapes and comments the client used. And with a deadline of
  // its own, not the request's: a plan serves later requests too.
  const node = rest
    ? await planner.plan(
        print(withSourceKeys(withoutEmptySets(rest), fieldNames)),
        operation.name?.value ?? null,
        AbortSignal.timeout(planDeadline),
      )
    : null
  return {
    operation,
    root: [operation.selectionSet],
    selections: new Selections(settled, isSubtype, fieldNames, completions, refusals),
    introspection,
    plan: node ? compilePlan(node) : null,
    policy: introspection ? { maxAge: 0, scope: 'PUBLIC' } : policyOf(operation, settled),
    personal: refusals !== null,
  }
}

/** Null when nothing is left to be fetched. */
function allowedPart(document: DocumentNode, { fields }: Refusals): DocumentNode | null {
  const allowed = withoutFields(document, fields)
  const left = allowed.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.selectionSet.selections.length > 0,
  )
  return left ? allowed : null
}
