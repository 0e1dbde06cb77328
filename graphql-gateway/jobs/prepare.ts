// Brings a store up to date: migrations, regions and libraries, the portal's pages, and the first import if it is empty.
import { requestImport, type Source } from '@shuxiang/exchange'
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
  if (firstSource === null || (await db.collection('imports').findOne({ _id: { $exists: true } }))) return
  if (await db.collection('records').findOne({}, { projection: { _id: 1 } })) return
  const total = await firstSource.count('first', signal)
  await requestImport(db, { source: firstSource.name, scope: 'first', total }, now())
}
