/**
 * A microfrontend's page. The status line leaves first and cannot be taken back, so a page whose status depends on what
 * is found (`rendered`: 404, 410) waits for its rendering, at most until the deadline. A page that always answers 200
 * (`fixed`) sends its static head at once: styles and modules are on their way while the content is rendered; the
 * title follows in the same head.
 */
import type { RenderRequest } from '@shuxiang/sdk/contract'
import { slotMarker } from '@shuxiang/sdk/slot-marker'
import { skeleton } from '@shuxiang/site-render'
import { fillSlots } from '../extensions/fill-slots.ts'
import type { PageRenderers } from '../rendering/renderers.ts'
import { sendRedirect, type Exchange } from '../http/exchange.ts'
import { microfrontendElement } from './document.ts'
import { draftPage, sendErrorPage, type PageParts } from './page-writer.ts'
import type { PageMatch } from './find-page.ts'

/** Set by the page itself for browsers without scripts: they would rather wait than see an empty page. */
const WAIT = '_wait'
const PATIENT_DEADLINE_MS = 8_000

/** Serve the page that a microfrontend owns. */
export async function serveMicrofrontendPage(
  parts: PageParts,
  renderers: PageRenderers,
  exchange: Exchange,
  { live, page }: PageMatch,
): Promise<void> {
  const { name, deadlineMs } = live.release
  const patient = exchange.url.searchParams.has(WAIT)
  const { policy } = live.release
  const own = { live, preload: page.preload }
  const draft = await draftPage(parts, exchange, own, { policy, slots: page.slots })
  if (page.status === 'fixed' && !patient) draft.begin(200)
  const inDevelopment = name in parts.dev.entries
  const renderer = inDevelopment ? null : await renderers.of(live)
  const request: RenderRequest = {
    url: pathWithout(exchange.url, WAIT),
    locale: draft.preferences.locale,
    mode: draft.preferences.mode ?? 'light',
    script: draft.preferences.script,
    origin: parts.publicOrigin,
    requestId: exchange.requestId,
  }
  const deadline = patient ? PATIENT_DEADLINE_MS : deadlineMs
  const began = parts.now()
  const rendering = await renderer?.renderPage(request, deadline)
  if (rendering?.kind === 'rendered') {
    const { html, head, state, placed = [] } = rendering.result
    // A page that has begun cannot lead elsewhere any more; its canonical address still tells.
    if (head.moved !== undefined && /^\/(?!\/)/.test(head.moved) && (page.status === 'rendered' || patient))
      return sendRedirect(
        exchange,
        308,
        head.moved.includes('?') ? head.moved : `${head.moved}${exchange.url.search}`,
      )
    const status = head.status ?? 200
    const filled = await fillSlots({
      plan: draft.plan,
      renderers,
      placed,
      slots: page.slots,
      request,
      remainingMs: deadline - (parts.now() - began),
      inDevelopment: (other) => other in parts.dev.entries,
      log: exchange.log,
    })
    return draft.finish({
      status,
      head,
      main: microfrontendElement(name, withSlots(html, filled.html)),
      filled,
      rendered: { name, state },
      ...(status === 503 ? { headers: { 'retry-after': '2' } } : {}),
    })
  }
  if (rendering) exchange.log.warn({ microfrontend: name, reason: rendering.reason }, 'left to the browser')
  if (patient) return sendErrorPage(parts, exchange, 503)
  await draft.finish({
    status: 200,
    head: { title: '' },
    main: microfrontendElement(name, skeleton({ locale: draft.preferences.locale })),
    ...(renderer ? { withoutScript: waitingPath(exchange.url) } : {}),
  })
}

function withSlots(html: string, contents: readonly string[]): string {
  return contents.reduce((whole, content, n) => whole.replace(slotMarker(n), () => content), html)
}

function pathWithout(url: URL, parameter: string): string {
  if (!url.searchParams.has(parameter)) return `${url.pathname}${url.search}`
  const rest = new URL(url)
  rest.searchParams.delete(parameter)
  return `${rest.pathname}${rest.search}`
}

function waitingPath(url: URL): string {
  const waiting = new URL(url)
  waiting.searchParams.set(WAIT, '1')
  return `${waiting.pathname}${waiting.search}`
}
