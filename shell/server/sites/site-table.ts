/** Which site answers at a host: the portal, a branch site, or nobody. Hosts are compared whole. */
import { LRUCache } from 'lru-cache'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { hostNameOf } from '@shuxiang/vocabulary'
import { drawnLanguages } from '@shuxiang/site-publish'
import { BranchSite, type BranchSiteData } from '../operations.generated.ts'
import type { Site } from './site.ts'

/** `leadsTo`: the origin by which readers are to know the site of a host; `unknown yet`: nobody can say now. */
export type Place = KnownPlace | 'unknown yet'

type KnownPlace = { readonly site: Site } | { readonly leadsTo: string } | 'nobody'

export interface SiteTable {
  /** The branch site of a host that is not the portal's. */
  at(host: string, requestId: string): Promise<Place>
}

export interface SiteTableOptions {
  readonly client: GatewayClient
  /** Scheme, host and port below which each library has its site; its own hosts have that port, too. */
  readonly sitesOrigin: string
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Milliseconds after which the gateway is asked again: how long a closed site may still answer. */
const FRESH_MS = 2_000
/** An answer may be as old as the gateway keeps it, and one that was known here besides. */
const LATE_MS = 2 * FRESH_MS
/** An answer that cannot be had within this is not waited for: what was known before stands. */
const DEADLINE_MS = 1_500
/** Hosts of sites kept at once, and as many that are none: who makes up names drives no site out. */
const MOST_KEPT = 500

interface Known {
  readonly place: KnownPlace
  readonly text: string
  readonly at: number
}

export function openSiteTable({ client, sitesOrigin, now }: SiteTableOptions): SiteTable {
  const sites = new LRUCache<string, Known>({ max: MOST_KEPT })
  const others = new LRUCache<string, Known>({ max: MOST_KEPT })
  const knownAt = (host: string): Known | undefined => sites.get(host) ?? others.get(host)
  const asking = new Map<string, Promise<Place>>()

  function leadsBack(host: string, leadsTo: string): boolean {
    const known = sites.get(new URL(leadsTo).host)
    if (!known || now() - known.at > LATE_MS || typeof known.place !== 'object') return false
    return 'leadsTo' in known.place && new URL(known.place.leadsTo).host === host
  }

  async function look(host: string, requestId: string): Promise<Place> {
    const before = knownAt(host)
    try {
      const signal = AbortSignal.timeout(DEADLINE_MS)
      const { data, errors } = await ask(client, BranchSite, { host }, { requestId, signal })
      if (data === null || (data.siteAt === null && errors.length > 0)) return before?.place ?? 'unknown yet'
      const text = JSON.stringify(data.siteAt)
      const place = before?.text === text ? before.place : placeOf(host, data.siteAt)
      // The gateway may still have an older answer for one of two hosts: they never lead to each other.
      if (data.siteAt && typeof place === 'object' && 'leadsTo' in place && leadsBack(host, place.leadsTo))
        return { site: siteOf(data.siteAt) }
      const [is, was] = place === 'nobody' ? [others, sites] : [sites, others]
      was.delete(host)
      is.set(host, { place, text, at: now() })
      return place
    } catch (error) {
      if (error instanceof GqlUnavailable || (error instanceof Error && error.name === 'TimeoutError'))
        return before?.place ?? 'unknown yet'
      throw error
    }
  }

  function placeOf(host: string, found: BranchSiteData['siteAt']): KnownPlace {
    if (!found) return 'nobody'
    if (new URL(found.origin).host !== host) return { leadsTo: found.origin }
    return { site: siteOf(found) }
  }

  return {
    at(given, requestId) {
      const host = given.toLowerCase()
      if (hostNameOf(sitesOrigin, host) === null) return Promise.resolve('nobody')
      const found = knownAt(host)
      if (found && now() - found.at < FRESH_MS) return Promise.resolve(found.place)
      const before = asking.get(host)
      if (before) return before
      const asked = look(host, requestId).finally(() => asking.delete(host))
      asking.set(host, asked)
      return asked
    },
  }
}

function wordsOf(
  texts: readonly { readonly language: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]))
}

function siteOf({ origin, site }: NonNullable<BranchSiteData['siteAt']>): Site {
  const { id, names, seal, logo, theme, languages, menu, filings, paths, release, edge } = site
  return {
    code: id,
    origin,
    names: wordsOf(names),
    seal,
    logo: logo ?? null,
    theme,
    languages: drawnLanguages(languages),
    menu: menu.map(({ path, words }) => ({ path, words: wordsOf(words) })),
    filings,
    paths,
    release,
    edge: { emergencies: edge.emergencies.map(wordsOf), grey: edge.grey },
    takenDown: edge.takenDown.map(({ path, words }) => ({ path, words: wordsOf(words) })),
  }
}
