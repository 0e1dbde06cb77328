// Reading releases, their bytes and publications.
import { isPageShown } from '@shuxiang/site-model'
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
/** Publications of sites before their first release in one answer. */
const mostWaiting = 5_000

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

/**
 * What sites show before their first release, by site: of each the newest publication whose time has come and that was not
 * refused. A draft is never shown.
 */
export async function firstPublications(
  db: Db,
  sites: readonly string[],
  now: Date,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PublicationDoc>> {
  const found = await publicationsIn(db)
    .find({ site: { $in: [...sites] }, state: { $ne: 'refused' }, dueAt: { $lte: now } }, { signal })
    .sort({ site: 1, number: 1 })
    .limit(mostWaiting)
    .toArray()
  // Of one site the last of them is the newest.
  return new Map(found.map((publication) => [publication.site, publication]))
}

/** The publication whose documents a site shows: of the release that is served, or before it; null where there is none. */
export async function servedPublication(
  db: Db,
  { _id, live }: Pick<SiteDoc, '_id' | 'live'>,
  now: Date,
  signal: AbortSignal,
): Promise<PublicationDoc | null> {
  if (live) return publicationsIn(db).findOne({ _id: numbered(_id, live.publication) }, { signal })
  return (await firstPublications(db, [_id], now, signal)).get(_id) ?? null
}

/** Former addresses of the pages of a publication, each with the one it leads to; none where a page stands now. */
export function redirectsOf({ pages }: PublicationDoc): ReadonlyMap<string, string> {
  const taken = new Set(pages.map(({ path }) => path))
  const leads = pages.flatMap(({ path, formerPaths = [] }) =>
    formerPaths.map((former) => [former, path] as const),
  )
  return new Map(leads.filter(([former]) => !taken.has(former)).reverse())
}

/** Its pages that readers find at a time. */
export function standingPages({ pages }: PublicationDoc, now: Date): PublicationDoc['pages'] {
  return pages.filter(({ path, from, until }) => isPageShown(path, { meta: { from, until } }, now))
}

/** A page as it is served: never a draft, and none that readers do not find now. */
export async function servedPage(
  db: Db,
  publication: PublicationDoc,
  { path, now }: { readonly path: string; readonly now: Date },
  signal: AbortSignal,
): Promise<{
  readonly _id: string
  readonly rev: number
  readonly document: string
  readonly updatedAt: Date
} | null> {
  const page = standingPages(publication, now).find((one) => one.path === path)
  const document = page && (await documentOf(db, page.document, signal))
  return document ? { _id: path, rev: publication.number, document, updatedAt: publication.at } : null
}
