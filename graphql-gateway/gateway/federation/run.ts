// Takes the steps of a plan: fetches, merges answers into one tree, and puts errors where they belong.
import type { GraphQLError } from 'graphql'
import type { IsSubtype } from '../supergraph/supertypes.ts'
import type { GatewayContext, SubgraphError, SubgraphResponse, Transport } from '../transport/contract.ts'
import { responseKey } from './aliases.ts'
import { collect, noRepresentations, type Target } from './collect.ts'
import { fetchFailure, type PresentError } from './errors.ts'
import { isObject, type JsonObject } from './json.ts'
import { merge } from './merge.ts'
import { pathsTo } from './path.ts'
import type { EntityBatch, EntityStep, Fetch, RootStep, Step } from './plan.ts'
import { renamedKeys, rewriteAll } from './rewrite.ts'

/** Errors one fetch may add: a failed fetch of a hundred objects need not say so a hundred times. */
const errorsPerFetch = 10

/** One operation on its way. */
export interface Execution {
  /** The merged answers, in response keys. */
  readonly data: JsonObject
  readonly errors: GraphQLError[]
  /** Coerced variables. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Variables as the client gave them; subgraphs coerce for themselves. */
  readonly given: Readonly<Record<string, unknown>>
  readonly context: GatewayContext
  readonly isSubtype: IsSubtype
  readonly send: Transport
  readonly present: PresentError
}

/** Runs a step. Never throws: failures are in `errors`, and what depends on them is left out. */
export async function run(step: Step, execution: Execution): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const each of step.steps) await run(each, execution)
      return
    case 'parallel':
      await Promise.all(step.steps.map((each) => run(each, execution)))
      return
    case 'condition': {
      const chosen = execution.variables[step.variable] === true ? step.yes : step.no
      if (chosen) await run(chosen, execution)
      return
    }
    case 'root':
      return runRoot(step, execution)
    case 'entities':
      return runEntities(step, execution)
  }
}

async function runRoot(step: RootStep, execution: Execution): Promise<void> {
  const response = await send(step, variablesOf(step, execution), execution)
  if (isObject(response.data)) {
    rewriteAll(response.data, step.output, execution.isSubtype)
    merge(execution.data, response.data)
  }
  if (!response.errors?.length) return
  const renamed = renamedKeys(step.output)
  for (const error of bounded(response.errors)) {
    const path = error.path?.map((part) => (typeof part === 'string' ? (renamed.get(part) ?? part) : part))
    const paths = path?.length ? [path] : step.keys.map((key) => [renamed.get(key) ?? key])
    for (const each of bounded(paths)) addError(error, each, step, execution)
  }
}

async function runEntities(step: EntityStep, execution: Execution): Promise<void> {
  const variables = variablesOf(step, execution)
  const byVariable = new Map<string, ReturnType<typeof noRepresentations>>()
  const batches = step.batches.map((batch) => {
    const representations = byVariable.get(batch.variable) ?? noRepresentations()
    byVariable.set(batch.variable, representations)
    return { batch, targets: collect(execution.data, batch, representations, execution.isSubtype) }
  })
  if (batches.every(({ targets }) => targets.length === 0)) return
  for (const [name, { list }] of byVariable) variables[name] = list
  const response = await send(step, variables, execution)
  for (const { batch, targets } of batches) place(response.data?.[batch.alias], batch, targets, execution)
  if (response.errors?.length) placeErrors(response.errors, step, batches, execution)
}

/** An entity that several places wait for is copied, or a later merge into one would show in the others. */
function place(answer: unknown, batch: EntityBatch, targets: readonly Target[], execution: Execution): void {
  if (!Array.isArray(answer)) return
  rewriteAll(answer, batch.output, execution.isSubtype)
  const used = new Set<number>()
  for (const target of targets) {
    const entity: unknown = answer[target.place]
    if (!isObject(entity)) continue
    merge(target.object, used.has(target.place) ? structuredClone(entity) : entity)
    used.add(target.place)
  }
}

function placeErrors(
  errors: readonly SubgraphError[],
  step: EntityStep,
  batches: readonly { batch: EntityBatch; targets: readonly Target[] }[],
  execution: Execution,
): void {
  const targets = batches.flatMap((each) => each.targets)
  const paths = pathsTo(execution.data, new Set(targets.map((target) => target.object)))
  for (const error of bounded(errors)) {
    const [alias, index, ...rest] = error.path ?? []
    const concerned = batches.find(({ batch }) => batch.alias === alias)
    const renamed = renamedKeys(concerned?.batch.output ?? [])
    const suffix = rest.map((part) => (typeof part === 'string' ? (renamed.get(part) ?? part) : part))
    const waiting = (concerned?.targets ?? targets).filter(
      (target) => index === undefined || target.place === index,
    )
    for (const { object } of bounded(waiting))
      addError(error, [...(paths.get(object) ?? []), ...suffix], step, execution)
    if (waiting.length === 0) addError(error, undefined, step, execution)
  }
}

function addError(
  error: SubgraphError,
  path: readonly (string | number)[] | undefined,
  fetch: Fetch,
  execution: Execution,
): void {
  execution.errors.push(execution.present(error, path?.map(responseKey), fetch, execution.context))
}

async function send(fetch: Fetch, variables: JsonObject, execution: Execution): Promise<SubgraphResponse> {
  const { subgraph, query, operation } = fetch
  try {
    return await execution.send({ subgraph, query, operation, variables, context: execution.context })
  } catch (thrown) {
    return { errors: [fetchFailure(thrown, fetch)] }
  }
}

function variablesOf(fetch: Fetch, { given, variables }: Execution): JsonObject {
  const used: JsonObject = {}
  for (const name of fetch.variables) {
    if (Object.hasOwn(given, name)) used[name] = given[name]
    else if (Object.hasOwn(variables, name)) used[name] = variables[name]
  }
  return used
}

function bounded<T>(items: readonly T[]): readonly T[] {
  return items.length > errorsPerFetch ? items.slice(0, errorsPerFetch) : items
}
