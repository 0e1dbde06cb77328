/** The sitemap of the pages that stand whatever is in the store: what microfrontends declare, and builder pages. */
import { escape } from '@shuxiang/site-render'
import { sendText, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import type { PageParts } from '../pages/page-writer.ts'

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
