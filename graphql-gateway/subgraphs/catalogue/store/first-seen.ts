// The first records of an order that the reader finds: on a branch site as many are looked at as that takes, within a bound.
import type { FindCursor } from 'mongodb'
import { seenBy, type Reader, type RecordPart } from './reader.ts'

/** Records looked at for one reader at most; what stands further down is searched, not listed. */
export const mostLookedAt = 5_000

/**
 * At most `wanted` records of a sorted cursor that the reader finds, in its order. On the portal the
 * first `wanted` of the cursor are read at once; on a branch site what other libraries hold is passed over.
 */
export async function firstSeen(
  reader: Reader,
  cursor: FindCursor<RecordPart>,
  wanted: number,
): Promise<RecordPart[]> {
  if (reader.tenant === null) return cursor.limit(wanted).toArray()
  const found: RecordPart[] = []
  let batch: RecordPart[] = []
  const take = async (): Promise<void> => {
    found.push(...(await seenBy(reader, batch)))
    batch = []
  }
  // The first batch is usually enough, because most records are open to the nation; then they grow.
  let size = wanted
  for await (const doc of cursor.limit(mostLookedAt).batchSize(Math.max(wanted, 100))) {
    batch.push(doc)
    if (batch.length < size) continue
    await take()
    if (found.length >= wanted) break
    size = 1_000
  }
  if (found.length < wanted) await take()
  return found.slice(0, wanted)
}
