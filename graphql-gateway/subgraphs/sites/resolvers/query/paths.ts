// Query.paths
import { servedPublication, standingPages } from '../../releases/read.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { liveSite, portalPaths } from '../../store/read.ts'

export const paths: QueryResolvers['paths'] = async (_, _args, { db, now, tenant, signal }) => {
  if (tenant === null) return [...(await portalPaths(db, { signal }))]
  const site = await liveSite(db, tenant, { signal })
  const served = site && (await servedPublication(db, site, new Date(now()), signal))
  return served ? standingPages(served, new Date(now())).map(({ path }) => path) : []
}
