/** The shell's HTTP server: which host, which address, which method; every answer carries the same protections. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { textFor } from '@shuxiang/site-model'
import { errorPage, errorTitle } from '@shuxiang/site-render'
import type { Place as OriginPlace } from '@shuxiang/process/place'
import type { Logger } from 'pino'
import { serveBuilderPage } from './builder-pages/builder-route.ts'
import { leadsToConsole, placesOf, serveConsole, type StaffPages } from './console-origin.ts'
import { serveCode, type ContentParts } from './content/serve-code.ts'
import { serveDocument } from './documents/serve-document.ts'
import { wantedDocument } from './documents/wanted-document.ts'
import { sendPlain, sendRedirect, sendText, type Exchange } from './http/exchange.ts'
import { portalHosts } from './http/hosts.ts'
import { readablePath } from './http/readable-path.ts'
import { requestId } from './http/request-id.ts'
import { INERT_POLICY, baseHeaders } from './http/security-headers.ts'
import { findPage } from './pages/find-page.ts'
import { serveMicrofrontendPage } from './pages/microfrontend-page.ts'
import { sendErrorPage } from './pages/page-writer.ts'
import { readPreferences } from './preferences/preferences.ts'
import { READ, routeAt, type RouteParts } from './routes.ts'
import type { Renderers } from './rendering/renderers.ts'
import { serveDirectory } from './sites/serve-directory.ts'
import { serveFromRelease, serveMissing, serveMoved } from './sites/serve-release.ts'
import { sitePartsOf } from './sites/site-parts.ts'
import { takenDownAt, type Site } from './sites/site.ts'
import type { SiteReleases } from './sites/site-releases.ts'
import type { Place, SiteTable } from './sites/site-table.ts'

export interface ShellParts extends RouteParts {
  readonly renderers: Renderers
  /** Who answers at hosts that are not the portal's. */
  readonly sites: SiteTable
  /** Origin of the staff's pages; null: they stand on the portal's. */
  readonly consoleOrigin: string | null
  /** Where the origins are two: of which these parts are, and on the portal's where the console is. */
  readonly place?: OriginPlace
  readonly staffPages?: StaffPages
  /** What branch sites serve. */
  readonly siteReleases: SiteReleases
  readonly log: Logger
  readonly makeId: () => string
}

/** One for all requests: to make one takes a trace of the calls that led here. */
const LEFT = new DOMException('the connection is closed', 'AbortError')

/** Longest address that is looked at, in characters. */
const LONGEST_ADDRESS = 8_192

/** By whose parts a host is served; `content`: it is the origin of content that must not touch the portal. */
type Whose = (
  host: string | undefined,
  requestId: string,
) => Promise<ShellParts | Exclude<Place, { readonly site: Site }> | 'content'>

/** A server that is not listening yet. Host names of the loopback count with the port it is given later. */
export function createShell(parts: ShellParts): Server {
  let isPortal: ((host: string | undefined) => boolean) | null = null
  const places = parts.consoleOrigin === null ? null : placesOf(parts, parts.consoleOrigin)
  const portal = places?.portal ?? parts
  const consoleHost = places && new URL(places.console.publicOrigin).host
  const partsOf = sitePartsOf(portal, portal.renderers)
  const contentHost = parts.contentOrigin === null ? null : new URL(parts.contentOrigin).host
  const whose: Whose = async (host, id) => {
    if (contentHost !== null && host?.toLowerCase() === contentHost) return 'content'
    if (places !== null && host?.toLowerCase() === consoleHost) return places.console
    if (isPortal?.(host)) return portal
    if (host === undefined) return 'nobody'
    const place = await parts.sites.at(host, id)
    return typeof place === 'object' && 'site' in place ? partsOf(place.site) : place
  }
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16_384,
  })
  server.maxRequestsPerSocket = 1_000
  server.maxConnections = 4_096
  server.on('request', (request, response) => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    isPortal ??= portalHosts(parts.publicOrigin, port)
    void handle(portal, whose, request, response)
  })
  // What Node itself refuses to parse never reaches a route.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  return server
}

