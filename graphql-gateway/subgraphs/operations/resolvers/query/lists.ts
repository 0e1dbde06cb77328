// Query.members, adminProposals
import { connection, permit } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import type { MembershipDoc } from '../../store/documents.ts'
import { proposalsOf } from '../../store/read.ts'

export const members: QueryResolvers['members'] = async (_, { library, first, after }, context) => {
  await permit(context, 'member.read', { library, name: `library:${library}` })
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

export const adminProposals: QueryResolvers['adminProposals'] = async (_, { library = null }, context) => {
  await permit(context, 'member.read', { library, name: `library:${library ?? 'all'}` })
  return proposalsOf(context.db, library, context.signal)
}
