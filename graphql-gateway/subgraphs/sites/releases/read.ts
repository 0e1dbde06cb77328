// Reading releases, their bytes and publications.
import type { Db } from 'mongodb'
import { sitesIn, type SiteDoc } from '../store/documents.ts'
import { documentOf } from '../store/kept-documents.ts'
import { bytesOf } from './artifacts.ts'
import {
  artifactsIn,
  numbered,
  publicationsIn,
  releasesIn,
  type PublicationDoc,
  type ReleaseDoc,
} from './documents.ts'

const mostListed = 50

/** A release that is served, or was: before that it is nobody's business. */
export async function servedRelease(
  db: Db,
  site: string,
  number: number,
  signal: AbortSignal,
): Promise<ReleaseDoc | null> {
  const [release, open] = await Promise.all([
    releasesIn(db).findOne({ _id: numbered(site, number) }, { signal }),
    sitesIn(db).findOne({ _id: site, state: 'live' }, { signal, projection: { live: 1 } }),
  ])
  if (!release || !open) return null
  return release.liveAt !== undefined || open.live?.release === number ? release : null
}

export async function artifactOf(
  db: Db,
  hash: string,
  signal: AbortSignal,
): Promise<{ readonly size: number; readonly br: Uint8Array; readonly gzip: Uint8Array } | null> {
  const found = await artifactsIn(db).findOne({ _id: hash }, { signal })
  return found && { size: found.size, br: bytesOf(found.br), gzip: bytesOf(found.gzip) }
}

export function historyOf(db: Db, site: string, signal: AbortSignal): Promise<ReleaseDoc[]> {
  return releasesIn(db)
    .find({ site, liveAt: { $exists: true } }, { signal })
    .sort({ site: 1, number: -1 })
    .limit(mostListed)
    .toArray()
}

export function publicationsOf(db: Db, site: string, signal: AbortSignal): Promise<PublicationDoc[]> {
  return publicationsIn(db)
    .find({ site }, { signal })
    .sort({ site: 1, number: -1 })
    .limit(mostListed)
    .toArray()
}

export function publicationsByIds(
  db: Db,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<PublicationDoc[]> {
  return publicationsIn(db)
    .find({ _id: { $in: [...ids] } }, { signal })
    .toArray()
}

/** The publication whose documents are served; null before the first. */
export function servedPublication(
  db: Db,
  { _id, live }: SiteDoc,
  signal: AbortSignal,
): Promise<PublicationDoc | null> {
  if (!live) return Promise.resolve(null)
  return publicationsIn(db).findOne({ _id: numbered(_id, live.publication) }, { signal })
}

/** A page as it is served: never a draft. */
export async function servedPage(
  db: Db,
  publication: PublicationDoc,
  path: string,
  signal: AbortSignal,
): Promise<{
  readonly _id: string
  readonly rev: number
  readonly document: string
  readonly updatedAt: Date
} | null> {
  const page = publication.pages.find((one) => one.path === path)
  const document = page && (await documentOf(db, page.document, signal))
  return document ? { _id: path, rev: publication.number, document, updatedAt: publication.at } : null
}
