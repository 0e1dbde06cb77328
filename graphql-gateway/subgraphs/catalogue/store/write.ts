// Writing records: idempotent by content hash, a new revision for every change, marked for the search feed.
import { MongoBulkWriteError, type AnyBulkWriteOperation, type Db } from 'mongodb'
import { digest } from '../model/digest.ts'
import {
  partContent,
  recordContent,
  type PartDoc,
  type RecordDoc,
  type RecordInput,
} from '../model/record.ts'
import { RecordRefused } from './refused.ts'
import { withdrawFormer } from './withdraw.ts'

/** Operations sent to the store at once. */
export const writeBatch = 500

/** What became of the records of one call. */
export interface WriteResult {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  /** Records outside of the model; the others are written. */
  readonly refused: readonly RecordRefused[]
}

type Counts = { inserted: number; updated: number; unchanged: number }

/**
 * Adds or replaces records with their chapters. A record whose content is stored already is not written.
 * A withdrawn record stays withdrawn, unless it only had gone into another one and is now given as its own again.
 * What a record was known by before (`formerIds`) is withdrawn in its favour.
 */
export async function upsertMany(db: Db, inputs: readonly RecordInput[], now: Date): Promise<WriteResult> {
  const total = { inserted: 0, updated: 0, unchanged: 0 }
  const refused: RecordRefused[] = []
  const checked: Checked[] = []
  for (const input of new Map(inputs.map((each) => [each.record.id, each])).values()) {
    const result = checkedInput(input)
    if (result instanceof RecordRefused) refused.push(result)
    else checked.push(result)
  }
  for (let i = 0; i < checked.length; i += writeBatch) {
    const batch = checked.slice(i, i + writeBatch)
    await writeOnce(db, batch, now, total, 3)
    await withdrawFormer(
      db,
      batch.map(({ content }) => content),
      now,
    )
  }
  return { ...total, refused }
}

interface Checked {
  readonly content: Omit<RecordDoc, 'rev' | 'updatedAt'>
  readonly parts: readonly PartDoc[]
}

/** What is wrong with a record, without writing it; null when it fits the model. */
export function checkRecord(input: RecordInput): RecordRefused | null {
  const checked = checkedInput(input)
  return checked instanceof RecordRefused ? checked : null
}

function checkedInput({ record, parts }: RecordInput): Checked | RecordRefused {
  const parsed = recordContent.safeParse(record)
  if (!parsed.success) return RecordRefused.of(record.id, parsed.error)
  const chapters: PartDoc[] = []
  for (const part of parts) {
    const chapter = partContent.safeParse(part)
    if (!chapter.success) return RecordRefused.of(`${record.id} part ${part.n}`, chapter.error)
    chapters.push({ _id: `${record.id}-${part.n}`, recordId: record.id, ...chapter.data })
  }
  const { id, ...rest } = parsed.data
  const lead = rest.creators[0]?.personId
  return {
    content: {
      _id: id,
      ...rest,
      hash: digest([rest, parts]),
      textLength: (rest.text ?? []).reduce((sum, { text }) => sum + text.length, 0),
      ...(lead ? { leadPersonId: lead } : {}),
      ...(rest.collection ? { collectionId: rest.collection.id } : {}),
    },
    parts: chapters,
  }
}

async function writeOnce(
  db: Db,
  batch: readonly Checked[],
  now: Date,
  total: Counts,
  triesLeft: number,
): Promise<void> {
  const records = db.collection<RecordDoc>('records')
  const stored = await records
    .find(
      { _id: { $in: batch.map(({ content }) => content._id) } },
      { projection: { rev: 1, hash: 1, withdrawn: 1 } },
    )
    .toArray()
  const known = new Map(stored.map((doc) => [doc._id, doc]))
  const changed = batch.filter(({ content }) => {
    const old = known.get(content._id)
    if (!old) return true
    return old.withdrawn ? old.withdrawn.into !== undefined : old.hash !== content.hash
  })
  total.unchanged += batch.length - changed.length
  if (changed.length === 0) return
  // Chapters first: a record that says it has chapters must never stand without them.
  await writeParts(db, changed)
  const operations = changed.map(({ content }): AnyBulkWriteOperation<RecordDoc> => {
    const old = known.get(content._id)
    const mark = { updatedAt: now, dirty: true as const, dirtyAt: now }
    if (!old) return { insertOne: { document: { ...content, rev: 1, ...mark } } }
    const { _id, ...fields } = content
    return {
      updateOne: {
        filter: { _id, rev: old.rev },
        update: { $set: { ...fields, ...mark }, $inc: { rev: 1 }, ...absent(fields) },
      },
    }
  })
  const written = await bulk(db, operations)
  total.inserted += written.inserted
  total.updated += written.updated
  if (written.inserted + written.updated === changed.length) return
  // Somebody else wrote one of these records between the look and the write: look again.
  if (triesLeft <= 1)
    throw new Error(
      `Records of a batch of ${batch.length} are written by somebody else at the same time; stop the other import and repeat.`,
    )
  const missed = { inserted: 0, updated: 0, unchanged: 0 }
  await writeOnce(db, changed, now, missed, triesLeft - 1)
  total.inserted += missed.inserted
  total.updated += missed.updated
}

/** Fields of an older revision that the new one has no longer. */
function absent(fields: Partial<RecordDoc>): { $unset: Partial<Record<keyof RecordDoc, ''>> } {
  const optional = ['leadPersonId', 'collectionId', 'formerIds'] as const
  return {
    $unset: {
      withdrawn: '',
      ...Object.fromEntries(optional.flatMap((name) => (fields[name] ? [] : [[name, '' as const]]))),
    },
  }
}

async function bulk(
  db: Db,
  operations: AnyBulkWriteOperation<RecordDoc>[],
): Promise<{ inserted: number; updated: number }> {
  try {
    const result = await db.collection<RecordDoc>('records').bulkWrite(operations, { ordered: false })
    return { inserted: result.insertedCount, updated: result.matchedCount }
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error
    const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
    if (failures.some(({ code }) => code !== 11000)) throw error
    return { inserted: error.insertedCount, updated: error.matchedCount }
  }
}

async function writeParts(db: Db, changed: readonly Checked[]): Promise<void> {
  const collection = db.collection<PartDoc>('record_parts')
  const withParts = changed.filter(({ parts }) => parts.length > 0)
  for (const { content, parts } of withParts) {
    for (let i = 0; i < parts.length; i += writeBatch)
      await collection.bulkWrite(
        parts.slice(i, i + writeBatch).map(({ _id, ...part }) => ({
          replaceOne: { filter: { _id }, replacement: part, upsert: true },
        })),
        { ordered: false },
      )
    await collection.deleteMany({ recordId: content._id, n: { $gt: parts.length } })
  }
}
