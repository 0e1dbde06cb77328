// Reading the hosts of sites.
import type { Db } from 'mongodb'
import { mostHosts } from './bounds.ts'
import { domainsIn, hostsIn, type DomainDoc, type HostDoc } from './documents.ts'

interface Options {
  readonly signal?: AbortSignal
}

/** The host that serves a site, by its name. */
export function activeHost(db: Db, host: string, options: Options): Promise<HostDoc | null> {
  return hostsIn(db).findOne({ _id: host, state: 'active' }, options)
}

/** The primary hosts of those sites that have one. */
export async function primariesOf(db: Db, sites: readonly string[], options: Options): Promise<HostDoc[]> {
  const found = await hostsIn(db)
    .find({ site: { $in: [...sites] }, state: 'active', primarySince: { $gt: new Date(0) } }, options)
    .sort({ site: 1, primarySince: -1, _id: 1 })
    .toArray()
  return found.filter(({ site }, i) => found[i - 1]?.site !== site)
}

/** All hosts that serve a site, the primary of each first. */
export function activeHosts(db: Db): Promise<HostDoc[]> {
  return hostsIn(db).find({ state: 'active' }).sort({ site: 1, primarySince: -1, _id: 1 }).toArray()
}

/** Everything that a site claims, has and lately gave up, by host. */
export function domainsOf(db: Db, site: string, options: Options): Promise<DomainDoc[]> {
  return domainsIn(db)
    .find({ site }, options)
    .sort({ site: 1, host: 1, _id: 1 })
    .limit(10 * mostHosts)
    .toArray()
}

export function domainById(db: Db, id: string, options: Options): Promise<DomainDoc | null> {
  return domainsIn(db).findOne({ _id: id }, options)
}
