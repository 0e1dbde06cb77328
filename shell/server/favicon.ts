/** The portal's mark for browser tabs: the seal, drawn without a font. */
import { sendText, type Exchange } from './http/exchange.ts'
import { INERT_POLICY } from './http/security-headers.ts'

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#ad321d"/><g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"><path d="M8 8h12M8 12.5h16M20 8v4.500M14 4.500v12M10 17v0"/><path d="M7 19.500h18M16 17.500v9M16 20l-7 5M16 20l7 5M11 24.500h10v4H11z"/></g></svg>`

export function serveFavicon(exchange: Exchange): void {
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
