// Mutation.beginAsset, replaceAsset, takeBackAsset, addAssetPart, describeAsset, deleteAsset, restoreAsset
import { createHash } from 'node:crypto'
import { badInput, permitAt } from '@shuxiang/subgraph-kit'
import { mostUses } from '../bounds.ts'
import { readAnnounced, readBytes, readDescription } from '../input.ts'
import { wakeAssetJob } from '../job-name.ts'
import type { AssetsPorts } from '../ports.ts'
import type { MutationResolvers } from '../schema/types.generated.ts'
import { describe, remove, restore } from '../store/change.ts'
import { isDeleted, type AssetDoc } from '../store/documents.ts'
import { begin, beginAgain, receive } from '../store/receive.ts'
import { takeBack } from '../store/settle.ts'
import { giverOf, noteDone, nowOf } from './deed.ts'
import { action, assetFor } from './found.ts'

export const beginAsset =
  (ports: AssetsPorts): MutationResolvers['beginAsset'] =>
  async (_, { library, key, name, bytes }, context) => {
    await permitAt(ports, context, action, library)
    const announced = { ...readAnnounced(key, name, bytes), ...giverOf(context) }
    const about = JSON.stringify(['asset', library, announced.by, key])
    const _id = createHash('sha256').update(about).digest('base64url').slice(0, 24)
    await noteDone(context, 'asset.add', { _id, library })
    return begin(context.db, { _id, library, ...announced })
  }

export const replaceAsset: MutationResolvers['replaceAsset'] = async (
  _,
  { id, key, name, bytes },
  context,
) => {
  const asset = standing(await assetFor(id, context))
  const announced = { ...readAnnounced(key, name, bytes), ...giverOf(context) }
  await noteDone(context, 'asset.replace', asset)
  return beginAgain(context.db, asset, announced)
}

export const takeBackAsset =
  ({ pagesChanged }: AssetsPorts): MutationResolvers['takeBackAsset'] =>
  async (_, { id, rev }, context) => {
    const asset = standing(await assetFor(id, context))
    const now = nowOf(context)
    await noteDone(context, 'asset.replace', asset)
    const taken = await takeBack(context.db, asset, rev, now)
    await pagesChanged(asset.library, now)
    return taken
  }

export const addAssetPart: MutationResolvers['addAssetPart'] = async (
  _,
  { id, turn, position, content },
  context,
) => {
  const asset = await assetFor(id, context)
  const received = await receive(context.db, asset, { turn, position, content: readBytes(content) })
  if (received.state === 'working') await wakeAssetJob(context.db, nowOf(context))
  return received
}

export const describeAsset =
  ({ pagesChanged }: AssetsPorts): MutationResolvers['describeAsset'] =>
  async (_, { id, rev, description }, context) => {
    const asset = standing(await assetFor(id, context))
    const now = nowOf(context)
    const described = await describe(context.db, asset, rev, readDescription(description), now)
    await pagesChanged(asset.library, now)
    return described
  }

export const deleteAsset =
  ({ usesOf }: AssetsPorts): MutationResolvers['deleteAsset'] =>
  async (_, { id }, context) => {
    const asset = await assetFor(id, context)
    if (isDeleted(asset)) return asset
    const uses = await usesOf(asset.library, id, mostUses)
    if (uses.length > 0)
      throw badInput('It stands on pages of the site. Take it off them first, or replace it.', 'used')
    await noteDone(context, 'asset.delete', asset)
    return remove(context.db, asset, nowOf(context))
  }

export const restoreAsset: MutationResolvers['restoreAsset'] = async (_, { id }, context) => {
  const asset = await assetFor(id, context)
  if (!isDeleted(asset)) return asset
  await noteDone(context, 'asset.restore', asset)
  return restore(context.db, asset)
}

/** Errors: BAD_USER_INPUT for one that was deleted. */
function standing(asset: AssetDoc): AssetDoc {
  if (isDeleted(asset)) throw badInput('It was deleted. Have it back first.', 'deleted')
  return asset
}
