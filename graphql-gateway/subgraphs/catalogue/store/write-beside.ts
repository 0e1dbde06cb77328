// Writing what stands beside records: texts, files, holdings, witnesses. Never more in one command than the store takes.
import { MongoBulkWriteError, type AnyBulkWriteOperation, type Db } from 'mongodb'
import type { BesideName, RecordDoc } from '../model/record.ts'
import { lengthOf } from '../model/text-length.ts'
import { besideCollections, type Stored } from './stored.ts'

/** Any document that stands beside a record. */
interface BesideDoc {
  readonly _id: string
  readonly recordId: string
}

/** Operations of one command. */
const mostOperations = 500
/** UTF-16 units of text in one command: up to three bytes each, far below the 48 MB of a message. */
const mostText = 4_000_000

const names = ['texts', 'files', 'holdings', 'witnesses'] as const satisfies readonly BesideName[]

/** A record that is written, with what the store knew of it before; undefined for a new one. */
export interface Changing {
  readonly stored: Stored
  readonly old: Pick<RecordDoc, 'beside' | 'unsettled'> | undefined
}

/** Ids of what an older revision had and the new one has not, by collection. */
export interface Leftovers {
  readonly ids: Readonly<Record<BesideName, readonly string[]>>
  /** Records that have some. */
  readonly records: ReadonlySet<string>
}

/**
 * Writes what changed of that which stands beside the records, and tells what is left of older revisions. That stays
 * until the records are written: an older revision, too, never stands without its texts.
 */
export async function writeBeside(db: Db, changing: readonly Changing[]): Promise<Leftovers> {
  const ids: Record<BesideName, readonly string[]> = { texts: [], files: [], holdings: [], witnesses: [] }
  const records = new Set<string>()
  const affected = names.map((name) => [name, changing.filter((each) => isChanged(name, each))] as const)
  await unsettle(
    db,
    affected.flatMap(([, some]) => some),
  )
  for (const [name, some] of affected) {
    if (some.length === 0) continue
    const docs = some.flatMap(({ stored }): readonly BesideDoc[] => stored[name])
    const there = await idsOf(db, name, some)
    await put(db, name, docs, there)
    const wanted = new Set(docs.map(({ _id }) => _id))
    const left = [...there].filter(([id]) => !wanted.has(id))
    ids[name] = left.map(([id]) => id)
    for (const [, recordId] of left) records.add(recordId)
  }
  return { ids, records }
}

/** Takes away what older revisions left. */
export async function clearLeftovers(db: Db, { ids }: Leftovers): Promise<void> {
  for (const name of names)
    for (const some of batches(ids[name], () => 0))
      await db.collection<BesideDoc>(besideCollections[name]).deleteMany({ _id: { $in: [...some] } })
}

function isChanged(name: BesideName, { stored, old }: Changing): boolean {
  // What a writer left in the midst may be of any revision.
  return old?.unsettled === true || old?.beside[name] !== stored.record.beside[name]
}

/** A writer that dies from here on is followed by one that writes all of it again, whatever revision that one brings. */
async function unsettle(db: Db, changing: readonly Changing[]): Promise<void> {
  const ids = changing.flatMap(({ stored, old }) => (old && !old.unsettled ? [stored.record._id] : []))
  if (ids.length === 0) return
  await db
    .collection<RecordDoc>('records')
    .updateMany({ _id: { $in: [...new Set(ids)] } }, { $set: { unsettled: true } })
}

/** What the store has of these records: the record's id by the document's. */
async function idsOf(db: Db, name: BesideName, changing: readonly Changing[]): Promise<Map<string, string>> {
  const found = db
    .collection<BesideDoc>(besideCollections[name])
    .find(
      { recordId: { $in: changing.map(({ stored }) => stored.record._id) } },
      { projection: { recordId: 1 } },
    )
  const ids = new Map<string, string>()
  for await (const { _id, recordId } of found) ids.set(_id, recordId)
  return ids
}

/** Adds what the store does not have of that which stands beside the records; what it has stays as it is. */
export async function putMissing(db: Db, stored: readonly Stored[]): Promise<void> {
  for (const name of names) {
    const docs = stored.flatMap((one): readonly BesideDoc[] => one[name])
    for (const some of batches(docs, sizeOf))
      await db
        .collection<BesideDoc>(besideCollections[name])
        .bulkWrite(
          some.map((document) => ({ insertOne: { document } })),
          { ordered: false },
        )
        .catch((error: unknown) => {
          if (!isDuplicate(error)) throw error
        })
  }
}

async function put(
  db: Db,
  name: BesideName,
  docs: readonly BesideDoc[],
  there: ReadonlyMap<string, string>,
): Promise<void> {
  const collection = db.collection<BesideDoc>(besideCollections[name])
  for (const some of batches(docs, sizeOf)) {
    const operations = some.map((doc): AnyBulkWriteOperation<BesideDoc> => {
      if (!there.has(doc._id)) return { insertOne: { document: doc } }
      return replacement(doc)
    })
    try {
      await collection.bulkWrite(operations, { ordered: false })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      // Somebody else writes the same records: the last one wins, here as among the records.
      await collection.bulkWrite(some.map(replacement), { ordered: false })
    }
  }
}

function replacement({ _id, ...doc }: BesideDoc): AnyBulkWriteOperation<BesideDoc> {
  return { replaceOne: { filter: { _id }, replacement: doc, upsert: true } }
}

function isDuplicate(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
  return failures.every(({ code }) => code === 11000)
}

function sizeOf(doc: BesideDoc & { readonly paragraphs?: readonly { readonly text: string }[] }): number {
  return lengthOf(doc.paragraphs ?? [])
}

/** Pieces of a list that each fit into one command. */
export function* batches<T>(list: readonly T[], size: (item: T) => number): Generator<readonly T[]> {
  let batch: T[] = []
  let text = 0
  for (const item of list) {
    const more = size(item)
    if (batch.length === mostOperations || (batch.length > 0 && text + more > mostText)) {
      yield batch
      batch = []
      text = 0
    }
    batch.push(item)
    text += more
  }
  if (batch.length > 0) yield batch
}
