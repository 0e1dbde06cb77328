// Query.page
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { servedPage, servedPublication } from '../../releases/read.ts'
import { liveSite, pageAt, sitePageAt } from '../../store/read.ts'

const longestPath = 500

export const page: QueryResolvers['page'] = async (_, { path }, { db, tenant, signal }) => {
  if (!path.startsWith('/') || path.length > longestPath) return null
  if (tenant === null) return pageAt(db, path, { signal })
  const site = await liveSite(db, tenant, { signal })
  if (!site) return null
  const served = await servedPublication(db, site, signal)
  if (served) return servedPage(db, served, path, signal)
  // Before its first release.
  const draft = await sitePageAt(db, tenant, path, { signal })
  return draft && { ...draft, _id: draft.path }
}
