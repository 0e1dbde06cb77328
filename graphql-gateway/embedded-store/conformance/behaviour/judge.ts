// Runs one case of the behaviour corpus through the store's commands and judges the answer.
import { compare } from '../../bson/compare.ts'
import { MongoError } from '../../bson/errors.ts'
import {
  Decimal128,
  type Document,
  documentOf,
  Double,
  isDocument,
  toWhole,
  typeOf,
  type Value,
} from '../../bson/values.ts'
import { documentOr } from '../extended-json.ts'
import { batchOf, type Connection, documentsIn } from './connection.ts'

/** The verdicts of the corpus's README: right, refused though a value was due, another number, silently wrong. */
export type Verdict = 'pass' | 'refused' | 'code' | 'silent'

/** A verdict with what was seen, for a report. */
export interface Judgement {
  readonly verdict: Verdict
  readonly actual: Value | Error
}

/** Datasets by id. */
export type Datasets = ReadonlyMap<string, readonly Document[]>

/** A case on its way through the store: its own database, filled with its data. */
interface Case {
  readonly test: Document
  readonly database: string
  /** Runs a command on the case's database. */
  run(...fields: (readonly [string, Value | undefined])[]): Promise<Document>
}

interface Outcome {
  readonly right: boolean
  readonly actual: Value
}

const everything = 1_000_000

/** Judges cases of a file (`expressions`, `pipelines`, `filters`, `updates`) on a store. */
export function createJudge(connection: Connection, datasets: Datasets) {
  /** Databases by what stands in them; those of cases that write are filled for each. */
  const filled = new Map<string, string>()
  let made = 0

  async function fill(data: ReadonlyMap<string, readonly Document[]>, key: string | null): Promise<string> {
    const known = key === null ? undefined : filled.get(key)
    if (known !== undefined) return known
    const database = `case${made++}`
    for (const [collection, documents] of data)
      for (let at = 0; at < documents.length; at += 500)
        await connection.run(
          documentOf(['insert', collection], ['documents', documents.slice(at, at + 500)], ['$db', database]),
        )
    if (key !== null) filled.set(key, database)
    return database
  }

  async function prepare(file: string, test: Document): Promise<Case> {
    const kind = test.get('kind')
    const data = test.get('data')
    const coll = String(test.get('coll'))
    const dataset = (id: Value): readonly Document[] => datasets.get(String(id)) ?? []
    let collections = new Map<string, readonly Document[]>()
    if (file === 'expressions' || kind === 'document')
      collections.set('c', startsEmpty(test) ? [] : [documentOr(test.get('document'))])
    else if (typeof data === 'string') collections.set(coll, dataset(data))
    else collections = new Map([...documentOr(data)].map(([name, id]) => [name, dataset(id)]))
    const writes = file === 'expressions' || file === 'updates' || test.has('target')
    const database = await fill(collections, writes ? null : JSON.stringify([...documentOr(data)]))
    return {
      test,
      database,
      run: (...fields) => {
        const given = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
        return connection.run(documentOf(...given, ['$db', database]))
      },
    }
  }

  return async function judge(file: string, test: Document): Promise<Judgement> {
    const wanted = test.get('error')
    const prepared = await prepare(file, test)
    const run = runners[file === 'updates' ? String(test.get('kind')) : file] ?? command
    try {
      const { right, actual } = await run(prepared)
      return { verdict: right && wanted === undefined ? 'pass' : 'silent', actual }
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      if (wanted === undefined) return { verdict: 'refused', actual: error }
      return { verdict: wanted === true || wanted === error.code ? 'pass' : 'code', actual: error }
    }
  }
}

/** A case that ends in an error has lost its `upsert`: an empty document the filter does not fit stood for it. */
const startsEmpty = (test: Document): boolean =>
  test.get('upsert') === true ||
  (test.get('kind') === 'document' &&
    test.has('error') &&
    documentOr(test.get('document')).size === 0 &&
    documentOr(test.get('filter')).size > 0)

const runners: Readonly<Record<string, (one: Case) => Promise<Outcome>>> = {
  expressions: expression,
  pipelines: pipeline,
  filters: query,
  document: documentUpdate,
}

const cursor = documentOf(['batchSize', everything])

async function expression({ test, run }: Case): Promise<Outcome> {
  const spec = test.get('spec') ?? null
  const reply =
    test.get('stage') === 'find'
      ? await run(
          ['find', 'c'],
          ['filter', test.get('filter')],
          ['projection', spec],
          ['let', test.get('let')],
        )
      : await run(
          ['aggregate', 'c'],
          ['pipeline', [documentOf([String(test.get('stage')), spec])]],
          ['cursor', cursor],
          ['let', test.get('let')],
        )
  const [found = null] = batchOf(reply)
  const actual = found && withoutOwnId(test, found)
  return { right: same(test.get('expected'), actual ?? undefined, test.get('loose') === true), actual }
}

