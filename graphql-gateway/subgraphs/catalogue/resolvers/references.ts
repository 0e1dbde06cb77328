// __resolveReferences of the catalogue's entities: one trip a type and fetch.
import { inOrder, projection, type ReferenceResolver } from '@shuxiang/subgraph-kit'
import type { CollectionDoc, PersonDoc } from '../model/authority.ts'
import { collectionsByIds, personsByIds, recordsByIds } from '../store/read.ts'
import type { RecordPart } from '../store/reader.ts'
import { visible } from './visible.ts'

type ById<Result> = ReferenceResolver<{ id: string }, Result>

export const recordReferences: ById<RecordPart> = async (references, context, info) => {
  const ids = references.map(({ id }) => id)
  const found = await recordsByIds(context, ids, projection(info, { type: 'Record' }))
  return inOrder(ids, found.map(visible), ({ _id }) => _id)
}

export const personReferences: ById<PersonDoc> = async (references, context) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await personsByIds(context, ids), ({ _id }) => _id)
}

export const collectionReferences: ById<CollectionDoc> = async (references, context) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await collectionsByIds(context, ids), ({ _id }) => _id)
}
