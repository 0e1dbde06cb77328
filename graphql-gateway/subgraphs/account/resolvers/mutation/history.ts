// Mutation.keepHistory, noteOpened, forgetOpened
import { badInput } from '@shuxiang/subgraph-kit'
import { readRecord, readRecordId } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import * as store from '../../store/history.ts'
import { nowOf, ownerOf } from '../own.ts'

export const keepHistory: MutationResolvers['keepHistory'] = async (_, { on }, context) => {
  const owner = await ownerOf(context)
  const { principal, db } = context
  if (on && principal.kind === 'person' && principal.ageBand === 'under-14')
    throw badInput('on: no history is kept of readers under 14.')
  await store.keepHistory(db, owner, on, nowOf(context))
  return store.historyOf(db, owner)
}

export const noteOpened: MutationResolvers['noteOpened'] = async (_, { record }, context) => {
  const owner = await ownerOf(context)
  await store.noteOpened(context.db, owner, readRecord(record, nowOf(context)))
  return store.historyOf(context.db, owner)
}

export const forgetOpened: MutationResolvers['forgetOpened'] = async (_, { recordId }, context) => {
  const owner = await ownerOf(context)
  await store.forgetOpened(context.db, owner, readRecordId(recordId))
  return store.historyOf(context.db, owner)
}
