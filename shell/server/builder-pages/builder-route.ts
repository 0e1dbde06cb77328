/** Serves builder pages: whole for browsers, and their content alone for the runtime that is already there. */
import type { PageFragment, PageNotices } from '@shuxiang/runtime/page-settings'
import type { Locale } from '@shuxiang/sdk/contract'
import { emergencyBars, pageTitle } from '@shuxiang/site-publish'
import { noticeBar } from '@shuxiang/site-render'
import { sendJson, type Exchange } from '../http/exchange.ts'
import { readablePath } from '../http/readable-path.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { fillSlots } from '../extensions/fill-slots.ts'
import { isOffered } from '../extensions/offers.ts'
import type { PageRenderers } from '../rendering/renderers.ts'
import type { Plan } from '../releases/live-plan.ts'
import { planOfSignIn } from '../releases/of-sign-in.ts'
import { servePublished, type ReleaseParts } from '../sites/serve-release.ts'
import { brandOf, takenDownAt } from '../sites/site.ts'
import { builderPage, type BuilderOptions, type BuilderPage } from './builder-page.ts'
import { declaredBuilderPage, slottedContent, type SlottedContent } from './builder-slots.ts'

/** Milliseconds that extensions may take after the blocks are drawn. */
const EXTENSIONS_WITHIN_MS = 400

/** The page at the address of the request; 404 when there is none, 503 when that cannot be known now. */
export async function serveBuilderPage(
  parts: PageParts & ReleaseParts & { readonly renderers: PageRenderers },
  options: BuilderOptions,
  exchange: Exchange,
): Promise<void> {
  const path = exchange.url.pathname
  const declared = declaredBuilderPage(path)
  const draft = await draftPage(parts, exchange, null, declared)
  const { locale, mode, script } = draft.preferences
  const page = await pageAt(parts, options, exchange, { url: exchange.url, locale })
  if (page === null) return sendErrorPage(parts, exchange, 404)
  if (page === 'unknown yet') {
    // What is published stands without the graph, but for what microfrontends offer on it.
    if (await servePublished(parts, exchange)) return
    return sendErrorPage(parts, exchange, 503)
  }
  const content = contentOf(parts, draft.plan, page, path)
  const filled = await fillSlots({
    plan: draft.plan,
    renderers: parts.renderers,
    placed: content.placed,
    slots: declared.slots,
    request: {
      url: `${path}${exchange.url.search}`,
      locale,
      mode: mode ?? 'light',
      script,
      origin: parts.publicOrigin,
      requestId: exchange.requestId,
    },
    remainingMs: EXTENSIONS_WITHIN_MS,
    inDevelopment: (name) => name in parts.dev.entries,
    log: exchange.log,
  })
  await draft.finish({ ...page, main: content.filled(filled.html), filled })
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
  // Of the request and not of the page's own address: the content is for the page that stands around it.
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const page = target && (await pageAt(parts, options, exchange, { url: target, locale }))
  if (page === null || target === null)
    return sendJson(exchange, 404, { error: 'There is no page at this path.' })
  if (page === 'unknown yet')
    return sendJson(exchange, 503, { error: 'Try again in a moment.' }, { 'retry-after': '2' })
  const fragment: PageFragment = {
    // Extensions come from the browser: it has their code, or fetches it while the content is drawn.
    html: contentOf(parts, planOfSignIn(await parts.live.plan(), 'reader'), page, target.pathname).filled(),
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

function contentOf(
  { site }: Pick<PageParts, 'site'>,
  plan: Plan,
  { main }: BuilderPage,
  path: string,
): SlottedContent {
  return slottedContent(main, path, (offer) => isOffered(plan, offer, site === null ? 'portal' : 'branch'))
}

async function pageAt(
  parts: PageParts,
  options: BuilderOptions,
  exchange: Exchange,
  { url, locale }: { readonly url: URL; readonly locale: Locale },
): Promise<BuilderPage | 'unknown yet' | null> {
  const { requestId, signal } = exchange
  // What is taken down is not given as a part of another document either.
  if (parts.site && takenDownAt(parts.site, readablePath(url.pathname))) return null
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
