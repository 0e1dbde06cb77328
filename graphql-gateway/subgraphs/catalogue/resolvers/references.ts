// __resolveReferences of the catalogue's entities: one trip a type and fetch.
import { inOrder, projection, type ReferencesOf } from '@shuxiang/subgraph-kit'
import { collectionsByIds, personsByIds, recordsByIds } from '../store/read.ts'
import { visible } from './visible.ts'
import type { CollectionResolvers, PersonResolvers, RecordResolvers } from '../schema/types.generated.ts'

export const recordReferences: ReferencesOf<RecordResolvers> = async (references, context, info) => {
  const ids = references.map(({ id }) => id)
  const found = await recordsByIds(context, ids, projection(info, { type: 'Record' }))
  return inOrder(ids, found.map(visible), ({ _id }) => _id)
}

export const personReferences: ReferencesOf<PersonResolvers> = async (references, context) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await personsByIds(context, ids), ({ _id }) => _id)
}

export const collectionReferences: ReferencesOf<CollectionResolvers> = async (references, context) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await collectionsByIds(context, ids), ({ _id }) => _id)
}
