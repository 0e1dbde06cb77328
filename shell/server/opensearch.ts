/** `/opensearch.xml`: by which browsers add the search of the portal, or of a library's site, to their own (OpenSearch 1.1). */
import { escape } from '@shuxiang/site-render'
import { sendText, type Exchange } from './http/exchange.ts'
import { INERT_POLICY } from './http/security-headers.ts'
import type { PageParts } from './pages/page-writer.ts'
import { readPreferences } from './preferences/preferences.ts'
import { brandOf } from './sites/site.ts'

/** Longest name that the format allows, in characters. */
const LONGEST_NAME = 16

export function serveOpenSearch(
  { site, publicOrigin }: Pick<PageParts, 'site' | 'publicOrigin'>,
  exchange: Exchange,
): void {
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const { name } = brandOf(site, locale)
  const url = (type: string, path: string, rel = 'results'): string =>
    `<Url type="${type}" rel="${rel}" method="get" template="${escape(`${publicOrigin}${path}?q=`)}{searchTerms}"/>`
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escape([...name].slice(0, LONGEST_NAME).join(''))}</ShortName>`,
    `<Description>${escape(name)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="32" height="32" type="image/svg+xml">${escape(`${publicOrigin}/favicon.svg`)}</Image>`,
    url('text/html', '/search'),
    url('application/atom+xml', '/search.atom'),
    url('application/x-suggestions+json', '/search.suggestions', 'suggestions'),
    '</OpenSearchDescription>',
    '',
  ].join('\n')
  sendText(
    exchange,
    200,
    {
      'content-type': 'application/opensearchdescription+xml; charset=utf-8',
      'content-language': locale,
      'content-security-policy': INERT_POLICY,
      'cache-control': 'public, max-age=3600',
      vary: 'Cookie, Accept-Language, Accept-Encoding',
    },
    text,
  )
}
