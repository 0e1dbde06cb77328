// Everything about an operation that does not depend on its variables, worked out once and remembered.
import { print, type DocumentNode, type GraphQLOutputType, type OperationDefinitionNode } from 'graphql'
import type { CachePolicy, PolicyOf } from '../cache/policy.ts'
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { splitIntrospection } from './introspection.ts'
import { compilePlan, type Step } from './plan.ts'
import type { Planner } from './planner.ts'
import { Selections, type Completion } from './selection.ts'
import { conditionVariables } from './conditions.ts'

/** An operation ready to run. */
export interface Prepared {
  readonly operation: OperationDefinitionNode
  readonly document: DocumentNode
  readonly introspection: DocumentNode | null
  /** Null when nothing is to be fetched. */
  readonly plan: Step | null
  readonly policy: CachePolicy
  /** Selections for a setting of the variables in @skip and @include. */
  selections(variables: Readonly<Record<string, unknown>>): Selections
}

/** What preparing needs of the schema. */
export interface PrepareWith {
  readonly planner: Planner
  readonly isSubtype: IsSubtype
  readonly policyOf: PolicyOf
  /** Operations kept; the oldest goes first. */
  readonly keep: number
}

/** Prepares operations by key (hash of the document and name of the operation); one planning at a time per key. */
export function createPreparer(options: PrepareWith) {
  const kept = new Map<string, Promise<Prepared>>()
  const completions = new WeakMap<GraphQLOutputType, Completion>()
  return (key: string, operation: OperationDefinitionNode, document: DocumentNode): Promise<Prepared> => {
    const known = kept.get(key)
    if (known) return known
    const oldest = kept.size >= options.keep ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    const preparing = prepare(operation, document, options, completions)
    kept.set(key, preparing)
    preparing.catch(() => kept.delete(key))
    return preparing
  }
}

/** Milliseconds after which planning is given up; an ordinary plan takes less than one. */
const planDeadline = 2000

/** Settings of condition variables kept per operation. */
const keptSettings = 32

async function prepare(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  { planner, isSubtype, policyOf }: PrepareWith,
  completions: WeakMap<GraphQLOutputType, Completion>,
): Promise<Prepared> {
  const { introspection, rest } = splitIntrospection(operation, document)
  // Printed again: one spelling for the planner, whatever escapes and comments the client used.
  // Not the request's own signal: a plan serves later requests too.
  const node = rest
    ? await planner.plan(print(rest), operation.name?.value ?? null, AbortSignal.timeout(planDeadline))
    : null
  const conditions = conditionVariables(document)
  const settings = new Map<string, Selections>()
  return {
    operation,
    document,
    introspection,
    plan: node ? compilePlan(node) : null,
    policy: introspection ? { maxAge: 0, scope: 'PUBLIC' } : policyOf(operation, document),
    selections(variables) {
      const setting = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('')
      const known = settings.get(setting)
      if (known) return known
      if (settings.size >= keptSettings) settings.clear()
      const selections = new Selections(document, variables, isSubtype, completions)
      settings.set(setting, selections)
      return selections
    },
  }
}
