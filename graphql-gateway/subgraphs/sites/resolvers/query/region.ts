// Query.region
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RegionDoc } from '../../store/documents.ts'
import { isRegionId } from '../ids.ts'
import { regionOf } from '../region-of.ts'

export const region: Resolver<unknown, { id: string }, RegionDoc | null> = (_, { id }, context) =>
  isRegionId(id) ? regionOf(context, id) : null
