// Carries out $merge: each document meets the one that stands in the target collection.
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import type { MergeTarget } from '../engine/pipeline.ts'
import { valueAt } from '../engine/paths.ts'
import { documentOf, ObjectId, type Document } from '../bson/values.ts'
import type { Row } from '../planner/rows.ts'
import { namespaceOf, type Context } from './context.ts'
import { checkSize, prepared, validate } from './documents.ts'
import { refuse } from './errors.ts'
import { rowsFor } from './query.ts'
import { tableFor } from './statements.ts'
import { attempt } from './write-queue.ts'

/** Documents merged in one transaction. */
const chunk = 200
/** A document that others keep changing under us is given up after so many tries. */
const mostTries = 10

/** Merges all results into the target. What is merged when an error comes stays merged, as in MongoDB. */
export async function mergeInto(
  context: Context,
  target: MergeTarget,
  results: AsyncIterable<Document>,
): Promise<void> {
  const namespace = namespaceOf(target.database ?? context.database, target.collection, 'aggregate')
  checkUnique(context, namespace, target.on)
  let waiting: Document[] = []
  for await (const document of results) {
    waiting.push(document)
    if (waiting.length < chunk) continue
    await mergeAll(context, namespace, target, waiting)
    waiting = []
  }
  await mergeAll(context, namespace, target, waiting)
}

/** `on` must be unique in the target, so that a document meets one other at most (MongoDB 51183). */
function checkUnique({ parts }: Context, namespace: string, on: readonly string[]): void {
  if (on.length === 1 && on[0] === '_id') return
  const table = parts.catalogue.tables.get(namespace)
  const unique = table?.indexes.some(
    ({ unique, building, partialFilter, fields }) =>
      unique &&
      !building &&
      !partialFilter &&
      fields.length === on.length &&
      fields.every(({ path }) => on.includes(path)),
  )
  if (!unique) refuse(51183, 'Cannot find index to verify that join fields will be unique')
}

async function mergeAll(
  context: Context,
  namespace: string,
  target: MergeTarget,
  documents: readonly Document[],
): Promise<void> {
  let left = documents
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === mostTries)
      refuse(112, `$merge into ${namespace} met too many concurrent changes; run it again`)
    const planned: { incoming: Document; standing: Row | undefined; result: Document | undefined }[] = []
    for (const received of left) {
      context.tick()
      // Where documents meet by other fields, one without an _id takes that of the standing one.
      const incoming =
        received.has('_id') || !target.on.includes('_id')
          ? received
          : new Map([['_id', new ObjectId(context.parts.newId())], ...received])
      const standing = standingFor(context, namespace, target.on, incoming)
      planned.push({ incoming, standing, result: await target.combine(standing?.document, incoming) })
    }
    left = await attempt(context.parts.writes, () =>
      planned
        .filter(
          ({ incoming, standing, result }) => !put(context, namespace, target.on, incoming, standing, result),
        )
        .map(({ incoming }) => incoming),
    )
  }
}

/** Writes one result; false when the standing document has changed since it was read. */
function put(
  context: Context,
  namespace: string,
  on: readonly string[],
  incoming: Document,
  standing: Row | undefined,
  result: Document | undefined,
): boolean {
  const now = standingFor(context, namespace, on, incoming)
  if (standing ? !now?.raw.equals(standing.raw) : now !== undefined) return false
  if (!result) return true
  const table = tableFor(context, namespace)
  validate(table, result)
  if (!now) {
    const { document, raw } = prepared(result, context.parts.newId)
    table.insert(raw, document)
    return true
  }
  const before = decode(now.raw)
  const after: Document = new Map([['_id', before.get('_id') ?? null], ...result])
  if (!after.get('_id') || Buffer.compare(encode(idOf(after)), encode(idOf(before))) !== 0)
    refuse(66, '$merge failed to update the matching document: the _id may not change')
  table.replace(now.key, before, checkSize(encode(after)), after)
  return true
}

const idOf = (document: Document): Document => documentOf(['_id', document.get('_id') ?? null])

function standingFor(
  context: Context,
  namespace: string,
  on: readonly string[],
  incoming: Document,
): Row | undefined {
  const table = context.parts.catalogue.tables.get(namespace)
  if (!table) return undefined
  const filter: Document = new Map()
  for (const field of on) {
    const value = valueAt(incoming, field.split('.'))
    if (value === undefined || value === null || Array.isArray(value))
      return refuse(
        51132,
        `$merge write error: 'on' field '${field}' cannot be missing, null, undefined or an array`,
      )
    filter.set(field, documentOf(['$eq', value]))
  }
  const query = { filter, sort: new Map(), hint: undefined, limit: 1 }
  for (const row of rowsFor(context.parts.keyspace, table, query, context.environment())) if (row) return row
  return undefined
}
