// Fills a new store with regions, demonstration libraries and first pages. Every step may be repeated.
import type { Db } from 'mongodb'
import { divisions } from '../model/divisions.ts'
import { demonstrationLibraries } from '../model/libraries.ts'
import { librariesIn, pagesIn, regionsIn } from './documents.ts'

/** Change the name when the divisions or the naming rule change: the seed then runs once more. */
const seedName = 'sites-seed-element-china-area-data-6.1.0'

/** Indexes, regions and libraries. Returns false when the store has them already. */
export async function seedSites(db: Db, now: () => Date): Promise<boolean> {
  const done = db.collection<{ _id: string; at: Date }>('migrations')
  if (await done.findOne({ _id: seedName })) return false
  await regionsIn(db).createIndexes([{ key: { parentId: 1, _id: 1 }, name: 'children' }])
  await librariesIn(db).createIndexes([
    { key: { place: 1, _id: 1 }, name: 'places' },
    { key: { level: 1, place: 1, _id: 1 }, name: 'levels' },
  ])
  const places = divisions()
  const libraries = demonstrationLibraries(places)
  await inBatches(places, (batch) =>
    regionsIn(db).bulkWrite(
      batch.map(({ id, name, parentId }) => ({
        replaceOne: {
          filter: { _id: id },
          replacement: {
            name,
            parentId,
            libraryCount: libraries.filter(({ regionId }) => regionId.startsWith(id)).length,
          },
          upsert: true,
        },
      })),
      { ordered: false },
    ),
  )
  await inBatches(libraries, (batch) =>
    librariesIn(db).bulkWrite(
      batch.map(({ id, ...library }) => ({
        replaceOne: {
          filter: { _id: id },
          replacement: { ...library, place: library.regionId || '0' },
          upsert: true,
        },
      })),
      { ordered: false },
    ),
  )
  await done.updateOne({ _id: seedName }, { $setOnInsert: { at: now() } }, { upsert: true })
  return true
}

/** Stores a page if there is none at the path; what a library changed is never overwritten. */
export async function seedPage(db: Db, path: string, document: string, now: Date): Promise<boolean> {
  const result = await pagesIn(db).updateOne(
    { _id: path },
    { $setOnInsert: { rev: 1, document, updatedAt: now } },
    { upsert: true },
  )
  return result.upsertedCount === 1
}

async function inBatches<T>(items: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += 500) await write(items.slice(i, i + 500))
}
