// Takes away what nobody can ask for any more: releases that were only refreshed over, and bytes that no release names.
import type { Db } from 'mongodb'
import { sitesIn } from '../store/documents.ts'
import { artifactsIn, numbered, releasesIn } from './documents.ts'

/** Milliseconds that a release is kept which another one of the same publication has followed. */
const refreshedKept = 2 * 24 * 60 * 60_000
/** Milliseconds that bytes are kept after they were last needed: a release in the making names them only at its end. */
const unnamedKept = 24 * 60 * 60_000
/** Taken away in one look. */
const mostAtOnce = 1_000

export interface Swept {
  readonly releases: number
  readonly artifacts: number
}

/** Looks once; what is more than one look takes is left for the next. */
export async function sweep(db: Db, now: Date, signal: AbortSignal): Promise<Swept> {
  const releases = await sweepReleases(db, now, signal)
  return { releases, artifacts: await sweepArtifacts(db, now, signal) }
}

/** Of each publication the first and the newest release stay: the first is what somebody goes back to. */
async function sweepReleases(db: Db, now: Date, signal: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - refreshedKept)
  const old = await releasesIn(db)
    .find({ why: 'refresh', at: { $lt: before } }, { projection: { site: 1, number: 1, publication: 1 } })
    .limit(mostAtOnce)
    .toArray()
  let gone = 0
  for (const { site, number, publication } of old) {
    signal.throwIfAborted()
    const live = await sitesIn(db).findOne({ _id: site }, { projection: { live: 1 } })
    if (live?.live?.release === number) continue
    const newer = { site, publication, number: { $gt: number } }
    if ((await releasesIn(db).countDocuments(newer, { limit: 1 })) === 0) continue
    const { deletedCount } = await releasesIn(db).deleteOne({ _id: numbered(site, number) })
    gone += deletedCount
  }
  return gone
}

/** Marks what releases name, then takes away what is old and not marked. */
async function sweepArtifacts(db: Db, now: Date, signal: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - unnamedKept)
  const old = await artifactsIn(db)
    .find({ neededAt: { $lt: before } }, { projection: { _id: 1 } })
    .sort({ neededAt: 1, _id: 1 })
    .toArray()
  if (old.length === 0) return 0
  const unnamed = new Set(old.map(({ _id }) => _id))
  const named = releasesIn(db).find({}, { projection: { routes: 1, answers: 1, words: 1 } })
  for await (const { routes, answers, words } of named) {
    signal.throwIfAborted()
    for (const { artifact } of routes) unnamed.delete(artifact)
    unnamed.delete(answers)
    unnamed.delete(words)
  }
  const gone = [...unnamed].slice(0, mostAtOnce)
  // One that a release in the making has needed meanwhile is no longer old.
  const { deletedCount } = await artifactsIn(db).deleteMany({ _id: { $in: gone }, neededAt: { $lt: before } })
  return deletedCount
}
