// Mutation.mergeGuest
import { readGuest } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { mergeGuest as merge } from '../../store/merge.ts'
import { nowOf, ownerOf } from '../own.ts'

export const mergeGuest: MutationResolvers['mergeGuest'] = async (_, { input }, context) => {
  const owner = await ownerOf(context)
  const now = nowOf(context)
  return { left: await merge(context.db, owner, readGuest(input, now), now) }
}
