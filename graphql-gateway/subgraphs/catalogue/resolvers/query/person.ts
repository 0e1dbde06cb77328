// Query.person
import { idPattern } from '@shuxiang/record'
import { personById } from '../loaders.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

export const person: QueryResolvers['person'] = (_, { id }, context) =>
  idPattern.test(id) ? personById(context, id) : null
