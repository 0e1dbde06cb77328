/** What crawlers ask for: `/robots.txt` and a small `/sitemap.xml`. */
import { escape } from '@shuxiang/site-render'
import { ask, type GatewayClient } from '../gateway/client.ts'
import { sendText, type Exchange } from '../http/exchange.ts'
import { SitemapRecords } from '../operations.generated.ts'

const RECORDS = 100
const DEADLINE_MS = 5_000

/** Addresses without content of their own are not for crawlers. */
export function serveRobots(exchange: Exchange, origin: string): void {
  const closed = ['/graphql', '/preferences', '/_fragment', '/health/'].map((path) => `Disallow: ${path}`)
  const lines = ['User-agent: *', ...closed, `Sitemap: ${origin}/sitemap.xml`, '']
  sendText(
    exchange,
    200,
    { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    lines.join('\n'),
  )
}

/** The home page and well-known records; the home page alone while the gateway does not answer. */
export async function serveSitemap(exchange: Exchange, origin: string, client: GatewayClient): Promise<void> {
  const signal = AbortSignal.any([exchange.signal, AbortSignal.timeout(DEADLINE_MS)])
  const paths = await ask(
    client,
    SitemapRecords,
    { first: RECORDS },
    { requestId: exchange.requestId, signal },
  ).then(
    ({ data }) => data?.search.edges.map((edge) => edge.node.url) ?? [],
    () => [],
  )
  const places = ['/', ...paths.filter((path) => path.startsWith('/') && !path.startsWith('//'))]
  const urls = places.map((path) => `<url><loc>${escape(new URL(path, origin).href)}</loc></url>`)
  sendText(
    exchange,
    200,
    {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': `public, max-age=${paths.length > 0 ? 3600 : 10}`,
    },
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
  )
}
