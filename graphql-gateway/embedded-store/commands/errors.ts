// Errors of commands: MongoDB's numbers and names, and how any failure becomes a reply.
import { MongoError } from '../engine/errors.ts'
import { Double, ObjectId, documentOf, isNumeric, type Document, type Value } from '../engine/values.ts'
import { ParallelArraysError, TooManyEntriesError } from '../keyspace/index-entries.ts'
import { DuplicateKeyError } from '../keyspace/table.ts'
import { UnknownHintError } from '../planner/plan.ts'

/** Numbers the command layer uses (MongoDB `error_codes.yml`). */
const names: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  6: 'HostUnreachable',
  7: 'HostNotFound',
  9: 'FailedToParse',
  10: 'CannotMutateObject',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  59: 'CommandNotFound',
  64: 'WriteConcernFailed',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  79: 'UnknownReplWriteConcern',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  89: 'NetworkTimeout',
  91: 'ShutdownInProgress',
  100: 'UnsatisfiableWriteConcern',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  121: 'DocumentValidationFailure',
  133: 'FailedToSatisfyReadPreference',
  134: 'ReadConcernMajorityNotAvailableYet',
  171: 'CannotIndexParallelArrays',
  175: 'QueryPlanKilled',
  189: 'PrimarySteppedDown',
  197: 'InvalidIndexSpecificationOption',
  201: 'CannotBuildIndexKeys',
  225: 'TransactionTooOld',
  234: 'RetryChangeStream',
  237: 'CursorKilled',
  246: 'SnapshotUnavailable',
  251: 'NoSuchTransaction',
  262: 'ExceededTimeLimit',
  263: 'OperationNotSupportedInTransaction',
  286: 'ChangeStreamHistoryLost',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  303: 'APIDeprecationError',
  10107: 'NotWritablePrimary',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
  11602: 'InterruptedDueToReplStateChange',
  13435: 'NotPrimaryNoSecondaryOk',
  13436: 'NotPrimaryOrSecondary',
  14031: 'OutOfDiskSpace',
  40415: 'Location40415',
}

/** The name of an error number. */
export function nameOfCode(code: number): string | undefined {
  return names[code]
}

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
  if (error instanceof TooManyEntriesError) return failure(201, error.message)
  if (error instanceof UnknownHintError)
    return failure(2, `error processing query: planner returned error :: caused by :: ${error.message}`)
  if (error instanceof ValidationError) {
    const document = failure(error.code, error.message)
    return document.set('errInfo', documentOf(['failingDocumentId', error.id], ['details', new Map()]))
  }
  if (error instanceof MongoError) return failure(error.code, error.message, error.codeName)
  return undefined
}

function failure(code: number, message: string, name?: string): Document {
  return documentOf(
    ['code', code],
    ['codeName', names[code] ?? name ?? `Location${code}`],
    ['errmsg', message],
  )
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
