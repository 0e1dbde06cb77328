// The asset that a request names, of whose library it is asked whether who asks may look after it.
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { isId } from '../input.ts'
import type { AssetDoc } from '../store/documents.ts'
import { assetById } from '../store/receive.ts'

export const action = 'asset.manage'

/** Null when there is none. Errors: those of `permit`. */
export async function knownAsset(id: string, context: SubgraphContext): Promise<AssetDoc | null> {
  signedIn(context)
  const asset = isId(id) ? await assetById(context.db, id) : null
  if (asset) await permit(context, action, { library: asset.library, name: `asset:${id}` })
  return asset
}

/** Errors: BAD_USER_INPUT; those of `permit`. */
export async function assetFor(id: string, context: SubgraphContext): Promise<AssetDoc> {
  const asset = await knownAsset(id, context)
  if (!asset) throw badInput('id: there is no such picture or file, or it is not there any more.', 'gone')
  return asset
}
