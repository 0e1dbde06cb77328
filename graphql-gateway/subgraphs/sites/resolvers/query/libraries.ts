// Query.libraries
import { badInput } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { libraryPage } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const libraries: QueryResolvers['libraries'] = (_, args, { db, signal }) => {
  const { region = null, level = null, after = null } = args
  if (region !== null && !isRegionId(region))
    throw badInput('region: give a division code of 2, 4 or 6 digits.')
  return libraryPage(db, { region, level, first: args.first ?? 20, after }, signal)
}
