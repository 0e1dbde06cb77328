// A collection in memory, just enough of the commands to run the corpus through the engine.
import { checkId } from '../stored-id.ts'
import {
  compare,
  compileFilter,
  compilePipeline,
  compileProjection,
  compileSort,
  compileUpdate,
  type Document,
  type Environment,
  equal,
  isDocument,
  keyOf,
  type Match,
  MongoError,
  ObjectId,
  pathOf,
  toWhole,
  type Update,
  upsertDocument,
  type Value,
  walk,
} from '../index.ts'

/** Collections by name. */
export type Database = Map<string, Document[]>

const now = new Date('2026-11-22T00:00:00Z')

/** Reads a part of a command. */
export const documentOr = (value: Value | undefined, fallback: Document = new Map()): Document =>
  isDocument(value) ? value : fallback
const documentsOf = (value: Value | undefined): Document[] =>
  Array.isArray(value) ? value.filter((item) => isDocument(item)) : []

/** What the engine is given: other collections, the command's `let`, and a bound on time. */
export function environmentOf(database: Database, variables?: Value): Environment {
  const end = Date.now() + 5000
  return {
    now,
    random: () => 0.5,
    ...(isDocument(variables) ? { variables } : {}),
    collection: (name) => ({ documents: () => database.get(name) ?? [] }),
    tick() {
      if (Date.now() > end) throw new MongoError(50, 'operation exceeded time limit')
    },
  }
}

/** A find: filter, sort, skip, limit and projection. */
export function find(documents: readonly Document[], options: Document, env: Environment): Document[] {
  const filter = compileFilter(documentOr(options.get('filter')), env)
  const sort = options.has('sort') ? compileSort(documentOr(options.get('sort'))) : undefined
  const project = compileProjection(documentOr(options.get('projection')), env, { filter })
  const found = documents.filter((document) => filter(document))
  if (sort) found.sort(sort.compare)
  const skip = toWhole(options.get('skip')) ?? 0
  const limit = toWhole(options.get('limit')) ?? 0
  return found.slice(skip, limit ? skip + Math.abs(limit) : undefined).map((document) => project(document))
}

/** The distinct values at a path over the documents found. */
export function distinct(documents: readonly Document[], key: string): Value[] {
  const values = new Map<string, Value>()
  for (const document of documents) {
    walk(document, pathOf(key), true, (value) => {
      for (const item of Array.isArray(value) ? value : [value])
        if (item !== undefined) values.set(keyOf(item), item)
      return false
    })
  }
  return [...values.values()].sort(compare)
}

/** Runs a pipeline, writing what `$merge` asks for. */
export async function aggregate(
  database: Database,
  collection: string | undefined,
  specs: readonly Document[],
  env: Environment,
): Promise<Document[]> {
  const pipeline = compilePipeline(specs, env)
  const results: Document[] = []
  for await (const document of pipeline.run(database.get(collection ?? '') ?? [])) results.push(document)
  const { target } = pipeline
  if (!target) return results
  if (!('combine' in target)) {
    const all: Document[] = []
    for await (const document of results) {
      checkId(document.get('_id') ?? null)
      all.push(document)
    }
    database.set(target.collection, all)
    return []
  }
  const into = database.get(target.collection) ?? []
  database.set(target.collection, into)
  for (const document of results) {
    const place = into.findIndex((standing) =>
      target.on.every((path) => equal(standing.get(path), document.get(path))),
    )
    const stored = await target.combine(into[place], document)
    if (Array.isArray(stored?.get('_id'))) throw new MongoError(53, "The '_id' value cannot be of type array")
    if (stored && place >= 0) into[place] = stored
    else if (stored) into.push(withId(stored))
  }
  return []
}

function withId(document: Document): Document {
  return document.has('_id') ? document : new Map<string, Value>([['_id', new ObjectId()], ...document])
}

/** What one update statement did. */
export interface Updated {
  readonly n: number
  readonly changed: number
  readonly upserted?: Document
}

/** One update statement. */
export function update(documents: Document[], statement: Document, env: Environment): Updated {
  const query = documentOr(statement.get('q'))
  const spec = statement.get('u')
  const compiled: Update = compileUpdate(isDocument(spec) ? spec : documentsOf(spec), env, {
    arrayFilters: documentsOf(statement.get('arrayFilters')),
  })
  const multi = statement.get('multi') === true
  if (multi && compiled.kind === 'replacement')
    throw new MongoError(9, 'multi update is not supported for replacement-style update')
  const filter = compileFilter(query, env)
  let [n, changed] = [0, 0]
  for (const [i, document] of documents.entries()) {
    const match: Match = {}
    if (!filter(document, match)) continue
    n++
    const result = compiled.apply(document, match)
    if (result) {
      documents[i] = result
      changed++
    }
    if (!multi) break
  }
  if (n > 0 || statement.get('upsert') !== true) return { n, changed }
  const upserted = withId(upsertDocument(query, compiled))
  documents.push(upserted)
  return { n: 1, changed: 0, upserted }
}

/** One delete statement. */
export function remove(documents: Document[], statement: Document, env: Environment): number {
  const filter = compileFilter(documentOr(statement.get('q')), env)
  const limit = toWhole(statement.get('limit')) ?? 0
  let removed = 0
  for (let i = 0; i < documents.length && (limit === 0 || removed < limit);) {
    const document = documents[i]
    if (document && filter(document)) {
      documents.splice(i, 1)
      removed++
    } else i++
  }
  return removed
}
