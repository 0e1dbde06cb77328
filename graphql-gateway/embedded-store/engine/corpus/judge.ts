// Runs one corpus case through the engine and judges the answer: right, refused, another number, or silently wrong.
import {
  compare,
  copyDocument,
  Decimal128,
  type Document,
  Double,
  type Environment,
  isDocument,
  MongoError,
  toWhole,
  typeOf,
  type Value,
} from '../index.ts'
import { compileAddFields } from '../add-fields.ts'
import { compileFilter, compileProject, compileProjection, compileUpdate, upsertDocument } from '../index.ts'
import {
  aggregate,
  type Database,
  distinct,
  documentOr,
  environmentOf,
  find,
  remove,
  update,
} from './memory-collection.ts'

/** The verdicts of the corpus's README; `elsewhere` is a case about the commands and not the engine. */
export type Verdict = 'pass' | 'refused' | 'code' | 'silent' | 'elsewhere'

/** A verdict with what was seen, for a report. */
export interface Judgement {
  readonly verdict: Verdict
  readonly actual: Value | Error
}

class Elsewhere extends Error {}

/** Datasets by id. */
export type Datasets = ReadonlyMap<string, readonly Document[]>

const documentsIn = (value: Value | undefined): Document[] =>
  Array.isArray(value) ? value.filter((item) => isDocument(item)) : []

/** Judges a case of `file` (`expressions`, `pipelines`, `filters`, `updates`). */
export async function judge(file: string, test: Document, datasets: Datasets): Promise<Judgement> {
  const wanted = test.get('error')
  try {
    const outcome = await runCase(file, test, datasets)
    if (wanted !== undefined) return { verdict: 'silent', actual: outcome.actual }
    return { verdict: outcome.right ? 'pass' : 'silent', actual: outcome.actual }
  } catch (error) {
    if (error instanceof Elsewhere) return { verdict: 'elsewhere', actual: error }
    if (!(error instanceof MongoError)) throw error
    if (wanted === undefined) return { verdict: 'refused', actual: error }
    return { verdict: wanted === true || wanted === error.code ? 'pass' : 'code', actual: error }
  }
}

interface Outcome {
  readonly right: boolean
  readonly actual: Value
}

async function runCase(file: string, test: Document, datasets: Datasets): Promise<Outcome> {
  if (file === 'expressions') return expression(test)
  const database: Database = new Map()
  for (const [name, id] of documentOr(test.get('data')))
    database.set(name, (datasets.get(String(id)) ?? []).map(copyDocument))
  if (test.get('kind') !== undefined && typeof test.get('data') === 'string') {
    database.set(String(test.get('coll')), (datasets.get(String(test.get('data'))) ?? []).map(copyDocument))
  }
  const env = environmentOf(database, test.get('let'))
  if (file === 'pipelines') return pipeline(test, database, env)
  if (file === 'filters') return query(test, database, env)
  return test.get('kind') === 'document' ? documentUpdate(test, env) : command(test, database)
}

function expression(test: Document): Outcome {
  const document = documentOr(test.get('document'))
  const env = environmentOf(new Map(), test.get('let'))
  const stage = test.get('stage')
  const spec = documentOr(test.get('spec'))
  let actual: Document
  if (stage === 'find') {
    const filter = compileFilter(documentOr(test.get('filter')), env)
    actual = compileProjection(spec, env, { filter })(document)
  } else if (stage === '$project') actual = compileProject(spec, env)(document)
  else if (stage === '$addFields' || stage === '$set') actual = compileAddFields(spec, env)(document)
  else throw new Elsewhere(`stage ${String(stage)}`)
  const expected = test.get('expected')
  return { right: same(expected, actual, test.get('loose') === true), actual }
}

async function pipeline(test: Document, database: Database, env: Environment): Promise<Outcome> {
  const coll = test.get('coll')
  const specs = test.get('pipeline')
  if (!Array.isArray(specs)) throw new Elsewhere('a pipeline that is not an array')
  const stages = specs.map((spec) => documentOr(spec))
  const actual = await aggregate(database, typeof coll === 'string' ? coll : undefined, stages, env)
  const target = test.get('target')
  const after = test.get('after')
  if (typeof target === 'string' && after !== undefined) {
    const stands = database.get(target) ?? []
    return { right: sameList(after, stands, false, true), actual: stands }
  }
  return {
    right: sameList(test.get('expected'), actual, test.get('ordered') === true, test.get('loose') === true),
    actual,
  }
}

