/** Sends pages in the portal's frame: whole, or the head first and the rest when it is known. */
import type { PageSettings } from '@shuxiang/runtime/page-settings'
import type { Head } from '@shuxiang/sdk/contract'
import { embedsAt } from '@shuxiang/site-blocks'
import { linkHeader } from '@shuxiang/site-publish'
import { errorPage, errorTitle, type ErrorPageOptions } from '@shuxiang/site-render'
import type { KnownPaths } from '../builder-pages/builder-paths.ts'
import type { SlotFilling } from '../extensions/fill-slots.ts'
import { possibleExtensions, type InstalledExtension } from '../extensions/installed.ts'
import { signingIn, type IdentityProvider } from '../auth/identity.ts'
import { isKnown, weakTag } from '../http/entity-tag.ts'
import { beginPage, sendNotModified, type Exchange } from '../http/exchange.ts'
import { pageHeaders } from '../http/security-headers.ts'
import { canvasAt } from '../editing/serve-canvas.ts'
import { framesAt } from '../frames/serve-frame.ts'
import { readPreferences, type Preferences } from '../preferences/preferences.ts'
import { inLanguagesOf } from '../preferences/site-languages.ts'
import { writtenPage, type ScriptWords } from '../script/script-words.ts'
import type { Site } from '../sites/site.ts'
import type { KnownEdge } from '../sites/portal-edge.ts'
import type { UrgentBars } from '../sites/urgent-bars.ts'
import type { LivePlan, LiveRelease, Plan } from '../releases/live-plan.ts'
import { planOfSignIn } from '../releases/of-sign-in.ts'
import type { DevServers } from './dev-servers.ts'
import { documentEnd, documentStart, moduleLinks, type DocumentOptions } from './document.ts'
import { PLAIN_PAGE, needsOf, type DeclaredPage } from './page-needs.ts'
import { writtenSettings } from './written-settings.ts'

export interface PageParts {
  readonly live: LivePlan
  /** Of the portal, or of the branch site. */
  readonly publicOrigin: string
  /** Of the portal, also on the pages of a branch site. */
  readonly portalOrigin: string
  /** The branch site whose pages they are; null: the portal's. */
  readonly site: Site | null
  /** Paths of the builder pages of the portal or of the site. */
  readonly builderPaths: KnownPaths
  /** Origin of content that must not touch the portal; null: there is none. */
  readonly contentOrigin: string | null
  /** Where people sign in; null: nobody can. */
  readonly identity: IdentityProvider | null
  readonly dev: DevServers
  readonly makeNonce: () => string
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** What the nation puts over its pages, as it was last known. */
  readonly edge: KnownEdge
  /** What libraries have to say at once, above the pages of their sites. */
  readonly urgent: UrgentBars
  /** How texts are written for readers who want them in one script. */
  readonly scriptWords: ScriptWords
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

/** Start a page for a request. `own` is the microfrontend whose page it is; `declared` says what may stand on it. */
export async function draftPage(
  parts: PageParts,
  exchange: Exchange,
  own: { readonly live: LiveRelease; readonly preload: readonly string[] } | null = null,
  declared: DeclaredPage = PLAIN_PAGE,
): Promise<PageDraft> {
  const { request, url } = exchange
  const installed = await parts.live.plan()
  const signIn = own?.live.release.signIn ?? (installed.place === 'console' ? 'staff' : 'reader')
  const plan = declared.signIn === 'either' ? installed : planOfSignIn(installed, signIn)
  const chosen = readPreferences(request.headers, url)
  // A microfrontend has words in every language; the site's own pages are in those of its library.
  const preferences = own === null && parts.site ? inLanguagesOf(parts.site, chosen) : chosen
  const nonce = parts.makeNonce()
  const isUnderDevelopment = ({ release }: LiveRelease): boolean => release.name in parts.dev.entries
  const options: DocumentOptions = {
    plan,
    installed,
    preferences,
    nonce,
    origin: parts.publicOrigin,
    site: parts.site,
    paths: parts.builderPaths(),
    identity: parts.identity,
    devImports: parts.dev.imports,
    edge: parts.edge(),
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
    embeds: `${parts.publicOrigin}${embedsAt}`,
    canvas: `${parts.publicOrigin}${canvasAt}`,
    declaredFrames: `${parts.publicOrigin}${framesAt}`,
    signingIn: parts.identity && signingIn(parts.identity, parts.publicOrigin),
  })
  const urgent = parts.site && parts.urgent.of(parts.site, preferences.locale, plan.operations)
  let stream: ReturnType<typeof beginPage> | null = null

  return {
    plan,
    preferences,
    begin(status) {
      stream = beginPage(exchange, status, headers)
      const start = { ...options, extensions: built(possibleExtensions(plan, declared.slots)) }
      stream.write(documentStart(start) + moduleLinks(start))
    },
    async finish(content) {
      const written = await writtenPage(parts.scriptWords, content.main, preferences.script)
      const settings = writtenSettings(
        {
          plan,
          dev: parts.dev,
          identity: parts.identity,
          site: parts.site,
          paths: parts.builderPaths(),
          locale: preferences.locale,
        },
        {
          origin: parts.publicOrigin,
          signIn,
          mode: preferences.mode,
          script: written && { words: written.words, sources: written.sources },
          extended: content.filled?.states ?? [],
          needs,
          rendered: content.rendered ?? null,
          status: content.status,
          complete: content.complete ?? true,
          importing: parts.importing() !== null,
        },
      )
      const whole = { ...options, extensions: built(content.filled?.extensions ?? []) }
      const end = documentEnd(options, content.head, {
        path: `${url.pathname}${url.search}`,
        importing: parts.importing(),
        urgent: (await urgent) ?? '',
        preferencesOpen: content.preferencesOpen ?? false,
        main: written?.html ?? content.main,
        rewritten: written !== null,
        found: content.status === 200,
        settings,
        modules: stream === null ? moduleLinks(whole) : '',
        ...(content.withoutScript === undefined ? {} : { withoutScript: content.withoutScript }),
      })
      // Its head left before anybody knew what the page would say: such a page has no tag.
      if (stream !== null) return stream.end(end)
      const html = documentStart(whole) + end
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
  more: Pick<ErrorPageOptions, 'withdrawal' | 'why'> = {},
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
      ...more,
    }),
    ...(status === 503 ? { headers: { 'retry-after': '2' } } : {}),
  })
}
