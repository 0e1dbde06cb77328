// ReadingList.holds: all lists of one request are asked for a record in one trip.
import { perRequest, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { readRecordId } from '../../input.ts'
import type { ReadingListResolvers } from '../../schema/types.generated.ts'
import { listsWith } from '../../store/read.ts'
import { readerOf } from '../own.ts'

interface Places {
  readonly _id: string
  readonly lists: ReadonlySet<string>
}

const placesOf = perRequest<Places>(async (context: SubgraphContext, ids) => {
  const found = await listsWith(context.db, await readerOf(context), ids, { signal: context.signal })
  return [...found].map(([_id, lists]) => ({ _id, lists }))
})

export const holds: ReadingListResolvers['holds'] = async ({ _id }, { recordId }, context) =>
  (await placesOf(context, readRecordId(recordId)))?.lists.has(_id) ?? false
