// Query.page
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { liveSite, pageAt, sitePageAt } from '../../store/read.ts'

const longestPath = 500

export const page: QueryResolvers['page'] = async (_, { path }, { db, tenant, signal }) => {
  if (!path.startsWith('/') || path.length > longestPath) return null
  if (tenant === null) return pageAt(db, path, { signal })
  const [site, found] = await Promise.all([
    liveSite(db, tenant, { signal }),
    sitePageAt(db, tenant, path, { signal }),
  ])
  return site && found && { ...found, _id: found.path }
}
