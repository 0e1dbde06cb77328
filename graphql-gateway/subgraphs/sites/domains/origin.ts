// The address that readers are to know a site by, for who asks without the graph.
import { ownOrigin, siteOrigin } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { primariesOf } from './read.ts'

/** Scheme, host and port: of its primary host, or below the host of all sites. */
export async function siteOriginIn(db: Db, sitesOrigin: string, site: string): Promise<string> {
  const [primary] = await primariesOf(db, [site], {})
  return primary ? ownOrigin(sitesOrigin, primary.host) : siteOrigin(sitesOrigin, site)
}
