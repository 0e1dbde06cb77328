// Library.__resolveReferences: one trip for all libraries of a fetch.
import { inOrder, type ReferenceResolver } from '@shuxiang/subgraph-kit'
import type { LibraryDoc } from '../../store/documents.ts'
import { librariesByIds } from '../../store/read.ts'

export const libraryReferences: ReferenceResolver<{ id: string }, LibraryDoc> = async (
  references,
  { db, signal },
) => {
  const ids = references.map(({ id }) => id)
  return inOrder(ids, await librariesByIds(db, ids, { signal }), ({ _id }) => _id)
}
