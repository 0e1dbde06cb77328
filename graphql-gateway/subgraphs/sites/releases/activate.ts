// Makes a release the one that is served: one compare-and-set of the site's pointer.
import type { Db } from 'mongodb'
import { sitesIn, type LiveDoc } from '../store/documents.ts'
import { numbered, releasesIn, type ReleaseDoc } from './documents.ts'

/** What is known of a release when it becomes live. */
export type Drawn = Pick<LiveDoc, 'at' | 'redrawAt' | 'mark'>

/** False when another release became live since `before` was read, or the site is gone. */
export async function activate(
  db: Db,
  { site, number, publication, hash }: ReleaseDoc,
  before: LiveDoc | null,
  { at, redrawAt, mark }: Drawn,
): Promise<boolean> {
  // Whoever made it live may have ended before it was noted.
  if (before) await noteLive(db, site, before.release, before.at)
  const live: LiveDoc = { release: number, publication, hash, at, redrawAt, drawnAt: at, mark }
  const { matchedCount } = await sitesIn(db).updateOne(
    { _id: site, ...(before ? { 'live.release': before.release } : { live: { $exists: false } }) },
    { $set: { live } },
  )
  if (matchedCount === 0) return false
  await noteLive(db, site, number, at)
  return true
}

async function noteLive(db: Db, site: string, number: number, at: Date): Promise<void> {
  await releasesIn(db).updateOne(
    { _id: numbered(site, number), liveAt: { $exists: false } },
    { $set: { liveAt: at } },
  )
}
