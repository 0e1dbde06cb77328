// Which host of a site is its address, and hosts that are given up.
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { askRefresh } from '../releases/ask-refresh.ts'
import { quarantine } from './bounds.ts'
import { claimsIn, hostsIn, type DomainDoc, type HostDoc } from './documents.ts'

/** All other addresses of the site lead to it from then on. Errors: BAD_USER_INPUT for a host that does not serve. */
export async function makePrimary(db: Db, { _id }: HostDoc, now: Date): Promise<HostDoc> {
  await hostsIn(db).updateOne({ _id, state: 'active' }, { $set: { primarySince: now } })
  const host = await hostsIn(db).findOne({ _id, state: 'active' })
  if (!host) throw badInput('This host does not serve the site. Prove it first.', 'not-proved')
  // Finished pages say their own address.
  await askRefresh(db, [host.site], now)
  return host
}

/** A claim is forgotten; a host that served answers nobody from then on, and is no other library's for a while. */
export async function retire(db: Db, domain: DomainDoc, now: Date): Promise<DomainDoc> {
  const { _id } = domain
  if (domain.state === 'claimed') {
    await claimsIn(db).deleteOne({ _id, state: 'claimed' })
    return domain
  }
  const quarantineUntil = new Date(now.getTime() + quarantine)
  await hostsIn(db).updateOne(
    { _id, site: domain.site, state: 'active' },
    { $set: { state: 'retired', primarySince: null, lostSince: null, quarantineUntil } },
  )
  await askRefresh(db, [domain.site], now)
  return (await hostsIn(db).findOne({ _id })) ?? domain
}
