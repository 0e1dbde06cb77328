// Mutation.proposeAdmin, confirmAdmin, declineAdmin
import { badInput, permit, permitAt, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { isId, readExpires, readReason } from '../../input.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { confirm, decline, proposalById } from '../../store/decide.ts'
import { stepTo, type ProposalDoc } from '../../store/documents.ts'
import { propose } from '../../store/propose.ts'
import { candidateFor } from '../candidate.ts'
import { deciderOf, noteDone, nowOf } from '../deed.ts'

const role = 'branch-admin'

export const proposeAdmin =
  (ports: OperationsPorts): MutationResolvers['proposeAdmin'] =>
  async (_, { library, username, reason: why, expires: until }, context) => {
    await permitAt(ports, context, 'admin.propose', library)
    const reason = readReason(why)
    const expires = readExpires(until, nowOf(context))
    const { subject, username: name } = await candidateFor(ports, username, context)
    const step = { ...deciderOf(context), state: 'open', reason }
    return propose(context.db, { library, subject, username: name, expires, step }, (id) =>
      noteDone(context, {
        action: 'admin.propose',
        library,
        object: `proposal:${id}`,
        reason,
        details: { person: subject, role, expires: expires.toISOString() },
      }),
    )
  }

export const confirmAdmin: MutationResolvers['confirmAdmin'] = async (_, { id }, context) => {
  const doc = await proposalOf(id, context)
  const { library, subject, expires } = doc
  const proposer = stepTo(doc, 'open')?.by ?? null
  const object = { library, name: `proposal:${id}` }
  await permit(context, 'admin.grant', { ...object, author: proposer })
  // Nor by who is proposed: of the two who decide, neither gives a role to themselves.
  await permit(context, 'admin.grant', { ...object, author: subject })
  return confirm(context.db, doc, deciderOf(context), (membership, { reason }) =>
    noteDone(context, {
      action: 'admin.grant',
      library,
      object: `membership:${membership}`,
      reason,
      details: { person: subject, role, expires: expires.toISOString(), proposal: id, proposer },
    }),
  )
}

export const declineAdmin: MutationResolvers['declineAdmin'] = async (_, { id, reason: why }, context) => {
  const doc = await proposalOf(id, context)
  const { library, subject } = doc
  const object = `proposal:${id}`
  await permit(context, 'admin.propose', { library, name: object })
  const reason = readReason(why)
  return decline(context.db, doc, { ...deciderOf(context), reason }, () =>
    noteDone(context, {
      action: 'admin.decline',
      library,
      object,
      reason,
      details: { person: subject, role },
    }),
  )
}

async function proposalOf(id: string, context: SubgraphContext): Promise<ProposalDoc> {
  signedIn(context)
  const doc = isId(id) ? await proposalById(context.db, id) : null
  if (!doc) throw badInput('id: there is no proposal with this id.', 'gone')
  return doc
}
