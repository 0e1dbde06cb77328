// Fills a new store with regions, demonstration libraries and first pages. Every step may be repeated.
import { createHash } from 'node:crypto'
import { MongoBulkWriteError, type Db } from 'mongodb'
import { divisions } from '../model/divisions.ts'
import { demonstrationLibraries, type LibraryContent } from '../model/libraries.ts'
import { pagesIn } from './documents.ts'
import type { FirstPage } from './first-page.ts'

/** Change the name when the divisions or the naming rule change: the seed then runs once more. */
const seedName = 'sites-seed-element-china-area-data-6.1.0'

/** Regions and libraries, unless the store has them already. */
export async function seedSites(db: Db, now: () => Date): Promise<void> {
  const done = db.collection<{ _id: string; at: Date }>('migrations')
  if (await done.findOne({ _id: seedName })) return
  const places = divisions()
  const libraries = demonstrationLibraries(places)
  const counts = countsByRegion(libraries)
  await write(
    db,
    'regions',
    places.map(({ id, name, parentId }) => ({ _id: id, name, parentId, libraryCount: counts.get(id) ?? 0 })),
  )
  await write(
    db,
    'libraries',
    libraries.map(({ id, ...library }) => ({ _id: id, ...library, place: library.regionId || '0' })),
  )
  await done.updateOne({ _id: seedName }, { $setOnInsert: { at: now() } }, { upsert: true })
}

/**
 * Stores a page if there is none at the path. One that is to a byte what a release before began with was changed by nobody
 * and becomes the present one; what a person changed is never overwritten.
 */
export async function seedPage(
  db: Db,
  path: string,
  { document, made }: FirstPage,
  now: Date,
): Promise<void> {
  const pages = pagesIn(db)
  await pages.updateOne(
    { _id: path },
    { $setOnInsert: { rev: 1, document, updatedAt: now } },
    { upsert: true },
  )
  const stored = await pages.findOne({ _id: path })
  if (!stored || stored.document === document || !made.includes(hashOf(stored.document))) return
  // Whoever changes it at this moment is quicker, and theirs stays.
  await pages.updateOne(
    { _id: path, rev: stored.rev, document: stored.document },
    { $set: { rev: stored.rev + 1, document, updatedAt: now } },
  )
}

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex')

/** Libraries in each region and in all below it. */
function countsByRegion(libraries: readonly LibraryContent[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { regionId } of libraries)
    for (let length = 2; length <= regionId.length; length += 2) {
      const id = regionId.slice(0, length)
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  return counts
}

/** Documents in batches, each put in the place of an older one with its id. */
async function write<T extends { readonly _id: string }>(
  db: Db,
  name: string,
  documents: readonly T[],
): Promise<void> {
  const collection = db.collection<{ _id: string }>(name)
  const known = new Set(
    (await collection.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
  )
  const operations = documents.map(({ _id, ...fields }) =>
    known.has(_id)
      ? { updateOne: { filter: { _id }, update: { $set: fields } } }
      : { insertOne: { document: { _id, ...fields } } },
  )
  for (let i = 0; i < operations.length; i += 500)
    await collection.bulkWrite(operations.slice(i, i + 500), { ordered: false }).catch(ignoreTaken)
}

/** Another process seeds at the same time: what it wrote is the same. */
function ignoreTaken(error: unknown): void {
  if (!(error instanceof MongoBulkWriteError) || error.code !== 11000) throw error
}
