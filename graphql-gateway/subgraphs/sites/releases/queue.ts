// What waits for the job that publishes: publications, wishes for new answers, and sites whose time has come.
import type { Db, FindCursor } from 'mongodb'
import { areGiven } from '../review/approvals.ts'
import { sitesIn, type LiveDoc, type SiteDoc } from '../store/documents.ts'
import {
  publicationsIn,
  refreshesIn,
  type PublicationDoc,
  type PublicationFinding,
  type RefreshDoc,
} from './documents.ts'

/** Findings that are kept of one publication: nobody reads more. */
const mostFindings = 500
/** Milliseconds after which a first failure is tried again; each further one doubles it. */
const firstPause = 2_000
const longestPause = 5 * 60_000

/** Publications that are not live yet, nor ended. */
const waiting = ['asked', 'rendering'] as const

/** The publication that has waited longest; one that was begun by a worker that ended is taken up again. */
export async function nextPublication(db: Db, now: Date): Promise<PublicationDoc | null> {
  for (;;) {
    const first = await longestWaiting(db, now)
    if (!first) return null
    const taken = await publicationsIn(db).findOneAndUpdate(
      { _id: first._id, state: { $in: [...waiting] } },
      { $set: { state: 'rendering' } },
      { returnDocument: 'after' },
    )
    // Else it ended between the two looks.
    if (taken) return taken
  }
}

async function longestWaiting(db: Db, now: Date): Promise<Waiting | undefined> {
  const firsts = await Promise.all(waiting.map((state) => firstOf(db, state, now).next()))
  const [first] = firsts
    .filter((one) => one !== null)
    .sort((a, b) => a.nextTryAt.getTime() - b.nextTryAt.getTime() || (a._id < b._id ? -1 : 1))
  return first
}

type Waiting = Pick<PublicationDoc, '_id' | 'nextTryAt'>

/** In the order of the index: of both states at once all that wait would be read to sort them. */
export function firstOf(db: Db, state: (typeof waiting)[number], now: Date): FindCursor<Waiting> {
  return publicationsIn(db)
    .find({ state, nextTryAt: { $lte: now } }, { projection: { nextTryAt: 1 } })
    .sort({ state: 1, nextTryAt: 1, _id: 1 })
    .limit(1)
}

/**
 * Whether nobody has asked for another publication, or gone back, since it was begun. A later number counts by itself: who
 * asked for it may have ended before the earlier ones were. Nor has somebody taken back an approval that it needs.
 */
export async function isStillWanted(
  db: Db,
  { _id, site, number, letThrough = [] }: PublicationDoc,
): Promise<boolean> {
  const [own, later, given] = await Promise.all([
    publicationsIn(db).countDocuments({ _id, state: 'rendering' }, { limit: 1 }),
    publicationsIn(db).countDocuments({ site, number: { $gt: number } }, { limit: 1 }),
    areGiven(db, letThrough),
  ])
  return own === 1 && later === 0 && given
}

export async function publicationIsSuperseded(db: Db, { _id }: PublicationDoc): Promise<void> {
  await publicationsIn(db).updateOne({ _id, state: 'rendering' }, { $set: { state: 'superseded' } })
}

/** `findings`: what somebody should look at all the same. */
export async function publicationIsLive(
  db: Db,
  { _id }: PublicationDoc,
  findings: readonly PublicationFinding[] = [],
): Promise<void> {
  await publicationsIn(db).updateOne(
    { _id, state: 'rendering' },
    { $set: { state: 'live', findings: findings.slice(0, mostFindings) } },
  )
}

export async function refusePublication(
  db: Db,
  { _id }: PublicationDoc,
  findings: readonly PublicationFinding[],
): Promise<void> {
  await publicationsIn(db).updateOne(
    { _id, state: 'rendering' },
    { $set: { state: 'refused', findings: findings.slice(0, mostFindings) } },
  )
}

export async function publicationFailed(db: Db, { _id, tries }: PublicationDoc, now: Date): Promise<void> {
  const pause = Math.min(firstPause * 2 ** Math.min(tries, 10), longestPause)
  await publicationsIn(db).updateOne(
    { _id },
    { $set: { nextTryAt: new Date(now.getTime() + pause) }, $inc: { tries: 1 } },
  )
}

export function nextWish(db: Db, now: Date): Promise<RefreshDoc | null> {
  return refreshesIn(db).findOne({ nextTryAt: { $lte: now } }, { sort: { nextTryAt: 1, _id: 1 } })
}

/** It stays when another wish has come meanwhile. */
export async function wishIsGranted(db: Db, { _id, count }: RefreshDoc): Promise<void> {
  await refreshesIn(db).deleteOne({ _id, count })
}

export async function wishFailed(db: Db, { _id }: RefreshDoc, now: Date): Promise<void> {
  await refreshesIn(db).updateOne({ _id }, { $set: { nextTryAt: new Date(now.getTime() + firstPause) } })
}

export type LiveSite = SiteDoc & { readonly live: LiveDoc }

const isLive = (site: SiteDoc | null): site is LiveSite => site?.live !== undefined

/** A site whose pages wait for the clock, and their time has come. */
export async function nextDue(db: Db, now: Date): Promise<LiveSite | null> {
  const found = await sitesIn(db).findOne(
    { 'live.redrawAt': { $lte: now }, state: 'live' },
    { sort: { 'live.redrawAt': 1, _id: 1 } },
  )
  return isLive(found) ? found : null
}

/** The site that was drawn longest ago, and before a time, when records or the drawing itself have changed since. */
export async function nextBehind(db: Db, mark: string, before: Date): Promise<LiveSite | null> {
  const found = await sitesIn(db).findOne(
    { 'live.drawnAt': { $lte: before }, 'live.mark': { $ne: mark }, state: 'live' },
    { sort: { 'live.drawnAt': 1, _id: 1 } },
  )
  return isLive(found) ? found : null
}

/** Notes that a site was drawn, or could not be, and when it is to be drawn next. */
export async function noteDrawn(
  db: Db,
  { _id, live }: LiveSite,
  drawn: Pick<LiveDoc, 'drawnAt' | 'redrawAt' | 'mark'>,
): Promise<void> {
  await sitesIn(db).updateOne(
    { _id, 'live.release': live.release },
    {
      $set: {
        'live.drawnAt': drawn.drawnAt,
        'live.redrawAt': drawn.redrawAt,
        'live.mark': drawn.mark,
      },
    },
  )
}

/** A site that is open, with what is served of it. */
export function openSiteAt(db: Db, site: string): Promise<SiteDoc | null> {
  return sitesIn(db).findOne({ _id: site, state: 'live' })
}
