// What waits for the job that publishes: publications, wishes for new answers, and sites whose time has come.
import type { Db } from 'mongodb'
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

/** The publication that has waited longest; one that was begun by a worker that ended is taken up again. */
export function nextPublication(db: Db, now: Date): Promise<PublicationDoc | null> {
  return publicationsIn(db).findOneAndUpdate(
    { state: { $in: ['asked', 'rendering'] }, nextTryAt: { $lte: now } },
    { $set: { state: 'rendering' } },
    { sort: { nextTryAt: 1, _id: 1 }, returnDocument: 'after' },
  )
}

/**
 * Whether nobody has asked for another publication, or gone back, since it was begun. A later number counts by itself: who
 * asked for it may have ended before the earlier ones were.
 */
export async function isStillWanted(db: Db, { _id, site, number }: PublicationDoc): Promise<boolean> {
  const [own, later] = await Promise.all([
    publicationsIn(db).countDocuments({ _id, state: 'rendering' }, { limit: 1 }),
    publicationsIn(db).countDocuments({ site, number: { $gt: number } }, { limit: 1 }),
  ])
  return own === 1 && later === 0
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
