// What came last: records by the day on which each was first written here, whatever was changed of it since.
import { clockInChina } from '@shuxiang/vocabulary'
import type { RecordDoc } from '../model/record.ts'
import { firstSeen } from './first-seen.ts'
import type { Reader } from './reader.ts'

/** Records of one answer, at most. */
export const mostArrivals = 50

/** The day in China, `YYYY-MM-DD`. */
export const arrivalDay = (at: Date): string => clockInChina(at).slice(0, 10)

/**
 * Ids of the records that came last and that the reader finds: the latest day first, the best known of a day first. Records
 * that were here before anybody noted it are not new.
 */
export async function arrivalIds(reader: Reader, first: number): Promise<readonly string[]> {
  const came = reader.db
    .collection<RecordDoc>('records')
    .find(
      { addedOn: { $gt: '' }, withdrawn: { $exists: false } },
      { signal: reader.signal, projection: { scopes: 1, addedOn: 1 } },
    )
    .sort({ addedOn: -1, prior: -1, _id: 1 })
  return (await firstSeen(reader, came, first)).map(({ _id }) => _id)
}
