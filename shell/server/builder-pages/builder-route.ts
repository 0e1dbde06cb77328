/** Serves builder pages: whole for browsers, and their content alone for the runtime that is already there. */
import type { PageFragment, PageNotices } from '@shuxiang/runtime/page-settings'
import { emergencyBars, pageTitle } from '@shuxiang/site-publish'
import { noticeBar } from '@shuxiang/site-render'
import { sendJson, type Exchange } from '../http/exchange.ts'
import { readablePath } from '../http/readable-path.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { fillSlots } from '../extensions/fill-slots.ts'
import type { PageRenderers } from '../rendering/renderers.ts'
import { brandOf, takenDownAt } from '../sites/site.ts'
import { builderPage, type BuilderOptions, type BuilderPage } from './builder-page.ts'
import { builderSlot, declaredBuilderPage, slotElement } from './builder-slots.ts'

/** Milliseconds that extensions may take after the blocks are drawn. */
const EXTENSIONS_WITHIN_MS = 400

/** The page at the address of the request; 404 when there is none, 503 when that cannot be known now. */
export async function serveBuilderPage(
  parts: PageParts & { readonly renderers: PageRenderers },
  options: BuilderOptions,
  exchange: Exchange,
): Promise<void> {
  const path = exchange.url.pathname
  const draft = await draftPage(parts, exchange, null, declaredBuilderPage(path))
  const page = await pageAt(parts, options, exchange, exchange.url)
  if (page === null) return sendErrorPage(parts, exchange, 404)
  if (page === 'unknown yet') return sendErrorPage(parts, exchange, 503)
  const slot = builderSlot(path)
  const { locale, mode } = draft.preferences
  const filled = await fillSlots({
    plan: draft.plan,
    renderers: parts.renderers,
    placed: [slot],
    slots: [slot.name],
    request: {
      url: `${path}${exchange.url.search}`,
      locale,
      mode: mode ?? 'light',
      origin: parts.publicOrigin,
      requestId: exchange.requestId,
    },
    remainingMs: EXTENSIONS_WITHIN_MS,
    inDevelopment: (name) => name in parts.dev.entries,
    log: exchange.log,
  })
  await draft.finish({ ...page, main: `${page.main}${slotElement(slot, filled.html[0])}`, filled })
}

/** `/_fragment?path=…`: what stands in `<main>` at a path, as JSON. */
export async function serveFragment(
  parts: PageParts,
  options: BuilderOptions,
  exchange: Exchange,
): Promise<void> {
  const path = exchange.url.searchParams.get('path') ?? ''
  const own = path.startsWith('/') && !path.startsWith('//')
  const target = own ? URL.parse(path, parts.publicOrigin) : null
  const page = target && (await pageAt(parts, options, exchange, target))
  if (page === null || target === null)
    return sendJson(exchange, 404, { error: 'There is no page at this path.' })
  if (page === 'unknown yet')
    return sendJson(exchange, 503, { error: 'Try again in a moment.' }, { 'retry-after': '2' })
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const fragment: PageFragment = {
    // Extensions come from the browser: it has their code, or fetches it while the content is drawn.
    html: `${page.main}${slotElement(builderSlot(target.pathname))}`,
    title: pageTitle(page.head.title, brandOf(parts.site, locale).name),
    description: page.head.description ?? null,
    canonical: page.head.canonical ?? null,
    complete: page.complete,
  }
  sendJson(exchange, 200, fragment, {
    'cache-control': page.complete ? 'private, max-age=10' : 'no-store',
    vary: 'Cookie, Accept-Language, Accept-Encoding',
  })
}

async function pageAt(
  parts: PageParts,
  options: BuilderOptions,
  exchange: Exchange,
  url: URL,
): Promise<BuilderPage | 'unknown yet' | null> {
  const { request, requestId, signal } = exchange
  // What is taken down is not given as a part of another document either.
  if (parts.site && takenDownAt(parts.site, readablePath(url.pathname))) return null
  // Of the request and not of the page's own address: the content is for the page that stands around it.
  const { locale } = readPreferences(request.headers, exchange.url)
  const { operations } = await parts.live.plan()
  return builderPage(options, {
    path: readablePath(url.pathname),
    parameters: url.searchParams,
    locale,
    requestId,
    signal,
    operations,
  })
}

/** `/_notices`: the bars above the content as they are now, for a page that stays open. */
export async function serveNotices(parts: PageParts, exchange: Exchange): Promise<void> {
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const importing = parts.importing()
  const { operations } = await parts.live.plan()
  const urgent = parts.site ? await parts.urgent.of(parts.site, locale, operations) : ''
  const notices: PageNotices = {
    html: `${emergencyBars(parts.edge(), locale)}${noticeBar({ locale, importing })}${urgent}`,
    importing: importing !== null,
  }
  sendJson(exchange, 200, notices)
}
