// Query.collections
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { allCollections } from '../../store/read.ts'
import type { CountsInScope } from '../collection/counts-in-scope.ts'

/** On a branch site those of which it has a record. */
export function collections(counts: CountsInScope): QueryResolvers['collections'] {
  return async (_, __, context) => {
    const all = await allCollections(context)
    if (context.tenant === null) return all
    const there = await Promise.all(all.map(({ _id }) => counts(context, _id)))
    return all.filter((_, i) => there[i] !== 0)
  }
}