function query(test: Document, database: Database, env: Environment): Outcome {
  if (documentOr(test.get('sort')).has('$natural')) throw new Elsewhere('$natural order')
  const documents = database.get(String(test.get('coll'))) ?? []
  const loose = test.get('loose') === true
  const cmd = test.get('cmd')
  if (cmd === 'count' && (test.has('skip') || test.has('limit'))) throw new Elsewhere('options of count')
  const found = find(
    documents,
    cmd === undefined ? test : new Map([['filter', test.get('filter') ?? null]]),
    env,
  )
  if (cmd === 'count') return { right: toWhole(test.get('expected')) === found.length, actual: found.length }
  const ordered = test.get('ordered') === true && cmd !== 'distinct'
  const actual: Value[] =
    cmd === 'distinct'
      ? distinct(found, String(test.get('key')))
      : test.has('ids')
        ? found.map((document) => document.get('_id') ?? null)
        : found
  return { right: sameList(test.get('ids') ?? test.get('expected'), actual, ordered, loose), actual }
}

function documentUpdate(test: Document, env: Environment): Outcome {
  const spec = test.get('update')
  const compiled = compileUpdate(isDocument(spec) ? spec : documentsIn(spec), env, {
    arrayFilters: documentsIn(test.get('arrayFilters')),
  })
  const filter = documentOr(test.get('filter'))
  const document = documentOr(test.get('document'))
  // A case that ends in an error has lost its `upsert`: an empty document the filter does not fit stood for it.
  const lost = test.has('error') && document.size === 0 && filter.size > 0
  if (test.get('upsert') === true || lost) {
    const actual = upsertDocument(filter, compiled)
    return { right: same(test.get('expected'), actual, false), actual }
  }
  const match = {}
  compileFilter(filter, env)(document, match)
  const actual = compiled.apply(document, match)
  if (test.get('noop') === true) return { right: actual === undefined, actual: actual ?? 'unchanged' }
  return { right: same(test.get('expected'), actual ?? document, false), actual: actual ?? 'unchanged' }
}

function command(test: Document, database: Database): Outcome {
  const coll = String(test.get('coll'))
  const documents = database.get(coll) ?? []
  const spec = documentOr(test.get('command'))
  const reply = documentOr(test.get('reply'))
  const statements = documentsIn(spec.get('updates') ?? spec.get('deletes'))
  const kind = test.get('kind')
  const aboutCommand = [40414, 40415, 14, 73].includes(toWhole(test.get('error')) ?? 0)
  if (
    aboutCommand ||
    statements[0]?.has('sort') ||
    kind === 'findAndModify' ||
    statements.length !== 1 ||
    reply.has('writeErrors')
  )
    throw new Elsewhere('the command')
  const [statement = new Map<string, Value>()] = statements
  if (kind === 'delete') {
    const n = remove(documents, statement, environmentOf(database, spec.get('let')))
    return { right: n === toWhole(reply.get('n')) && matchesAfter(test, documents), actual: n }
  }
  const { n, changed, upserted } = update(
    documents,
    statement,
    environmentOf(database, spec.get('let') ?? statement.get('c')),
  )
  const right =
    n === toWhole(reply.get('n')) &&
    (reply.get('nModified') === undefined || changed === toWhole(reply.get('nModified'))) &&
    (upserted ? 1 : 0) === (toWhole(reply.get('upserted')) ?? 0)
  return { right: right && matchesAfter(test, documents), actual: documents }
}

const matchesAfter = (test: Document, documents: Document[]): boolean =>
  !test.has('after') || sameList(test.get('after'), documents, false, false)

function sameList(
  expected: Value | undefined,
  actual: readonly Value[],
  ordered: boolean,
  loose: boolean,
): boolean {
  if (!Array.isArray(expected) || expected.length !== actual.length) return false
  if (ordered) return expected.every((value, i) => same(value, actual[i], loose))
  const left = [...actual]
  return expected.every((value) => {
    const place = left.findIndex((candidate) => same(value, candidate, loose))
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
}

/** Equality as the corpus's README asks: types and key order count, doubles within 1e-12, decimals by their text. */
export function same(a: Value | undefined, b: Value | undefined, loose: boolean): boolean {
  if (a === undefined || b === undefined) return a === b
  if (typeOf(a) !== typeOf(b)) return false
  if (isDocument(a) && isDocument(b)) {
    const [x, y] = [[...a], [...b]]
    return (
      x.length === y.length &&
      x.every(([key, value], i) => key === y[i]?.[0] && same(value, y[i]?.[1], loose))
    )
  }
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b, !loose, loose)
  if (a instanceof Double && b instanceof Double) {
    if (Object.is(a.value, b.value)) return true
    return Math.abs(a.value - b.value) <= 1e-12 * Math.max(Math.abs(a.value), Math.abs(b.value))
  }
  if (a instanceof Decimal128 && b instanceof Decimal128) return decimalText(a) === decimalText(b)
  return compare(a, b) === 0
}

function decimalText(value: Decimal128): string {
  const text = value.toString()
  return text.replace('.', '').length > 30 ? text.slice(0, 31) : text
}
