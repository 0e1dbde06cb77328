// What a library keeps: how many, and how many bytes. What was deleted counts until it is gone for good.
import type { Db } from 'mongodb'
import { assetsIn } from './documents.ts'

/** Of one library. */
export async function usedBy(
  db: Db,
  library: string,
): Promise<{ readonly count: number; readonly kept: number }> {
  const [sums] = await assetsIn(db)
    .aggregate<{ readonly count: number; readonly kept: number }>([
      { $match: { library } },
      { $group: { _id: '$library', count: { $sum: 1 }, kept: { $sum: '$kept' } } },
    ])
    .toArray()
  return sums ?? { count: 0, kept: 0 }
}

/** Bytes. */
export const keptBy = async (db: Db, library: string): Promise<number> => (await usedBy(db, library)).kept
