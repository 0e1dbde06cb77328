/** Sends pages in the portal's frame: whole, or the head first and the rest when it is known. */
import type { PageSettings } from '@shuxiang/runtime/page-settings'
import type { Head } from '@shuxiang/sdk/contract'
import { portalPages } from '@shuxiang/site-blocks'
import { errorPage, errorTitle, type ErrorPageOptions } from '@shuxiang/site-render'
import { portalName } from '@shuxiang/vocabulary'
import type { SlotFilling } from '../extensions/fill-slots.ts'
import { installedExtensions, possibleExtensions, type InstalledExtension } from '../extensions/installed.ts'
import { declaredBuilderPage } from '../builder-pages/builder-slots.ts'
import { isKnown, weakTag } from '../http/entity-tag.ts'
import { beginPage, sendNotModified, type Exchange } from '../http/exchange.ts'
import { pageHeaders } from '../http/security-headers.ts'
import { readPreferences, type Preferences } from '../preferences/preferences.ts'
import { extensionSettings, microfrontendSettings, sharedModules } from '../releases/addresses.ts'
import type { LivePlan, LiveRelease, Plan } from '../releases/live-plan.ts'
import { documentEnd, documentStart, type DocumentOptions } from './document.ts'
import { linkHeader } from './head.ts'
import { PLAIN_PAGE, needsOf, type DeclaredPage } from './page-needs.ts'

/** What a microfrontend under development is served by. */
export interface DevServers {
  /** Browser entries by microfrontend. */
  readonly entries: Readonly<Record<string, string>>
  /** Modules of extensions by microfrontend, in the order of `microfrontend.json`. */
  readonly extensions: Readonly<Record<string, readonly string[]>>
  /** Names of the import map served from elsewhere than the build. */
  readonly imports: Readonly<Record<string, string>>
  readonly origins: readonly string[]
}

export const NO_DEV_SERVERS: DevServers = { entries: {}, extensions: {}, imports: {}, origins: [] }

export interface PageParts {
  readonly live: LivePlan
  readonly publicOrigin: string
  /** Origin of content that must not touch the portal; null: there is none. */
  readonly contentOrigin: string | null
  readonly dev: DevServers
  readonly makeNonce: () => string
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** The import under way, when the gateway last told. */
  readonly importing: () => { readonly done: number; readonly total: number } | null
}

/** What stands in `<main>` and what is said of it. */
export interface PageContent {
  readonly status: number
  readonly head: Head
  readonly main: string
  /** False when a part of the content could not be had; the runtime then asks for it again. */
  readonly complete?: boolean
  readonly rendered?: PageSettings['rendered']
  /** What was put into the slots of the page. */
  readonly filled?: SlotFilling
  readonly withoutScript?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly preferencesOpen?: boolean
}

/** A page in the making: its plan and its reader's choices are fixed. */
export interface PageDraft {
  readonly plan: Plan
  readonly preferences: Preferences
  /** Send the static head with a status that is already certain. */
  begin(status: number): void
  finish(content: PageContent): Promise<void>
}

/** Words that only the runtime says. */
const WORDS = {
  'zh-CN': { loaded: '已打开：{title}', retry: '重试' },
  en: { loaded: 'Opened: {title}', retry: 'Try again' },
} as const

/** Start a page for a request. `own` is the microfrontend whose page it is; `declared` says what may stand on it. */
export async function draftPage(
  parts: PageParts,
  exchange: Exchange,
  own: { readonly live: LiveRelease; readonly preload: readonly string[] } | null = null,
  declared: DeclaredPage = PLAIN_PAGE,
): Promise<PageDraft> {
  const { request, url } = exchange
  const plan = await parts.live.plan()
  const preferences = readPreferences(request.headers, url)
  const nonce = parts.makeNonce()
  const isUnderDevelopment = ({ release }: LiveRelease): boolean => release.name in parts.dev.entries
  const options: DocumentOptions = {
    plan,
    preferences,
    nonce,
    origin: parts.publicOrigin,
    devImports: parts.dev.imports,
    own: own && { ...own, dev: isUnderDevelopment(own.live) },
  }
  const built = (extensions: readonly InstalledExtension[]): InstalledExtension[] =>
    extensions.filter(({ live }) => !isUnderDevelopment(live))
  const needs = needsOf(plan, declared)
  const headers = pageHeaders({
    nonce,
    devOrigins: parts.dev.origins,
    locale: preferences.locale,
    needs,
    contentOrigin: parts.contentOrigin,
  })
  let stream: ReturnType<typeof beginPage> | null = null

  return {
    plan,
    preferences,
    begin(status) {
      stream = beginPage(exchange, status, headers)
      stream.write(documentStart({ ...options, extensions: built(possibleExtensions(plan, declared.slots)) }))
    },
    async finish(content) {
      const settings: PageSettings = {
        origin: parts.publicOrigin,
        portalName: portalName[preferences.locale],
        locale: preferences.locale,
        mode: preferences.mode,
        microfrontends: plan.releases.map((live) =>
          microfrontendSettings(plan, live, preferences.locale, parts.dev.entries[live.release.name]),
        ),
        extensions: installedExtensions(plan).map((extension) =>
          extensionSettings(extension, parts.dev.extensions[extension.live.release.name]?.[extension.index]),
        ),
        extended: content.filled?.states ?? [],
        documents: [...portalPages.keys()].map((path) => ({
          path,
          needs: needsOf(plan, declaredBuilderPage(path)),
        })),
        needs,
        rendered: content.rendered ?? null,
        status: content.status,
        complete: content.complete ?? true,
        importing: parts.importing() !== null,
        development: parts.dev.origins.length > 0,
        shared: sharedModules(plan),
        words: WORDS[preferences.locale],
      }
      const end = documentEnd(options, content.head, {
        path: `${url.pathname}${url.search}`,
        importing: parts.importing(),
        preferencesOpen: content.preferencesOpen ?? false,
        main: content.main,
        settings,
        ...(content.withoutScript === undefined ? {} : { withoutScript: content.withoutScript }),
      })
      // Its head left before anybody knew what the page would say: such a page has no tag.
      if (stream !== null) return stream.end(end)
      const start = documentStart({ ...options, extensions: built(content.filled?.extensions ?? []) })
      const html = start + end
      const known = content.status === 200 ? { etag: weakTag(html.replaceAll(nonce, '')) } : {}
      if (known.etag !== undefined && isKnown(request.headers['if-none-match'], known.etag))
        return sendNotModified(exchange, { ...headers, ...known })
      await beginPage(exchange, content.status, {
        ...headers,
        ...known,
        ...linkHeader(content.head, parts.publicOrigin),
        ...content.headers,
      }).end(html)
    },
  }
}

/** An error page in the frame. */
export async function sendErrorPage(
  parts: PageParts,
  exchange: Exchange,
  status: ErrorPageOptions['status'],
  withdrawal?: ErrorPageOptions['withdrawal'],
): Promise<void> {
  const draft = await draftPage(parts, exchange)
  const { locale } = draft.preferences
  const { url, requestId } = exchange
  await draft.finish({
    status,
    head: { title: errorTitle(status, locale), robots: 'noindex' },
    main: errorPage({
      status,
      locale,
      path: `${url.pathname}${url.search}`,
      reference: requestId,
      ...(withdrawal === undefined ? {} : { withdrawal }),
    }),
    ...(status === 503 ? { headers: { 'retry-after': '2' } } : {}),
  })
}
