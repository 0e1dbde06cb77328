// Query.record
import { idPattern } from '@shuxiang/record'
import { projection } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { recordByFormerId, recordsByIds } from '../../store/read.ts'
import { visible } from '../visible.ts'

export const record: QueryResolvers['record'] = async (_, { id }, context, info) => {
  if (!idPattern.test(id)) return null
  const needs = projection(info)
  const [found] = await recordsByIds(context, [id], needs)
  if (found && found.withdrawn?.into === undefined) return visible(found)
  // Found to be the same work as another: its address leads there, whether this store ever had it or not.
  const kept = (await recordByFormerId(context, id, needs)) ?? found
  return kept ? visible(kept) : null
}
