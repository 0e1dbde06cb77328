// The library that a request names, where nothing stored says which it is.
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { Action } from '@shuxiang/permissions'
import type { OperationsPorts } from '../ports.ts'

/** A library of another subgraph, by its id. */
export const placeOf = (id: string) => ({ id })

/**
 * Resolves when who asks may do it at this library, which must be there: refusals at made-up ones would fill the audit
 * log. Errors: BAD_USER_INPUT; those of `permit`.
 */
export async function permitAt(
  { isLibrary }: Pick<OperationsPorts, 'isLibrary'>,
  context: SubgraphContext,
  action: Action,
  library: string,
): Promise<void> {
  signedIn(context)
  if (!(await isLibrary(library))) throw badInput('library: there is no library with this id.', 'no-library')
  await permit(context, action, { library, name: `library:${library}` })
}
