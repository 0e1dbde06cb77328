// Query.regions
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { regionsBelow } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const regions: QueryResolvers['regions'] = (_, { parent }, { db, signal }) => {
  if (parent === null || parent === undefined) return regionsBelow(db, '', { signal })
  return isRegionId(parent) ? regionsBelow(db, parent, { signal }) : []
}
