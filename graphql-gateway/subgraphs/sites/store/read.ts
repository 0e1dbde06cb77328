// Reading libraries, regions, pages and branch sites.
import { connection, type Connection } from '@shuxiang/subgraph-kit'
import type { Db, Filter } from 'mongodb'
import type { LibraryLevel } from '../model/libraries.ts'
import {
  librariesIn,
  pagesIn,
  regionsIn,
  sitePagesIn,
  sitesIn,
  type LibraryDoc,
  type PageDoc,
  type RegionDoc,
  type SiteDoc,
  type SitePageDoc,
} from './documents.ts'

/** Pages of one site, at most. */
export const mostPages = 500

interface Options {
  readonly signal?: AbortSignal
}

export function librariesByIds(db: Db, ids: readonly string[], options: Options): Promise<LibraryDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return librariesIn(db)
    .find({ _id: { $in: [...ids] } }, options)
    .toArray()
}

export function regionsByIds(db: Db, ids: readonly string[], options: Options): Promise<RegionDoc[]> {
  if (ids.length === 0) return Promise.resolve([])
  return regionsIn(db)
    .find({ _id: { $in: [...ids] } }, options)
    .toArray()
}

/** Regions directly below one; `''` gives the provinces. There are at most some dozens. */
export function regionsBelow(db: Db, parentId: string, options: Options): Promise<RegionDoc[]> {
  return regionsIn(db).find({ parentId }, options).sort({ parentId: 1, _id: 1 }).toArray()
}

export interface LibraryQuery {
  readonly region: string | null
  readonly level: LibraryLevel | null
  /** The code, or how the name begins; null: any. */
  readonly name: string | null
  readonly first: number
  readonly after: string | null
}

/** Libraries of a region and of all below it, in the order of division codes; those of a name in that of names. */
export function libraryPage(
  db: Db,
  { region, level, name, first, after }: LibraryQuery,
  signal: AbortSignal,
): Promise<Connection<LibraryDoc>> {
  const filter: Filter<LibraryDoc> = {
    ...(level ? { level } : {}),
    // Codes below `33` begin with `33`; `:` is the character after `9`.
    ...(region ? { place: { $gte: region, $lt: `${region}:` } } : {}),
    ...(name ? { $or: [{ _id: name.toLowerCase() }, { name: { $regex: `^${literally(name)}` } }] } : {}),
  }
  return connection<LibraryDoc>({
    collection: db.collection('libraries'),
    filter,
    sort: [
      [name ? 'name' : 'place', 1],
      ['_id', 1],
    ],
    first,
    after,
    signal,
  })
}

/** The pattern of just this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

export function pageAt(db: Db, path: string, options: Options): Promise<PageDoc | null> {
  return pagesIn(db).findOne({ _id: path }, options)
}

export function sitePageAt(
  db: Db,
  site: string,
  path: string,
  options: Options,
): Promise<SitePageDoc | null> {
  return sitePagesIn(db).findOne({ site, path }, options)
}

/** A site that is served. */
export function liveSite(db: Db, code: string, options: Options): Promise<SiteDoc | null> {
  return sitesIn(db).findOne({ _id: code, state: 'live' }, options)
}

/** Whether the library has a site that is served. */
export async function isLive(db: Db, code: string): Promise<boolean> {
  return (await liveSite(db, code, {})) !== null
}

/** Paths of the portal's pages, in their order. */
export async function portalPaths(db: Db, options: Options): Promise<readonly string[]> {
  const pages = await pagesIn(db)
    .find({}, { ...options, projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(mostPages)
    .toArray()
  return pages.map(({ _id }) => _id)
}

/** Of those libraries, the sites that are served. */
export function liveSitesOf(
  db: Db,
  codes: readonly string[],
  options: Options,
): Promise<Pick<SiteDoc, '_id'>[]> {
  return sitesIn(db)
    .find({ _id: { $in: [...codes] }, state: 'live' }, { ...options, projection: { _id: 1 } })
    .toArray()
}
