/** Small documents that stand in a frame of our own pages, each under a policy of its own, and that nobody else frames. */
import { sendText, type Exchange } from './exchange.ts'

export interface FramedDocument {
  readonly status?: number
  /** Content-Security-Policy; it has to name `frame-ancestors`. */
  readonly policy: string
  /** Cache-Control. */
  readonly cache: string
  /** What of the request it depends on, as Vary has it. */
  readonly vary?: string
  /** BCP 47. */
  readonly language: string
  /** HTML, as the rest is. */
  readonly title: string
  /** Content of `<head>` behind the title. */
  readonly head: string
  readonly body: string
}

export function sendFramed(
  exchange: Exchange,
  { status = 200, policy, cache, vary, language, title, head, body }: FramedDocument,
): void {
  sendText(
    exchange,
    status,
    {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cache-control': cache,
      ...(vary !== undefined && { vary }),
    },
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>${head}</head><body>${body}</body></html>`,
  )
}
