// Runs one test of a unified test file: entities, operations, expected events, outcome.
import { BSON, GridFSBucket, MongoClient, MongoServerError, type Collection, type Db } from 'mongodb'
import { expectMatch, Mismatch, Skipped } from './match.ts'
import { bulkResult, clientBulkResult, operate, withConcerns } from './operations.ts'
import { call, get, isPlain, listIn, objectIn, textIn, without, type Plain } from './plain.ts'

interface Seen {
  readonly type: string
  readonly event: unknown
}

/** Events that say nothing about the test. */
const silent = new Set(['configureFailPoint', 'hello', 'ismaster', 'isMaster', 'endSessions'])

/** What a test has made. */
class Bench {
  readonly entities = new Map<string, unknown>()
  readonly clients: MongoClient[] = []
  readonly events = new Map<string, Seen[]>()
  readonly #uri: string
  readonly #admin: MongoClient
  constructor(uri: string, admin: MongoClient) {
    this.#uri = uri
    this.#admin = admin
  }

  get admin(): MongoClient {
    return this.#admin
  }

  async create(list: readonly unknown[]): Promise<void> {
    for (const entity of list) {
      const [kind = ''] = Object.keys(isPlain(entity) ? entity : {})
      const spec = objectIn(entity, kind)
      this.entities.set(textIn(spec, 'id'), await this.#make(kind, spec))
    }
  }

  async #make(kind: string, spec: Plain): Promise<unknown> {
    const parent = (field: string): unknown => this.entities.get(textIn(spec, field))
    switch (kind) {
      case 'client':
        return this.#client(spec)
      case 'database':
        return call(
          parent('client'),
          'db',
          spec['databaseName'],
          withConcerns(objectIn(spec, 'databaseOptions')),
        )
      case 'collection':
        return call(
          parent('database'),
          'collection',
          spec['collectionName'],
          withConcerns(objectIn(spec, 'collectionOptions')),
        )
      case 'session':
        return call(parent('client'), 'startSession', objectIn(spec, 'sessionOptions'))
      case 'bucket': {
        const database = parent('database')
        if (isDatabase(database)) return new GridFSBucket(database, objectIn(spec, 'bucketOptions'))
      }
    }
    throw new Skipped(`entity ${kind}`)
  }

  async #client(spec: Plain): Promise<MongoClient> {
    if ('autoEncryptOpts' in spec) throw new Skipped('client-side encryption')
    const options = Object.entries(objectIn(spec, 'uriOptions')).map(
      ([name, value]) => `&${name}=${String(value)}`,
    )
    const version = textIn(spec['serverApi'], 'version')
    const client = new MongoClient(this.#uri + options.join(''), {
      monitorCommands: true,
      serverSelectionTimeoutMS: 5000,
      ...(version === '1'
        ? { serverApi: { version, ...without(objectIn(spec, 'serverApi'), 'version') } }
        : {}),
    })
    const seen: Seen[] = []
    this.events.set(textIn(spec, 'id'), seen)
    const ignored = listIn(spec, 'ignoreCommandMonitoringEvents')
    for (const name of ['commandStarted', 'commandSucceeded', 'commandFailed'] as const)
      client.on(name, (event: { commandName: string }) => {
        if (!listIn(spec, 'observeEvents').includes(`${name}Event`)) return
        if (!silent.has(event.commandName) && !ignored.includes(event.commandName))
          seen.push({ type: `${name}Event`, event })
      })
    this.clients.push(client)
    return client.connect()
  }
}

function isDatabase(value: unknown): value is Db {
  return typeof value === 'object' && value !== null && 'databaseName' in value && 'createCollection' in value
}

