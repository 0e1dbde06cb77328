// Query.person
import { idPattern } from '@shuxiang/record'
import { personById } from '../loaders.ts'
import type { WorkCounts } from '../person/counts.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/** On a branch site only a person of whom it has a work. */
export function person(counts: WorkCounts): QueryResolvers['person'] {
  return async (_, { id }, context) => {
    if (!idPattern.test(id)) return null
    if (context.tenant !== null && (await counts.of(context, id)) === 0) return null
    return personById(context, id)
  }
}
