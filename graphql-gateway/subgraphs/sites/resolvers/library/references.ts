// Library.__resolveReferences: one trip for all libraries of a fetch.
import { inOrder, type ReferencesOf } from '@shuxiang/subgraph-kit'
import type { LibraryResolvers } from '../../schema/types.generated.ts'
import { librariesByIds } from '../../store/read.ts'

export const libraryReferences: ReferencesOf<LibraryResolvers> = async (references, { db, signal }) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await librariesByIds(db, ids, { signal }), ({ _id }) => _id)
}
