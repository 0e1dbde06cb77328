// __resolveReferences of the catalogue's entities: one trip a type and fetch.
import { inOrder, projection, type ReferenceResolver } from '@shuxiang/subgraph-kit'
import type { CollectionDoc, PersonDoc } from '../model/authority.ts'
import { collectionsByIds, personsByIds, recordsByIds, type RecordPart } from '../store/read.ts'
import { visible } from './visible.ts'

type ById<Result> = ReferenceResolver<{ id: string }, Result>

export const recordReferences: ById<RecordPart> = async (references, { db, signal }, info) => {
  const ids = references.map(({ id }) => id)
  const found = await recordsByIds(db, ids, projection(info, { type: 'Record' }), { signal })
  return inOrder(ids, found.map(visible), ({ _id }) => _id)
}

export const personReferences: ById<PersonDoc> = async (references, { db, signal }) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await personsByIds(db, ids, { signal }), ({ _id }) => _id)
}

export const collectionReferences: ById<CollectionDoc> = async (references, { db, signal }) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await collectionsByIds(db, ids, { signal }), ({ _id }) => _id)
}
