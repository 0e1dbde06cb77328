// Door of the pages: everything that a reader sees of signing in, over plain HTTP.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cards } from '../cards/index.ts'
import type { Sealing } from '../people/index.ts'
import { accountPages } from './account-pages.ts'
import { activationPage } from './activation-page.ts'
import { createAssets } from './assets.ts'
import { createFormGuard, isCrossSite, readForm } from './forms.ts'
import { pagePaths, trouble, type Kit, type PeopleKit, type Visit } from './kit.ts'
import { keepIndex } from './libraries.ts'
import type { EmbeddedParts, Library, PageLog } from './ports.ts'
import { createProtocolPages, type ProtocolPages } from './protocol-pages.ts'
import { keepLocale, localeOf } from './send.ts'
import { signInPage } from './sign-in-page.ts'

export type { EmbeddedParts, KnownAccount, Library, SignIn, SignIns, WaitingClient } from './ports.ts'
export type { ProtocolPages } from './protocol-pages.ts'
export type { DrawnPage } from './send.ts'

export interface PagesOptions {
  readonly cards: Cards
  /** Null where a Keycloak signs people in: then only cards are activated here. */
  readonly embedded: EmbeddedParts | null
  readonly sealing: Sealing
  /** Names of all libraries; asked again every ten minutes. */
  readonly libraries: () => Promise<readonly Library[]>
  /** `/realms/ndl`. */
  readonly realmPath: string
  /** `http://localhost:3000/`: behind the mark, and where a reader goes on from here. */
  readonly portal: string
  /** Whether readers come by https. */
  readonly secure: boolean
  /** Milliseconds. */
  readonly now: () => number
  readonly log: PageLog
  /** Network address of who asks, as far as it can be trusted. */
  readonly addressOf: (request: IncomingMessage) => string
}

export interface Pages {
  /** Answers a request to a page. False: the address is none of theirs. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** The protocol's own pages; made before the provider, which is given them. */
export function protocolPages(options: Pick<PagesOptions, 'realmPath' | 'portal' | 'secure'>): ProtocolPages {
  const { portal, secure, realmPath } = options
  const { styles, script } = createAssets(`${realmPath}${pagePaths.resources}`, noLibraries)
  return createProtocolPages({ styles, script, portal, secure })
}

const noLibraries = (): Promise<never> =>
  Promise.reject(new Error('pages of the protocol ask for no library'))

export function createPages(options: PagesOptions): Pages {
  const { realmPath, portal, secure, sealing, embedded, now } = options
  const index = keepIndex(options.libraries, now)
  const assets = createAssets(`${realmPath}${pagePaths.resources}`, index)
  const kit: Kit = {
    ...options,
    index,
    assets,
    guard: createFormGuard(sealing, { path: realmPath, secure }),
    draw: { styles: assets.styles, script: assets.script, portal, secure },
  }

  /** A Keycloak's account has one name. */
  const secondCardPage = async (visit: Visit): Promise<void> =>
    trouble(kit, visit, 404, 'one-card', {
      remedy: { does: 'activate', href: `${realmPath}${pagePaths.activate}` },
    })
  const route = (path: string): ((visit: Visit) => Promise<void>) | null => {
    if (path === pagePaths.activate) return (visit) => activationPage(kit, visit)
    if (embedded === null) return path === pagePaths.card ? secondCardPage : null
    const known: PeopleKit = { ...kit, people: embedded.people }
    if (path === pagePaths.signIn) return (visit) => signInPage(known, visit, embedded)
    if (accountPaths.has(path)) return (visit) => accountPages(known, visit, embedded, path)
    return null
  }

  return {
    async handle(request, response) {
      const [path = '', search = ''] = (request.url ?? '').split('?')
      if (!path.startsWith(`${realmPath}/`)) return false
      const below = path.slice(realmPath.length)
      const query = new URLSearchParams(search)
      if (below.startsWith(pagePaths.resources))
        return assets.handle(request, response, below.slice(pagePaths.resources.length), query)
      const page = route(below.replace(/(?<=.)\/$/, ''))
      if (page === null) return false
      const reading: Visit = {
        request,
        response,
        path,
        query,
        form: null,
        locale: localeOf(request, { query }),
      }
      try {
        await answer(kit, reading, page)
      } catch (error) {
        kit.log.error({ err: error, path }, 'a login page failed')
        if (response.headersSent) response.destroy()
        else trouble(kit, reading, 500, 'unavailable')
      }
      return true
    },
  }
}

const accountPaths: ReadonlySet<string> = new Set([
  pagePaths.account,
  pagePaths.password,
  pagePaths.device,
  pagePaths.card,
])

async function answer(kit: Kit, reading: Visit, page: (visit: Visit) => Promise<void>): Promise<void> {
  const { request, response, query } = reading
  const { method } = request
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    response.setHeader('allow', 'GET, HEAD, POST')
    return trouble(kit, reading, 405, 'bad-request')
  }
  const form = method === 'POST' ? await readForm(request) : null
  if (form === 'too-large') {
    response.setHeader('connection', 'close')
    return trouble(kit, reading, 413, 'too-large')
  }
  if (form === 'no-form') return trouble(kit, reading, 415, 'bad-request')
  if (form !== null && isCrossSite(request)) return trouble(kit, reading, 403, 'bad-request')
  const kept = keepLocale(query, form ?? undefined, kit.draw.secure)
  if (kept !== null) response.appendHeader('set-cookie', kept)
  const wished = query.get('ui_locales') ?? undefined
  return page({ ...reading, form, locale: localeOf(request, { query, form: form ?? undefined, wished }) })
}
