// Compiles an update (operators, replacement or pipeline) into a change of one document.
import { equal, identical } from '../bson/compare.ts'
import type { Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { compileFilter, type Match } from './filter.ts'
import { type Path, positionOf } from './paths.ts'
import { type Change, unchanged } from './update-contract.ts'
import { changes } from './update-operators.ts'
import {
  type ArrayFilters,
  checkConflicts,
  comparePaths,
  filterNames,
  placesOf,
  putAt,
  removeAt,
  updatePath,
  valueAtPlace,
} from './update-path.ts'
import { checkTimestamp } from './stored-id.ts'
import { compileUpdatePipeline } from './update-pipeline.ts'
import { copy, copyDocument, type Document, isDocument, type Value, typeOf } from '../bson/values.ts'

/** What an update may be. */
export type UpdateSpec = Document | readonly Document[]

/** A compiled update. */
export interface Update {
  readonly kind: 'operators' | 'replacement' | 'pipeline'
  /**
   * The changed document, or undefined when nothing changes. The given document is not touched.
   * `match` carries the position for `$`; `inserting` turns `$setOnInsert` on.
   */
  apply(document: Document, match?: Match, inserting?: boolean): Document | undefined
}

/** Options of the update command. */
export interface UpdateOptions {
  readonly arrayFilters?: readonly Document[]
}

/** Compiles an update. @throws MongoError 9, 40, 52, 56, 66 and others as MongoDB. */
export function compileUpdate(spec: UpdateSpec, env: Environment, options: UpdateOptions = {}): Update {
  if (!(spec instanceof Map)) {
    if (options.arrayFilters?.length) fail(9, 'arrayFilters may not be specified for pipeline-style updates')
    const run = compileUpdatePipeline(spec, env)
    return { kind: 'pipeline', apply: (document) => settle(document, run(document)) }
  }
  const [first] = spec.keys()
  return first?.startsWith('$') ? operators(spec, env, options) : replacement(spec, options)
}

function replacement(spec: Document, options: UpdateOptions): Update {
  if (options.arrayFilters?.length) fail(9, 'arrayFilters may not be specified for replacement-style updates')
  for (const [key, value] of spec) {
    checkTimestamp(key, value)
    if (key.startsWith('$'))
      fail(
        52,
        `The dollar ($) prefixed field '${key}' in '${key}' is not allowed in the context of an update's replacement document.`,
      )
  }
  return { kind: 'replacement', apply: (document) => settle(document, copyDocument(spec)) }
}

/** Keeps `_id` (and keeps it first), and answers undefined when nothing changed. */
function settle(before: Document, after: Document): Document | undefined {
  const id = before.get('_id')
  if (id === undefined) return after
  const newId = after.get('_id')
  if (newId !== undefined && !equal(id, newId)) immutable('_id')
  const result: Document = new Map([['_id', id]])
  for (const [key, value] of after) if (key !== '_id') result.set(key, value)
  return identical(before, result) ? undefined : result
}

function immutable(path: string): never {
  return fail(66, `Performing an update on the path '${path}' would modify the immutable field '_id'`)
}

interface Step {
  readonly operator: string
  readonly path: Path
  readonly change: Change
  /** Where `$rename` takes the value from. */
  readonly source?: Path
}

function operators(spec: Document, env: Environment, options: UpdateOptions): Update {
  const steps: Step[] = []
  for (const [operator, fields] of spec) {
    if (operator === '$bit') fail(115, '$bit is not supported by the embedded store')
    if (!Object.hasOwn(changes, operator) && operator !== '$rename') {
      fail(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      )
    }
    if (!isDocument(fields)) {
      return fail(
        9,
        `Modifiers operate on fields but we found type ${typeOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${typeOf(fields)}}`,
      )
    }
    for (const [field, operand] of fields) steps.push(stepOf(operator, field, operand, env))
  }
  const filters = arrayFiltersOf(options.arrayFilters ?? [], steps, env)
  checkConflicts(steps.flatMap(({ path, source }) => (source ? [source, path] : [path])))
  steps.sort((a, b) => comparePaths(a.source ?? a.path, b.source ?? b.path))
  return {
    kind: 'operators',
    apply: (document, match, inserting) => applySteps(document, steps, filters, match, inserting === true),
  }
}

function stepOf(operator: string, field: string, operand: Value, env: Environment): Step {
  if (operator === '$rename') return renameOf(field, operand)
  const path = updatePath(field)
  const compile = changes[operator]
  if (!compile) return fail(9, `Unknown modifier: ${operator}`)
  return { operator, path, change: compile(operand, field, env) }
}

function renameOf(field: string, operand: Value): Step {
  if (typeof operand !== 'string')
    return fail(2, `The 'to' field for $rename must be a string: ${field}: ${typeOf(operand)}`)
  if (operand.includes('\0')) fail(2, "The 'to' field for $rename cannot contain an embedded null byte")
  const source = updatePath(field)
  const path = updatePath(operand)
  for (const part of [...source, ...path]) {
    if (part.startsWith('$')) fail(2, `The source and target field for $rename must not be dynamic: ${field}`)
  }
  if (field === operand)
    fail(2, `The source and target field for $rename must differ: ${field}: "${operand}"`)
  return { operator: '$rename', path, source, change: () => unchanged }
}

/** Compiles the array filters. @throws MongoError 9 or 2 for wrong, unknown or unused names. */
function arrayFiltersOf(specs: readonly Document[], steps: readonly Step[], env: Environment): ArrayFilters {
  const filters = new Map<string, (element: Value) => boolean>()
  for (const spec of specs) {
    const names = new Set(topNames(spec))
    const [name] = names
    if (name === undefined)
      return fail(9, 'Cannot use an expression without a top-level field name in arrayFilters')
    if (names.size > 1)
      fail(
        9,
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      )
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      fail(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      )
    if (filters.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`)
    const test = compileFilter(spec, { ...env, inside: true })
    filters.set(name, (element) => test(new Map([[name, element]])))
  }
  const used = new Set(steps.flatMap(({ path }) => filterNames(path)))
  for (const name of used) {
    if (!filters.has(name)) fail(2, `No array filter found for identifier '${name}'`)
  }
  for (const name of filters.keys()) {
    if (!used.has(name)) fail(9, `The array filter for identifier '${name}' was not used in the update`)
  }
  return filters
}

function topNames(spec: Document): string[] {
  return [...spec].flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? key]
    return Array.isArray(value) ? value.flatMap((part) => (isDocument(part) ? topNames(part) : [])) : []
  })
}

function applySteps(
  before: Document,
  steps: readonly Step[],
  filters: ArrayFilters,
  match: Match | undefined,
  inserting: boolean,
): Document | undefined {
  const document = copyDocument(before)
  let changed = false
  // Which elements are meant is settled on the document as it was, before any of them is changed.
  const planned = steps
    .filter(({ operator }) => operator !== '$setOnInsert' || inserting)
    .map((step) => ({ step, places: placesOf(before, step.path, match, filters) }))
  if (planned.some(({ step, places }) => places[0] !== step.path))
    checkConflicts(planned.flatMap(({ step, places }) => [...(step.source ? [step.source] : []), ...places]))
  for (const { step, places } of planned)
    if (step.source) changed = rename(document, step.source, step.path) || changed
    else for (const place of places) changed = applyAt(document, place, step) || changed
  if (!changed) return undefined
  const id = before.get('_id')
  if (id !== undefined && !identical(id, document.get('_id'))) {
    const path =
      steps.find((step) => step.path[0] === '_id' || step.source?.[0] === '_id')?.path.join('.') ?? '_id'
    if (!inserting || !equal(id, document.get('_id'))) immutable(path)
  }
  return document
}

function applyAt(document: Document, place: Path, { operator, change }: Step): boolean {
  const old = valueAtPlace(document, place)
  if (old === undefined && (operator.startsWith('$pull') || operator === '$pop'))
    checkWay(document, place, operator === '$pop' ? 28 : 2)
  const result = change(old, place.join('.'))
  if (result === unchanged) return false
  if (result === undefined) {
    if (old === undefined) return false
    removeAt(document, place)
    return operator !== '$unset' || old !== null || valueAtPlace(document, place) === undefined
  }
  if (old !== undefined && identical(old, result)) return false
  putAt(document, place, copy(result))
  return true
}

function rename(document: Document, source: Path, target: Path): boolean {
  const value = valueAtPlace(document, source)
  for (const [path, word] of [
    [source, 'source'],
    [target, 'destination'],
  ] as const) {
    for (let length = 1; length < path.length; length++) {
      if (Array.isArray(valueAtPlace(document, path.slice(0, length)))) {
        if (value === undefined && word === 'destination') continue
        fail(
          2,
          `The ${word} field cannot be an array element, '${path.join('.')}' in doc with an array field called '${path[length - 1]}'`,
        )
      }
    }
  }
  if (value === undefined) {
    checkWay(document, source)
    return false
  }
  removeAt(document, source)
  putAt(document, target, value)
  return true
}

/** @throws MongoError 28 when a scalar stands in the way of a path, `forArray` for an array whose elements it does not name. */
function checkWay(document: Document, path: Path, forArray = 28): void {
  for (let length = 1; length < path.length; length++) {
    const value = valueAtPlace(document, path.slice(0, length))
    if (value === undefined || isDocument(value)) continue
    if (Array.isArray(value) && positionOf(path[length]) !== undefined) continue
    fail(
      Array.isArray(value) ? forArray : 28,
      `cannot use the part (${path[length]} of ${path.join('.')}) to traverse the element ({${path[length - 1]}: ${typeOf(value)}})`,
    )
  }
}
