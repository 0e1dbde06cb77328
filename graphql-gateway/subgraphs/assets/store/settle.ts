// What becomes of a file after the work on it: it is shown in place of the former one, or refused.
import type { Db } from 'mongodb'
import { mostFormer } from '../bounds.ts'
import type { Made, Refusal } from '../working/made.ts'
import { assetsIn, type AssetDoc, type VariantDoc } from './documents.ts'
import { keepFile } from './files.ts'
import { forgetParts } from './receive.ts'

/** False when another file was given in meanwhile; this one then counts for nothing. */
export async function show(db: Db, asset: AssetDoc, made: Made, now: Date): Promise<boolean> {
  const variants: VariantDoc[] = []
  for (const file of made.files) variants.push(await keepFile(db, file, now))
  const { _id, turn } = asset
  const { sniffed, width, height, pages } = made
  const kind = sniffed === 'application/pdf' ? ('document' as const) : ('picture' as const)
  const former = formerOf(asset, variants)
  const kept = [...variants, ...former].reduce((sum, { bytes }) => sum + bytes, 0)
  const { matchedCount } = await assetsIn(db).updateOne(
    { _id, turn, state: 'working' },
    {
      $set: {
        state: 'ready',
        shown: { sniffed, kind, width, height, pages, variants },
        ...{ former, kept, changed: now.getTime() },
      },
      $inc: { rev: 1 },
    },
  )
  await forgetParts(db, asset)
  return matchedCount === 1
}

/** Each once, and none that is shown. */
function formerOf(asset: AssetDoc, variants: readonly VariantDoc[]): AssetDoc['former'] {
  const known = new Set(variants.map(({ hash }) => hash))
  return [...(asset.shown?.variants ?? []), ...asset.former]
    .flatMap(({ hash, bytes }) => {
      if (known.has(hash)) return []
      known.add(hash)
      return [{ hash, bytes }]
    })
    .slice(0, mostFormer)
}

export async function refuse(db: Db, asset: AssetDoc, refusal: Refusal, now: Date): Promise<void> {
  const { _id, turn } = asset
  await assetsIn(db).updateOne(
    { _id, turn, state: 'working' },
    { $set: { state: 'refused', refusal, changed: now.getTime() }, $inc: { rev: 1 } },
  )
  await forgetParts(db, asset)
}
