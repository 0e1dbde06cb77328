// Query.library and Query.libraryByCode: a library's id is its code.
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import type { LibraryDoc } from '../../store/documents.ts'
import { librariesByIds } from '../../store/read.ts'
import { isLibraryId } from '../ids.ts'

export const library: QueryResolvers['library'] = (_, { id }, context) => libraryOf(context, id)

export const libraryByCode: QueryResolvers['libraryByCode'] = (_, { code }, context) =>
  libraryOf(context, code)

async function libraryOf({ db, signal }: SubgraphContext, id: string): Promise<LibraryDoc | null> {
  return isLibraryId(id) ? ((await librariesByIds(db, [id], { signal }))[0] ?? null) : null
}
