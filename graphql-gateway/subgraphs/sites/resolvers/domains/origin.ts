// The address that readers are to know a site by: its primary host, or that below the host of all sites.
import { perRequest, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { ownOrigin, siteOrigin } from '@shuxiang/vocabulary'
import { primariesOf } from '../../domains/read.ts'

/** The primary host of a site; of one request all in one trip. */
export const primaryOf = perRequest(async ({ db, signal }, sites: readonly string[]) =>
  (await primariesOf(db, sites, { signal })).map(({ site, host }) => ({ _id: site, host })),
)

/** Scheme, host and port. */
export async function originOf(context: SubgraphContext, sitesOrigin: string, site: string): Promise<string> {
  const primary = await primaryOf(context, site)
  return primary ? ownOrigin(sitesOrigin, primary.host) : siteOrigin(sitesOrigin, site)
}
