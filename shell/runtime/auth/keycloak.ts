/** The port over keycloak-js: a Keycloak, or the provider of ours in Keycloak's shape. */
import type { Locale } from '@shuxiang/sdk/contract'
import Keycloak, {
  type KeycloakAdapter,
  type KeycloakInitOptions,
  type KeycloakTokenParsed,
} from 'keycloak-js'
import type { IdentitySettings } from '../page-settings.ts'
import { ProviderAway, SignInRefused, type AuthPort, type Person } from './contract.ts'
import { provideWithResolvers } from './promise-with-resolvers.ts'

export interface KeycloakOptions {
  readonly window: Window
  readonly identity: Pick<IdentitySettings, 'url' | 'realm'>
  readonly clientId: string
  readonly origin: string
  readonly locale: Locale
  /** Called before the page is left for a question without pages (`prompt=none`); false: it is not asked. */
  readonly mayAsk: () => boolean
  /** The session ended at the provider. */
  readonly onEnd: () => void
}

/** How long the provider may take to say who is signed in, milliseconds: keycloak-js may wait for ever. */
const RESUME_WITHIN = 4_000
/** The reader waits for this one and sees that they wait. */
const FINISH_WITHIN = 10_000
/** Seconds that a token must hold when a request begins. */
const HOLDS = 10
/** Seconds: how fresh a one-time code must be, as the gateway has it. */
const LEVEL_2_AGE = 900

/** Seconds: shorter than any age that the gateway may have found too old. */
const AGAIN_AGE = 60

/** Frames that keycloak-js leaves behind when it is not answered. */
const FRAMES = 'iframe[title="keycloak-silent-check-sso"], iframe[title="keycloak-3p-check-iframe"]'

export function keycloakPort(options: KeycloakOptions): AuthPort {
  const { window, identity, clientId, origin, locale } = options
  const { document, location } = window
  provideWithResolvers()
  let keycloak = create()
  let refreshing: Promise<void> | null = null

  function create(): Keycloak {
    const made = new Keycloak({ url: identity.url, realm: identity.realm, clientId })
    made.onAuthLogout = () => {
      if (made === keycloak) options.onEnd()
    }
    return made
  }

  const leaves = (address: string): Promise<never> => {
    location.assign(address)
    return new Promise(() => {})
  }

  /** keycloak-js would put a token into an address when it signs out, and ask without pages as often as it likes. */
  const adapter = (): KeycloakAdapter => ({
    login: async (login) => {
      if (login?.prompt === 'none' && !options.mayAsk()) return
      await leaves(await keycloak.createLoginUrl(login))
    },
    logout: async () => {},
    register: async () => {},
    accountManagement: async () => {},
    redirectUri: (given) => given?.redirectUri ?? `${origin}/auth/callback`,
  })

  const init = async (more: KeycloakInitOptions, within: number): Promise<Person | null> => {
    if (keycloak.didInitialize) keycloak = create()
    const own = keycloak
    const began = own.init({
      adapter: adapter(),
      scope: 'openid',
      pkceMethod: 'S256',
      checkLoginIframe: false,
      messageReceiveTimeout: within,
      ...more,
    })
    try {
      await inTime(window, began, within)
    } catch (error) {
      for (const frame of document.querySelectorAll(FRAMES)) frame.remove()
      throw told(error)
    }
    const { sub } = own.tokenParsed ?? {}
    return personOf(own, sub === undefined ? null : await digestOf(window, sub))
  }

  /** A browser's own error page would be a dead end: the provider is asked for a sign of life before the page is left. */
  const reach = async (): Promise<void> => {
    const address = `${identity.url}/realms/${identity.realm}/.well-known/openid-configuration`
    const asked = fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    const answer = await inTime(window, asked, RESUME_WITHIN).catch((error: unknown) => {
      throw told(error)
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new ProviderAway(`the provider answers ${answer.status}`)
  }

  const refresh = async (least: number): Promise<void> => {
    try {
      await inTime(window, keycloak.updateToken(least), RESUME_WITHIN)
    } catch (error) {
      // Refused: keycloak-js has forgotten its tokens and said so.
      if (keycloak.token) throw told(error)
    }
  }

  return {
    resume: () =>
      init(
        { onLoad: 'check-sso', silentCheckSsoRedirectUri: `${origin}/auth/silent`, locale },
        RESUME_WITHIN,
      ),
    finish: () => init({}, FINISH_WITHIN),
    async signIn({ level, again, name }) {
      await reach()
      if (!keycloak.didInitialize) await init({}, RESUME_WITHIN)
      const address = await keycloak.createLoginUrl({
        locale,
        redirectUri: `${origin}/auth/callback`,
        ...(name === undefined ? {} : { loginHint: name }),
        ...(level === 2 ? { acrValues: '2', maxAge: LEVEL_2_AGE } : again ? { maxAge: AGAIN_AGE } : {}),
      })
      return leaves(address)
    },
    async signOut() {
      const { idToken } = keycloak
      const end = keycloak.didInitialize ? keycloak.createLogoutUrl({ logoutMethod: 'POST' }) : null
      const ended = keycloak
      // What ends here does not end by itself.
      ended.onAuthLogout = () => {}
      ended.clearToken()
      await reach()
      if (end === null) return leaves(`${origin}/auth/signed-out`)
      // By a form, because the address of a page is kept in histories and logs.
      post(document, end, {
        client_id: clientId,
        post_logout_redirect_uri: `${origin}/auth/signed-out`,
        ui_locales: locale,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      })
      return new Promise(() => {})
    },
    async token(refused) {
      if (!keycloak.token) return null
      const least = refused !== undefined && refused === keycloak.token ? -1 : HOLDS
      if (least === -1 || keycloak.isTokenExpired(HOLDS)) {
        refreshing ??= refresh(least).finally(() => (refreshing = null))
        await refreshing.catch((error: unknown) => {
          if (refused !== undefined || keycloak.isTokenExpired(0)) throw error
        })
      }
      return keycloak.token ?? null
    },
    forget() {
      keycloak.onAuthLogout = () => {}
      keycloak.clearToken()
    },
  }
}

/** @throws ProviderAway when it takes longer */
function inTime<T>(window: Window, began: Promise<T>, within: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(
      () => reject(new ProviderAway(`no answer of the provider within ${within} ms`)),
      within,
    )
    began.then(resolve, reject).finally(() => window.clearTimeout(timer))
  })
}

