// What becomes of a file after the work on it: it is shown in place of the former one, or refused.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { mostFormer } from '../bounds.ts'
import type { Made, Refusal } from '../working/made.ts'
import { change } from './change.ts'
import { assetsIn, type AssetDoc, type AssetKind, type VariantDoc } from './documents.ts'
import { keepFile } from './files.ts'
import { forgetParts } from './receive.ts'
import { wordsOf } from './words.ts'

/** False when another file was given in meanwhile; this one then counts for nothing. */
export async function show(db: Db, asset: AssetDoc, made: Made, now: Date): Promise<boolean> {
  const variants: VariantDoc[] = []
  for (const file of made.files) variants.push(await keepFile(db, file, now))
  const { _id, turn } = asset
  const { sniffed, width, height, pages } = made
  const kind = kindOf(made)
  const former = formerOf(asset, variants)
  const kept = [...variants, ...former].reduce((sum, { bytes }) => sum + bytes, 0)
  const { matchedCount } = await assetsIn(db).updateOne(
    { _id, turn, state: 'working' },
    {
      $set: {
        state: 'ready',
        shown: { sniffed, kind, width, height, pages, variants },
        ...{ former, kept, changed: now.getTime() },
        before: asset.shown && { shown: asset.shown, name: asset.shownName ?? asset.name },
      },
      $inc: { rev: 1 },
    },
  )
  await forgetParts(db, asset)
  return matchedCount === 1
}

/** What stood here before the last file stands here again, and that one can be had back. Errors: BAD_USER_INPUT. */
export async function takeBack(db: Db, asset: AssetDoc, rev: number, now: Date): Promise<AssetDoc> {
  const { before, shown, name, state } = asset
  if (state === 'receiving' || state === 'working')
    throw badInput('The file that was given in last is still worked on. Wait a moment.', 'working')
  if (!before || !shown) throw badInput('Nothing stood here before.', 'nothing-before')
  const former = formerOf(asset, before.shown.variants)
  const kept = [...before.shown.variants, ...former].reduce((sum, { bytes }) => sum + bytes, 0)
  return change(db, asset, rev, {
    ...{ state: 'ready', refusal: null, shown: before.shown, name: before.name, former, kept },
    before: { shown, name: state === 'refused' ? (asset.shownName ?? name) : name },
    ...{ words: wordsOf({ ...asset, name: before.name }), changed: now.getTime() },
  })
}

export const kindOf = ({ sniffed }: Pick<Made, 'sniffed'>): AssetKind =>
  sniffed === 'application/pdf' ? 'document' : 'picture'

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
