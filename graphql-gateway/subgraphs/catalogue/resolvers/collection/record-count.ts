// Collection.recordCount
import type { Resolver } from '@shuxiang/subgraph-kit'
import { collectionById } from '../loaders.ts'
import type { CollectionNode } from './node.ts'

export const recordCount: Resolver<CollectionNode, Record<string, never>, number> = async (
  node,
  _,
  context,
) => node.recordCount ?? (await collectionById(context, node._id))?.recordCount ?? 0
