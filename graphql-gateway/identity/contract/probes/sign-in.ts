// What is typed into the forms of a sign-in: wrong, locked, in capitals, of nobody (attack S14).
import { askedOf, codeOf, signIn } from '../sign-in.ts'
import { told, type Probe } from '../probe.ts'
import { makePerson, portal, requestOf, staffConsole, type Client, type Tested } from '../tested.ts'
import type { Person } from '../sign-in.ts'
import type { Stop } from '../visitor.ts'
import { visitor } from '../visitor.ts'

/** Tries to sign in in a browser of its own. */
function tried(
  tested: Tested,
  person: Person,
  type: Parameters<typeof signIn>[3] = {},
  client: Client = portal,
  other: Readonly<Record<string, string | null>> = {},
): Promise<Stop> {
  const browser = visitor(new URL(tested.issuer).origin)
  return signIn(browser, requestOf(tested, client, other).address, person, type)
}

/** The sentence of refusal on a page, whatever marks it. */
const sentence = (stop: Stop): string =>
  stop.at === 'page'
    ? (/Invalid[^<]*|incorrect[^<]*|role="alert"[^>]*>([\s\S]{0,400}?)<\//i.exec(stop.page.text)?.[0] ?? '')
        .replaceAll(/<[^>]*>|\s+/g, ' ')
        .trim()
    : ''

export const signInProbes: readonly Probe[] = [
  {
    name: 'a name in capitals',
    answer: 'back with a code',
    ask: async (tested) => {
      const person = await makePerson(tested)
      return told(await tried(tested, person, { username: person.username.toUpperCase() }), portal.redirect)
    },
  },
  {
    name: 'a wrong password, then the right one',
    answer: 'page 200, back with a code',
    ask: async (tested) => {
      const person = await makePerson(tested)
      const wrong = await tried(tested, person, { password: 'wrong' })
      return `${told(wrong, portal.redirect)}, ${told(await tried(tested, person), portal.redirect)}`
    },
  },
  {
    name: 'a wrong password, an unknown name and a locked name are told the same',
    answer: 'true true',
    ask: async (tested) => {
      const person = await makePerson(tested)
      const unknown = sentence(await tried(tested, { ...person, username: 'suite/nobody-at-all' }))
      const wrong = sentence(await tried(tested, person, { password: 'wrong' }))
      for (let i = 0; i < 5; i++) await tried(tested, person, { password: 'wrong' })
      const locked = sentence(await tried(tested, person))
      return `${wrong !== '' && wrong === unknown} ${wrong === locked}`
    },
  },
  {
    name: 'the right password after five wrong ones',
    answer: 'page 200',
    ask: async (tested) => {
      const person = await makePerson(tested)
      for (let i = 0; i < 5; i++) await tried(tested, person, { password: 'wrong' })
      return told(await tried(tested, person), portal.redirect)
    },
  },
  {
    name: 'a session lives on while its name is locked',
    answer: 'back with a code',
    ask: async (tested) => {
      const person = await makePerson(tested)
      const browser = visitor(new URL(tested.issuer).origin)
      await signIn(browser, requestOf(tested, portal).address, person)
      for (let i = 0; i < 5; i++) await tried(tested, person, { password: 'wrong' })
      return told(await browser.open(requestOf(tested, portal, { prompt: 'none' }).address), portal.redirect)
    },
  },
  {
    name: 'somebody who is switched off',
    answer: 'page 200',
    ask: async (tested) => {
      const person = await makePerson(tested)
      await tested.admin.put(`/users/${person.id}`, { enabled: false })
      return told(await tried(tested, person), portal.redirect)
    },
  },
  {
    name: 'somebody whose password must be changed',
    answer: 'asks for a new one',
    ask: async (tested) => {
      const person = await makePerson(tested)
      const credential = { type: 'password', value: person.password, temporary: true }
      await tested.admin.put(`/users/${person.id}/reset-password`, credential)
      const stop = await tried(tested, person)
      if (stop.at !== 'page') return told(stop, portal.redirect)
      const fresh = stop.page.forms.some(({ fields }) =>
        [...fields.values()].some(({ autocomplete }) => autocomplete === 'new-password'),
      )
      return fresh ? 'asks for a new one' : told(stop, portal.redirect)
    },
  },
  {
    name: 'the console, with a device',
    answer: 'back with a code',
    ask: async (tested) =>
      told(
        await tried(tested, await makePerson(tested, { device: true }), {}, staffConsole),
        portal.redirect,
      ),
  },
  {
    name: 'the console at the first level, with a device: what is asked last',
    answer: 'code',
    ask: async (tested) => {
      const person = await makePerson(tested, { device: true })
      const stop = await tried(tested, { ...person, device: null }, {}, staffConsole, { acr_values: '1' })
      return stop.at === 'page' ? askedOf(stop.page).join(' ') : told(stop, staffConsole.redirect)
    },
  },
  {
    name: 'the console without a device',
    answer: {
      embedded: 'page 403, asks for nothing',
      keycloak: 'page 401, asks for nothing',
      why: 'the person is known and may not: 403 is what that means',
    },
    ask: async (tested) => {
      const stop = await tried(tested, await makePerson(tested), {}, staffConsole)
      if (stop.at !== 'page') return told(stop, staffConsole.redirect)
      return `page ${stop.page.status}, asks for ${askedOf(stop.page).join(' ') || 'nothing'}`
    },
  },
  {
    name: 'a wrong code, then the right one',
    answer: 'code, back with a code',
    ask: async (tested) => {
      const person = await makePerson(tested, { device: true })
      const wrong = await tried(tested, person, { code: '000000' }, staffConsole)
      const asked = wrong.at === 'page' ? askedOf(wrong.page).join(' ') : told(wrong, staffConsole.redirect)
      return `${asked}, ${told(await tried(tested, person, {}, staffConsole), staffConsole.redirect)}`
    },
  },
  {
    name: 'a code used twice',
    answer: 'back with a code, page 200',
    ask: async (tested) => {
      const person = await makePerson(tested, { device: true })
      const code = codeOf(person.device ?? '', Date.now())
      const first = told(await tried(tested, person, { code }, staffConsole), staffConsole.redirect)
      return `${first}, ${told(await tried(tested, person, { code }, staffConsole), staffConsole.redirect)}`
    },
  },
  {
    name: 'a name of eight thousand letters, and a password of as many',
    answer: 'page 200',
    ask: async (tested) => {
      const person = await makePerson(tested)
      const long = 'x'.repeat(8000)
      return told(await tried(tested, person, { username: long, password: long }), portal.redirect)
    },
  },
]
