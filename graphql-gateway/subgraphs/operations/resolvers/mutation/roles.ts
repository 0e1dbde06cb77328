// Mutation.grantRole, withdrawRole
import { badInput, permit, permitAt, signedIn } from '@shuxiang/subgraph-kit'
import { isId, readExpires, readReason } from '../../input.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { give } from '../../store/give.ts'
import { membershipById, withdraw } from '../../store/withdraw.ts'
import { candidateFor } from '../candidate.ts'
import { deciderOf, noteDone, nowOf } from '../deed.ts'
import { grantedRoles } from '../names.ts'

export const grantRole =
  (ports: OperationsPorts): MutationResolvers['grantRole'] =>
  async (_, { library, username, role: asked, reason: why, expires: until }, context) => {
    await permitAt(ports, context, 'member.grant', library)
    const reason = readReason(why)
    const expires = readExpires(until, nowOf(context))
    const { subject, username: name } = await candidateFor(ports, username, context)
    const role = grantedRoles[asked]
    const step = { ...deciderOf(context), state: 'held', reason }
    return give(context.db, { library, subject, username: name, role, expires, proposal: null, step }, (id) =>
      noteDone(context, {
        action: 'member.grant',
        library,
        object: `membership:${id}`,
        reason,
        details: { person: subject, role, expires: expires.toISOString() },
      }),
    )
  }

export const withdrawRole: MutationResolvers['withdrawRole'] = async (_, { id, reason: why }, context) => {
  signedIn(context)
  const doc = isId(id) ? await membershipById(context.db, id) : null
  if (!doc) throw badInput('id: there is no role with this id.', 'gone')
  const { library, role, subject } = doc
  const object = `membership:${id}`
  await permit(context, 'member.grant', { library, name: object })
  // Who may not make a branch admin may not unmake one either.
  if (role === 'branch-admin') await permit(context, 'admin.propose', { library, name: object })
  const reason = readReason(why)
  const step = { ...deciderOf(context), state: 'withdrawn', reason }
  return withdraw(context.db, doc, step, () =>
    noteDone(context, {
      action: 'member.withdraw',
      library,
      object,
      reason,
      details: { person: subject, role },
    }),
  )
}
