// Query.regions
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { RegionDoc } from '../../store/documents.ts'
import { regionsBelow } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const regions: Resolver<unknown, { parent?: string | null }, RegionDoc[]> = (
  _,
  { parent },
  { db, signal },
) => {
  if (parent === null || parent === undefined) return regionsBelow(db, '', { signal })
  return isRegionId(parent) ? regionsBelow(db, parent, { signal }) : []
}
