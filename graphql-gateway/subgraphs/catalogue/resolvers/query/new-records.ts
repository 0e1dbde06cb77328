// Query.newRecords
import { badInput, projection } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { arrivalIds, mostArrivals } from '../../store/arrivals.ts'
import { recordsByIds } from '../../store/read.ts'
import { visible } from '../visible.ts'

export const newRecords: QueryResolvers['newRecords'] = async (_, { first }, context, info) => {
  if (first < 1 || first > mostArrivals) throw badInput(`first: give 1 to ${mostArrivals}.`)
  const ids = await arrivalIds(context, first)
  const found = await recordsByIds(context, ids, projection(info))
  const byId = new Map(found.flatMap((record) => (record ? [[record._id, record] as const] : [])))
  return ids.flatMap((id) => {
    const record = byId.get(id)
    return record ? [visible(record)] : []
  })
}
