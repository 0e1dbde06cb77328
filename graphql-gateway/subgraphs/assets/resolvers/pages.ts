// Query.siteAssets, assetFile: what pages show, to everybody.
import { badInput, inOrder, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { mostAsked } from '../bounds.ts'
import { isHash, isId } from '../input.ts'
import type { AssetsPorts } from '../ports.ts'
import type { SiteAssetMapper } from '../schema/mappers.ts'
import type { QueryResolvers } from '../schema/types.generated.ts'
import { assetsIn, isDeleted, type AssetDoc } from '../store/documents.ts'
import { fileOf } from '../store/files.ts'

export const siteAssets =
  ({ nationalLibrary }: AssetsPorts): QueryResolvers['siteAssets'] =>
  async (_, { ids }, { db, tenant, signal }) => {
    if (ids.length > mostAsked) throw badInput(`ids: give at most ${mostAsked}.`)
    const wanted = [...new Set(ids.filter(isId))]
    const libraries = [...new Set([tenant ?? nationalLibrary, nationalLibrary])]
    const found = await assetsIn(db)
      .find({ _id: { $in: wanted }, library: { $in: libraries } }, { signal })
      .sort({ _id: 1 })
      .toArray()
    return inOrder(ids, found.filter(isShown), ({ _id }) => _id)
  }

const isShown = (asset: AssetDoc): asset is SiteAssetMapper => asset.shown !== null && !isDeleted(asset)

/** Requests that have had their file: one of many would answer with many megabytes. */
const served = new WeakSet<SubgraphContext>()

export const assetFile: QueryResolvers['assetFile'] = async (_, { hash }, context) => {
  if (!isHash(hash)) throw badInput('hash: give a SHA-256 in hexadecimal digits.')
  if (served.has(context)) throw badInput('Ask for one file at a time.')
  served.add(context)
  return fileOf(context.db, hash)
}
