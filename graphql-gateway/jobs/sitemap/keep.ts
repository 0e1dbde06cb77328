// Keeps the sitemap true: looks whether records changed, and builds it again when they did.
import { mkdir } from 'node:fs/promises'
import { currentImport } from '@shuxiang/exchange'
import { newestChange, publicRecords } from '@shuxiang/subgraph-catalogue/content'
import { libraryCodes, regionCodes } from '@shuxiang/subgraph-sites/content'
import type { Db } from 'mongodb'
import { buildSitemap } from './build.ts'
import { remember, whatIsBuilt } from './state.ts'

/** Where the portal's sitemap goes and for which origin. */
export interface SitemapPlace {
  readonly folder: string
  readonly origin: string
}

/** While an import runs, every look would find changes: then it is built again at most this often, in milliseconds. */
const pauseDuringImport = 10 * 60_000
/** It rests this many times as long as it took, so that steady changes to a large collection cost a fifth of a worker. */
const restPerBuild = 4
/** Built again after this in any case: a record may have been withdrawn under an earlier date. */
const longest = 24 * 60 * 60_000

/** Looks once. Resolves to the number of addresses when it was built, to null when there was nothing to do. */
export async function keepSitemap(
  db: Db,
  { folder, origin }: SitemapPlace,
  now: () => Date,
  signal: AbortSignal,
): Promise<number | null> {
  const newest = (await newestChange(db))?.toISOString() ?? null
  const built = await whatIsBuilt(folder)
  const age = built?.origin === origin ? now().getTime() - built.at.getTime() : null
  if (age !== null && age < longest && built?.newest === newest) return null
  if (age !== null && built !== null && age < built.took * restPerBuild) return null
  if ((age === null || age < pauseDuringImport) && (await currentImport(db, now()))) return null
  const from = now()
  await mkdir(folder, { recursive: true })
  const content = {
    records: publicRecords(db, signal),
    regions: regionCodes(db, signal),
    libraries: libraryCodes(db, signal),
  }
  const files = await buildSitemap(content, { folder, origin })
  const names = ['sitemap.xml', ...files.map(({ name }) => name)].map((name) => `${name}.gz`)
  await remember(folder, { origin, newest, at: now(), took: now().getTime() - from.getTime() }, names)
  return files.reduce((sum, { urls }) => sum + urls, 0)
}
