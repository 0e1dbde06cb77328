// The operations of the unified test format, as calls of the official driver.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ReadConcern, ReadPreference, WriteConcern } from 'mongodb'
import { Skipped } from './match.ts'
import { call, callNow, get, isPlain, listIn, objectIn, textIn, without, type Plain } from './plain.ts'

/** An operation: the object it is called on, and its arguments. */
type Operation = (target: unknown, args: Plain) => Promise<unknown>

/** `method(first, second, options)` from named arguments. */
const named =
  (method: string, ...fields: string[]): Operation =>
  (target, args) =>
    call(target, method, ...fields.map((field) => args[field]), without(args, ...fields))

/** The same for methods that answer a cursor. */
const listing =
  (method: string, ...fields: string[]): Operation =>
  (target, args) =>
    call(callNow(target, method, ...fields.map((field) => args[field]), without(args, ...fields)), 'toArray')

const returning = (args: Plain): Plain =>
  typeof args['returnDocument'] === 'string'
    ? { ...args, returnDocument: args['returnDocument'].toLowerCase() }
    : args

const operations: Readonly<Record<string, Operation>> = {
  insertOne: named('insertOne', 'document'),
  insertMany: named('insertMany', 'documents'),
  find: listing('find', 'filter'),
  findOne: named('findOne', 'filter'),
  findOneAndUpdate: (target, args) => named('findOneAndUpdate', 'filter', 'update')(target, returning(args)),
  findOneAndReplace: (target, args) =>
    named('findOneAndReplace', 'filter', 'replacement')(target, returning(args)),
  findOneAndDelete: named('findOneAndDelete', 'filter'),
  updateOne: named('updateOne', 'filter', 'update'),
  updateMany: named('updateMany', 'filter', 'update'),
  replaceOne: named('replaceOne', 'filter', 'replacement'),
  deleteOne: named('deleteOne', 'filter'),
  deleteMany: named('deleteMany', 'filter'),
  aggregate: listing('aggregate', 'pipeline'),
  countDocuments: named('countDocuments', 'filter'),
  estimatedDocumentCount: named('estimatedDocumentCount'),
  count: named('count', 'filter'),
  distinct: named('distinct', 'fieldName', 'filter'),
  createIndex: named('createIndex', 'keys'),
  dropIndex: named('dropIndex', 'name'),
  listIndexes: listing('listIndexes'),
  listIndexNames: async (target, args) => {
    const indexes = await call(callNow(target, 'listIndexes', args), 'toArray')
    return Array.isArray(indexes) ? indexes.map((index) => get(index, 'name')) : []
  },
  rename: async (target, args) => {
    if ('newFilename' in args) await call(target, 'rename', args['id'], args['newFilename'])
    else await call(target, 'rename', args['to'] ?? args['newName'], without(args, 'to', 'newName'))
  },
  runCommand: (target, args) =>
    call(target, 'command', args['command'], without(args, 'command', 'commandName')),
  createCollection: async (target, args) => {
    await call(target, 'createCollection', args['collection'], without(args, 'collection'))
  },
  dropCollection: named('dropCollection', 'collection'),
  modifyCollection: (target, args) =>
    call(target, 'command', { collMod: args['collection'], ...without(args, 'collection') }),
  listCollections: listing('listCollections', 'filter'),
  bulkWrite: async (target, args) => {
    const requests = listIn(args, 'requests').map((request) => (isPlain(request) ? { ...request } : request))
    return bulkResult(await call(target, 'bulkWrite', requests, without(args, 'requests')))
  },
  clientBulkWrite: async (target, args) => {
    const models = listIn(args, 'models').map((model) => {
      const [name = ''] = Object.keys(isPlain(model) ? model : {})
      return { name, ...objectIn(model, name) }
    })
    return clientBulkResult(await call(target, 'bulkWrite', models, without(args, 'models')))
  },
  upload: async (target, args) => {
    const stream = callNow(target, 'openUploadStream', args['filename'], without(args, 'filename', 'source'))
    const hex = textIn(args['source'], '$$hexBytes')
    if (!isWritable(stream)) throw new Skipped('upload without a stream')
    stream.end(Buffer.from(hex, 'hex'))
    await once(stream, 'finish')
    return get(stream, 'id')
  },
  download: (target, args) => read(callNow(target, 'openDownloadStream', args['id'])),
  downloadByName: (target, args) =>
    read(callNow(target, 'openDownloadStreamByName', args['filename'], without(args, 'filename'))),
  delete: (target, args) => call(target, 'delete', args['id']),
  endSession: (target) => call(target, 'endSession'),
  close: (target) => call(target, 'close'),
}

function isWritable(value: unknown): value is NodeJS.WritableStream {
  return typeof value === 'object' && value !== null && 'end' in value
}

async function read(stream: unknown): Promise<Buffer> {
  return stream instanceof Readable ? buffer(stream) : Buffer.alloc(0)
}

/** Runs an operation. Throws Skipped when it is not one this runner has. */
export function operate(name: string, target: unknown, args: Plain): Promise<unknown> {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
  if (!operation) throw new Skipped(`operation ${name}`)
  return operation(target, withConcerns(args))
}

const levels = ['local', 'majority', 'available', 'linearizable', 'snapshot'] as const

/** Concerns and preferences as the driver wants them. */
export function withConcerns(args: Plain): Plain {
  const result = { ...args }
  const level = levels.find((one) => one === textIn(args['readConcern'], 'level'))
  if (level) result['readConcern'] = new ReadConcern(level)
  if (isPlain(args['writeConcern']))
    result['writeConcern'] = WriteConcern.fromOptions({ writeConcern: args['writeConcern'] })
  if (isPlain(args['readPreference']))
    result['readPreference'] = ReadPreference.fromOptions({ readPreference: args['readPreference'] })
  return result
}

/** The result of collection.bulkWrite as the format spells it. */
export function bulkResult(result: unknown): Plain {
  const fields = [
    'deletedCount',
    'insertedCount',
    'matchedCount',
    'modifiedCount',
    'upsertedCount',
    'insertedIds',
    'upsertedIds',
  ]
  return Object.fromEntries(fields.map((field) => [field, get(result, field)]))
}

/** The result of client.bulkWrite as the format spells it. */
export function clientBulkResult(result: unknown): Plain {
  const counts = ['insertedCount', 'upsertedCount', 'matchedCount', 'modifiedCount', 'deletedCount']
  const lists = ['insertResults', 'updateResults', 'deleteResults']
  return Object.fromEntries([
    ...counts.map((field) => [field, get(result, field)]),
    ...lists.map((field) => {
      const list = get(result, field)
      return [
        field,
        list instanceof Map
          ? Object.fromEntries(
              [...list].map(([i, one]) => [i, isPlain(one) ? without(one, 'didUpsert') : one]),
            )
          : undefined,
      ]
    }),
  ])
}
