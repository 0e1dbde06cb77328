// Collection.recordCount
import { collectionById } from '../loaders.ts'
import type { CountsInScope } from './counts-in-scope.ts'
import type { CollectionResolvers } from '../../schema/types.generated.ts'

/** Of the portal as it is kept with the collection, of a branch site as its readers find them. */
export function recordCount(counts: CountsInScope): CollectionResolvers['recordCount'] {
  return async (node, _, context) => {
    if (context.tenant !== null) return counts(context, node._id)
    return node.recordCount ?? (await collectionById(context, node._id))?.recordCount ?? 0
  }
}
