/** Which site answers at a host: the portal, a branch site, or nobody. Hosts are compared whole. */
import { LRUCache } from 'lru-cache'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { siteCodeOf, siteOrigin } from '@shuxiang/vocabulary'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { BranchSite, type BranchSiteData } from '../operations.generated.ts'
import type { Site } from './site.ts'

/** `unknown yet`: nobody can say now. */
export type Place = { readonly site: Site } | 'nobody' | 'unknown yet'

export interface SiteTable {
  /** The branch site of a host that is not the portal's. */
  at(host: string, requestId: string): Promise<Place>
}

export interface SiteTableOptions {
  readonly client: GatewayClient
  /** Scheme, host and port below which each library has its site: `<code>.<host>`. */
  readonly sitesOrigin: string
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Milliseconds after which the gateway is asked again: how long a closed site may still answer. */
const FRESH_MS = 2_000
/** An answer that cannot be had within this is not waited for: what was known before stands. */
const DEADLINE_MS = 1_500
/** Sites, and hosts that are none, kept at once. */
const MOST_KEPT = 500

interface Known {
  readonly place: { readonly site: Site } | 'nobody'
  readonly text: string
  readonly at: number
}

export function openSiteTable({ client, sitesOrigin, now }: SiteTableOptions): SiteTable {
  const known = new LRUCache<string, Known>({ max: MOST_KEPT })
  const asking = new Map<string, Promise<Place>>()

  async function look(code: string, requestId: string): Promise<Place> {
    const before = known.get(code)
    try {
      const signal = AbortSignal.timeout(DEADLINE_MS)
      const { data, errors } = await ask(client, BranchSite, { code }, { requestId, signal })
      if (data === null || (data.site === null && errors.length > 0)) return before?.place ?? 'unknown yet'
      const text = JSON.stringify(data.site)
      const same = before?.text === text
      const place = same ? before.place : data.site ? { site: siteOf(data.site) } : 'nobody'
      known.set(code, { place, text, at: now() })
      return place
    } catch (error) {
      if (error instanceof GqlUnavailable || (error instanceof Error && error.name === 'TimeoutError'))
        return before?.place ?? 'unknown yet'
      throw error
    }
  }

  function siteOf(found: NonNullable<BranchSiteData['site']>): Site {
    const { id, names, seal, theme, menu, paths } = found
    return {
      code: id,
      origin: siteOrigin(sitesOrigin, id),
      names: wordsOf(names),
      seal,
      theme,
      menu: menu.map(({ path, words }) => ({ path, words: wordsOf(words) })),
      paths,
    }
  }

  return {
    at(host, requestId) {
      const code = siteCodeOf(sitesOrigin, host.toLowerCase())
      if (code === null) return Promise.resolve('nobody')
      const found = known.get(code)
      if (found && now() - found.at < FRESH_MS) return Promise.resolve(found.place)
      const before = asking.get(code)
      if (before) return before
      const asked = look(code, requestId).finally(() => asking.delete(code))
      asking.set(code, asked)
      return asked
    },
  }
}

function wordsOf(
  texts: readonly { readonly language: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]))
}
