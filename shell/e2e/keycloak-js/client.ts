// A browser at the small client: begins a sign-in with keycloak-js, walks through the provider's pages, and says how it ended.
import { codeOf, type Person, type Tested } from '@shuxiang/identity/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { CODE_FIELD, NAME_FIELD, typeCredentials } from '../people.ts'
import { blockForeignCookies, interactive } from '../reader.ts'

/** The client's name at the provider. */
export const CLIENT = 'site-keycloak-js'

/** Where the client stands: of the provider's site, or of another. */
export interface Sites {
  readonly same: string
  readonly other: string
}

/** Options of keycloak-js's own `init` and `login`; it is what is tested, so they are handed on as they are. */
type Options = Readonly<Record<string, unknown>>

/** One page of the client. */
export interface ClientPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  /** Loads the page at `path` and starts keycloak-js there: how `init` ended. */
  init(options?: Options, path?: string): Promise<string>
  /** Starts keycloak-js in the page as it stands. */
  start(options?: Options, other?: { readonly within?: number; readonly clientId?: string }): Promise<string>
  /** Leaves for the provider by keycloak-js; what its first page asks for, or `back` when it led back at once. */
  leave(options?: Options): Promise<string>
  /** Answers what the provider's pages ask until it leads back. */
  answer(person: Person): Promise<void>
  /** `leave`, `answer` and `start` at the callback: how it ended. */
  signIn(person: Person, options?: Options): Promise<string>
  /** Leaves to sign out by keycloak-js, until it led back. */
  signOut(): Promise<void>
  /** A field of keycloak-js, what a call of it gives, or what a block that returns gives. */
  read(what: string): Promise<unknown>
  /** Events of keycloak-js in this page, in order. */
  heard(): Promise<string>
  /** Another page in the same browser. */
  next(): Promise<ClientPage>
}

export interface OpenOptions {
  readonly site?: keyof Sites
  /** Cookies of other sites are. */
  readonly blocked?: boolean
}

export interface ClientBrowser {
  readonly tested: Tested
  /** A browser that knows nobody yet. */
  open(options?: OpenOptions): Promise<ClientPage>
}

/** Pages that a sign-in can have, at most. */
const MOST_PAGES = 4
/** Milliseconds after which `init` is said to have no end. */
const WITHIN = 15_000

export function clientBrowser(browser: Browser, tested: Tested, sites: Sites): ClientBrowser {
  const { origin: provider, pathname } = new URL(tested.issuer)
  const settings = { url: provider, realm: pathname.replace('/realms/', '') }

  async function pageOf(context: BrowserContext, origin: string, blocked: boolean): Promise<ClientPage> {
    const page = await context.newPage()
    if (blocked) await blockForeignCookies(page)
    const isBack = (): boolean => new URL(page.url()).origin === origin
    /** Does what leads to another document, and waits for it. */
    const moved = async (act: () => Promise<unknown>): Promise<void> => {
      const there = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame())
      await Promise.all([there, act()])
      await page.waitForLoadState()
    }
    const send = async (selector: string, value: string): Promise<void> => {
      await page.locator(selector).first().fill(value)
      await page.keyboard.press('Enter')
    }
    /** What the provider's page asks for. */
    const asked = async (): Promise<string> => {
      if (isBack()) return 'back'
      const fields = { name: NAME_FIELD, password: 'input[name=password]', code: CODE_FIELD }
      const seen: string[] = []
      for (const [what, selector] of Object.entries(fields))
        if (await page.locator(selector).first().isVisible()) seen.push(what)
      return seen.join(' ') || 'nothing'
    }
    const own: ClientPage = {
      page,
      context,
      origin,
      async init(options, path = '/') {
        await page.goto(`${origin}${path}`)
        return own.start(options)
      },
      async start(options = {}, { within = WITHIN, clientId = CLIENT } = {}) {
        await interactive(page)
        const init = {
          pkceMethod: 'S256',
          scope: 'openid',
          checkLoginIframe: false,
          silentCheckSsoRedirectUri: `${origin}/auth/silent`,
          silentCheckSsoFallback: false,
          redirectUri: `${origin}/auth/callback`,
          messageReceiveTimeout: 4_000,
          ...options,
        }
        return page.evaluate(
          `start(${JSON.stringify({ ...settings, clientId })}, ${JSON.stringify(init)}, ${within})`,
        )
      },
      async leave(options = {}) {
        const login = { redirectUri: `${origin}/auth/callback`, ...options }
        await moved(() => page.evaluate(`void keycloak.login(${JSON.stringify(login)})`))
        return asked()
      },
      async answer(person) {
        for (let pages = 0; pages < MOST_PAGES && !isBack(); pages++) {
          const wanted = await asked()
          if (wanted.startsWith('name')) await moved(() => typeCredentials(page, person))
          else if (wanted === 'password') await moved(() => send('input[name=password]', person.password))
          else if (wanted === 'code')
            await moved(() => send(CODE_FIELD, codeOf(person.device ?? '', Date.now())))
          else throw new Error(`the provider asks for ${wanted} at ${page.url()}`)
        }
      },
      async signIn(person, options) {
        await own.init()
        await own.leave(options)
        await own.answer(person)
        return own.start()
      },
      async signOut() {
        await page.evaluate(`void keycloak.logout({ redirectUri: '${origin}/auth/signed-out' })`)
        await page.waitForURL(`${origin}/auth/signed-out**`)
      },
      read: (what) => page.evaluate(what.startsWith('{') ? `(async () => ${what})()` : `keycloak.${what}`),
      heard: () => page.evaluate('heard.join(" ")'),
      next: () => pageOf(context, origin, blocked),
    }
    return own
  }
  return {
    tested,
    async open({ site = 'same', blocked = false } = {}) {
      return pageOf(await browser.newContext({ locale: 'zh-CN' }), sites[site], blocked)
    },
  }
}
