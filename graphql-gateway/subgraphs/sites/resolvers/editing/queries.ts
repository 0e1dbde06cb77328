// Query.editedSite, editedPage, editedPageAt
import { noPage, scopeOfPage, scopeOfSite } from '../../editing/scope.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { sitePageAt } from '../../store/read.ts'

export const editedSite: QueryResolvers['editedSite'] = async (_, { code }, context) => {
  const scope = await scopeOfSite(context, 'page.draft', code)
  return { scope, site: scope.site }
}

export const editedPage: QueryResolvers['editedPage'] = (_, { id }, context) => scopeOfPage(context, id)

export const editedPageAt: QueryResolvers['editedPageAt'] = async (_, { site, path }, context) => {
  const scope = await scopeOfSite(context, 'page.draft', site)
  const page = await sitePageAt(scope.db, scope.code, path, { signal: scope.signal })
  if (!page) throw noPage()
  return { scope, page }
}
