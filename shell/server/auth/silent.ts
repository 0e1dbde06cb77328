/** `/auth/silent`: where the provider leads a frame of a page, to say who is signed in. It hands its address up, no more. */
import { sendText, type Exchange } from '../http/exchange.ts'
import type { PageParts } from '../pages/page-writer.ts'

/** Only a page of this portal may frame it, and only such a page hears what it says. */
export function serveSilent({ makeNonce }: Pick<PageParts, 'makeNonce'>, exchange: Exchange): void {
  const nonce = makeNonce()
  sendText(
    exchange,
    200,
    {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>登录</title></head><body><script nonce="${nonce}">parent.postMessage(location.href,location.origin)</script></body></html>`,
  )
}
