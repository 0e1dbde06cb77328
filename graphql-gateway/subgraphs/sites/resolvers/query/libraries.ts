// Query.libraries
import { badInput, type Connection, type Resolver } from '@shuxiang/subgraph-kit'
import type { LibraryLevel } from '../../model/libraries.ts'
import type { LibraryDoc } from '../../store/documents.ts'
import { libraryPage } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

interface Arguments {
  readonly region?: string | null
  readonly level?: LibraryLevel | null
  readonly first?: number | null
  readonly after?: string | null
}

export const libraries: Resolver<unknown, Arguments, Connection<LibraryDoc>> = (_, args, { db, signal }) => {
  const { region = null, level = null, after = null } = args
  if (region !== null && !isRegionId(region))
    throw badInput('region: give a division code of 2, 4 or 6 digits.')
  return libraryPage(db, { region, level, first: args.first ?? 20, after }, signal)
}
