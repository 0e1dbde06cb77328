// Query.person
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { PersonDoc } from '../../model/authority.ts'
import { idPattern } from '@shuxiang/record'
import { personById } from '../loaders.ts'

export const person: Resolver<unknown, { id: string }, PersonDoc | null> = (_, { id }, context) =>
  idPattern.test(id) ? personById(context, id) : null