/** What keycloak-js throws, in our terms: its own errors are an answer's, an `error` of the protocol, or of the network. */
function told(error: unknown): Error {
  if (error instanceof ProviderAway) return error
  if (typeof error === 'object' && error !== null) {
    if ('error' in error && typeof error.error === 'string') {
      if (/^(temporarily_unavailable|server_error)$/.test(error.error)) return new ProviderAway(error.error)
      return new SignInRefused(error.error, error.error === 'access_denied')
    }
    if ('response' in error && error.response instanceof Response && error.response.status < 500)
      return new SignInRefused(`the provider answers ${error.response.status}`)
    if (error instanceof Error && error.message === 'Invalid nonce.') return new SignInRefused(error.message)
  }
  return new ProviderAway(error instanceof Error ? error.message : String(error))
}

/** What a device may keep beside a reader's things: it is the same for the same subject, and no subject. */
async function digestOf({ crypto }: Window, subject: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`reader ${subject}`))
  return [...new Uint8Array(bytes, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function personOf({ tokenParsed, idTokenParsed }: Keycloak, reader: string | null): Person | null {
  if (!tokenParsed) return null
  const text = (claim: string, ...from: (KeycloakTokenParsed | undefined)[]): string | null => {
    const found = from
      .map((claims) => claims?.[claim])
      .find((value) => typeof value === 'string' && value !== '')
    return typeof found === 'string' ? found : null
  }
  return {
    name: text('name', idTokenParsed),
    username: text('preferred_username', idTokenParsed, tokenParsed),
    library: text('home_library', idTokenParsed, tokenParsed),
    reader,
    staff: tokenParsed.realm_access?.roles.includes('staff') ?? false,
    level: tokenParsed.acr === '2' ? 2 : 1,
  }
}

function post(document: Document, action: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  form.hidden = true
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}
