// Errors of commands: MongoDB's numbers and names, and how any failure becomes a reply.
import { codeNameOf, MongoError } from '../bson/errors.ts'
import { Double, ObjectId, documentOf, isNumeric, type Document, type Value } from '../bson/values.ts'
import { ParallelArraysError, TooManyKeysError } from '../bson/keys.ts'
import { DuplicateKeyError } from '../keyspace/table.ts'
import { UnknownHintError } from '../planner/plan.ts'

/** Refuses a command with MongoDB's number. */
export function refuse(code: number, message: string): never {
  throw new MongoError(code, message)
}

/** A document does not fit the collection's validator. */
export class ValidationError extends MongoError {
  readonly id: Value
  constructor(id: Value) {
    super(121, 'Document failed validation')
    this.id = id
  }
}

/** What a client learns of a failure; undefined for a fault of ours, which must end the transaction. */
export function describeFailure(error: unknown): Document | undefined {
  if (error instanceof DuplicateKeyError) return duplicateKey(error)
  if (error instanceof ParallelArraysError) return failure(171, error.message)
  if (error instanceof TooManyKeysError) return failure(201, error.message)
  if (error instanceof UnknownHintError)
    return failure(2, `error processing query: planner returned error :: caused by :: ${error.message}`)
  if (error instanceof ValidationError) {
    const document = failure(error.code, error.message)
    return document.set('errInfo', documentOf(['failingDocumentId', error.id], ['details', new Map()]))
  }
  if (error instanceof MongoError) return failure(error.code, error.message)
  return undefined
}

function failure(code: number, message: string): Document {
  return documentOf(['code', code], ['codeName', codeNameOf(code)], ['errmsg', message])
}

function duplicateKey({ collection, index, pattern, values }: DuplicateKeyError): Document {
  const shown = pattern.map(({ path }, i) => `${path}: ${show(values[i] ?? null)}`).join(', ')
  const key: Document = new Map()
  const value: Document = new Map()
  pattern.forEach(({ path, descending }, i) => {
    key.set(path, descending ? -1 : 1)
    value.set(path, values[i] ?? null)
  })
  return failure(
    11000,
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${shown} }`,
  )
    .set('keyPattern', key)
    .set('keyValue', value)
}

/** A value for a sentence: short, and never more than a line. */
function show(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value)
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return `${value}`
  if (isNumeric(value)) return value instanceof Double ? `${value.value}` : `${value.toString()}`
  return value instanceof Map ? '{…}' : Array.isArray(value) ? '[]' : value.constructor.name
}
