// Region.parent
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RegionDoc } from '../../store/documents.ts'
import { regionOf } from '../region-of.ts'

export const parent: Resolver<RegionDoc, Record<string, never>, RegionDoc | null> = (region, _, context) =>
  region.parentId === '' ? null : regionOf(context, region.parentId)
