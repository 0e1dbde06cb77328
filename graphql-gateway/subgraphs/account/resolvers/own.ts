// The door to what belongs to somebody: the owner is the one of the stored object, and the table of permissions decides.
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { deletionOf } from '../deletion/ask.ts'
import type { ListFacts } from '../store/documents.ts'
import { listById } from '../store/read.ts'

/** Who is signed in and may see what is their own. Errors: UNAUTHENTICATED, FORBIDDEN. */
export async function readerOf(context: SubgraphContext): Promise<string> {
  const { subject } = signedIn(context)
  await permit(context, 'own.manage', { owner: subject })
  return subject
}

/** The same for changes. Errors: also BAD_USER_INPUT while the account waits to be deleted: nothing comes in behind what is erased. */
export async function ownerOf(context: SubgraphContext): Promise<string> {
  const subject = await readerOf(context)
  await refuseLeaving(context, subject)
  return subject
}

/** Errors: BAD_USER_INPUT while the account waits to be deleted. */
export async function refuseLeaving({ db }: SubgraphContext, subject: string): Promise<void> {
  if (await deletionOf(db, subject))
    throw badInput('This account is to be deleted, so nothing is changed in it. Keep the account first.')
}

/** A list, if it is of who asks; null when there is none. Errors: UNAUTHENTICATED; FORBIDDEN for another's, which is audited. */
export async function ownList(context: SubgraphContext, id: string): Promise<ListFacts | null> {
  signedIn(context)
  const list = /^[A-Za-z0-9_-]{24}$/.test(id)
    ? await listById(context.db, id, { signal: context.signal })
    : null
  if (list) await permit(context, 'own.manage', { owner: list.owner, name: `list:${id}` })
  return list
}

/** The same for changes, of lists with a name only. Errors: also BAD_USER_INPUT when there is none. */
export async function ownNamedList(context: SubgraphContext, id: string): Promise<ListFacts> {
  const list = await ownList(context, id)
  if (!list || list.shelf) throw badInput('id: give the id of one of your lists.')
  await refuseLeaving(context, list.owner)
  return list
}

export const nowOf = ({ now }: SubgraphContext): Date => new Date(now())
