// Query.members, adminProposals
import { connection, permit, permitAt } from '@shuxiang/subgraph-kit'
import type { OperationsPorts } from '../../ports.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import type { MembershipDoc } from '../../store/documents.ts'
import { proposalsOf } from '../../store/read.ts'

type Libraries = Pick<OperationsPorts, 'isLibrary'>

export const members =
  (ports: Libraries): QueryResolvers['members'] =>
  async (_, { library, first, after }, context) => {
    await permitAt(ports, context, 'member.read', library)
    return connection<MembershipDoc>({
      collection: context.db.collection('memberships'),
      filter: { library, state: { $in: ['held', 'withdrawn'] } },
      sort: [
        ['username', 1],
        ['_id', 1],
      ],
      first: first ?? 50,
      after,
      signal: context.signal,
    })
  }

export const adminProposals =
  (ports: Libraries): QueryResolvers['adminProposals'] =>
  async (_, { library = null }, context) => {
    if (library === null) await permit(context, 'member.read', { name: 'library:all' })
    else await permitAt(ports, context, 'member.read', library)
    return proposalsOf(context.db, library, context.signal)
  }
