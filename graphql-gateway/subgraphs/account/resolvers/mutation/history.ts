// Mutation.keepHistory, noteOpened, forgetOpened
import { can } from '@shuxiang/permissions'
import { permit } from '@shuxiang/subgraph-kit'
import { readRecord, readRecordId } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import * as store from '../../store/history.ts'
import { nowOf, ownerOf } from '../own.ts'

export const keepHistory: MutationResolvers['keepHistory'] = async (_, { on }, context) => {
  const owner = await ownerOf(context)
  const { db } = context
  if (on) await permit(context, 'history.keep', { owner })
  await store.keepHistory(db, owner, on, nowOf(context))
  return store.historyOf(db, owner)
}

export const noteOpened: MutationResolvers['noteOpened'] = async (_, { record }, context) => {
  const owner = await ownerOf(context)
  const opened = readRecord(record, nowOf(context))
  // It may have been turned on under an age that was corrected since.
  const now = Math.floor(context.now() / 1000)
  if (can(context.principal, 'history.keep', { owner }, { now }).allowed)
    await store.noteOpened(context.db, owner, opened)
  return store.historyOf(context.db, owner)
}

export const forgetOpened: MutationResolvers['forgetOpened'] = async (_, { recordId }, context) => {
  const owner = await ownerOf(context)
  await store.forgetOpened(context.db, owner, readRecordId(recordId))
  return store.historyOf(context.db, owner)
}
