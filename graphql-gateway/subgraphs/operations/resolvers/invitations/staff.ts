// Query.invitations; Mutation.invite, revokeInvitation
import { can } from '@shuxiang/permissions'
import { badInput, oneLine, permit, permitAt, signedIn } from '@shuxiang/subgraph-kit'
import { day } from '../../bounds.ts'
import { digestOf, drawCode } from '../../invitations/codes.ts'
import { invitationsIn } from '../../invitations/documents.ts'
import { invitationById, invite as makeInvitation, revoke } from '../../invitations/invite.ts'
import { isId, readExpires, readReason } from '../../input.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { MutationResolvers, QueryResolvers } from '../../schema/types.generated.ts'
import { idOf } from '../../store/ids.ts'
import { deciderOf, noteDone, nowOf } from '../deed.ts'
import { libraryRoles } from '../names.ts'

/** Days for which a code serves. */
const daysOfCode = 7
const mostListed = 100
/** Characters of the words for who is meant. */
const longestGuest = 80

export const invitations =
  (ports: OperationsPorts): QueryResolvers['invitations'] =>
  async (_, { library }, context) => {
    await permitAt(ports, context, 'member.read', library)
    return invitationsIn(context.db)
      .find({ library, state: { $ne: 'new' } }, { signal: context.signal })
      .sort({ library: 1, at: -1, _id: 1 })
      .limit(mostListed)
      .toArray()
  }

export const invite =
  (ports: OperationsPorts): MutationResolvers['invite'] =>
  async (_, { library, key, role: asked, guest: meant, reason: why, expires: until }, context) => {
    await permitAt(ports, context, 'member.grant', library)
    const role = libraryRoles[asked]
    const object = { library, name: `library:${library}` }
    if (role === 'branch-admin') await permit(context, 'admin.propose', object)
    if (!/^[\w-]{8,64}$/.test(key)) throw badInput('key: draw 8 to 64 letters and digits.')
    const reason = readReason(why)
    const guest = oneLine(meant)
    if (guest === null || guest === '' || [...guest].length > longestGuest)
      throw badInput(`guest: say in 1 to ${longestGuest} characters who is meant.`)
    const now = nowOf(context)
    const expires = readExpires(until, now)
    const decider = deciderOf(context)
    const code = drawCode()
    const _id = idOf('invitation', library, decider.by, key)
    // What would be allowed without any role at a library is allowed for the nation.
    const asOfNation = { ...signedIn(context), memberships: [] }
    const nation = can(asOfNation, 'member.grant', object, { now: Math.floor(now.getTime() / 1000) })
    const { doc, coded } = await makeInvitation(
      context.db,
      {
        ...{ _id, library, role, guest, expires },
        as: nation.allowed ? 'nation' : 'branch-admin',
        until: new Date(Math.min(now.getTime() + daysOfCode * day, expires.getTime())),
        digest: digestOf(code) ?? '',
        step: { ...decider, state: 'open', reason },
      },
      () =>
        noteDone(context, {
          ...{ action: 'invitation.create', library, reason },
          object: `invitation:${_id}`,
          details: { role, expires: expires.toISOString() },
        }),
    )
    return { invitation: doc, code: coded ? code : null }
  }

export const revokeInvitation: MutationResolvers['revokeInvitation'] = async (
  _,
  { id, reason: why },
  context,
) => {
  signedIn(context)
  const doc = isId(id) ? await invitationById(context.db, id) : null
  if (!doc) throw badInput('id: there is no invitation with this id.')
  const { library, role } = doc
  const object = `invitation:${id}`
  await permit(context, 'member.grant', { library, name: object })
  if (role === 'branch-admin') await permit(context, 'admin.propose', { library, name: object })
  const reason = readReason(why)
  return revoke(context.db, doc, { ...deciderOf(context), state: 'revoked', reason }, () =>
    noteDone(context, { action: 'invitation.revoke', library, object, reason, details: { role } }),
  )
}
