// Region.parent
import type { RegionResolvers } from '../../schema/types.generated.ts'
import { regionOf } from '../region-of.ts'

export const parent: RegionResolvers['parent'] = (region, _, context) =>
  region.parentId === '' ? null : regionOf(context, region.parentId)
