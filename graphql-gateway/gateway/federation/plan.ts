// The planner's tree, compiled once per operation into the steps that `run.ts` takes.
import { Kind, parse } from 'graphql'
import { compilePath, type PathStep } from './path.ts'
import type { FlattenNodePathSegment, PlanNode, RequiresSelection } from './planner.ts'
import { compileRewrites, type Rewrite } from './rewrite.ts'

/** One step of a plan. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'condition'
      readonly variable: string
      readonly yes: Step | null
      readonly no: Step | null
    }
  | RootStep
  | EntityStep

/** What is sent to a subgraph. */
export interface Fetch {
  readonly subgraph: string
  readonly query: string
  readonly operation: 'query' | 'mutation'
  /** Names of the client's variables that the query uses. */
  readonly variables: readonly string[]
}

/** A fetch of root fields. */
export interface RootStep extends Fetch {
  readonly kind: 'root'
  /** Response keys at the root, for the paths of errors without one. */
  readonly keys: readonly string[]
  readonly output: readonly Rewrite[]
}

/** A fetch of more fields of objects that are already there. */
export interface EntityStep extends Fetch {
  readonly kind: 'entities'
  readonly batches: readonly EntityBatch[]
}

/** Objects of one aliased `_entities` field. */
export interface EntityBatch {
  readonly alias: string
  /** Variable that carries the key objects; batches may share one. */
  readonly variable: string
  readonly paths: readonly (readonly PathStep[])[]
  readonly requires: readonly RequiresSelection[]
  readonly input: readonly Rewrite[]
  readonly output: readonly Rewrite[]
}

/** Compiles a plan. Errors: `Error` naming a kind of node that is not supported. */
export function compilePlan(node: PlanNode, path: readonly FlattenNodePathSegment[] | null = null): Step {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel': {
      const steps = node.nodes.map((each) => compilePlan(each, path))
      return { kind: node.kind === 'Sequence' ? 'sequence' : 'parallel', steps }
    }
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        yes: node.ifClause ? compilePlan(node.ifClause, path) : null,
        no: node.elseClause ? compilePlan(node.elseClause, path) : null,
      }
    case 'Flatten':
      return compilePlan(node.node, node.path)
    case 'Fetch': {
      const fetch = fetchOf(node)
      const output = compileRewrites(node.outputRewrites)
      if (!path) return { kind: 'root', ...fetch, keys: rootKeys(node.operation), output }
      const batch = {
        alias: '_entities',
        variable: 'representations',
        paths: [compilePath(path)],
        requires: node.requires ?? [],
        input: compileRewrites(node.inputRewrites),
        output,
      }
      return { kind: 'entities', ...fetch, batches: [batch] }
    }
    case 'BatchFetch':
      return {
        kind: 'entities',
        ...fetchOf(node),
        batches: node.entityBatch.aliases.map((alias) => ({
          alias: alias.alias,
          variable: alias.representationsVariableName,
          paths: alias.paths.map(compilePath),
          requires: alias.requires,
          input: compileRewrites(alias.inputRewrites),
          output: compileRewrites(alias.outputRewrites),
        })),
      }
    default:
      throw new Error(`The plan has a ${node.kind} node, which this gateway cannot run.`)
  }
}

function fetchOf(node: PlanNode & { kind: 'Fetch' | 'BatchFetch' }): Fetch {
  return {
    subgraph: node.serviceName,
    query: node.operation,
    operation: node.operationKind === 'mutation' ? 'mutation' : 'query',
    variables: node.variableUsages ?? [],
  }
}

function rootKeys(operation: string): string[] {
  return parse(operation, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind !== Kind.OPERATION_DEFINITION
      ? []
      : definition.selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : [],
        ),
  )
}
