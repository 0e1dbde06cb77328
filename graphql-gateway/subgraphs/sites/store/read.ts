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

/** Every library and region, as far as finding one by its name needs them. */
export async function allNames(
  db: Db,
  options: Options,
): Promise<{ readonly libraries: readonly LibraryName[]; readonly regions: readonly RegionName[] }> {
  const [libraries, regions] = await Promise.all([
    librariesIn(db)
      .find({}, { ...options, projection: { name: 1, level: 1, regionId: 1 } })
      .toArray(),
    regionsIn(db)
      .find({}, { ...options, projection: { name: 1, parentId: 1 } })
      .toArray(),
  ])
  return { libraries, regions }
}
type LibraryName = Pick<LibraryDoc, '_id' | 'name' | 'level' | 'regionId'>
type RegionName = Pick<RegionDoc, '_id' | 'name' | 'parentId'>

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
  readonly first: number
  readonly after: string | null
}

/** Libraries of a region and of all below it, in the order of division codes. */
export function libraryPage(
  db: Db,
  { region, level, first, after }: LibraryQuery,
  signal: AbortSignal,
): Promise<Connection<LibraryDoc>> {
  const filter: Filter<LibraryDoc> = {
    ...(level ? { level } : {}),
    // Codes below `33` begin with `33`; `:` is the character after `9`.
    ...(region ? { place: { $gte: region, $lt: `${region}:` } } : {}),
  }
  return connection<LibraryDoc>({
    collection: db.collection('libraries'),
    filter,
    sort: [
      ['place', 1],
      ['_id', 1],
    ],
    first,
    after,
    signal,
  })
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
): Promise<Pick<SiteDoc, '_id' | 'names'>[]> {
  return sitesIn(db)
    .find({ _id: { $in: [...codes] }, state: 'live' }, { ...options, projection: { names: 1 } })
    .toArray()
}
