// Query.page
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { servedPage, servedPublication } from '../../releases/read.ts'
import { liveSite, pageAt } from '../../store/read.ts'

const longestPath = 500

export const page: QueryResolvers['page'] = async (_, { path }, { db, now, tenant, signal }) => {
  if (!path.startsWith('/') || path.length > longestPath) return null
  if (tenant === null) return pageAt(db, path, { signal })
  const site = await liveSite(db, tenant, { signal })
  if (!site) return null
  const served = await servedPublication(db, site, new Date(now()), signal)
  return served && servedPage(db, served, path, signal)
}
