// Copies a whole store to another address of MongoDB's protocol, and proves that both are the same.
import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { copyCollection } from './collection.ts'
import { progressIn } from './progress.ts'
import {
  collectionsOf,
  differentIndexes,
  type Found,
  makeCollection,
  makeIndexes,
  RefusedError,
} from './structure.ts'

/** What to copy, and how. */
export interface CopyOptions {
  readonly from: string
  readonly to: string
  /** Empty the target first. */
  readonly replace: boolean
  /** Leave out what the target refuses (kinds of index it has not, views) instead of stopping. */
  readonly partly: boolean
  readonly say: (line: string) => void
}

/** What a copy came to. */
export interface CopyResult {
  readonly collections: number
  readonly documents: number
  /** What was left out, a sentence each. */
  readonly leftOut: readonly string[]
}

/** An address as it may be shown: without name, password and options. */
export function shownAddress(uri: string): string {
  // Whatever is odd before the host may be part of a password.
  const [, name = '', hosts = ''] = /^mongodb(?:\+srv)?:\/\/(?:(.*)@)?([^@/?]*)/s.exec(uri) ?? []
  return /[@/?]/.test(name) ? 'mongodb://…' : `mongodb://${hosts}`
}

/**
 * Copies all databases but the server's own. A copy that was stopped goes on where it was.
 * @throws Error with a sentence that says what to do.
 */
export async function copyStore(options: CopyOptions): Promise<CopyResult> {
  const from = await reach(options.from)
  try {
    const to = await reach(options.to)
    try {
      return await copy(from, to, options)
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

async function reach(uri: string): Promise<MongoClient> {
  const options = { w: 'majority', appName: 'shuxiang-copy' } as const
  const wait = /serverSelectionTimeoutMS/i.test(uri) ? {} : { serverSelectionTimeoutMS: 10_000 }
  try {
    const client = new MongoClient(uri, { ...wait, ...options })
    return await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${shownAddress(uri)} cannot be reached: ${reason.replaceAll(uri, shownAddress(uri))}. Check the address and that the server runs.`,
    )
  }
}

async function copy(from: MongoClient, to: MongoClient, options: CopyOptions): Promise<CopyResult> {
  const { say } = options
  const source = shownAddress(options.from)
  const progress = progressIn(to)
  const collections = await collectionsOf(from)
  const begun = options.replace ? null : await progress.begun()
  if (!options.replace) await checkTarget(to, begun, source)
  const token = randomUUID()
  await progress.begin(source, token)
  // Asked before anything is emptied: by two addresses it may be one store.
  if (await progressIn(from).knows(token)) {
    await progress.end()
    throw new Error('the source and the target are one and the same store: name two')
  }
  if (options.replace) {
    await progress.forget()
    for (const name of new Set((await collectionsOf(to)).map(({ database }) => database)))
      await to.db(name).dropDatabase()
  }
  if (begun !== null) say('going on with the copy that was stopped')

  const leftOut: string[] = []
  const refused = (error: unknown): void => {
    if (!(error instanceof RefusedError) || !options.partly)
      throw error instanceof RefusedError
        ? new Error(
            `the target refuses ${error.message}. Run the same command with --partly to leave out what it refuses.`,
          )
        : error
    leftOut.push(error.message)
    say(`left out: ${error.message}`)
  }
  let documents = 0
  for (const [i, found] of collections.entries()) {
    const title = `${i + 1} of ${collections.length}  ${found.database}.${found.name}`
    try {
      if (found.type !== 'collection')
        throw new RefusedError(`${found.database}.${found.name}: it is a ${found.type}`)
      documents += await one(from, to, found, progress, title, say, refused)
    } catch (error) {
      refused(error)
    }
  }
  await progress.end()
  return { collections: collections.length, documents, leftOut }
}

/** One collection: its documents, proven; then its indexes, so that none removes documents on the way. */
async function one(
  from: MongoClient,
  to: MongoClient,
  found: Found,
  progress: ReturnType<typeof progressIn>,
  title: string,
  say: (line: string) => void,
  refused: (error: unknown) => void,
): Promise<number> {
  const [here, there] = [from.db(found.database), to.db(found.database)]
  const all = await here.collection(found.name).estimatedDocumentCount()
  await makeCollection(there, found)
  await copyCollection({
    from: here,
    to: there,
    name: found.name,
    progress,
    tell: (what, count) => say(`${title}  ${what} ${count} of ${all}`),
  })
  try {
    await makeIndexes(here, there, found.name)
    const different = await differentIndexes(here, there, found.name)
    if (different.length > 0)
      throw new RefusedError(
        `indexes of ${found.database}.${found.name}: ${different.join(', ')} came out different`,
      )
  } catch (error) {
    refused(error)
  }
  say(`${title}  the same on both sides`)
  return all
}

async function checkTarget(to: MongoClient, begun: string | null, source: string): Promise<void> {
  if (begun === null) {
    for (const { database, name } of await collectionsOf(to))
      if (
        await to
          .db(database)
          .collection(name)
          .findOne({}, { projection: { _id: 1 } })
      )
        throw new Error(
          `the target is not empty (${database}.${name} has documents): name an empty one, or run with --replace to empty it first`,
        )
  } else if (begun !== source)
    throw new Error(
      `a copy from ${begun} was begun in this target: finish that one, or run with --replace to begin anew`,
    )
}
