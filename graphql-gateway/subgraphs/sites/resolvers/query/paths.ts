// Query.paths
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { liveSite, pathsOf, portalPaths } from '../../store/read.ts'

export const paths: QueryResolvers['paths'] = async (_, _args, { db, tenant, signal }) => {
  if (tenant === null) return [...(await portalPaths(db, { signal }))]
  const [site, found] = await Promise.all([liveSite(db, tenant, { signal }), pathsOf(db, tenant, { signal })])
  return site ? [...found] : []
}
