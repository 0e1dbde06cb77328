/**
 * The origin of content that must not touch the portal. It answers documents of code that was let through, and nothing else:
 * no page, no graph, no cookie.
 */
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { CODE_PERMISSIONS, codePolicy } from '../http/security-headers.ts'
import type { CodeStore } from './code-store.ts'
import { readFramedCodePath } from './content-address.ts'

export interface ContentParts {
  readonly codes: CodeStore
  /** Who answers at a host of ours; null: nobody, or not by its own name. */
  readonly framing: (host: string) => Promise<{
    /** Code of the site; null: the portal. */
    readonly tenant: string | null
    readonly scheme: string
  } | null>
}

export async function serveCode({ codes, framing }: ContentParts, exchange: Exchange): Promise<void> {
  const { request, response, requestId } = exchange
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const code = reads ? readFramedCodePath(request.url ?? '') : null
  const place = code && (await framing(code.host))
  if (!code || !place) return sendPlain(exchange, 404, 'There is nothing here.')
  try {
    const text = await codes.textOf(code, place.tenant, requestId)
    if (text === null) return sendPlain(exchange, 404, 'There is nothing here.')
    // The policy says who may frame it; this header could only say that nobody may.
    response.removeHeader('x-frame-options')
    sendText(
      exchange,
      200,
      {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': codePolicy(`${place.scheme}//${code.host}`),
        'permissions-policy': CODE_PERMISSIONS,
        'referrer-policy': 'no-referrer',
        'x-dns-prefetch-control': 'off',
        'x-robots-tag': 'noindex',
        // Its bytes never change, but it may be withdrawn.
        'cache-control': 'public, max-age=20',
      },
      text,
    )
  } catch (error) {
    if (!(error instanceof GqlUnavailable)) throw error
    sendPlain(exchange, 503, 'This cannot be shown now; try again in a moment.', { 'retry-after': '2' })
  }
}
