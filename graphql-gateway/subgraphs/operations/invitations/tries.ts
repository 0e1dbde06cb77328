// Wrong codes are counted, and paid for before they are looked at: many at once get no more than one after the other.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { idOf } from '../store/ids.ts'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import { triesIn } from './documents.ts'

const hour = 3_600_000
/** Wrong codes in an hour. */
export const triesOfAccount = 20
/** Of all accounts together: who has many cards guesses no more than that. */
export const triesOfAll = 2_000

/** The function that comes back says that the code was right. Errors: BAD_USER_INPUT for too many. */
export async function beginTry(db: Db, subject: string, now: Date): Promise<() => Promise<void>> {
  const counters = [
    { _id: idOf('tries', subject), most: triesOfAccount },
    { _id: idOf('tries of all'), most: triesOfAll },
  ]
  for (const { _id, most } of counters)
    if ((await charge(db, _id, now)) > most)
      throw badInput('Too many wrong codes. Wait an hour, or ask whoever invites you for a new one.', 'tries')
  return async () => {
    for (const { _id } of counters) await triesIn(db).updateOne({ _id }, { $inc: { count: -1 } })
  }
}

async function charge(db: Db, _id: string, now: Date): Promise<number> {
  const counted = () =>
    triesIn(db).findOneAndUpdate(
      { _id, until: { $gt: now } },
      { $inc: { count: 1 } },
      { returnDocument: 'after' },
    )
  const known = await counted()
  if (known) return known.count
  await triesIn(db).deleteOne({ _id, until: { $lte: now } })
  const until = new Date(now.getTime() + hour)
  const isFirst = await triesIn(db)
    .insertOne({ _id, count: 1, until })
    .then(
      () => true,
      (error: unknown) => {
        if (!isTaken(error)) throw error
        return false
      },
    )
  return isFirst ? 1 : ((await counted())?.count ?? 1)
}
