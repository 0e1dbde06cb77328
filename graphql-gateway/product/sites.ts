// Branch sites that are served, for who reads them without the graph.
import type { Db } from 'mongodb'
import { activeHosts } from '@shuxiang/subgraph-sites/content'
import type { LibraryName } from './libraries.ts'

/** A library with a site, and the hosts of its own that serve it, the one that it is known by first. */
export interface LiveSite extends LibraryName {
  readonly hosts: readonly string[]
}

/** In the order of their codes. */
export async function liveSites(db: Db): Promise<readonly LiveSite[]> {
  const sites = await db
    .collection<{ _id: string; state: string; names: Readonly<Record<string, string>> }>('sites')
    .find({ state: 'live' }, { projection: { names: 1 } })
    .sort({ _id: 1 })
    .toArray()
  const hosts = Map.groupBy(await activeHosts(db), ({ site }) => site)
  return sites.map(({ _id, names }) => ({
    code: _id,
    name: names['zh-CN'] ?? Object.values(names)[0] ?? _id,
    hosts: (hosts.get(_id) ?? []).map(({ host }) => host),
  }))
}
