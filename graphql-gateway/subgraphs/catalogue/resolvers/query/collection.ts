// Query.collection
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { CollectionDoc } from '../../model/authority.ts'
import { idPattern } from '../../model/record.ts'
import { collectionById } from '../loaders.ts'

export const collection: Resolver<unknown, { id: string }, CollectionDoc | null> = (_, { id }, context) =>
  idPattern.test(id) ? collectionById(context, id) : null
