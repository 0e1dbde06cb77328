// The poem of a day: well known, short enough for a home page, the same for everybody.
import { createHash } from 'node:crypto'
import type { Db } from 'mongodb'
import type { RecordDoc } from '../model/record.ts'

/** The best known poems among which a day chooses. */
const candidates = 500
/** From a quatrain of five characters a line to a regulated verse of seven, with punctuation. */
const shortest = 20
const longest = 72

/** Id of the poem of `date` (YYYY-MM-DD); null while the store has no fitting poem. */
export async function dailyPoemId(db: Db, date: string, signal: AbortSignal): Promise<string | null> {
  const best = await db
    .collection<RecordDoc>('records')
    .find({ kind: 'poem' }, { signal, projection: { textLength: 1, withdrawn: 1 } })
    .sort({ kind: 1, prior: -1, _id: 1 })
    .limit(candidates)
    .toArray()
  const fitting = best.filter(
    ({ textLength, withdrawn }) => !withdrawn && textLength >= shortest && textLength <= longest,
  )
  const number = createHash('sha256').update(date).digest().readUInt32BE(0)
  return fitting[number % Math.max(fitting.length, 1)]?._id ?? null
}
