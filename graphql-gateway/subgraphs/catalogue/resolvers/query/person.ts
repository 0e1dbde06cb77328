// Query.person
import { idPattern } from '@shuxiang/record'
import { personByFormerId } from '../../store/read.ts'
import { personById } from '../loaders.ts'
import type { WorkCounts } from '../person/counts.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/**
 * On a branch site only a person of whom it has a work. Who was merged into another is that one, also where the store still
 * has what it knew before.
 */
export function person(counts: WorkCounts): QueryResolvers['person'] {
  return async (_, { id }, context) => {
    if (!idPattern.test(id)) return null
    const [into, own] = await Promise.all([personByFormerId(context, id), personById(context, id)])
    const found = into ?? own
    if (found === null) return null
    if (context.tenant !== null && (await counts.of(context, found._id)) === 0) return null
    return found
  }
}
