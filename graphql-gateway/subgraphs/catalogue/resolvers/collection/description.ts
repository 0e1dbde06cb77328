// Collection.description
import { collectionById } from '../loaders.ts'
import type { CollectionResolvers } from '../../schema/types.generated.ts'

export const description: CollectionResolvers['description'] = async (node, _, context) =>
  node.description === undefined
    ? ((await collectionById(context, node._id))?.description ?? null)
    : node.description
