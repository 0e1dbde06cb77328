// What is shown of searches that found nothing, and their end.
import type { Db } from 'mongodb'
import { keptDays, mostShown, shownDays, shownFrom } from './bounds.ts'
import { dayOf, missedIn } from './documents.ts'

export interface MissedSearches {
  /** First day that is looked at. */
  readonly since: string
  readonly searches: readonly { readonly text: string; readonly moments: number; readonly lastDay: string }[]
  readonly rest: number
}

/** Those of the last weeks that came at several moments, the most frequent first. */
export async function missedSearches(
  db: Db,
  library: string,
  now: number,
  { signal }: { readonly signal: AbortSignal },
): Promise<MissedSearches> {
  const since = dayOf(now, shownDays - 1)
  const of = { library, day: { $gte: since } }
  const [searches, [rest]] = await Promise.all([
    missedIn(db)
      .aggregate<{ _id: string; moments: number; lastDay: string }>(
        [
          { $match: { ...of, text: { $gt: '' } } },
          { $group: { _id: '$text', moments: { $sum: '$moments' }, lastDay: { $max: '$day' } } },
          { $match: { moments: { $gte: shownFrom } } },
          { $sort: { moments: -1, lastDay: -1, _id: 1 } },
          { $limit: mostShown },
        ],
        { signal },
      )
      .toArray(),
    missedIn(db)
      .aggregate<{ moments: number }>(
        [{ $match: { ...of, text: '' } }, { $group: { _id: null, moments: { $sum: '$moments' } } }],
        { signal },
      )
      .toArray(),
  ])
  return {
    since,
    searches: searches.map(({ _id, moments, lastDay }) => ({ text: _id, moments, lastDay })),
    rest: rest?.moments ?? 0,
  }
}

/** Forgets what has been kept for its time. */
export async function forgetMissed(db: Db, now: number): Promise<void> {
  await missedIn(db).deleteMany({ day: { $lt: dayOf(now, keptDays) } })
}
