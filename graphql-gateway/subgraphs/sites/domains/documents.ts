// What the store keeps of the hosts that libraries claim for their sites.
import type { Db } from 'mongodb'

interface Common {
  /** Lower-case, as the domain name system has it. */
  readonly host: string
  /** Code of the library. */
  readonly site: string
  /** What the TXT record at `_shuxiang.<host>` must say. */
  readonly challenge: string
  readonly claimedAt: Date
}

/** A wish: any number of libraries may claim one host, and who proves it first has it. */
export interface ClaimDoc extends Common {
  /** `<site>:<host>` */
  readonly _id: string
  readonly state: 'claimed'
  /** Looks for the proof since `triesSince`. */
  readonly tries: number
  readonly triesSince: Date
}

/** A host that somebody proved, which is unique by its id. */
export interface HostDoc extends Common {
  /** The host. */
  readonly _id: string
  readonly state: 'active' | 'retired'
  readonly provedAt: Date
  /** Of the active hosts of a site, the one with the latest is the primary: one write decides. Null: an alias. */
  readonly primarySince: Date | null
  /** The last time that the proof was looked for and the domain name system answered. */
  readonly checkedAt: Date
  /** The first look that found no proof; null while it is there. */
  readonly lostSince: Date | null
  /** Of a retired host: until then it is no other library's. */
  readonly quarantineUntil: Date | null
}

export type DomainDoc = ClaimDoc | HostDoc

export const claimId = (site: string, host: string): string => `${site}:${host}`

const name = 'site_domains'
export const domainsIn = (db: Db) => db.collection<DomainDoc>(name)
export const claimsIn = (db: Db) => db.collection<ClaimDoc>(name)
export const hostsIn = (db: Db) => db.collection<HostDoc>(name)
