// Query.networkHealth: the sites of a region, for whoever answers for them.
import { can } from '@shuxiang/permissions'
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { judgedIn, sickSites, talliesBelow, tallyOf } from '../../health/network.ts'
import { tableOf } from '../../health/table.ts'
import type { NetworkHealthResolvers, QueryResolvers } from '../../schema/types.generated.ts'
import { regionsByIds } from '../../store/read.ts'
import { isRegionId } from '../ids.ts'

export const networkHealth: QueryResolvers['networkHealth'] = async (_, args, context) => {
  const region = args.region ?? null
  await permitRegion(context, region)
  return { region, judged: await judgedIn(context.db, region, context) }
}

/** Whoever answers for a province answers for its cities, too: the library of each region that it lies in is asked for. */
async function permitRegion(context: SubgraphContext, region: string | null): Promise<void> {
  const principal = signedIn(context)
  if (region === null) return permit(context, 'network.read', { name: 'network:all' })
  const known = isRegionId(region) && (await regionsByIds(context.db, [region], context)).length > 0
  // Refusals at made-up ones would fill the audit log.
  if (!known)
    throw badInput(
      'region: there is no region with this code; give a division code of 2, 4 or 6 digits.',
      'no-region',
    )
  const now = Math.floor(context.now() / 1000)
  const libraries = [2, 4, 6].filter((n) => n <= region.length).map((n) => `n${region.slice(0, n)}`)
  const theirs = libraries.find((library) => can(principal, 'network.read', { library }, { now }).allowed)
  await permit(context, 'network.read', { library: theirs ?? `n${region}`, name: `network:${region}` })
}

export const NetworkHealth: NetworkHealthResolvers = {
  region: ({ region }) => region,
  tally: ({ judged }) => tallyOf(judged),
  regions: async ({ region, judged }, _, { db, signal }) => [
    ...(await talliesBelow(db, region, judged, { signal })),
  ],
  sites: ({ region }, { kind = null, first, after = null }, { db, signal }) =>
    sickSites(db, { region, kind, first: first ?? 20, after, signal }),
  table: ({ judged }) => tableOf(judged),
}