/** A document that came without an _id is compared without the one it was given. */
function withoutOwnId(test: Document, found: Document): Document {
  return documentOr(test.get('document')).has('_id') || documentOr(test.get('expected')).has('_id')
    ? found
    : new Map([...found].filter(([key]) => key !== '_id'))
}

async function pipeline({ test, run }: Case): Promise<Outcome> {
  const reply = await run(
    ['aggregate', test.get('coll') ?? 1],
    ['pipeline', test.get('pipeline')],
    ['cursor', cursor],
    ['let', test.get('let')],
  )
  const loose = test.get('loose') === true
  const target = test.get('target')
  if (typeof target === 'string' && test.has('after')) {
    const actual = batchOf(await run(['find', target], ['batchSize', everything]))
    return { right: sameList(test.get('after'), actual, false, true), actual }
  }
  const actual = batchOf(reply)
  return { right: sameList(test.get('expected'), actual, test.get('ordered') === true, loose), actual }
}

async function query({ test, run }: Case): Promise<Outcome> {
  const coll = String(test.get('coll'))
  const loose = test.get('loose') === true
  const expected = test.get('ids') ?? test.get('expected')
  if (test.get('cmd') === 'count') {
    const reply = await run(
      ['count', coll],
      ['query', test.get('filter')],
      ['skip', test.get('skip')],
      ['limit', test.get('limit')],
    )
    const actual = reply.get('n') ?? null
    return { right: toWhole(expected) === toWhole(actual), actual }
  }
  if (test.get('cmd') === 'distinct') {
    const reply = await run(['distinct', coll], ['key', test.get('key')], ['query', test.get('filter')])
    const values = reply.get('values')
    const actual = Array.isArray(values) ? values : []
    return { right: sameList(expected, actual, false, loose), actual }
  }
  const options = ['filter', 'projection', 'sort', 'skip', 'limit', 'let']
  const reply = await run(['find', coll], ...options.map((name) => [name, test.get(name)] as const), [
    'batchSize',
    everything,
  ])
  const actual = batchOf(reply).map((found) => (test.has('ids') ? (found.get('_id') ?? null) : found))
  return { right: sameList(expected, actual, test.get('ordered') === true, loose), actual }
}

async function documentUpdate({ test, run }: Case): Promise<Outcome> {
  const statement = new Map<string, Value>([
    ['q', test.get('filter') ?? null],
    ['u', test.get('update') ?? null],
    ['upsert', startsEmpty(test)],
  ])
  const filters = test.get('arrayFilters')
  if (filters !== undefined) statement.set('arrayFilters', filters)
  throwWriteError(await run(['update', 'c'], ['updates', [statement]]))
  const [found = null] = batchOf(await run(['find', 'c']))
  const actual = found && withoutOwnId(test, found)
  const expected = test.get('noop') === true ? test.get('document') : test.get('expected')
  return { right: same(expected, actual ?? undefined, false), actual }
}

function throwWriteError(reply: Document): void {
  const [error] = documentsIn(reply.get('writeErrors'))
  if (error) throw new MongoError(toWhole(error.get('code')) ?? 0, String(error.get('errmsg')))
}

/** A whole update, delete or findAndModify command. */
async function command({ test, run }: Case): Promise<Outcome> {
  const reply = await run(...documentOr(test.get('command')))
  const wanted = documentOr(test.get('reply'))
  if (test.has('error') || !wanted.has('writeErrors')) throwWriteError(reply)
  const outcome = documentOr(reply.get('lastErrorObject'), reply)
  const number = (document: Document, field: string): number => toWhole(document.get(field)) ?? 0
  const errors = (document: Document): string =>
    documentsIn(document.get('writeErrors'))
      .map((error) => `${number(error, 'index')}:${number(error, 'code')}`)
      .join()
  const upserted = reply.get('upserted')
  const checks: Readonly<Record<string, () => boolean>> = {
    n: () => number(outcome, 'n') === number(wanted, 'n'),
    nModified: () => number(reply, 'nModified') === number(wanted, 'nModified'),
    upserted: () => (Array.isArray(upserted) ? upserted.length : 0) === number(wanted, 'upserted'),
    updatedExisting: () => outcome.get('updatedExisting') === wanted.get('updatedExisting'),
    writeErrors: () => errors(reply) === errors(wanted),
    value: () => same(wanted.get('value'), reply.get('value'), false),
  }
  let right = [...wanted.keys()].every((field) => checks[field]?.() ?? false)
  if (test.has('after')) {
    const left = batchOf(await run(['find', String(test.get('coll'))], ['batchSize', everything]))
    right &&= sameList(test.get('after'), left, false, false)
  }
  return { right, actual: reply }
}

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
