// Brings records of the old shape to the kernel: texts and holdings into collections of their own, record by record.
import type { MigrationParts } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import type { RecordDoc } from '../../model/record.ts'
import { lengthOf } from '../../model/text-length.ts'
import { storedOf, type Stored } from '../stored.ts'
import { putMissing } from '../write-beside.ts'
import { inputOf, type OldPartDoc, type OldRecordDoc } from './old-record.ts'

/** Records converted together, fewer when their texts are long. */
const most = { records: 200, text: 4_000_000, works: 8 }

/**
 * Safe to end at any moment, to repeat and to run twice at once: texts and holdings are added first and only where
 * they are missing, then the record changes in one step. What was never changes: ids, revisions, dates, marks.
 */
export async function convertRecords({ db, signal, report }: MigrationParts): Promise<void> {
  const records = db.collection<RecordDoc>('records')
  const total = await records.countDocuments({})
  let done = total - (await records.countDocuments(isOld))
  await report(done, total)
  let last = ''
  for (;;) {
    signal.throwIfAborted()
    const batch = await nextBatch(db, last)
    const end = batch.at(-1)
    if (end === undefined) return
    const stored = await storedBatch(db, batch)
    await putMissing(
      db,
      stored.map(({ docs }) => docs),
    )
    await records.bulkWrite(
      stored.map(({ doc: { _id, ...doc } }) => ({
        replaceOne: { filter: { _id, ...isOld }, replacement: doc },
      })),
      { ordered: false },
    )
    last = end._id
    done += batch.length
    await report(done, total)
  }
}

/** Only the old shape has the field, and each record of it. */
const isOld = { creators: { $exists: true } }

async function nextBatch(db: Db, last: string): Promise<readonly OldRecordDoc[]> {
  const found = db
    .collection<OldRecordDoc>('records')
    .find({ _id: { $gt: last }, ...isOld }, { batchSize: most.records })
    .sort({ _id: 1 })
    .limit(most.records)
  const batch: OldRecordDoc[] = []
  const sum = { text: 0, works: 0 }
  for await (const doc of found) {
    batch.push(doc)
    sum.text += lengthOf(doc.text ?? [])
    sum.works += doc.parts.length > 0 ? 1 : 0
    // Leaving the loop closes the cursor.
    if (sum.text > most.text || sum.works >= most.works) break
  }
  return batch
}

async function storedBatch(
  db: Db,
  batch: readonly OldRecordDoc[],
): Promise<{ readonly doc: RecordDoc; readonly docs: Stored }[]> {
  const works = batch.filter(({ parts }) => parts.length > 0).map(({ _id }) => _id)
  const chapters = new Map<string, OldPartDoc[]>(works.map((id) => [id, []]))
  const found = db.collection<OldPartDoc>('record_parts').find({ recordId: { $in: works } })
  if (works.length > 0) for await (const part of found) chapters.get(part.recordId)?.push(part)
  return batch.map((old) => {
    const parts = (chapters.get(old._id) ?? []).sort((a, b) => a.n - b.n)
    const docs = storedOf(inputOf(old, parts))
    return { doc: recordOf(old, docs.record), docs }
  })
}

function recordOf(
  { rev, updatedAt, dirty, dirtyAt, withdrawn, leadPersonId, collectionId }: OldRecordDoc,
  { leadAgentId: _lead, collectionId: _collection, ...record }: Stored['record'],
): RecordDoc {
  return {
    ...record,
    rev,
    updatedAt,
    // A record that went into another one stands in no list of works.
    ...(leadPersonId === undefined ? {} : { leadAgentId: leadPersonId }),
    ...(collectionId === undefined ? {} : { collectionId }),
    ...(dirty === undefined ? {} : { dirty }),
    ...(dirtyAt === undefined ? {} : { dirtyAt }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  }
}
