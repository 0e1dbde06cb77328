// Mutation.putOnShelf, Mutation.takeOffShelf
import { readRecord, readRecordId } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { ensureShelf, keep, letGo } from '../../store/change.ts'
import { shelfId } from '../../store/ids.ts'
import { shelfOf } from '../../store/read.ts'
import { nowOf, ownerOf } from '../own.ts'

export const putOnShelf: MutationResolvers['putOnShelf'] = async (_, { record }, context) => {
  const { db } = context
  const now = nowOf(context)
  const owner = await ownerOf(context)
  const item = readRecord(record, now)
  await keep(db, { _id: await ensureShelf(db, owner, now), shelf: true }, item, now)
  return shelfOf(db, owner, now, {})
}

export const takeOffShelf: MutationResolvers['takeOffShelf'] = async (_, { recordId }, context) => {
  const now = nowOf(context)
  const owner = await ownerOf(context)
  await letGo(context.db, shelfId(owner), readRecordId(recordId), now)
  return shelfOf(context.db, owner, now, {})
}
