// Mutation.keepHistory, noteOpened, forgetOpened
import { badInput, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { readRecord, readRecordId } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import * as store from '../../store/history.ts'
import { nowOf, ownerOf } from '../own.ts'

const isChild = ({ principal }: SubgraphContext): boolean =>
  principal.kind === 'person' && principal.ageBand === 'under-14'

export const keepHistory: MutationResolvers['keepHistory'] = async (_, { on }, context) => {
  const owner = await ownerOf(context)
  const { db } = context
  if (on && isChild(context)) throw badInput('on: no history is kept of readers under 14.')
  await store.keepHistory(db, owner, on, nowOf(context))
  return store.historyOf(db, owner)
}

export const noteOpened: MutationResolvers['noteOpened'] = async (_, { record }, context) => {
  const owner = await ownerOf(context)
  const opened = readRecord(record, nowOf(context))
  // It may have been turned on under an age that was corrected since.
  if (!isChild(context)) await store.noteOpened(context.db, owner, opened)
  return store.historyOf(context.db, owner)
}

export const forgetOpened: MutationResolvers['forgetOpened'] = async (_, { recordId }, context) => {
  const owner = await ownerOf(context)
  await store.forgetOpened(context.db, owner, readRecordId(recordId))
  return store.historyOf(context.db, owner)
}
