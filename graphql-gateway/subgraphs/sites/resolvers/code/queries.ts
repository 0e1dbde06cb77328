// Query.siteCodes, siteCode, pageCode and approvedCode
import { permit } from '@shuxiang/subgraph-kit'
import { codePage, shownCode } from '../../code/read.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from '../releases/named-site.ts'
import { ask, codeFor } from './changes.ts'

export const siteCodes: QueryResolvers['siteCodes'] = async (_, { site, state, first, after }, context) => {
  if (context.principal.kind === 'anonymous') return null
  if (site === null || site === undefined) await permit(context, ask, { library: null, name: 'code:all' })
  else await openSiteNamed(context, site, ask)
  return codePage(context.db, {
    ...{ site: site ?? null, state: state ?? null, first: first ?? 20, after: after ?? null },
    signal: context.signal,
  })
}

export const siteCode: QueryResolvers['siteCode'] = (_, { id }, context) =>
  context.principal.kind === 'anonymous' ? null : codeFor(context, id, ask)

export const pageCode: QueryResolvers['pageCode'] = async (_, { id }, { db, tenant, signal }) => {
  const found = await shownCode(db, id, tenant, signal)
  return found && { id: found._id, sha256: found.sha256, height: found.height }
}

export const approvedCode: QueryResolvers['approvedCode'] = async (
  _,
  { id, sha256 },
  { db, tenant, signal },
) => {
  const found = await shownCode(db, id, tenant, signal)
  return found?.sha256 === sha256 ? found.html : null
}
