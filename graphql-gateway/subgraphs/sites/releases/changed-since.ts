// Whether a site is still the one that somebody has looked at.
import type { Db } from 'mongodb'
import { sitePagesIn, type SiteDoc, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'

/** Revisions: of the site itself, and of each of its pages by id. */
export interface SeenSite {
  readonly rev: number
  readonly pages: ReadonlyMap<string, number>
}

/**
 * What is other: paths of pages that were changed, made or moved, ids of those that are gone, and whether what stands on every
 * page was changed.
 */
export interface ChangedSince {
  readonly site: boolean
  readonly pages: readonly string[]
}

/** Null when nothing is other. */
export async function changedSince(
  db: Db,
  site: Pick<SiteDoc, '_id' | 'rev'>,
  seen: SeenSite,
): Promise<ChangedSince | null> {
  const pages = await sitePagesIn(db)
    .find({ site: site._id }, { projection: { path: 1, rev: 1 } })
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  return changesIn(site, pages, seen)
}

/** The same of what was read already. Pure. */
export function changesIn(
  { rev = 0 }: Pick<SiteDoc, 'rev'>,
  pages: readonly Pick<SitePageDoc, '_id' | 'path' | 'rev'>[],
  seen: SeenSite,
): ChangedSince | null {
  const there = new Set(pages.map(({ _id }) => _id))
  const other = [
    ...pages.filter((page) => seen.pages.get(page._id) !== page.rev).map(({ path }) => path),
    ...[...seen.pages.keys()].filter((page) => !there.has(page)),
  ]
  const site = seen.rev !== rev
  return site || other.length > 0 ? { site, pages: other } : null
}
