/** Serves builder pages: whole for browsers, and their content alone for the runtime that is already there. */
import type { PageFragment, PageNotices } from '@shuxiang/runtime/page-settings'
import { noticeBar, portalName } from '@shuxiang/site-render'
import { sendJson, type Exchange } from '../http/exchange.ts'
import { pageTitle } from '../pages/head.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { builderPage, type BuilderOptions, type BuilderPage } from './builder-page.ts'

/** The page at the address of the request; 404 when there is none, 503 when that cannot be known now. */
export async function serveBuilderPage(
  parts: PageParts,
  options: BuilderOptions,
  exchange: Exchange,
): Promise<void> {
  const draft = await draftPage(parts, exchange)
  const page = await pageAt(parts, options, exchange, exchange.url)
  if (page === null) return sendErrorPage(parts, exchange, 404)
  if (page === 'unknown yet') return sendErrorPage(parts, exchange, 503)
  await draft.finish(page)
}

/** `/_fragment?path=…`: what stands in `<main>` at a path, as JSON. */
export async function serveFragment(
  parts: PageParts,
  options: BuilderOptions,
  exchange: Exchange,
): Promise<void> {
  const path = exchange.url.searchParams.get('path') ?? ''
  const target = path.startsWith('/') && !path.startsWith('//') && URL.canParse(path, parts.publicOrigin)
  const page = target ? await pageAt(parts, options, exchange, new URL(path, parts.publicOrigin)) : null
  if (page === null) return sendJson(exchange, 404, { error: 'There is no page at this path.' })
  if (page === 'unknown yet')
    return sendJson(exchange, 503, { error: 'Try again in a moment.' }, { 'retry-after': '2' })
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const fragment: PageFragment = {
    html: page.main,
    title: pageTitle(page.head.title, portalName(locale)),
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
  // Of the request and not of the page's own address: the content is for the page that stands around it.
  const { locale } = readPreferences(request.headers, exchange.url)
  const { operations } = await parts.live.plan()
  return builderPage(options, {
    path: url.pathname,
    parameters: url.searchParams,
    locale,
    requestId,
    signal,
    operations,
  })
}

/** `/_notices`: the bars above the content as they are now, for a page that stays open. */
export function serveNotices(parts: PageParts, exchange: Exchange): void {
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const importing = parts.importing()
  const notices: PageNotices = {
    html: noticeBar({ locale, importing }),
    importing: importing !== null,
  }
  sendJson(exchange, 200, notices)
}