async function handle(
  portal: ShellParts,
  whose: Whose,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = portal.now()
  const id = requestId(request.headers['x-request-id'], portal.makeId)
  const log = portal.log.child({ requestId: id })
  const leaving = new AbortController()
  for (const [name, value] of Object.entries(baseHeaders(id, portal.publicOrigin.startsWith('https:'))))
    response.setHeader(name, value)
  const given = request.url ?? '/'
  const readable = given.length <= LONGEST_ADDRESS && given.startsWith('/')
  let exchange: Exchange = {
    request,
    response,
    url: (readable ? parsed(given, portal.publicOrigin) : null) ?? new URL(portal.publicOrigin),
    requestId: id,
    place: portal.place ?? null,
    log,
    signal: leaving.signal,
  }
  let parts = portal
  response.once('close', () => {
    leaving.abort(LEFT)
    // What readers look for is theirs: the path is logged, the query is not.
    log.info(
      {
        method: request.method,
        path: exchange.url.pathname,
        status: response.statusCode,
        ms: Math.round(portal.now() - began),
        ...(parts.site && { site: parts.site.code }),
      },
      'request',
    )
  })
  try {
    const found = await whose(onlyHost(request), id)
    if (found === 'content') return await serveCode(contentParts(portal, whose, id), exchange)
    if (found === 'nobody') return sendMisdirected(exchange)
    if (found === 'unknown yet')
      return sendPlain(exchange, 503, 'This site cannot be served now; try again in a moment.', {
        'retry-after': '2',
      })
    if ('leadsTo' in found) {
      const url = readable ? parsed(given, found.leadsTo) : null
      if (url === null) return sendPlain(exchange, 400, 'The address cannot be read.')
      return sendRedirect(exchange, 308, url.href)
    }
    parts = found
    if (given.length > LONGEST_ADDRESS) return sendPlain(exchange, 414, 'The address is too long.')
    const url = readable ? parsed(given, parts.publicOrigin) : null
    if (url === null || !decodable(url.pathname))
      return sendPlain(exchange, 400, 'The address cannot be read.')
    exchange = { ...exchange, url, place: parts.place ?? null }
    await route(parts, exchange)
  } catch (error) {
    if (leaving.signal.aborted) return
    log.error({ err: error }, 'request failed')
    await sendFailure(parts, exchange)
  }
}

/** Code is framed by pages of the portal and of sites, at the hosts by which they are known. */
function contentParts({ codes }: ShellParts, whose: Whose, requestId: string): ContentParts {
  return {
    codes,
    async framing(host) {
      const found = await whose(host, requestId)
      if (typeof found === 'string' || 'leadsTo' in found || found.place === 'console') return null
      return { tenant: found.site?.code ?? null, scheme: new URL(found.publicOrigin).protocol }
    },
  }
}

async function route(parts: ShellParts, exchange: Exchange): Promise<void> {
  if (parts.place === 'console') return serveConsole(parts, exchange)
  const { url, request } = exchange
  const path = url.pathname
  const why = parts.site && takenDownAt(parts.site, readablePath(path))
  if (why && !path.startsWith('/_')) {
    const { locale } = readPreferences(request.headers, url)
    return sendErrorPage(parts, exchange, 451, { why: textFor(why, locale)?.text ?? '' })
  }
  const known = routeAt(path)
  if (!known || known.published) {
    const reads = READ.some((method) => method === request.method)
    if (reads && (await serveFromRelease(parts, exchange))) return
  }
  const methods = known === null ? READ : known.methods
  if (methods !== null && !methods.includes(request.method ?? 'GET')) {
    const allow = methods.join(', ')
    return sendPlain(exchange, 405, `This address answers ${allow}.`, { allow })
  }
  if (known !== null) return known.serve(parts, exchange)
  const plan = await parts.live.plan()
  const document = wantedDocument(plan, path, request.headers.accept)
  if (document) return serveDocument(parts, exchange, document)
  const match = findPage(plan, path)
  // Staff work at one address, whatever library they are of.
  if (match && parts.site && match.live.release.signIn === 'staff')
    return sendRedirect(exchange, 308, `${parts.portalOrigin}${path}${url.search}`)
  if (match) return serveMicrofrontendPage(parts, parts.renderers, exchange, match)
  const shorter = path.replace(/\/+$/, '')
  // A slash too many; never with a second one in front, which would be another host.
  if (shorter !== path && shorter !== '' && !shorter.startsWith('//'))
    return sendRedirect(exchange, 308, `${shorter}${url.search}`)
  if (parts.staffPages && (await leadsToConsole(parts.staffPages, exchange))) return
  if (await serveMoved(parts, exchange)) return
  if (serveDirectory(parts, exchange)) return
  if (await serveMissing(parts, exchange)) return
  await serveBuilderPage(parts, parts.builder, exchange)
}

/** A short page with nothing to load: on a name that is not ours, no address of ours leads anywhere. */
function sendMisdirected(exchange: Exchange): void {
  const title = `${errorTitle(421, 'zh-CN')} · ${errorTitle(421, 'en')}`
  const text = errorPage({ status: 421, locale: 'zh-CN' })
  sendText(
    exchange,
    421,
    {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': INERT_POLICY,
      'cache-control': 'no-store',
    },
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${text}</main></body></html>`,
  )
}

/** The reader gets a page with the request's id, the log has the reason. */
async function sendFailure(parts: ShellParts, exchange: Exchange): Promise<void> {
  if (exchange.response.headersSent) return void exchange.response.destroy()
  try {
    await sendErrorPage(parts, exchange, 500)
  } catch {
    if (!exchange.response.headersSent)
      sendPlain(exchange, 500, `Something failed here; reference ${exchange.requestId}.`)
  }
}

/** Of this origin or none: an address that begins with two slashes, or what URLs take for them, would name a host. */
function parsed(address: string, origin: string): URL | null {
  const url = URL.parse(address.replace(/^[\\/]+/, '/'), origin)
  return url?.origin === new URL(origin).origin ? url : null
}

function decodable(path: string): boolean {
  try {
    return !/[\p{Cc}]/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** Two Host lines would let a proxy and this server see different sites (RFC 9112, 3.2). */
function onlyHost(request: IncomingMessage): string | undefined {
  const given = request.headersDistinct['host']
  return given?.length === 1 ? given[0] : undefined
}
