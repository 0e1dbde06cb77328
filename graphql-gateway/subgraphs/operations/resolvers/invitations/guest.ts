// Mutation.openInvitation, acceptInvitation, declineInvitation
import type { Action } from '@shuxiang/permissions'
import { permit, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { accept, decline } from '../../invitations/answer.ts'
import { digestOf } from '../../invitations/codes.ts'
import type { InvitationDoc } from '../../invitations/documents.ts'
import { invitationByCode } from '../../invitations/invite.ts'
import { beginTry } from '../../invitations/tries.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { deciderOf, noteDone } from '../deed.ts'

export const openInvitation: MutationResolvers['openInvitation'] = (_, { code }, context) =>
  invitationFor(code, 'invitation.open', context)

export const acceptInvitation: MutationResolvers['acceptInvitation'] = async (_, { code }, context) => {
  const doc = await invitationFor(code, 'invitation.accept', context)
  if (!doc) return null
  const { _id, library, role, expires } = doc
  const guest = deciderOf(context)
  return accept(context.db, doc, guest, (action, object, { by, reason }) =>
    noteDone(context, {
      ...{ action, library, object, reason },
      details: {
        ...{ person: guest.by, role, expires: expires.toISOString() },
        ...{ invitation: _id, invitedBy: by },
      },
    }),
  )
}

export const declineInvitation: MutationResolvers['declineInvitation'] = async (_, { code }, context) => {
  const doc = await invitationFor(code, 'invitation.open', context)
  if (!doc) return null
  const { _id, library, role } = doc
  return decline(context.db, doc, deciderOf(context), ({ reason }) =>
    noteDone(context, {
      ...{ action: 'invitation.decline', library, reason },
      object: `invitation:${_id}`,
      details: { role },
    }),
  )
}

/** Null for a code that is none. Errors: those of `permit`; BAD_USER_INPUT for too many wrong ones. */
async function invitationFor(
  code: string,
  action: Action,
  context: SubgraphContext,
): Promise<InvitationDoc | null> {
  await permit(context, action, {})
  const { by, at } = deciderOf(context)
  const digest = digestOf(code)
  // What has not the shape of a code costs no try.
  if (digest === null) return null
  const right = await beginTry(context.db, by, at)
  const doc = await invitationByCode(context.db, digest)
  if (doc) await right()
  return doc
}
