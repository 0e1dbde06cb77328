// Codes of every library, for sitemaps.
import type { Db } from 'mongodb'
import { librariesIn } from './documents.ts'

/** In their order. There are some three thousand. */
export async function* libraryCodes(db: Db, signal: AbortSignal): AsyncGenerator<string> {
  const libraries = librariesIn(db)
    .find({}, { projection: { _id: 1 }, signal })
    .sort({ _id: 1 })
  for await (const { _id } of libraries) yield _id
}
