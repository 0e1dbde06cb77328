// Query.siteHealth, and what is shown of the health of a site.
import { textsOf } from '@shuxiang/subgraph-kit'
import { healthOf } from '../../health/network.ts'
import type {
  HealthFaultResolvers,
  HealthFindingResolvers,
  QueryResolvers,
  SiteHealthResolvers,
} from '../../schema/types.generated.ts'
import { openSiteNamed } from '../releases/named-site.ts'

export const siteHealth: QueryResolvers['siteHealth'] = async (_, { site }, context) => {
  const { _id } = await openSiteNamed(context, site, 'page.draft')
  return healthOf(context.db, _id, context)
}

export const SiteHealth: SiteHealthResolvers = {
  site: ({ _id }) => _id,
  library: ({ name }) => name,
  judgedAt: ({ judgedAt }) => (judgedAt ?? new Date(0)).toISOString(),
  findings: ({ findings }) => [...findings],
}

export const HealthFinding: HealthFindingResolvers = {
  kind: ({ kind }) => kind,
  count: ({ count }) => count,
  since: ({ since }) => since.toISOString(),
  faults: ({ faults }) => [...faults],
}

export const HealthFault: HealthFaultResolvers = {
  words: ({ words }) => textsOf(words),
  mendedAt: ({ mendedAt }) => mendedAt,
  page: ({ page }) => page,
  block: ({ block }) => block,
}
