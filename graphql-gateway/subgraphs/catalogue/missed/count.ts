// Counting a search that found nothing. What comes in is anybody's: the store takes a bounded number of words a day, and a
// flood of words that come once pushes out words that came once, never those that were asked for again.
import type { Db } from 'mongodb'
import { momentsApart, mostADay, mostWaiting } from './bounds.ts'
import { dayOf, missedIn } from './documents.ts'
import { keptOf } from './typed.ts'

/** One after the other within a process, so that the bound of a day holds. */
export interface MissedCounter {
  /** Resolves when it is counted, or let go because too many wait. */
  count(db: Db, library: string, typed: string, at: number): Promise<void>
}

export function openMissedCounter(): MissedCounter {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  return {
    async count(db, library, typed, at) {
      if (waiting >= mostWaiting) return
      waiting++
      const own = last.then(() => countOne(db, library, keptOf(typed), at))
      last = own.catch(() => {})
      try {
        await own
      } finally {
        waiting--
      }
    },
  }
}

async function countOne(db: Db, library: string, text: string | null, at: number): Promise<void> {
  const day = dayOf(at)
  const missed = missedIn(db)
  if (text === null) return addToRest(db, library, day, at)
  const _id = `${library}:${day}:${text}`
  const known = await missed.findOne({ _id })
  if (known) {
    if (at - known.last >= momentsApart)
      await missed.updateOne({ _id }, { $inc: { moments: 1 }, $set: { last: at } })
    return
  }
  const kept = await missed.countDocuments({ library, day, text: { $gt: '' } }, { limit: mostADay })
  if (kept >= mostADay) {
    const gone = await missed.findOneAndDelete(
      { library, day, text: { $gt: '' }, moments: 1 },
      { sort: { last: 1, _id: 1 } },
    )
    await addToRest(db, library, day, at)
    if (!gone) return
  }
  await missed.insertOne({ _id, library, day, text, moments: 1, last: at })
}

async function addToRest(db: Db, library: string, day: string, at: number): Promise<void> {
  const _id = `${library}:${day}:`
  await missedIn(db).updateOne(
    { _id },
    { $inc: { moments: 1 }, $set: { library, day, text: '', last: at } },
    { upsert: true },
  )
}
