// Brings a store up to date for what is installed, and asks for the first import where there are no records.
import { importsIn, requestImport } from '@shuxiang/exchange'
import type { Source } from '@shuxiang/record/source'
import { prepareStore, type PrepareParts, type SubgraphModule } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'

/** What is installed. */
export interface Product {
  readonly subgraphs: readonly SubgraphModule<never>[]
  readonly sources: readonly Source[]
  /** Imported in part when the store has no records; null for none. */
  readonly firstSource: Source | null
}

/** Every step may be repeated, and by several processes at once. */
export async function prepareProduct(
  parts: PrepareParts,
  { subgraphs, sources, firstSource }: Product,
): Promise<void> {
  await prepareStore(parts, subgraphs)
  const { db, now } = parts
  for (const source of sources) await takeOverReading(db, source, now)
  if (firstSource === null) return
  if (await db.collection('imports').findOne({ _id: { $exists: true } })) return
  if (await db.collection('records').findOne({}, { projection: { _id: 1 } })) return
  const { name: source, reading } = firstSource
  await requestImport(db, { source, scope: 'first', reading }, now())
}

/** A store that was filled by an older reading of the source is filled again: what is the same is not written. */
async function takeOverReading(db: Db, { name, reading }: Source, now: () => Date): Promise<void> {
  const found = await importsIn(db).findOne({ _id: name, state: 'done' })
  if (!found || (found.reading ?? 1) >= reading) return
  await requestImport(db, { source: name, scope: found.scope, reading }, now())
}
