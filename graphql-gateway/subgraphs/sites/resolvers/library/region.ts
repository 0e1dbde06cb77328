// Library.region
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { LibraryDoc, RegionDoc } from '../../store/documents.ts'
import { regionOf } from '../region-of.ts'

export const region: Resolver<LibraryDoc, Record<string, never>, RegionDoc | null> = (library, _, context) =>
  library.regionId === '' ? null : regionOf(context, library.regionId)
