// Brings a store up to date: migrations, regions and libraries, the portal's pages, and the first import if it is empty.
import { importsIn, requestImport, type Source } from '@shuxiang/exchange'
import { migrateCatalogue } from '@shuxiang/subgraph-catalogue/content'
import { seedPage, seedSites } from '@shuxiang/subgraph-sites/content'
import type { Db } from 'mongodb'

export interface FirstContent {
  /** Builder documents as JSON, by path. */
  readonly pages: ReadonlyMap<string, string>
  /** Imported in part when the store has no records; null for none. */
  readonly firstSource: Source | null
}

/** Every step may be repeated, and by several processes at once. */
export async function prepareStore(
  db: Db,
  { pages, firstSource }: FirstContent,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  await migrateCatalogue(db, now)
  await seedSites(db, now)
  for (const [path, document] of pages) await seedPage(db, path, document, now())
  if (firstSource === null) return
  await takeOverReading(db, firstSource, now, signal)
  if (await db.collection('imports').findOne({ _id: { $exists: true } })) return
  if (await db.collection('records').findOne({}, { projection: { _id: 1 } })) return
  const total = await firstSource.count('first', signal)
  const { name: source, reading } = firstSource
  await requestImport(db, { source, scope: 'first', total, reading }, now())
}

/** A store that was filled by an older reading of the source is filled again: what is the same is not written. */
async function takeOverReading(db: Db, source: Source, now: () => Date, signal: AbortSignal): Promise<void> {
  const { name, reading } = source
  const found = await importsIn(db).findOne({ _id: name, state: 'done' })
  if (!found || (found.reading ?? 1) >= reading) return
  const { scope } = found
  await requestImport(db, { source: name, scope, total: await source.count(scope, signal), reading }, now())
}
