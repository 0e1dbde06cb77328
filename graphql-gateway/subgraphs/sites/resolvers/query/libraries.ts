// Query.libraries
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { foundPage } from '../../store/find-library.ts'
import { libraryPage } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const libraries: QueryResolvers['libraries'] = (_, args, { db, now, signal }) => {
  const { region = null, level = null, after = null } = args
  if (region !== null && !isRegionId(region))
    throw badInput('region: give a division code of 2, 4 or 6 digits.')
  const name = readName(args.name ?? '')
  const query = { region, level, first: args.first ?? 20, after }
  return name === null
    ? libraryPage(db, query, signal)
    : foundPage(db, { ...query, name, now: now() }, signal)
}

const longestName = 100

/** Null: any. */
function readName(text: string): string | null {
  const name = oneLine(text)
  if (name === null || name.length > longestName)
    throw badInput(`name: give at most ${longestName} characters of a library's name.`)
  return name === '' ? null : name
}
