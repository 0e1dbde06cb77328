/** The shell's HTTP server: which host, which address, which method; every answer carries the same protections. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { errorPage, errorTitle } from '@shuxiang/site-render'
import type { Logger } from 'pino'
import { sendAsset } from './assets/asset-store.ts'
import { FAVICON } from './favicon.ts'
import type { Renderers } from './rendering/renderers.ts'
import { serveApiPage, wantsApiPage, type ApiPageParts } from './gateway/api-page.ts'
import type { BuilderOptions } from './builder-pages/builder-page.ts'
import { serveBuilderPage, serveFragment, serveNotices } from './builder-pages/builder-route.ts'
import { sendPlain, sendRedirect, sendText, type Exchange } from './http/exchange.ts'
import { portalHosts } from './http/hosts.ts'
import { requestId } from './http/request-id.ts'
import { SHARE_IMAGE, serveShareImage } from './http/share-image.ts'
import { INERT_POLICY, baseHeaders } from './http/security-headers.ts'
import { wantedExport } from './item/export-format.ts'
import { serveExport } from './item/export-route.ts'
import { serveMicrofrontendPage } from './pages/microfrontend-page.ts'
import { sendErrorPage } from './pages/page-writer.ts'
import { findPage } from './pages/routes.ts'
import { servePreferences } from './preferences/preferences-route.ts'
import { serveRobots } from './sitemap/robots.ts'
import { isSitemap, serveSitemap } from './sitemap/sitemap.ts'

export interface ShellParts extends ApiPageParts {
  readonly renderers: Renderers
  readonly proxy: (exchange: Exchange) => Promise<void>
  readonly builder: BuilderOptions
  /** Where the job worker keeps the portal's sitemap. */
  readonly sitemapFolder: string
  readonly log: Logger
  readonly makeId: () => string
}

/** What is asked about health, by every name that monitors try, and where the gateway answers it. */
const HEALTH: ReadonlyMap<string, string> = new Map([
  ['/health/live', '/health/live'],
  ['/health/ready', '/health/ready'],
  ['/health', '/health/ready'],
  ['/healthz', '/health/ready'],
  ['/readyz', '/health/ready'],
  ['/livez', '/health/live'],
])

/** Longest address that is looked at, in characters. */
const LONGEST_ADDRESS = 8_192

/** A server that is not listening yet. Host names of the loopback count with the port it is given later. */
export function createShell(parts: ShellParts): Server {
  let hostIsOurs: ((host: string | undefined) => boolean) | null = null
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
    hostIsOurs ??= portalHosts(parts.publicOrigin, port)
    void handle(parts, hostIsOurs, request, response)
  })
  // What Node itself refuses to parse never reaches a route.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  return server
}

async function handle(
  parts: ShellParts,
  hostIsOurs: (host: string | undefined) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = parts.now()
  const id = requestId(request.headers['x-request-id'], parts.makeId)
  const log = parts.log.child({ requestId: id })
  const leaving = new AbortController()
  for (const [name, value] of Object.entries(baseHeaders(id, parts.publicOrigin.startsWith('https:'))))
    response.setHeader(name, value)
  const given = request.url ?? '/'
  const url =
    given.length <= LONGEST_ADDRESS && given.startsWith('/') ? parsed(given, parts.publicOrigin) : null
  const exchange: Exchange = {
    request,
    response,
    url: url ?? new URL(parts.publicOrigin),
    requestId: id,
    log,
    signal: leaving.signal,
  }
  response.once('close', () => {
    leaving.abort()
    // What readers look for is theirs: the path is logged, the query is not.
    log.info(
      {
        method: request.method,
        path: exchange.url.pathname,
        status: response.statusCode,
        ms: Math.round(parts.now() - began),
      },
      'request',
    )
  })
  try {
    if (!hostIsOurs(onlyHost(request))) return sendMisdirected(exchange)
    if (given.length > LONGEST_ADDRESS) return sendPlain(exchange, 414, 'The address is too long.')
    if (url === null || !decodable(url.pathname))
      return sendPlain(exchange, 400, 'The address cannot be read.')
    await route(parts, exchange)
  } catch (error) {
    if (leaving.signal.aborted) return
    log.error({ err: error }, 'request failed')
    await sendFailure(parts, exchange)
  }
}

async function route(parts: ShellParts, exchange: Exchange): Promise<void> {
  const { url, request } = exchange
  const path = url.pathname
  const method = request.method ?? 'GET'
  // Answers every method itself, in the shape of GraphQL.
  if (path === '/graphql')
    return wantsApiPage(exchange) ? serveApiPage(parts, exchange) : parts.proxy(exchange)
  const mayPost = path === '/preferences'
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && mayPost)) {
    const allow = mayPost ? 'GET, HEAD, POST' : 'GET, HEAD'
    return sendPlain(exchange, 405, `This address answers ${allow}.`, { allow })
  }
  if (path.startsWith('/_assets/')) {
    const asset = await parts.live.asset(path.slice('/_assets/'.length))
    return asset ? sendAsset(exchange, asset) : sendPlain(exchange, 404, 'There is no such file.')
  }
  const health = HEALTH.get(path)
  if (health !== undefined)
    return parts.proxy({ ...exchange, url: new URL(`${health}${url.search}`, parts.publicOrigin) })
  if (path === '/preferences') return servePreferences(parts, exchange)
  if (path === '/_fragment') return serveFragment(parts, parts.builder, exchange)
  if (path === '/_notices') return serveNotices(parts, exchange)
  if (path === '/robots.txt') return serveRobots(exchange, parts.publicOrigin)
  if (isSitemap(path))
    return serveSitemap(exchange, { folder: parts.sitemapFolder, origin: parts.publicOrigin })
  if (path === SHARE_IMAGE.path) return serveShareImage(exchange)
  if (path === '/favicon.svg' || path === '/favicon.ico') return serveFavicon(exchange)
  const exported = wantedExport(path, request.headers.accept)
  if (exported) return serveExport(parts.client, exchange, exported)
  const plan = await parts.live.plan()
  const match = findPage(plan, path)
  if (match) return serveMicrofrontendPage(parts, parts.renderers, exchange, match)
  const shorter = path.replace(/\/+$/, '')
  // A slash too many; never with a second one in front, which would be another host.
  if (shorter !== path && shorter !== '' && !shorter.startsWith('//'))
    return sendRedirect(exchange, 308, `${shorter}${url.search}`)
  await serveBuilderPage(parts, parts.builder, exchange)
}

function serveFavicon(exchange: Exchange): void {
  sendText(
    exchange,
    200,
    {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': INERT_POLICY,
    },
    FAVICON,
  )
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

function parsed(address: string, origin: string): URL | null {
  // An address that begins with two slashes would name a host.
  const path = address.replace(/^\/+/, '/')
  return URL.canParse(path, origin) ? new URL(path, origin) : null
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
