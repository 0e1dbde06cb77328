// The health of many sites: one site, the roll-up of a region, a page of its sites, a table for a spreadsheet.
import { connection, type Connection } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { regionsBelow } from '../store/read.ts'
import { mostSites } from './bounds.ts'
import { healthIn, healthKinds, type HealthDoc, type HealthKind } from './documents.ts'

interface Options {
  readonly signal: AbortSignal
}

/** Codes below `33` begin with `33`; `:` is the character after `9`. */
const within = (region: string | null) => (region ? { place: { $gte: region, $lt: `${region}:` } } : {})

/** Looked at once at least. */
const judged = { judgedAt: { $gt: new Date(0) } }

export function healthOf(db: Db, site: string, { signal }: Options): Promise<HealthDoc | null> {
  return healthIn(db).findOne({ _id: site, ...judged }, { signal })
}

/** How many sites there are, and how many with what. */
export interface HealthTally {
  /** Sites that were looked at. */
  readonly sites: number
  /** Of those, sites with nothing the matter. */
  readonly well: number
  readonly counts: readonly { readonly kind: HealthKind; readonly sites: number }[]
}

export interface RegionTally {
  readonly region: string
  readonly name: string
  readonly tally: HealthTally
}

export type Judged = Pick<HealthDoc, '_id' | 'name' | 'place' | 'judgedAt' | 'kinds'>

/** In the order of division codes. */
export function judgedIn(db: Db, region: string | null, { signal }: Options): Promise<Judged[]> {
  return healthIn(db)
    .find<Judged>(
      { ...within(region), ...judged },
      { projection: { name: 1, place: 1, judgedAt: 1, kinds: 1 }, signal },
    )
    .sort({ place: 1, _id: 1 })
    .limit(mostSites)
    .toArray()
}

export function tallyOf(sites: readonly Pick<Judged, 'kinds'>[]): HealthTally {
  return {
    sites: sites.length,
    well: sites.filter(({ kinds }) => kinds.length === 0).length,
    counts: healthKinds.flatMap((kind) => {
      const having = sites.filter(({ kinds }) => kinds.includes(kind)).length
      return having > 0 ? [{ kind, sites: having }] : []
    }),
  }
}

/** Of each region directly below one with sites in it, in the order of codes. */
export async function talliesBelow(
  db: Db,
  region: string | null,
  sites: readonly Judged[],
  options: Options,
): Promise<readonly RegionTally[]> {
  const below = await regionsBelow(db, region ?? '', options)
  return below.flatMap(({ _id, name }) => {
    const inside = sites.filter(({ place }) => place.startsWith(_id))
    return inside.length > 0 ? [{ region: _id, name, tally: tallyOf(inside) }] : []
  })
}

export interface HealthPageRequest extends Options {
  readonly region: string | null
  /** Only sites with this; null: with anything at all. */
  readonly kind: HealthKind | null
  readonly first: number
  readonly after: string | null
}

/** Sites with something the matter, in the order of division codes. */
export function sickSites(
  db: Db,
  { region, kind, first, after, signal }: HealthPageRequest,
): Promise<Connection<HealthDoc>> {
  return connection<HealthDoc>({
    collection: db.collection('site_health'),
    filter: {
      ...within(region),
      ...judged,
      ...(kind ? { kinds: kind } : { 'kinds.0': { $exists: true } }),
    },
    sort: [
      ['place', 1],
      ['_id', 1],
    ],
    first,
    after,
    signal,
  })
}
