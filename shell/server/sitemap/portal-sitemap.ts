/** The sitemap of the pages that stand whatever is in the store: what microfrontends declare, and builder pages. */
import { escape } from '@shuxiang/site-render'
import { sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import type { PageParts } from '../pages/page-writer.ts'
import { NO_FILE } from './sitemap.ts'

export const PORTAL_SITEMAP = '/sitemap-portal.xml'

export async function servePortalSitemap(
  { live, publicOrigin, builderPaths }: Pick<PageParts, 'live' | 'publicOrigin' | 'builderPaths'>,
  exchange: Exchange,
): Promise<void> {
  const { releases } = await live.plan()
  const paths = new Set([...builderPaths(), ...releases.flatMap(({ release }) => release.sitemap)])
  const places = [...paths].map((path) => `<url><loc>${escape(new URL(path, publicOrigin).href)}</loc></url>`)
  sendText(
    exchange,
    200,
    {
      'content-type': 'application/xml; charset=utf-8',
      'content-security-policy': INERT_POLICY,
      'cache-control': 'public, max-age=300',
    },
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places.join('')}</urlset>\n`,
  )
}

/** `/sitemap.xml` of a branch site: its own pages. Records have their one address on the portal. */
export function serveSiteSitemap(
  parts: Pick<PageParts, 'live' | 'publicOrigin' | 'builderPaths'>,
  exchange: Exchange,
): void | Promise<void> {
  return exchange.url.pathname === '/sitemap.xml'
    ? servePortalSitemap(parts, exchange)
    : sendPlain(exchange, 404, NO_FILE)
}