/** Runs a test. Throws Skipped or Mismatch. */
export async function runTest(file: Plain, test: Plain, uri: string, admin: MongoClient): Promise<void> {
  if (typeof test['skipReason'] === 'string') throw new Skipped(test['skipReason'])
  const bench = new Bench(uri, admin)
  try {
    for (const data of listIn(file, 'initialData')) await fill(admin, data)
    await bench.create(listIn(file, 'createEntities'))
    for (const operation of listIn(test, 'operations')) await step(bench, operation)
    for (const expected of listIn(test, 'expectEvents')) checkEvents(bench, expected)
    for (const outcome of listIn(test, 'outcome')) {
      const found = await collectionOf(admin, outcome)
        .find({}, { sort: { _id: 1 } })
        .toArray()
      expectMatch(listIn(outcome, 'documents'), found, bench.entities, false, 'outcome')
    }
  } finally {
    for (const client of bench.clients) await client.close().catch(() => {})
  }
}

function collectionOf(admin: MongoClient, data: unknown): Collection {
  return admin.db(textIn(data, 'databaseName')).collection(textIn(data, 'collectionName'))
}

async function fill(admin: MongoClient, data: unknown): Promise<void> {
  const collection = collectionOf(admin, data)
  await collection.drop()
  await admin
    .db(textIn(data, 'databaseName'))
    .createCollection(textIn(data, 'collectionName'), objectIn(data, 'createOptions'))
  const documents = listIn(data, 'documents').filter(isPlain)
  if (documents.length > 0) await collection.insertMany(documents)
}

