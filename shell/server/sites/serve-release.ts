/** Serves what a site's release has: its own bytes, packed before, with the reader's choices put in where they made some. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { forReader, missingPath, type EdgeLayer, type PageForReader } from '@shuxiang/site-publish'
import type { Locale } from '@shuxiang/sdk/contract'
import { locales } from '@shuxiang/site-render'
import type { Asset } from '../assets/asset-store.ts'
import { sendAsset } from '../assets/asset-store.ts'
import { ownAsset } from '../assets/own-bytes.ts'
import { acceptedEncoding } from '../http/encoding.ts'
import { isKnown } from '../http/entity-tag.ts'
import { sendNotModified, sendPlain, sendRedirect, type Exchange } from '../http/exchange.ts'
import { readablePath, travellingPath } from '../http/readable-path.ts'
import { INERT_POLICY, RELEASE_POLICY } from '../http/security-headers.ts'
import { readPreferences } from '../preferences/preferences.ts'
import type { PageParts } from '../pages/page-writer.ts'
import { writtenPage, type ScriptWords } from '../script/script-words.ts'
import type { ServedRelease, SiteReleases, SiteRoute } from './site-releases.ts'

export interface ReleaseParts extends Pick<PageParts, 'site' | 'publicOrigin' | 'edge' | 'scriptWords'> {
  readonly siteReleases: SiteReleases
}

const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) }
/** Every reader of a variant waits once for it to be packed. */
const VARIANT_QUALITY = 4
/** Pages as some readers want them, in large print, dark or in another script. */
const MOST_VARIANT_BYTES = 32 * 1024 * 1024
const variants = new LRUCache<string, Asset>({
  maxSize: MOST_VARIANT_BYTES,
  sizeCalculation: ({ plain, br, gzip: gz }) => plain.length + (br?.length ?? 0) + (gz?.length ?? 0),
})

const sheetAddress = /^\/_site\/([0-9a-f]{64})\.css$/

/** False when the release has nothing at this address, or it must be drawn for this request. */
export async function serveFromRelease(parts: ReleaseParts, exchange: Exchange): Promise<boolean> {
  const { site, siteReleases } = parts
  if (site === null) return false
  const path = readablePath(exchange.url.pathname)
  const sheet = sheetAddress.exec(path)?.[1]
  if (sheet !== undefined) return serveSheet(siteReleases, exchange, sheet)
  const release = await siteReleases.of(site)
  const routes = release?.routes.get(path)
  const [first] = routes ?? []
  if (!release || !routes || !first || path === missingPath) return false
  if (first.language === null) {
    const asset = await siteReleases.artifact(first.artifact, first.type)
    if (asset) sendWhole(exchange, 200, asset, plainHeaders(first), tagOf(first, null))
    return asset !== null
  }
  if (first.perRequest || asksOther(first, exchange)) return false
  return servePage(parts, exchange, { status: 200, routes })
}

/**
 * The page as it was published, for when it cannot be drawn: without what microfrontends offer on it. False when there is
 * none, or the address asks for another one than was published.
 */
export async function servePublished(parts: ReleaseParts, exchange: Exchange): Promise<boolean> {
  const release = parts.site && (await parts.siteReleases.of(parts.site))
  const routes = release?.routes.get(readablePath(exchange.url.pathname))
  const [first] = routes ?? []
  if (!routes || !first || asksOther(first, exchange)) return false
  return servePage(parts, exchange, { status: 200, routes })
}

/** Its blocks read something of the address: it would be another page. */
function asksOther({ parameters }: SiteRoute, { url }: Exchange): boolean {
  return parameters.some((name) => url.searchParams.has(name))
}

/** Leads on from a former address of a site's page. False when there is none. */
export async function serveMoved(parts: ReleaseParts, exchange: Exchange): Promise<boolean> {
  const release = await releaseWithout(parts, exchange)
  const moved = release?.redirects.get(readablePath(exchange.url.pathname))
  if (moved === undefined) return false
  sendRedirect(exchange, 308, `${travellingPath(moved)}${exchange.url.search}`)
  return true
}

/** Shows the site's page for what is not there. False when it has no release. */
export async function serveMissing(parts: ReleaseParts, exchange: Exchange): Promise<boolean> {
  const release = await releaseWithout(parts, exchange)
  const routes = release?.routes.get(missingPath)
  return routes ? servePage(parts, exchange, { status: 404, routes }) : false
}

/** The site's release, where it has no page at this address that would have to be drawn. */
async function releaseWithout(
  { site, siteReleases }: ReleaseParts,
  exchange: Exchange,
): Promise<ServedRelease | null> {
  const release = site && (await siteReleases.of(site))
  return release && !isDrawn(release, exchange) ? release : null
}

