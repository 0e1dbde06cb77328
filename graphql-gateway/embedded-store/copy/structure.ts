// The collections and indexes of a store, and how they are made and compared in the other one.
import { BSON, type Db, type MongoClient, MongoServerError } from 'mongodb'
import { progressDatabase } from './progress.ts'

/** A collection of the source. */
export interface Found {
  readonly database: string
  readonly name: string
  /** `collection`, or what cannot be copied as one: `view`, `timeseries`. */
  readonly type: string
  readonly options: BSON.Document
}

/** Something of the source that the target will not take, in a sentence. */
export class RefusedError extends Error {}

/** Databases that belong to the server, and our own. */
const notCopied = new Set(['admin', 'local', 'config', progressDatabase])

/** All collections of a store, by name. */
export async function collectionsOf(client: MongoClient): Promise<Found[]> {
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
  const found: Found[] = []
  for (const database of databases.map(({ name }) => name).sort())
    if (!notCopied.has(database))
      for await (const one of client.db(database).listCollections({}, { nameOnly: false }))
        if (!one.name.startsWith('system.'))
          found.push({
            database,
            name: one.name,
            type: one.type ?? 'collection',
            options: 'options' in one ? (one.options ?? {}) : {},
          })
  return found.sort(compareNames)
}

const compareNames = (a: Found, b: Found): number => {
  const [x, y] = [`${a.database}.${a.name}`, `${b.database}.${b.name}`]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Makes a collection with its options, unless it is there. @throws RefusedError */
export async function makeCollection(to: Db, { name, options }: Found): Promise<void> {
  try {
    await to.command({ create: name, ...options })
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 48) return
    throw refusal(`collection ${to.databaseName}.${name}`, error)
  }
}

/** Makes the indexes of a collection that the target lacks. @throws RefusedError for the first that it refuses. */
export async function makeIndexes(from: Db, to: Db, name: string): Promise<void> {
  for (const index of await indexesOf(from, name)) {
    try {
      await to.command({ createIndexes: name, indexes: [index] })
    } catch (error) {
      throw refusal(`index ${String(index['name'])} of ${to.databaseName}.${name}`, error)
    }
  }
}

function refusal(what: string, error: unknown): Error {
  if (!(error instanceof MongoServerError)) return error instanceof Error ? error : new Error(String(error))
  return new RefusedError(`${what}: ${error.message}`)
}

/** Definitions of the indexes but that of _id, without what a server adds. */
async function indexesOf(db: Db, name: string): Promise<BSON.Document[]> {
  const found = await db.collection(name).listIndexes().toArray()
  return found
    .filter((index) => index['name'] !== '_id_')
    .map(({ v: _, ns: __, ...index }) => index)
    .sort((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1))
}

/** Names of indexes that differ between both sides. */
export async function differentIndexes(from: Db, to: Db, name: string): Promise<string[]> {
  const described = async (db: Db): Promise<Map<string, string>> =>
    new Map(
      (await indexesOf(db, name)).map((index) => [
        String(index['name']),
        // The key's order counts, that of the options does not.
        JSON.stringify([
          Object.entries(index['key'] ?? {}),
          ...Object.keys(index)
            .filter((field) => field !== 'key')
            .sort()
            .map((field) => [field, BSON.EJSON.stringify(index[field])]),
        ]),
      ]),
    )
  const [here, there] = await Promise.all([described(from), described(to)])
  return [...new Set([...here.keys(), ...there.keys()])].filter(
    (index) => here.get(index) !== there.get(index),
  )
}
