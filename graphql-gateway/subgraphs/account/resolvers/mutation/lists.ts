// Mutation.createList, renameList, removeList, restoreList, addToList, removeFromList
import { readDrawnKey } from '@shuxiang/subgraph-kit'
import { readName, readRecord, readRecordId } from '../../input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { changed, keep, letGo } from '../../store/change.ts'
import {
  makeList,
  nameList,
  removeList as remove,
  restoreList as restore,
  tooManyLists,
} from '../../store/lists.ts'
import { nowOf, ownerOf, ownNamedList } from '../own.ts'

export const createList: MutationResolvers['createList'] = async (_, { key, name }, context) => {
  const owner = await ownerOf(context)
  const id = await makeList(context.db, owner, readDrawnKey(key), readName(name), nowOf(context))
  if (id === null) throw tooManyLists()
  return changed(context.db, id)
}

export const renameList: MutationResolvers['renameList'] = async (_, { id, name }, context) => {
  const list = await ownNamedList(context, id)
  await nameList(context.db, list._id, readName(name), nowOf(context))
  return changed(context.db, list._id)
}

export const removeList: MutationResolvers['removeList'] = async (_, { id }, context) => {
  const list = await ownNamedList(context, id)
  await remove(context.db, list.owner, list._id, nowOf(context))
  return changed(context.db, list._id)
}

export const restoreList: MutationResolvers['restoreList'] = async (_, { id }, context) => {
  const list = await ownNamedList(context, id)
  await restore(context.db, list.owner, list._id, nowOf(context))
  return changed(context.db, list._id)
}

export const addToList: MutationResolvers['addToList'] = async (_, { id, record }, context) => {
  const list = await ownNamedList(context, id)
  const now = nowOf(context)
  await keep(context.db, list, readRecord(record, now), now)
  return changed(context.db, list._id)
}

export const removeFromList: MutationResolvers['removeFromList'] = async (_, { id, recordId }, context) => {
  const list = await ownNamedList(context, id)
  await letGo(context.db, list._id, readRecordId(recordId), nowOf(context))
  return changed(context.db, list._id)
}
