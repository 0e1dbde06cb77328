/** `POST /_script?to=hans`: the words in which texts are written otherwise, for what comes to a page that is open. */
import { LONGEST_ASKED, scriptWish } from '@shuxiang/sdk/script'
import { readBody, sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import type { ScriptWords } from './script-words.ts'

/** A character has at most three bytes for each of its code units. */
const LARGEST = 3 * LONGEST_ASKED
/** Requests at once; each reads a page of text. */
const MOST_AT_ONCE = 16
let under = 0

export async function serveScript(
  { scriptWords }: { readonly scriptWords: ScriptWords },
  exchange: Exchange,
): Promise<void> {
  const wish = scriptWish(exchange.url.searchParams.get('to'))
  if (wish === null || wish === 'source')
    return sendPlain(exchange, 400, 'Say in which script: ?to=hans or ?to=hant.')
  if (exchange.request.headers['sec-fetch-site'] === 'cross-site')
    return sendPlain(exchange, 403, 'Only pages of this site ask here.')
  if (under >= MOST_AT_ONCE) return sendPlain(exchange, 503, 'Try again in a moment.', { 'retry-after': '2' })
  under += 1
  try {
    const body = await readBody(exchange.request, LARGEST)
    if (body === 'too large')
      return sendPlain(exchange, 413, 'A page does not ask this much at once.', { connection: 'close' })
    const words = await scriptWords.of(body.toString('utf8').split('\n'), wish)
    if (words === null) return sendPlain(exchange, 503, 'Try again in a moment.', { 'retry-after': '2' })
    sendText(
      exchange,
      200,
      {
        'content-type': 'text/plain; charset=utf-8',
        'content-security-policy': INERT_POLICY,
        'cache-control': 'no-store',
      },
      words,
    )
  } finally {
    under -= 1
  }
}
