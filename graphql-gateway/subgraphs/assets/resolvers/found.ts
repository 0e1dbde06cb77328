// The asset that a request names, of whose library it is asked whether who asks may look after it.
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { isId } from '../input.ts'
import type { AssetsPorts } from '../ports.ts'
import type { AssetDoc } from '../store/documents.ts'
import { assetById } from '../store/receive.ts'

const action = 'asset.manage'

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

/** The library must be there: refusals at made-up ones would fill the audit log. Errors: BAD_USER_INPUT; those of `permit`. */
export async function permitAt(
  { isLibrary }: Pick<AssetsPorts, 'isLibrary'>,
  context: SubgraphContext,
  library: string,
): Promise<void> {
  signedIn(context)
  if (!(await isLibrary(library))) throw badInput('library: there is no library with this id.', 'no-library')
  await permit(context, action, { library, name: `library:${library}` })
}
