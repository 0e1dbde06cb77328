/** What sites serve: each release and all of its bytes are asked of the graph once, since they never change. */
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import type { Asset } from '../assets/asset-store.ts'
import { ownAsset } from '../assets/own-bytes.ts'
import { SiteArtifact, SiteRelease, type SiteReleaseData } from '../operations.generated.ts'
import type { Site } from './site.ts'

const unpack = promisify(brotliDecompress)

type Answered = NonNullable<SiteReleaseData['siteRelease']>
export type SiteRoute = Answered['routes'][number]

/** One release, its routes by path, in letters, and then by language. */
export interface ServedRelease {
  readonly site: string
  readonly number: number
  readonly routes: ReadonlyMap<string, readonly SiteRoute[]>
  /** Former addresses of pages, each with the one it leads to. */
  readonly redirects: ReadonlyMap<string, string>
}

export interface SiteReleases {
  /** What a site serves now; null: nothing yet, and its pages are drawn for each request. */
  of(site: Site): Promise<ServedRelease | null>
  /** The bytes of a hash; null when there are none. Rejects when the gateway gives no answer. */
  artifact(hash: string, type: string): Promise<Asset | null>
}

/** An answer that cannot be had within this is not waited for. */
const DEADLINE_MS = 3_000
const MOST_RELEASES = 500
/** Bounds what all sites of a nation may keep in memory: a county's site is some fifty kilobytes. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024

export function openSiteReleases(client: GatewayClient): SiteReleases {
  const releases = new LRUCache<string, ServedRelease>({ max: MOST_RELEASES })
  /** What each site served last: it stands while the next one cannot be had. */
  const former = new LRUCache<string, ServedRelease>({ max: MOST_RELEASES })
  const assets = new LRUCache<string, Asset>({ maxSize: MOST_KEPT_BYTES, sizeCalculation: sizeOf })
  const asking = new Map<string, Promise<unknown>>()

  const call = () => ({ requestId: randomUUID(), signal: AbortSignal.timeout(DEADLINE_MS) })

  /** Two who want the same wait for one answer. */
  function together<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = asking.get(key) as Promise<T> | undefined
    if (before) return before
    const asked = work().finally(() => asking.delete(key))
    asking.set(key, asked)
    return asked
  }

  async function askRelease(site: string, number: number): Promise<ServedRelease | null> {
    const { data } = await ask(client, SiteRelease, { site, number }, call())
    return data?.siteRelease ? servedRelease(site, data.siteRelease) : null
  }

  async function askArtifact(hash: string, type: string): Promise<Asset | null> {
    const { data, errors } = await ask(client, SiteArtifact, { hash }, call())
    if (data === null || errors.length > 0) throw new Error(`the bytes ${hash} could not be had`)
    if (!data.siteArtifact) return null
    const br = Buffer.from(data.siteArtifact.br, 'base64')
    const gzip = Buffer.from(data.siteArtifact.gzip, 'base64')
    return ownAsset({ type, plain: await unpack(br), br, gzip })
  }

  return {
    async of({ code, release }) {
      if (release === null) return null
      const key = `${code} ${release}`
      const found =
        releases.get(key) ?? (await together(key, () => askRelease(code, release)).catch(() => null))
      if (found === null) return former.get(code) ?? null
      releases.set(key, found)
      former.set(code, found)
      return found
    },
    async artifact(hash, type) {
      const key = `${hash} ${type}`
      const known = assets.get(key)
      if (known) return known
      const found = await together(key, () => askArtifact(hash, type))
      if (found) assets.set(key, found)
      return found
    },
  }
}

function servedRelease(site: string, { number, routes, redirects }: Answered): ServedRelease {
  const byPath = new Map<string, SiteRoute[]>()
  for (const route of routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route])
  // A page that has ended leads nobody on.
  const leading = new Map(redirects.filter(({ to }) => byPath.has(to)).map(({ from, to }) => [from, to]))
  return { site, number, routes: byPath, redirects: leading }
}

function sizeOf({ plain, br, gzip }: Asset): number {
  return Math.max(1, plain.length + (br?.length ?? 0) + (gzip?.length ?? 0))
}
