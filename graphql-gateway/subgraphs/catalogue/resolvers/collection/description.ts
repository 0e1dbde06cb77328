// Collection.description
import type { Resolver } from '@shuxiang/subgraph-kit'
import { collectionById } from '../loaders.ts'
import type { CollectionNode } from './node.ts'

export const description: Resolver<CollectionNode, Record<string, never>, string | null> = async (
  node,
  _,
  context,
) =>
  node.description === undefined
    ? ((await collectionById(context, node._id))?.description ?? null)
    : node.description
