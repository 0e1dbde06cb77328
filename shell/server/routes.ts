/** The one table of what the shell answers itself; whatever is not in it belongs to microfrontends and builder pages. */
import { shareImage } from '@shuxiang/site-publish'
import { feedbackAt } from '@shuxiang/site-render'
import { mostTelling, pathPattern, type PathPattern } from '@shuxiang/sdk/path-pattern'
import { sendAsset } from './assets/asset-store.ts'
import { serveCallback, serveSignIn, serveSignedOut } from './auth/auth-pages.ts'
import { AUTH_PATHS } from './auth/identity.ts'
import { serveSilent } from './auth/silent.ts'
import type { BuilderOptions } from './builder-pages/builder-page.ts'
import { serveFragment, serveNotices } from './builder-pages/builder-route.ts'
import { serveAnswers, type AnswersParts } from './editing/serve-answers.ts'
import { serveCanvas } from './editing/serve-canvas.ts'
import type { CodeStore } from './content/code-store.ts'
import { serveCodeFrame } from './content/serve-code-frame.ts'
import { serveEmbed } from './embeds/serve-embed.ts'
import { serveOffers } from './extensions/serve-offers.ts'
import { serveCorrections, type CorrectionParts } from './corrections/serve-corrections.ts'
import { serveFeedback, type FeedbackParts } from './feedback/serve-feedback.ts'
import { serveFavicon } from './favicon.ts'
import { serveFrame } from './frames/serve-frame.ts'
import type { FileStore } from './files/file-store.ts'
import { serveFile } from './files/serve-file.ts'
import { serveApiPage, wantsApiPage, type ApiPageParts } from './gateway/api-page.ts'
import { sendPlain, type Exchange } from './http/exchange.ts'
import { serveShareImage } from './http/share-image.ts'
import { serveOpenSearch } from './opensearch.ts'
import { servePreferences } from './preferences/preferences-route.ts'
import { serveRandom } from './random/serve-random.ts'
import type { LivePlan } from './releases/live-plan.ts'
import type { PageRenderers } from './rendering/renderers.ts'
import { PORTAL_SITEMAP, servePortalSitemap, serveSiteSitemap } from './sitemap/portal-sitemap.ts'
import { serveRobots } from './sitemap/robots.ts'
import { serveScript } from './script/serve-script.ts'
import { serveSitemap } from './sitemap/sitemap.ts'

export interface RouteParts extends ApiPageParts, CorrectionParts, FeedbackParts, AnswersParts {
  /** Where the origins are two: the releases of both. */
  readonly allReleases?: LivePlan
  readonly renderers: PageRenderers
  readonly proxy: (exchange: Exchange, tenant?: string) => Promise<void>
  readonly builder: BuilderOptions
  /** Code of libraries that was let through. */
  readonly codes: CodeStore
  /** Pictures and files of libraries. */
  readonly files: FileStore
  /** Where the job worker keeps the portal's sitemap. */
  readonly sitemapFolder: string
}

/** Methods by which an address is read. */
export const READ = ['GET', 'HEAD'] as const

export interface Route {
  readonly pattern: PathPattern
  /** Methods that it answers; null: it refuses by itself, in its own shape. */
  readonly methods: readonly string[] | null
  /** False for what crawlers need not ask for: there is no page. */
  readonly crawled: boolean
  /** Also on an origin that is the console's alone. */
  readonly onConsole: boolean
  /** What a site's release has at this address goes before it. */
  readonly published: boolean
  serve(parts: RouteParts, exchange: Exchange): void | Promise<void>
}

function route(
  path: string,
  serve: Route['serve'],
  {
    methods = READ,
    crawled = true,
    onConsole = false,
    published = false,
  }: {
    methods?: readonly string[] | null
    crawled?: boolean
    onConsole?: boolean
    published?: boolean
  } = {},
): Route {
  return { pattern: pathPattern(path), methods, crawled, onConsole, published, serve }
}

const machine = { crawled: false }
const everywhere = { onConsole: true }

