// Query.siteAt, Query.siteDomains
import { hostNameOf, siteCodeOf } from '@shuxiang/vocabulary'
import { activeHost, domainsOf } from '../../domains/read.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { liveSite } from '../../store/read.ts'
import { permitAtSite } from './permit.ts'
import { originOf } from './origin.ts'

/** A host name and a port. */
const longestHost = 260

export const siteAt =
  (sitesOrigin: string | null): QueryResolvers['siteAt'] =>
  async (_, { host }, context) => {
    if (sitesOrigin === null || host.length > longestHost) return null
    const { db, signal } = context
    const name = hostNameOf(sitesOrigin, host)
    const code =
      siteCodeOf(sitesOrigin, host) ?? (name === null ? null : (await activeHost(db, name, { signal }))?.site)
    const site = code ? await liveSite(db, code, { signal }) : null
    return site && { origin: await originOf(context, sitesOrigin, site._id), site }
  }

export const siteDomains: QueryResolvers['siteDomains'] = async (_, { library }, context) => {
  await permitAtSite(context, 'site.configure', library)
  const { db, signal } = context
  return domainsOf(db, library, { signal })
}
