// Runs a case on a server and puts the outcome into a text that two servers share exactly when they agree.
import { type Connection, batchOf, documentsIn } from '../conformance/behaviour/connection.ts'
import { MongoError } from '../bson/errors.ts'
import {
  documentOf,
  isDocument,
  ObjectId,
  toWhole,
  typeOf,
  type Document,
  type Value,
} from '../bson/values.ts'
import type { PeerCase } from './case.ts'

/** What came of a case: an answer in canonical text, or the number of an error. */
export type Outcome = { readonly answer: string } | { readonly error: number; readonly message: string }

/** Runs a case on a database of its own; `asBag` where the order of what is found is not to be compared. */
export async function outcomeOf(
  connection: Connection,
  one: PeerCase,
  database: string,
  asBag = false,
): Promise<Outcome> {
  const run = async (...fields: (readonly [string, Value])[]): Promise<Document> => {
    const reply = await connection.run(documentOf(...fields, ['$db', database]))
    const [failed] = documentsIn(reply.get('writeErrors'))
    if (failed) throw new MongoError(toWhole(failed.get('code')) ?? 0, String(failed.get('errmsg')))
    return reply
  }
  try {
    await run(['insert', 'cases'], ['documents', [...one.documents]])
    const reply = await run([one.name, 'cases'], ...one.fields)
    const seen: Value[] = [answerIn(one.name, reply, !asBag && isOrdered(one.fields))]
    if (['update', 'delete', 'findAndModify'].includes(one.name))
      seen.push(batchOf(await run(['find', 'cases'], ['sort', documentOf(['_id', 1])], ['batchSize', 1000])))
    return { answer: text(seen) }
  } catch (error) {
    if (!(error instanceof MongoError)) throw error
    return { error: error.code, message: error.message }
  }
}

function answerIn(name: string, reply: Document, ordered: boolean): Value {
  if (name === 'count') return toWhole(reply.get('n')) ?? null
  // Order among distinct values is not promised.
  if (name === 'distinct') return [...list(reply.get('values'))].map(text).sort()
  if (name === 'update' || name === 'delete')
    return [
      toWhole(reply.get('n')) ?? null,
      toWhole(reply.get('nModified')) ?? 0,
      list(reply.get('upserted')).length,
    ]
  if (name === 'findAndModify') return reply.get('value') ?? null
  const found = batchOf(reply)
  return ordered ? found : found.map(text).sort()
}

const unordered = new Set(['$group', '$sortByCount', '$bucket'])

/** Groups come in any order. */
function isOrdered(fields: PeerCase['fields']): boolean {
  const stages = documentsIn(new Map(fields).get('pipeline'))
  return !stages.some((stage) => [...stage.keys()].some((name) => unordered.has(name)))
}

const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : [])

/** A value with its types; ids made by a server count as one. */
export function text(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (isDocument(value)) return `{${[...value].map(([key, part]) => `${key}:${text(part)}`).join(',')}}`
  if (value instanceof ObjectId) return value.toHexString() === '65f000000000000000000001' ? 'id' : 'new id'
  if (value instanceof Date) return `date ${value.getTime()}`
  const type = typeOf(value)
  return type === 'string' || type === 'null' || type === 'bool'
    ? JSON.stringify(value)
    : `${type} ${typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : String(value)}`
}
