// What goes by itself: files that never came in whole, what was refused and shows nothing, what was deleted long ago.
import type { Db } from 'mongodb'
import { deletedKept, receivingHolds, refusedKept, unnamedKept } from '../bounds.ts'
import { assetsIn, never, type AssetDoc } from './documents.ts'
import { sweepFiles } from './files.ts'
import { forgetParts } from './receive.ts'

/** Gives how many assets and files went. */
export async function sweep(
  db: Db,
  now: Date,
  signal: AbortSignal,
): Promise<{ readonly assets: number; readonly files: number }> {
  const before = (age: number): Date => new Date(now.getTime() - age)
  let assets = 0
  const left = assetsIn(db).find({
    $or: [
      { state: 'receiving', at: { $lt: before(receivingHolds) } },
      { state: 'refused', at: { $lt: before(refusedKept) } },
      { deletedAt: { $gt: never, $lt: before(deletedKept) } },
    ],
  })
  for await (const asset of left) {
    if (signal.aborted) break
    await forgetParts(db, asset)
    assets += await go(db, asset)
  }
  return { assets, files: await sweepFiles(db, before(unnamedKept), signal) }
}

/** One that shows something is as it was before the last file. */
async function go(db: Db, { _id, rev, shown, deletedAt }: AssetDoc): Promise<number> {
  if (shown === null || deletedAt > never) return (await assetsIn(db).deleteOne({ _id, rev })).deletedCount
  await assetsIn(db).updateOne({ _id, rev }, { $set: { state: 'ready', refusal: null }, $inc: { rev: 1 } })
  return 0
}
