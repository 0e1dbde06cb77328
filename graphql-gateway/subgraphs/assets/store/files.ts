// Files under the digest of their bytes: written once whoever has them, read piece by piece.
import { createHash } from 'node:crypto'
import { Binary, type Db } from 'mongodb'
import { pieceBytes } from '../bounds.ts'
import type { MadeFile } from '../working/made.ts'
import { assetsIn, filesIn, piecesIn, type AssetFileDoc, type VariantDoc } from './documents.ts'

/** Pieces first, then the file: one that is there is whole. The job alone writes and sweeps, one file at a time. */
export async function keepFile(
  db: Db,
  { type, width, height, content }: MadeFile,
  at: Date,
): Promise<VariantDoc> {
  const hash = createHash('sha256').update(content).digest('hex')
  const bytes = content.length
  // Told to be young before anything counts on it.
  const { matchedCount } = await filesIn(db).updateOne({ _id: hash }, { $set: { at } })
  if (matchedCount === 0) {
    for (let number = 0; number * pieceBytes < bytes; number++) {
      const piece = content.subarray(number * pieceBytes, (number + 1) * pieceBytes)
      await piecesIn(db).replaceOne(
        { _id: `${hash}:${number}` },
        { file: hash, number, content: new Binary(piece) },
        { upsert: true },
      )
    }
    await filesIn(db).replaceOne({ _id: hash }, { type, bytes, at }, { upsert: true })
  }
  return { width, height, type, hash, bytes }
}

export const fileOf = (db: Db, hash: string): Promise<AssetFileDoc | null> =>
  filesIn(db).findOne({ _id: hash })

/** Null beyond the last one. */
export async function pieceOf(db: Db, hash: string, number: number): Promise<Buffer | null> {
  const piece = await piecesIn(db).findOne({ _id: `${hash}:${number}` })
  return piece ? Buffer.from(piece.content.buffer) : null
}

/** Removes files that were written before `before` and that no asset names, now or formerly. Gives how many. */
export async function sweepFiles(db: Db, before: Date, signal: AbortSignal): Promise<number> {
  let swept = 0
  const old = filesIn(db)
    .find({ at: { $lt: before } }, { projection: { _id: 1 } })
    .sort({ at: 1, _id: 1 })
  for await (const { _id } of old) {
    if (signal.aborted) break
    const named = await assetsIn(db).findOne(
      { $or: [{ 'shown.variants.hash': _id }, { 'former.hash': _id }] },
      { projection: { _id: 1 } },
    )
    if (named) continue
    await filesIn(db).deleteOne({ _id })
    await piecesIn(db).deleteMany({ file: _id })
    swept++
  }
  return swept
}
