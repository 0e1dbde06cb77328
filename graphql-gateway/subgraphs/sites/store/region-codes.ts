// Division codes of every region, for sitemaps.
import type { Db } from 'mongodb'
import { regionsIn } from './documents.ts'

/** In the order of codes. There are some three thousand. */
export async function* regionCodes(db: Db, signal: AbortSignal): AsyncGenerator<string> {
  const regions = regionsIn(db)
    .find({}, { projection: { _id: 1 }, signal })
    .sort({ _id: 1 })
  for await (const { _id } of regions) yield _id
}
