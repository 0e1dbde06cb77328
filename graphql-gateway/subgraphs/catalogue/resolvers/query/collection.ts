// Query.collection
import { idPattern } from '@shuxiang/record'
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { CollectionDoc } from '../../model/authority.ts'
import type { CountsInScope } from '../collection/counts-in-scope.ts'
import { collectionById } from '../loaders.ts'

/** On a branch site only a collection of which it has a record. */
export function collection(counts: CountsInScope): Resolver<unknown, { id: string }, CollectionDoc | null> {
  return async (_, { id }, context) => {
    if (!idPattern.test(id)) return null
    if (context.tenant !== null && (await counts(context, id)) === 0) return null
    return collectionById(context, id)
  }
}
