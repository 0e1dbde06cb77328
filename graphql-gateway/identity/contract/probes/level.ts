// The second level: asked for, inherited, kept, and grown old.
import { told, type Probe } from '../probe.ts'
import { partsOf, refresh, signedIn } from '../session.ts'
import { askedOf, signIn } from '../sign-in.ts'
import { makePerson, portal, requestOf, site, type Tested } from '../tested.ts'

const second = { acr_values: '2' }

async function atFirst(tested: Tested) {
  const person = await makePerson(tested, { device: true })
  const { browser, tokens } = await signedIn(tested, portal, person)
  return { person, browser, tokens }
}

const level = (token: string): string => String(partsOf(token).claims['acr'])

export const levelProbes: readonly Probe[] = [
  {
    name: 'from the first level: what is asked, and what the tokens say then',
    answer: 'code, 1, 2 2',
    async ask(tested) {
      const { person, browser, tokens } = await atFirst(tested)
      const stop = await browser.open(requestOf(tested, portal, second).address)
      const asked = stop.at === 'page' ? askedOf(stop.page).join(' ') : told(stop, portal.redirect)
      const { tokens: up } = await signedIn(tested, portal, person, { browser, request: second })
      return `${asked}, ${level(tokens.access_token)}, ${level(up.access_token)} ${level(up.id_token)}`
    },
  },
  {
    name: 'silently from the first level',
    answer: 'back with login_required',
    async ask(tested) {
      const { browser } = await atFirst(tested)
      return told(
        await browser.open(requestOf(tested, portal, { ...second, prompt: 'none' }).address),
        portal.redirect,
      )
    },
  },
  {
    name: 'without a device: refused, and the session lives on',
    answer: {
      embedded: 'page 403, back with a code',
      keycloak: 'page 401, back with a code',
      why: 'the person is known and may not: 403 is what that means',
    },
    async ask(tested) {
      const person = await makePerson(tested)
      const { browser } = await signedIn(tested, portal, person)
      const stop = await signIn(browser, requestOf(tested, portal, second).address, person)
      const silent = await browser.open(requestOf(tested, portal, { prompt: 'none' }).address)
      return `${told(stop, portal.redirect)}, ${told(silent, portal.redirect)}`
    },
  },
  {
    name: 'another client inherits it, and a refresh keeps it',
    answer: '2, 2',
    async ask(tested) {
      const person = await makePerson(tested, { device: true })
      const { browser, tokens } = await signedIn(tested, portal, person, { request: second })
      const other = await signedIn(tested, site, person, { browser })
      const next = (await (await refresh(tested, portal, tokens.refresh_token)).json()) as {
        access_token: string
      }
      return `${level(other.tokens.access_token)}, ${level(next.access_token)}`
    },
  },
]
