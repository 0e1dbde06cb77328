/** Entry of the module that is loaded when somebody signs in, or did before with this browser. */
import { ANONYMOUS, type Session } from '@shuxiang/sdk/contract'
import { READING_HISTORY } from '@shuxiang/sdk/reading-history/kept-as'
import {
  ProviderAway,
  SignInRefused,
  type AuthPort,
  type Journey,
  type JourneyParts,
  type Person,
} from './contract.ts'
import { SIGNED_IN_HERE } from './kept.ts'
import { keycloakPort } from './keycloak.ts'
import { createAccountPanel } from './masthead.ts'
import { forgetPlace, keepPlace, keptPlace, restoreTyped, type Place } from './place.ts'

const CHANNEL = 'shuxiang.session'
const SIGNED_OUT = 'signed-out'
const SIGN_IN = '/auth/sign-in'
/** Set in a tab whose page was once left for a question without pages. */
const ASKED = 'shuxiang.asked'

export function openJourney(parts: JourneyParts): Journey {
  const { window, identity, staff, origin, locale } = parts
  return createJourney(parts, (onEnd) =>
    keycloakPort({
      window,
      identity,
      clientId: staff ? identity.clients.staff : identity.clients.reader,
      origin,
      locale,
      onEnd,
      // Where cookies of other sites are blocked only a redirect can tell: once in a tab, or pages would never rest.
      mayAsk() {
        if (window.sessionStorage.getItem(ASKED) !== null) return false
        window.sessionStorage.setItem(ASKED, '1')
        keepPlace(window, staff)
        return true
      },
    }),
  )
}

/** Whoever opened an account a moment ago comes with its name, behind the hash: no server is told. */
const expectedAt = ({ pathname, hash }: Location): string | null =>
  pathname === SIGN_IN ? new URLSearchParams(hash.slice(1)).get('name') : null

/** The journey over any port. */
export function createJourney(parts: JourneyParts, open: (onEnd: () => void) => AuthPort): Journey {
  const { window, staff, origin, notice } = parts
  const panel = createAccountPanel(window.document, () => void journey.signOut())
  let signedIn = false
  const port = open(() => {
    if (!signedIn) return
    leave()
    notice('expired', () => void journey.signIn({ level: staff ? 2 : 1 }))
  })
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (data !== SIGNED_OUT || !signedIn) return
    port.forget()
    leave()
    notice('signed-out', () => void journey.signIn({ level: staff ? 2 : 1 }))
  })

  function become(session: Session, card: string | null = null): string {
    const said = panel(session, card)
    parts.become(session)
    return said
  }

  function leave(): void {
    signedIn = false
    become(ANONYMOUS)
  }

  /** Gives what may be said of it. */
  function enter(person: Person): string {
    signedIn = true
    rememberSignedIn(window, true)
    notice(null)
    return become(sessionOf(person, staff), person.username)
  }

  /** The page of the callback says so itself. */
  function unfinished(): void {
    for (const part of window.document.querySelectorAll<HTMLElement>('[data-sign-in]'))
      part.hidden = part.dataset['signIn'] !== 'unfinished'
    window.document.querySelector<HTMLElement>('[data-sign-in="unfinished"] h1')?.focus()
  }

  function goBack(place: Place | null): void {
    const { to, top, typed } = place ?? { to: '/', top: 0, typed: [] }
    // A page that must be loaded anew finds its place by itself.
    if (!parts.go(to)) return
    parts.scrollTo(top)
    forgetPlace(window)
    restoreTyped(window, typed)
  }

  const journey: Journey = {
    async resume() {
      const place = keptPlace(window)
      // Whoever is here is not at the provider any more.
      forgetPlace(window)
      if (place?.to === addressOf(window)) {
        parts.scrollTo(place.top)
        restoreTyped(window, place.typed)
      }
      try {
        const person = await port.resume()
        if (person !== null) enter(person)
        else {
          rememberSignedIn(window, false)
          leave()
        }
      } catch (error) {
        leave()
        if (error instanceof ProviderAway) notice('away', () => void journey.resume())
        else rememberSignedIn(window, false)
      }
    },
    async finish() {
      const place = keptPlace(window)
      const refused = new URLSearchParams(window.location.hash.slice(1)).has('error')
      try {
        const person = await port.finish()
        if (person === null) {
          leave()
          // Asked without pages, the provider said that nobody is signed in; else the answer is to no question of ours.
          if (!refused || place === null) return unfinished()
          rememberSignedIn(window, false)
        } else sayWithArrival(window, enter(person))
        goBack(place)
      } catch (error) {
        leave()
        if (error instanceof SignInRefused && error.cancelled) return goBack(place)
        if (error instanceof ProviderAway) {
          const { level, to } = { level: staff ? (2 as const) : (1 as const), to: place?.to ?? '/' }
          notice('away', () => void journey.signIn({ level, to }))
        }
        unfinished()
      }
    },
    async signIn({ level, again, to }) {
      notice(null)
      // The provider knows one address to come back to; what is kept in this origin would not be found there.
      if (window.location.origin !== origin) {
        const back = encodeURIComponent(to ?? addressOf(window))
        return window.location.assign(`${origin}${SIGN_IN}?to=${back}`)
      }
      keepPlace(window, staff, to)
      try {
        const name = expectedAt(window.location)
        await port.signIn({
          level: staff ? 2 : level,
          ...(again ? { again } : {}),
          ...(name === null ? {} : { name }),
        })
      } catch {
        forgetPlace(window)
        notice(
          'away',
          () =>
            void journey.signIn({ level, ...(again ? { again } : {}), ...(to === undefined ? {} : { to }) }),
        )
      }
    },
    async signOut() {
      signedIn = false
      rememberSignedIn(window, false)
      forgetPlace(window)
      // Whoever uses this device next is not told what was read on it.
      window.localStorage.removeItem(READING_HISTORY)
      channel.postMessage(SIGNED_OUT)
      try {
        await port.signOut()
      } catch {
        leave()
        notice('sign-out-away', () => void journey.signOut())
      }
    },
    async token(refused) {
      try {
        return await port.token(refused)
      } catch {
        // Public pages go on; what needs the reader says so by itself.
        notice('away', () => void journey.token())
        return null
      }
    },
  }
  return journey
}

/** How long a page that is gone to may take to be announced, milliseconds. */
const ARRIVES_WITHIN = 5_000

/** Said together with what is said of the page that is gone to: by itself one would cut off the other. */
function sayWithArrival(window: Window, text: string): void {
  const announcer = window.document.getElementById('announcer')
  if (announcer === null) return
  const watch = new MutationObserver(() => {
    if (!announcer.textContent) return
    watch.disconnect()
    announcer.textContent += ` ${text}`
  })
  watch.observe(announcer, { childList: true })
  window.setTimeout(() => watch.disconnect(), ARRIVES_WITHIN)
}

const addressOf = ({ location }: Window): string => `${location.pathname}${location.search}${location.hash}`

function sessionOf({ name, library, reader, level, ...person }: Person, staff: boolean): Session {
  return { status: 'signed-in', name, library, reader, level, staff: staff && person.staff }
}

function rememberSignedIn({ localStorage }: Window, signedIn: boolean): void {
  if (signedIn) localStorage.setItem(SIGNED_IN_HERE, '1')
  else localStorage.removeItem(SIGNED_IN_HERE)
}
