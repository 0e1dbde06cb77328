// Library.region
import type { LibraryResolvers } from '../../schema/types.generated.ts'
import { regionOf } from '../region-of.ts'

export const region: LibraryResolvers['region'] = (library, _, context) =>
  library.regionId === '' ? null : regionOf(context, library.regionId)
