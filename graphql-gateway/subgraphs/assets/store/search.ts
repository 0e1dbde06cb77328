// Which assets of a library have words in their texts. Read through: Chinese words have no edges that an index could know.
import type { Db } from 'mongodb'
import { mostAssets } from '../bounds.ts'
import { assetsIn } from './documents.ts'

/** Ids. `words` in the one spelling. */
export async function idsWith(
  db: Db,
  library: string,
  words: string,
  signal: AbortSignal,
): Promise<string[]> {
  const ids: string[] = []
  const all = assetsIn(db)
    .find({ library }, { projection: { words: 1 }, signal })
    .sort({ library: 1, deletedAt: 1, changed: -1, _id: 1 })
    .limit(mostAssets)
  for await (const asset of all) if (asset.words.includes(words)) ids.push(asset._id)
  return ids
}
