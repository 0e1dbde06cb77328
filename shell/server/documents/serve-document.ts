/** A document beside a page, such as `/item/1.bib`: made by the microfrontend that owns the page. */
import { sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import { readPreferences } from '../preferences/preferences.ts'
import type { PageRenderers } from '../rendering/renderers.ts'
import type { WantedDocument } from './wanted-document.ts'

/** Programs wait longer than readers. */
const DEADLINE_MS = 5_000
const RETRY = { 'retry-after': '2' }

/** Answers what the microfrontend says, and 503 when it says nothing in time. */
export async function serveDocument(
  { renderers, publicOrigin }: { readonly renderers: PageRenderers; readonly publicOrigin: string },
  exchange: Exchange,
  { live, page, format, names }: WantedDocument,
): Promise<void> {
  const { request, requestId, url } = exchange
  const renderer = await renderers.of(live)
  const rendering = await renderer?.renderDocument(
    page,
    {
      names,
      query: url.search,
      suffix: format.suffix,
      locale: readPreferences(request.headers, url).locale,
      origin: publicOrigin,
      requestId,
    },
    DEADLINE_MS,
  )
  if (exchange.signal.aborted) return
  if (rendering?.kind !== 'rendered') {
    exchange.log.warn(
      { microfrontend: live.release.name, reason: rendering?.reason },
      'document not answered',
    )
    return sendPlain(exchange, 503, 'This cannot be had now; try again in a moment.', RETRY)
  }
  const { status, text, file } = rendering.result
  if (status !== 200) return sendPlain(exchange, status, text, status === 503 ? RETRY : {})
  sendText(
    exchange,
    200,
    {
      'content-type': `${format.type}; charset=utf-8`,
      'content-security-policy': INERT_POLICY,
      'cache-control': 'public, max-age=60',
      vary: 'Accept, Accept-Encoding',
      ...(file === undefined ? {} : { 'content-disposition': `attachment; filename="${safeName(file)}"` }),
    },
    text,
  )
}

/** Nothing that could end the header's quotes or name a folder. */
const safeName = (file: string): string => file.replace(/[^\w.-]/g, '_').slice(0, 120)
