// Query.region
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { isRegionId } from '../ids.ts'
import { regionOf } from '../region-of.ts'

export const region: QueryResolvers['region'] = (_, { id }, context) =>
  isRegionId(id) ? regionOf(context, id) : null
