// Query.collection
import { idPattern } from '@shuxiang/record'
import type { CountsInScope } from '../collection/counts-in-scope.ts'
import { collectionById } from '../loaders.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/** On a branch site only a collection of which it has a record. */
export function collection(counts: CountsInScope): QueryResolvers['collection'] {
  return async (_, { id }, context) => {
    if (!idPattern.test(id)) return null
    if (context.tenant !== null && (await counts(context, id)) === 0) return null
    return collectionById(context, id)
  }
}
