// Compiles an aggregation pipeline into a stream of documents; stages outside the allow-list are refused by name.
import type { Bindings, Documents, Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { bucketStages } from './stages/bucket.ts'
import { documentStages } from './stages/documents.ts'
import { groupStages } from './stages/group.ts'
import { joinStages } from './stages/join.ts'
import { type MergeTarget, type OutTarget, writingStages } from './stages/merge.ts'
import { orderStages } from './stages/order.ts'
import type { CompileStage, Stage, StageScope } from './stages/stage.ts'
import { windowStages } from './stages/window.ts'
import { type Document, isDocument, type Value } from '../bson/values.ts'

export type { MergeTarget, OutTarget } from './stages/merge.ts'

const stages: Readonly<Record<string, CompileStage>> = {
  ...documentStages,
  ...orderStages,
  ...groupStages,
  ...bucketStages,
  ...joinStages,
  ...windowStages,
}

/** Stages that compare no texts, or do it as a collation asks. */
const collated = new Set(['$match', '$sort', '$limit', '$skip', '$project', '$unset', '$count'])

const maxStages = 1000
const maxNesting = 20

/** A compiled pipeline. */
export interface Pipeline {
  /** Runs it; documents are read as they are asked for. `source` is ignored when the pipeline begins with `$documents`. */
  run(source: Documents): AsyncIterable<Document>
  /** What `$merge` or `$out` at the end wants done with the documents; the caller does it. */
  readonly target?: MergeTarget | OutTarget
}

/** Whether the allow-list has a stage. */
export function hasStage(name: string): boolean {
  return Object.hasOwn(stages, name) || Object.hasOwn(writingStages, name)
}

/**
 * Compiles a pipeline.
 * @throws MongoError 40324 for stages outside the allow-list, 40323 for a malformed stage, and the stages' own.
 */
export function compilePipeline(specs: readonly Document[], env: Environment): Pipeline {
  const scope = scopeOf(env, new Set(), 0)
  const last = specs[specs.length - 1]
  const name = last ? [...last.keys()][0] : undefined
  const write = name !== undefined && Object.hasOwn(writingStages, name) ? writingStages[name] : undefined
  const steps = compileStages(write ? specs.slice(0, -1) : specs, scope)
  const run = (source: Documents): AsyncIterable<Document> => through(source, steps, undefined)
  if (!write || !last) return { run }
  return { run, target: write(entryOf(last)[1], scope) }
}

function scopeOf(env: Environment, names: ReadonlySet<string>, depth: number): StageScope {
  return {
    env,
    names,
    pipeline(specs, more = []) {
      if (depth >= maxNesting) fail(15, `Maximum number of nested pipelines exceeded: ${maxNesting}`)
      const inner = scopeOf(env, new Set([...names, ...more]), depth + 1)
      const steps = compileStages(specs, inner)
      return (source, bindings) => through(source, steps, bindings)
    },
  }
}

function entryOf(spec: Document): [string, NonNullable<ReturnType<Document['get']>> | null] {
  const [entry] = spec
  if (!entry || spec.size !== 1) {
    return fail(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  return entry
}

function compileStages(specs: readonly Document[], scope: StageScope): Stage[] {
  if (specs.length > maxStages) fail(7749501, `Pipeline length must be no longer than ${maxStages} stages`)
  return specs.map((spec, i) => {
    const [name, operand] = entryOf(spec)
    const compile = Object.hasOwn(stages, name) ? stages[name] : undefined
    if (!compile && Object.hasOwn(writingStages, name)) {
      return fail(40601, `${name} can only be the final stage in the pipeline`)
    }
    if (!compile) return fail(40324, `Unrecognized pipeline stage name: '${name}'`)
    if (scope.env.collation && !collated.has(name) && !countsAll(name, operand))
      fail(115, `${name} under a collation is not supported by the embedded store`)
    if (name === '$documents' && i > 0)
      fail(40602, '$documents is only valid as the first stage in a pipeline')
    return compile(operand, scope, name)
  })
}

/** The `$group` of countDocuments: one group, a sum. */
function countsAll(name: string, operand: Value | null): boolean {
  if (name !== '$group' || !isDocument(operand)) return false
  const { _id, ...sums } = Object.fromEntries(operand)
  return (
    typeof _id === 'number' &&
    Object.values(sums).every((sum) => isDocument(sum) && [...sum.keys()].join() === '$sum')
  )
}

async function* through(
  source: Documents,
  steps: readonly Stage[],
  bindings: Bindings | undefined,
): AsyncGenerator<Document> {
  let stream: Documents = source
  for (const step of steps) stream = step(stream, bindings)
  yield* stream
}
