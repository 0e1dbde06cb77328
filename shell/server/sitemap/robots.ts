/** `/robots.txt`: what crawlers need not ask for, and where everything worth asking for is named. */
import { sendText, type Exchange } from '../http/exchange.ts'
import type { PageParts } from '../pages/page-writer.ts'
import type { Plan } from '../releases/live-plan.ts'
import { PORTAL_SITEMAP } from './portal-sitemap.ts'

/** Rules of the shell's own addresses and of what microfrontends declare. A longer pattern wins (RFC 9309, 2.2.2). */
export function robotsText(
  { releases }: Pick<Plan, 'releases'>,
  own: readonly string[],
  origin: string,
  sitemaps: readonly string[] = ['/sitemap.xml', PORTAL_SITEMAP],
): string {
  const declared = releases.map(({ release }) => release.robots)
  return [
    'User-agent: *',
    ...own.map((path) => `Disallow: ${path}`),
    ...declared.flatMap(({ disallow }) => disallow.map((path) => `Disallow: ${path}`)),
    ...declared.flatMap(({ allow }) => allow.map((path) => `Allow: ${path}`)),
    ...sitemaps.map((path) => `Sitemap: ${origin}${path}`),
    '',
  ].join('\n')
}

/** `own` are addresses of the shell without content of their own. */
export async function serveRobots(
  { live, publicOrigin, site }: Pick<PageParts, 'live' | 'publicOrigin' | 'site'>,
  exchange: Exchange,
  own: readonly string[],
): Promise<void> {
  sendText(
    exchange,
    200,
    { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    robotsText(await live.plan(), own, publicOrigin, site === null ? undefined : [PORTAL_SITEMAP]),
  )
}
