/** The directory of libraries is the nation's, and links of pages that every site has lead to it. */
import { librariesAddress } from '@shuxiang/sdk/addresses'
import { sendRedirect, type Exchange } from '../http/exchange.ts'
import type { PageParts } from '../pages/page-writer.ts'

/** Leads to the portal. False at other addresses, on the portal itself, and where the site has a page of its own there. */
export function serveDirectory(
  { site, portalOrigin }: Pick<PageParts, 'site' | 'portalOrigin'>,
  exchange: Exchange,
): boolean {
  const { pathname, search } = exchange.url
  if (site === null || pathname !== librariesAddress() || site.paths.includes(pathname)) return false
  sendRedirect(exchange, 307, `${portalOrigin}${pathname}${search}`)
  return true
}
