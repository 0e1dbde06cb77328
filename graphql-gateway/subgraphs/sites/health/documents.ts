// What the store keeps of the health of sites: one document a site, and what addresses of other sites answered last.
import type { Db } from 'mongodb'
import type { Words } from '../store/documents.ts'

/** What may be the matter with a site, the gravest first: the one list of it. */
export const healthKinds = [
  'UNPUBLISHED',
  'UNOWNED',
  'NO_OPENING_HOURS',
  'NO_CONTACT',
  'NO_COMPLAINTS',
  'INACCESSIBLE',
  'BROKEN_LINK',
  'EMPTY_SHELF',
  'STALE',
  'NO_FILING_NUMBER',
] as const
export type HealthKind = (typeof healthKinds)[number]

/** Where in the console it is mended. */
export type MendedAt = 'PAGES' | 'VISITING' | 'SETTINGS' | 'MEMBERS' | 'PUBLISHING'

/** One thing that is the matter. */
export interface HealthFault {
  readonly kind: HealthKind
  /** What it is and what to do, as whole sentences. */
  readonly words: Words
  readonly mendedAt: MendedAt
  /** Path of the page; null when it is about the site as a whole. */
  readonly page: string | null
  /** Id of the block on that page. */
  readonly block: string | null
}

/** What is the matter of one kind. */
export interface HealthFinding {
  readonly kind: HealthKind
  /** When the site was first looked at with it, and at each look since. */
  readonly since: Date
  /** How many faults there are; the first `mostFaults` of them are told. */
  readonly count: number
  readonly faults: readonly Omit<HealthFault, 'kind'>[]
}

export interface HealthDoc {
  /** Code of the site. */
  readonly _id: string
  /** Name of its library. */
  readonly name: string
  /** That of the library in lists: begins with the code of each region that it lies in. */
  readonly place: string
  /** Null before the first look. */
  readonly judgedAt: Date | null
  /** When it is looked at next. */
  readonly nextAt: Date
  /** Looks that could not be finished since the last one that was. */
  readonly failures: number
  /** Of the findings, in the order of `healthKinds`. */
  readonly kinds: readonly HealthKind[]
  readonly findings: readonly HealthFinding[]
}

/** What an address of another site answered, for all sites that lead to it. */
export interface LinkDoc {
  /** SHA-256 of the address: addresses are longer than an index takes. */
  readonly _id: string
  readonly address: string
  readonly askedAt: Date
  /** Times that it was dead, one after the other; 0: it answers. */
  readonly deadTimes: number
}

export const healthIn = (db: Db) => db.collection<HealthDoc>('site_health')
export const linksIn = (db: Db) => db.collection<LinkDoc>('site_links')
