// The poem of a day: well known, short enough for a home page, the same for everybody on a site.
import { createHash } from 'node:crypto'
import type { RecordDoc } from '../model/record.ts'
import { firstSeen } from './first-seen.ts'
import type { Reader } from './reader.ts'

/** The best known poems among which a day chooses. */
const candidates = 500
/** From a quatrain of five characters a line to a regulated verse of seven, with punctuation. */
const shortest = 20
const longest = 72

/** Id of the poem of `date` (YYYY-MM-DD); null while the site has no fitting poem. */
export async function dailyPoemId(reader: Reader, date: string): Promise<string | null> {
  const known = reader.db
    .collection<RecordDoc>('records')
    .find({ kind: 'poem' }, { signal: reader.signal, projection: { textLength: 1, withdrawn: 1, scopes: 1 } })
    .sort({ kind: 1, prior: -1, _id: 1 })
  const fitting = (await firstSeen(reader, known, candidates)).filter(
    ({ textLength = 0, withdrawn }) => !withdrawn && textLength >= shortest && textLength <= longest,
  )
  const number = createHash('sha256').update(date).digest().readUInt32BE(0)
  return fitting[number % Math.max(fitting.length, 1)]?._id ?? null
}
