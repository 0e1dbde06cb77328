// Writing records: idempotent by content hash, a new revision for every change, marked for the search feed.
import type { Kinds, RecordInput } from '@shuxiang/record'
import { MongoBulkWriteError, type AnyBulkWriteOperation, type Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'
import { arrivalDay } from './arrivals.ts'
import { checkedInput } from './check.ts'
import { RecordRefused } from './refused.ts'
import { storedOf, type Stored } from './stored.ts'
import { withdrawFormer } from './withdraw.ts'
import { batches, clearLeftovers, writeBeside, type Changing, type Leftovers } from './write-beside.ts'

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
 * Adds or replaces records with what stands beside them. A record whose content is stored already is not written.
 * A withdrawn record stays withdrawn, unless it only had gone into another one, or from its source, and is now given again.
 * What a record was known by before (`formerIds`) is withdrawn in its favour. Readers find a record whole at any
 * moment, and a writer that died is made up for by repeating the call.
 */
export async function upsertMany(
  db: Db,
  kinds: Kinds,
  inputs: readonly RecordInput[],
  now: Date,
): Promise<WriteResult> {
  const total = { inserted: 0, updated: 0, unchanged: 0 }
  const refused: RecordRefused[] = []
  const checked: Stored[] = []
  for (const input of new Map(inputs.map((each) => [each.record.id, each])).values()) {
    const result = checkedInput(kinds, input)
    if (result instanceof RecordRefused) refused.push(result)
    else checked.push(storedOf(result))
  }
  for (const batch of batches(checked, () => 0)) {
    await writeOnce(db, batch, now, total, 3)
    await withdrawFormer(
      db,
      batch.map(({ record }) => record),
      now,
    )
  }
  return { ...total, refused }
}

type Known = Pick<RecordDoc, '_id' | 'rev' | 'hash' | 'withdrawn' | 'beside' | 'unsettled'>

async function writeOnce(
  db: Db,
  batch: readonly Stored[],
  now: Date,
  total: Counts,
  triesLeft: number,
): Promise<void> {
  const known = await knownOf(db, batch)
  const changed = batch.filter(({ record }) => isChanged(record, known.get(record._id)))
  total.unchanged += batch.length - changed.length
  if (changed.length === 0) return
  const changing = changed.map((stored): Changing => ({ stored, old: known.get(stored.record._id) }))
  // Before the records: one that says it has texts must never stand without them.
  const left = await writeBeside(db, changing)
  const operations = changed.map(({ record }) => writeOf(record, known.get(record._id), left, now))
  const written = await bulk(db, operations)
  total.inserted += written.inserted
  total.updated += written.updated
  if (written.inserted + written.updated < changed.length) {
    // Somebody else wrote one of these records between the look and the write: look again.
    if (triesLeft <= 1)
      throw new Error(
        `Records of a batch of ${batch.length} are written by somebody else at the same time; stop the other import and repeat.`,
      )
    const missed = { inserted: 0, updated: 0, unchanged: 0 }
    await writeOnce(db, changed, now, missed, triesLeft - 1)
    total.inserted += missed.inserted
    total.updated += missed.updated
    return
  }
  await settle(db, left, now)
}

async function knownOf(db: Db, batch: readonly Stored[]): Promise<Map<string, Known>> {
  const found = await db
    .collection<RecordDoc>('records')
    .find<Known>(
      { _id: { $in: batch.map(({ record }) => record._id) } },
      { projection: { rev: 1, hash: 1, withdrawn: 1, beside: 1, unsettled: 1 } },
    )
    .toArray()
  return new Map(found.map((doc) => [doc._id, doc]))
}

function isChanged({ hash }: Stored['record'], old: Known | undefined): boolean {
  if (!old) return true
  if (old.withdrawn) return old.withdrawn.into !== undefined || old.withdrawn.bySource === true
  return old.hash !== hash || old.unsettled === true
}

function writeOf(
  record: Stored['record'],
  old: Known | undefined,
  left: Leftovers,
  now: Date,
): AnyBulkWriteOperation<RecordDoc> {
  const unsettled = left.records.has(record._id) ? { unsettled: true as const } : {}
  const content = { ...record, ...unsettled, updatedAt: now, dirty: true as const, dirtyAt: now }
  if (!old) return { insertOne: { document: { ...content, addedOn: arrivalDay(now), rev: 1 } } }
  const { _id, ...fields } = content
  return {
    updateOne: {
      filter: { _id, rev: old.rev },
      update: { $set: fields, $inc: { rev: 1 }, $unset: absent(fields) },
    },
  }
}

/** Fields of an older revision that the new one has no longer. */
function absent(fields: Partial<RecordDoc>): Partial<Record<keyof RecordDoc, ''>> {
  const optional = [
    'leadAgentId',
    'collectionId',
    'formerIds',
    'parallelTitles',
    'witnessCount',
    'unsettled',
  ] as const
  return {
    withdrawn: '',
    ...Object.fromEntries(optional.flatMap((name) => (fields[name] ? [] : [[name, '' as const]]))),
  }
}

/** Takes away what older revisions left. That is a change of its own: the index may have read what is gone. */
async function settle(db: Db, left: Leftovers, now: Date): Promise<void> {
  if (left.records.size === 0) return
  await clearLeftovers(db, left)
  await db
    .collection<RecordDoc>('records')
    .updateMany(
      { _id: { $in: [...left.records] }, unsettled: true },
      { $unset: { unsettled: '' }, $inc: { rev: 1 }, $set: { dirty: true, dirtyAt: now } },
    )
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