/** Health, by a name that monitors try, and where the gateway answers it. */
const health = (path: string, place: '/health/live' | '/health/ready'): Route =>
  route(
    path,
    (parts, exchange) =>
      parts.proxy({ ...exchange, url: new URL(`${place}${exchange.url.search}`, parts.publicOrigin) }),
    machine,
  )

export const ROUTES: readonly Route[] = [
  route(
    '/graphql',
    (parts, exchange) => (wantsApiPage(exchange) ? serveApiPage(parts, exchange) : parts.proxy(exchange)),
    { methods: null, crawled: false, onConsole: true },
  ),
  // The identity provider says here that a session has ended; the gateway takes its word.
  route('/auth/backchannel-logout', (parts, exchange) => parts.proxy(exchange), {
    methods: null,
    crawled: false,
  }),
  route('/_assets/*', serveAsset, everywhere),
  route('/_files/:file', (parts, exchange) => serveFile(parts.files, exchange), everywhere),
  route(feedbackAt, serveFeedback, { methods: [...READ, 'POST'], crawled: false }),
  route('/random', serveRandom, machine),
  route('/item/:id/correct', serveCorrections, { methods: [...READ, 'POST'], crawled: false }),
  route('/_embed/code/:code', serveCodeFrame, machine),
  route('/_embed/:provider/:name', serveEmbed, machine),
  route('/_canvas/:theme', serveCanvas, { ...machine, ...everywhere }),
  route('/_frame/:microfrontend/:name', serveFrame, { ...machine, ...everywhere }),
  route('/_answers/:site', serveAnswers, { methods: ['POST'], ...machine, ...everywhere }),
  health('/health/live', '/health/live'),
  health('/health/ready', '/health/ready'),
  health('/health', '/health/ready'),
  health('/healthz', '/health/ready'),
  health('/readyz', '/health/ready'),
  health('/livez', '/health/live'),
  route('/preferences', servePreferences, {
    methods: [...READ, 'POST'],
    crawled: false,
    onConsole: true,
  }),
  route(AUTH_PATHS.signIn, serveSignIn, { ...machine, ...everywhere }),
  route(AUTH_PATHS.callback, serveCallback, { ...machine, ...everywhere }),
  route(AUTH_PATHS.silent, serveSilent, { ...machine, ...everywhere }),
  route(AUTH_PATHS.signedOut, serveSignedOut, { ...machine, ...everywhere }),
  route('/_fragment', (parts, exchange) => serveFragment(parts, parts.builder, exchange), machine),
  route('/_notices', serveNotices, machine),
  route('/_script', serveScript, { methods: ['POST'], ...machine }),
  route('/_offers', serveOffers, { ...machine, ...everywhere }),
  route('/robots.txt', (parts, exchange) => serveRobots(parts, exchange, uncrawled())),
  route(PORTAL_SITEMAP, servePortalSitemap),
  ...['', '-:section-:number'].flatMap((part) =>
    ['', '.gz'].map((end) =>
      route(
        `/sitemap${part}.xml${end}`,
        (parts, exchange) =>
          parts.site === null
            ? serveSitemap(exchange, { folder: parts.sitemapFolder, origin: parts.publicOrigin })
            : serveSiteSitemap(parts, exchange),
        { published: true },
      ),
    ),
  ),
  route(shareImage.path, (_parts, exchange) => serveShareImage(exchange), everywhere),
  route('/opensearch.xml', serveOpenSearch),
  route('/favicon.svg', (_parts, exchange) => serveFavicon(exchange), everywhere),
  route('/favicon.ico', (_parts, exchange) => serveFavicon(exchange), everywhere),
]

export const routeAt = (path: string): Route | null => mostTelling(ROUTES, path)

function uncrawled(): string[] {
  return ROUTES.filter(({ crawled }) => !crawled).map(({ pattern }) => pattern.pattern)
}

async function serveAsset(parts: RouteParts, exchange: Exchange): Promise<void> {
  const asset = await parts.live.asset(exchange.url.pathname.slice('/_assets/'.length))
  return asset ? sendAsset(exchange, asset) : sendPlain(exchange, 404, 'There is no such file.')
}
