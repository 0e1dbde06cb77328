/**
 * Who reads: nobody, until something says otherwise. What knows the provider is fetched when somebody signs in, and after
 * the first picture of a page where this browser signed in before; other visitors never meet it.
 */
import { ANONYMOUS, UNKNOWN_SESSION, type Portal, type Session } from '@shuxiang/sdk/contract'
import type { PageSettings } from '../page-settings.ts'
import type { AuthModule, Journey, JourneyParts } from './contract.ts'
import { PLACE, SIGNED_IN_HERE, kept } from './kept.ts'

export interface SessionOptions extends Omit<JourneyParts, 'identity' | 'origin' | 'locale' | 'become'> {
  readonly settings: Pick<PageSettings, 'identity' | 'origin' | 'locale'>
  readonly load: (address: string) => Promise<unknown>
  /** Runs when the page is drawn and can be used. */
  readonly whenDrawn: (run: () => void) => void
  readonly log: Portal['log']
}

export interface Sessions extends Pick<Portal, 'session' | 'onSession' | 'signOut'> {
  signIn(options?: { readonly level?: 2; readonly again?: true; readonly to?: string }): Promise<void>
  /** An access token for one request; null: ask as nobody. `refused`: this one was not taken. Never rejects. */
  token(refused?: string): Promise<string | null>
  /** Fetch what signing in needs. */
  prepare(): void
}

/** Documents of the shell that take part; `/auth/silent` stands in a frame and has no runtime. */
export const CALLBACK = '/auth/callback'
export const SIGN_IN = '/auth/sign-in'

export function createSessions(options: SessionOptions): Sessions {
  const { window, settings, load, log } = options
  const { identity, origin, locale } = settings
  const listeners = new Set<(session: Session) => void>()
  let session = ANONYMOUS
  let opening: Promise<Journey> | null = null
  /** Set once there is something that could have a token. */
  let journey: Journey | null = null

  function become(next: Session): void {
    session = next
    for (const listener of [...listeners]) listener(next)
  }

  async function open(): Promise<Journey> {
    if (identity === null) throw new Error('nobody can sign in here')
    const module = await load(identity.module)
    if (!isAuthModule(module)) throw new Error('this is no module for it')
    journey = module.openJourney({ ...options, identity, origin, locale, become })
    return journey
  }

  /** Null when it cannot be had now, which the reader is told with a way to try again. */
  async function opened(again: () => void): Promise<Journey | null> {
    opening ??= open()
    try {
      return await opening
    } catch (error) {
      opening = null
      log('warn', 'signing in cannot be loaded', { reason: String(error) })
      options.notice('away', again)
      return null
    }
  }

  const sessions: Sessions = {
    get session() {
      return session
    },
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async signIn(wanted = {}) {
      const way = await opened(() => void sessions.signIn(wanted))
      await way?.signIn({ level: 1, ...wanted })
    },
    async signOut() {
      await (await opened(() => void sessions.signOut()))?.signOut()
    },
    token: async (refused) => journey?.token(refused) ?? null,
    prepare() {
      if (identity === null) return
      opening ??= open()
      // Nobody asked for it yet; who does will be told.
      opening.catch(() => (opening = null))
    },
  }

  async function follow(step: 'resume' | 'finish'): Promise<void> {
    const way = await opened(() => void follow(step))
    if (way === null) become(ANONYMOUS)
    else await way[step]()
  }

  function begin(): void {
    if (identity === null) return
    const { pathname, search } = window.location
    if (pathname === CALLBACK) return void follow('finish')
    if (pathname === SIGN_IN)
      return void sessions.signIn({ to: new URLSearchParams(search).get('to') ?? '/' })
    // At another name of this host nothing of the provider's would be found.
    if (window.location.origin !== origin || !mayBeSignedIn(window)) return
    session = UNKNOWN_SESSION
    options.whenDrawn(() => void follow('resume'))
  }
  begin()
  return sessions
}

/** Or gave up signing in, with something typed that is owed to them. */
const mayBeSignedIn = (window: Window): boolean =>
  (kept(window, 'localStorage', SIGNED_IN_HERE) ?? kept(window, 'sessionStorage', PLACE)) !== null

function isAuthModule(module: unknown): module is AuthModule {
  return typeof module === 'object' && module !== null && 'openJourney' in module
}