/** Whether the release has a page here, which this address asks to be drawn. */
function isDrawn(release: ServedRelease, { url }: Exchange): boolean {
  return release.routes.has(readablePath(url.pathname))
}

async function serveSheet(releases: SiteReleases, exchange: Exchange, hash: string): Promise<boolean> {
  const asset = await releases.artifact(hash, 'text/css; charset=utf-8')
  // Of whatever release: a page of a former one is still on its way to somebody.
  if (asset) sendAsset(exchange, asset)
  else sendPlain(exchange, 404, 'There is no such file.')
  return true
}

async function servePage(
  { siteReleases, publicOrigin, edge, scriptWords }: ReleaseParts,
  exchange: Exchange,
  { status, routes }: { readonly status: 200 | 404; readonly routes: readonly SiteRoute[] },
): Promise<boolean> {
  const { locale, mode, scale, script, named } = readPreferences(exchange.request.headers, exchange.url)
  const route = routes.find(({ language }) => language === locale) ?? routes[0]
  const language = route && locales.find((one) => one === route.language)
  if (!route || !language) return false
  const page = await siteReleases.artifact(route.artifact, route.type)
  if (!page) return false
  const path = status === 404 ? '/' : exchange.url.pathname
  const reader: PageForReader = {
    locale: language,
    origin: publicOrigin,
    path,
    mode: mode ?? 'auto',
    scale,
    script,
    // An address may name a language that the page is not there in.
    named: status === 404 || named !== language ? null : named,
    layer: edge(),
  }
  const variant = await variantOf(scriptWords, page, route, reader)
  sendWhole(exchange, status, variant.asset, pageHeaders(language), tagOf(route, variant.reader))
  return true
}

/** The page for a reader, and for whom it is: texts whose other script cannot be known now are as their sources have them. */
async function variantOf(
  scriptWords: ScriptWords,
  page: Asset,
  route: SiteRoute,
  reader: PageForReader,
): Promise<{ readonly asset: Asset; readonly reader: PageForReader }> {
  const { mode, scale, script, named, origin, path, layer } = reader
  const over = overOf(layer)
  if (mode === 'auto' && scale === 'normal' && script === 'source' && named === null && over === '')
    return { asset: page, reader }
  const key = [route.artifact, mode, scale, script, named, origin, path, over].join(' ')
  const known = variants.get(key)
  if (known) return { asset: known, reader }
  const text = forReader(page.plain.toString('utf8'), reader)
  const written = await writtenPage(scriptWords, text, script)
  if (written === null && script !== 'source')
    return variantOf(scriptWords, page, route, { ...reader, script: 'source' })
  const plain = Buffer.from(written?.html ?? text)
  const params = { [constants.BROTLI_PARAM_QUALITY]: VARIANT_QUALITY }
  const [br, gz] = await Promise.all([packers.br(plain, { params }), packers.gzip(plain, { level: 5 })])
  const made = ownAsset({ type: page.type, plain, br, gzip: gz })
  variants.set(key, made)
  return { asset: made, reader }
}

/** What stands over the page, in a word that changes with it; empty: nothing. */
function overOf(layer: EdgeLayer): string {
  if (!layer.grey && layer.emergencies.length === 0) return ''
  return createHash('sha256').update(JSON.stringify(layer)).digest('base64url').slice(0, 16)
}

function pageHeaders(language: Locale): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': RELEASE_POLICY,
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Accept-Language, Accept-Encoding',
  }
}

function plainHeaders({ type }: SiteRoute): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': INERT_POLICY,
    'cache-control': 'public, max-age=60',
    vary: 'Accept-Encoding',
  }
}

/** Weak, since one content leaves in several encodings; told apart by what was put in for the reader. */
function tagOf({ artifact }: SiteRoute, reader: PageForReader | null): string {
  const choices =
    reader === null
      ? ''
      : `-${reader.mode}-${reader.scale}-${reader.script}-${reader.named ?? ''}${overOf(reader.layer)}`
  return `W/"${artifact.slice(0, 22)}${choices}"`
}

/** A page that is not there has no tag: what stands at the address later is another one. */
function sendWhole(
  exchange: Exchange,
  status: 200 | 404,
  { plain, br, gzip: gz }: Asset,
  headers: Record<string, string>,
  tag: string,
): void {
  const { request, response } = exchange
  const own = { ...headers }
  if (status === 200) {
    own['etag'] = tag
    if (isKnown(request.headers['if-none-match'], tag)) return sendNotModified(exchange, own)
  }
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  const packed = encoding === null ? null : encoding === 'br' ? br : gz
  const body = packed ?? plain
  response.writeHead(status, {
    ...own,
    ...(packed === null ? {} : { 'content-encoding': String(encoding) }),
    'content-length': String(body.length),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
