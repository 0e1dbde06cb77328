// Takes away what nobody can ask for any more: releases that were only refreshed over, and bytes that no release names.
import type { Db } from 'mongodb'
import { sitesIn } from '../store/documents.ts'
import { artifactsIn, numbered, releasesIn } from './documents.ts'

/** Milliseconds that a release is kept which another one of the same publication has followed. */
const refreshedKept = 2 * 24 * 60 * 60_000
/** Milliseconds that bytes are kept after they were last needed: a release in the making names them only at its end. */
const unnamedKept = 24 * 60 * 60_000
/** Looked at, of each kind, in one look: most of them stay, and hold up nobody behind them. */
const mostAtOnce = 5_000

/** The last id of each kind that was looked at; the next look goes on behind it, and begins again after the end. */
export interface SweepPlace {
  readonly release: string
  readonly artifact: string
}

export interface Swept {
  readonly releases: number
  readonly artifacts: number
  readonly place: SweepPlace
}

/** Where a first look begins. */
export const sweepBegin: SweepPlace = { release: '', artifact: '' }

/** Looks once, from a place on. `most`: of each kind. */
export async function sweep(
  db: Db,
  now: Date,
  signal: AbortSignal,
  from: SweepPlace = sweepBegin,
  most = mostAtOnce,
): Promise<Swept> {
  const releases = await sweepReleases(db, now, signal, from.release, most)
  const artifacts = await sweepArtifacts(db, now, signal, from.artifact, most)
  return {
    releases: releases.gone,
    artifacts: artifacts.gone,
    place: { release: releases.last, artifact: artifacts.last },
  }
}

interface Part {
  readonly gone: number
  /** Empty at the end. */
  readonly last: string
}

const lastOf = (looked: readonly { readonly _id: string }[], most: number): string =>
  looked.length < most ? '' : (looked.at(-1)?._id ?? '')

/** Of each publication the first and the newest release stay: the first is what somebody goes back to. */
async function sweepReleases(
  db: Db,
  now: Date,
  signal: AbortSignal,
  from: string,
  most: number,
): Promise<Part> {
  const before = new Date(now.getTime() - refreshedKept)
  const old = await releasesIn(db)
    .find(
      { _id: { $gt: from }, why: 'refresh', at: { $lt: before } },
      { projection: { site: 1, number: 1, publication: 1 } },
    )
    .sort({ _id: 1 })
    .limit(most)
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
  return { gone, last: lastOf(old, most) }
}

/** Marks what releases name, then takes away what is old and not marked. */
async function sweepArtifacts(
  db: Db,
  now: Date,
  signal: AbortSignal,
  from: string,
  most: number,
): Promise<Part> {
  const before = new Date(now.getTime() - unnamedKept)
  const old = await artifactsIn(db)
    .find({ _id: { $gt: from }, neededAt: { $lt: before } }, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(most)
    .toArray()
  if (old.length === 0) return { gone: 0, last: '' }
  const unnamed = new Set(old.map(({ _id }) => _id))
  const named = releasesIn(db).find({}, { projection: { routes: 1, answers: 1, words: 1 } })
  for await (const { routes, answers, words } of named) {
    signal.throwIfAborted()
    for (const { artifact } of routes) unnamed.delete(artifact)
    unnamed.delete(answers)
    unnamed.delete(words)
  }
  // One that a release in the making has needed meanwhile is no longer old.
  const { deletedCount } = await artifactsIn(db).deleteMany({
    _id: { $in: [...unnamed] },
    neededAt: { $lt: before },
  })
  return { gone: deletedCount, last: lastOf(old, most) }
}
