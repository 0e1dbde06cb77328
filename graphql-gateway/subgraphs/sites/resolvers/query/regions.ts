// Query.regions
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { readNamesAhead } from '../../store/find-library.ts'
import { regionsBelow } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const regions: QueryResolvers['regions'] = async (_, { parent }, { db, now, signal }) => {
  if (parent === null || parent === undefined) {
    const provinces = await regionsBelow(db, '', { signal })
    // Whoever opens the directory may look for a name next.
    readNamesAhead(db, now())
    return provinces
  }
  return isRegionId(parent) ? regionsBelow(db, parent, { signal }) : []
}
