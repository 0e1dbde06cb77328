/** `/robots.txt`: what crawlers need not ask for, and where everything worth asking for is named. */
import { sendText, type Exchange } from '../http/exchange.ts'

/**
 * Addresses without content of their own, and searches that are one of endlessly many: by words, on later pages, in
 * another order, of several filters at once. One filter, and that in a named language, stays open. A longer pattern
 * wins over a shorter one (RFC 9309, 2.2.2).
 */
const RULES = [
  ...['/graphql', '/preferences', '/_fragment', '/_notices', '/health'].map(disallow),
  ...['q', 'page', 'sort', 'language'].map((name) => disallow(`/search?${name}=`)),
  disallow('/search?*&'),
  'Allow: /search?*&lang=',
  disallow('/search?*&*&lang='),
  ...['q', 'page', 'sort', 'language'].map((name) => disallow(`/search?${name}=*&lang=`)),
]

function disallow(path: string): string {
  return `Disallow: ${path}`
}

export function serveRobots(exchange: Exchange, origin: string): void {
  sendText(
    exchange,
    200,
    { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    ['User-agent: *', ...RULES, `Sitemap: ${origin}/sitemap.xml`, ''].join('\n'),
  )
}