async function step(bench: Bench, operation: unknown): Promise<void> {
  const name = textIn(operation, 'name')
  const expected = isPlain(operation) ? operation['expectError'] : undefined
  let result: unknown
  try {
    result = await perform(bench, operation)
  } catch (error) {
    if (error instanceof Skipped || error instanceof Mismatch) throw error
    if (get(operation, 'ignoreResultAndError') === true) return
    if (expected === undefined)
      throw new Mismatch(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    return checkError(bench, name, expected, error)
  }
  if (expected !== undefined) throw new Mismatch(`${name}: an error was expected`)
  const saved = textIn(operation, 'saveResultAsEntity')
  if (saved !== '') bench.entities.set(saved, result)
  if (isPlain(operation) && 'expectResult' in operation)
    expectMatch(operation['expectResult'], result, bench.entities, true, name)
}

async function perform(bench: Bench, operation: unknown): Promise<unknown> {
  const name = textIn(operation, 'name')
  const args = { ...objectIn(operation, 'arguments') }
  const target = textIn(operation, 'object')
  if (typeof args['session'] === 'string') args['session'] = bench.entities.get(args['session'])
  if (target !== 'testRunner') return operate(name, bench.entities.get(target), args)
  switch (name) {
    case 'failPoint':
      return bench.admin.db('admin').command(objectIn(args, 'failPoint'))
    case 'createEntities':
      return bench.create(listIn(args, 'entities'))
    case 'assertCollectionExists':
    case 'assertCollectionNotExists': {
      const found = await bench.admin
        .db(textIn(args, 'databaseName'))
        .listCollections({ name: args['collectionName'] })
        .toArray()
      if (found.length > 0 !== (name === 'assertCollectionExists')) throw new Mismatch(name)
      return undefined
    }
    case 'assertIndexExists':
    case 'assertIndexNotExists': {
      const found = await collectionOf(bench.admin, args)
        .listIndexes()
        .toArray()
        .catch(() => [])
      const has = found.some((index) => index['name'] === args['indexName'])
      if (has !== (name === 'assertIndexExists')) throw new Mismatch(name)
      return undefined
    }
  }
  throw new Skipped(`runner operation ${name}`)
}

function checkError(bench: Bench, name: string, expected: unknown, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const wanted = isPlain(expected) ? expected : {}
  const contains = textIn(wanted, 'errorContains')
  if (!message.toLowerCase().includes(contains.toLowerCase()))
    throw new Mismatch(`${name}: error without "${contains}": ${message}`)
  const code = get(error, 'code') ?? get(get(error, 'cause'), 'code')
  if (wanted['errorCode'] !== undefined && code !== wanted['errorCode'])
    throw new Mismatch(
      `${name}: error ${String(wanted['errorCode'])} expected, got ${String(code)}: ${message}`,
    )
  if (wanted['errorCodeName'] !== undefined && get(error, 'codeName') !== wanted['errorCodeName'])
    throw new Mismatch(`${name}: error ${String(wanted['errorCodeName'])} expected`)
  for (const [field, present] of [
    ['errorLabelsContain', true],
    ['errorLabelsOmit', false],
  ] as const)
    for (const label of listIn(wanted, field)) {
      const labels = get(error, 'errorLabels')
      if ((Array.isArray(labels) && labels.includes(label)) !== present)
        throw new Mismatch(`${name}: label ${String(label)} ${present ? 'missing' : 'present'}: ${message}`)
    }
  if (wanted['isClientError'] === true && error instanceof MongoServerError)
    throw new Mismatch(`${name}: client error expected`)
  const partial = get(error, 'result') ?? get(error, 'partialResult')
  if (wanted['expectResult'] !== undefined && partial !== undefined) {
    const shape = get(partial, 'insertedIds') === undefined ? clientBulkResult(partial) : bulkResult(partial)
    expectMatch(wanted['expectResult'], shape, bench.entities, true, `${name}.result`)
  }
}

function checkEvents(bench: Bench, expected: unknown): void {
  const kind = textIn(expected, 'eventType')
  if (kind !== '' && kind !== 'command') return
  const seen = bench.events.get(textIn(expected, 'client')) ?? []
  const wanted = listIn(expected, 'events')
  const more = get(expected, 'ignoreExtraEvents') === true
  if (seen.length < wanted.length || (!more && seen.length !== wanted.length))
    throw new Mismatch(`${seen.length} events instead of ${wanted.length}`)
  wanted.forEach((one, i) => {
    const [type = ''] = Object.keys(isPlain(one) ? one : {})
    const spec = objectIn(one, type)
    const { event, type: actual } = seen[i] ?? { event: undefined, type: '' }
    if (type !== actual) throw new Mismatch(`event ${i}: ${type} expected, got ${actual}`)
    for (const field of ['commandName', 'databaseName'])
      if (spec[field] !== undefined && spec[field] !== get(event, field))
        throw new Mismatch(`event ${i}: ${field} is ${String(get(event, field))}`)
    if (spec['command'] !== undefined)
      expectMatch(
        spec['command'],
        sequencesAsLists(get(event, 'command')),
        bench.entities,
        true,
        `event ${i}`,
      )
    if (spec['reply'] !== undefined)
      expectMatch(spec['reply'], get(event, 'reply'), bench.entities, true, `event ${i}`)
  })
}

/** The driver shows document sequences as objects of its own; the format speaks of lists. */
function sequencesAsLists(command: unknown): Plain {
  if (typeof command !== 'object' || command === null) return {}
  return Object.fromEntries(
    Object.entries(command).map(([field, value]) => {
      const documents = get(value, 'documents')
      return [field, Array.isArray(documents) && get(value, 'field') !== undefined ? documents : value]
    }),
  )
}

/** Whether a test's (or file's) requirements fit the release followed and a replica set. */
export function fits(requirements: unknown, release: string): boolean {
  if (!Array.isArray(requirements)) return true
  return requirements.some((one) => {
    const least = textIn(one, 'minServerVersion')
    const most = textIn(one, 'maxServerVersion')
    const topologies = listIn(one, 'topologies')
    return (
      (least === '' || compareReleases(release, least) >= 0) &&
      (most === '' || compareReleases(release, most) <= 0) &&
      (topologies.length === 0 || topologies.includes('replicaset')) &&
      get(one, 'auth') !== true &&
      get(one, 'csfle') === undefined &&
      get(one, 'serverless') !== 'require'
    )
  })
}

function compareReleases(a: string, b: string): number {
  const [x, y] = [a, b].map((release) => release.split('.').map(Number))
  for (let i = 0; i < 3; i++) {
    const difference = (x?.[i] ?? 0) - (y?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Reads a test file: Extended JSON, relaxed. */
export function readTestFile(text: string): Plain {
  const file: unknown = BSON.EJSON.parse(text, { relaxed: true })
  return isPlain(file) ? file : {}
}
