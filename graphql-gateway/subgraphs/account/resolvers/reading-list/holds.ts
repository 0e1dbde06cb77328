// ReadingList.holds, holdsOf: all lists of one request are asked for a record in one trip, and one list for many.
import { badInput, perRequest, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { readRecordId } from '../../input.ts'
import type { ReadingListResolvers } from '../../schema/types.generated.ts'
import { itemsOf, listsWith } from '../../store/read.ts'
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

const mostAsked = 100

export const holdsOf: ReadingListResolvers['holdsOf'] = async (
  { _id, count },
  { recordIds },
  { db, signal },
) => {
  if (recordIds.length > mostAsked)
    throw badInput(`recordIds: ask for at most ${mostAsked} records at a time.`)
  const asked = recordIds.map(readRecordId)
  if (count === 0 || asked.length === 0) return []
  const held = new Set((await itemsOf(db, _id, { signal })).map(({ recordId }) => recordId))
  return [...new Set(asked)].filter((id) => held.has(id))
}
