// The end of a session (attacks S2, S15, S18).
import { told, toldOf, type Probe } from '../probe.ts'
import { refresh, signedIn, type Signed } from '../session.ts'
import { makePerson, portal, post, requestOf, site, type Tested } from '../tested.ts'

const begun = async (tested: Tested): Promise<Signed> => signedIn(tested, portal, await makePerson(tested))

function address({ issuer }: Tested, parameters: Readonly<Record<string, string>>): URL {
  const url = new URL(`${issuer}/protocol/openid-connect/logout`)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url
}

const refused = (
  name: string,
  parameters: (signed: Signed) => Record<string, string>,
  answer: Probe['answer'],
): Probe => ({
  name,
  answer,
  async ask(tested) {
    const signed = await begun(tested)
    return told(await signed.browser.open(address(tested, parameters(signed))), portal.signedOut)
  },
})

const good = ({ tokens }: Signed) => ({
  id_token_hint: tokens.id_token,
  post_logout_redirect_uri: portal.signedOut,
  state: 'back',
})

export const logoutProbes: readonly Probe[] = [
  {
    name: 'by the front end: where it leads, the state, and the session then',
    answer: 'back with state back, back with login_required, 400 invalid_grant',
    async ask(tested) {
      const signed = await begun(tested)
      const stop = await signed.browser.open(address(tested, good(signed)))
      const to =
        stop.at === 'client'
          ? `back with state ${stop.address.searchParams.get('state')}`
          : told(stop, portal.signedOut)
      const silent = await signed.browser.open(requestOf(tested, portal, { prompt: 'none' }).address)
      const next = await toldOf(await refresh(tested, portal, signed.tokens.refresh_token))
      return `${to}, ${told(silent, portal.redirect)}, ${next}`
    },
  },
  {
    name: 'a second time',
    answer: 'back',
    async ask(tested) {
      const signed = await begun(tested)
      await signed.browser.open(address(tested, good(signed)))
      return told(await signed.browser.open(address(tested, good(signed))), portal.signedOut)
    },
  },
  {
    name: 'one client ends the session of all',
    answer: '400 invalid_grant',
    async ask(tested) {
      const person = await makePerson(tested)
      const signed = await signedIn(tested, portal, person)
      const other = await signedIn(tested, site, person, { browser: signed.browser })
      await signed.browser.open(address(tested, good(signed)))
      return toldOf(await refresh(tested, site, other.tokens.refresh_token))
    },
  },
  {
    name: 'who somebody is, after the end',
    answer: '401',
    async ask(tested) {
      const signed = await begun(tested)
      await signed.browser.open(address(tested, good(signed)))
      const response = await fetch(`${tested.issuer}/protocol/openid-connect/userinfo`, {
        headers: { authorization: `Bearer ${signed.tokens.access_token}` },
      })
      return String(response.status)
    },
  },
  refused('without a hint: a question first', () => ({}), 'page 200'),
  refused('with the name of a client alone: a question first', () => ({ client_id: portal.id }), 'page 200'),
  refused(
    'to a host of others',
    (signed) => ({ ...good(signed), post_logout_redirect_uri: 'https://evil.example/' }),
    'page 400',
  ),
  refused(
    'with an added query',
    (signed) => ({ ...good(signed), post_logout_redirect_uri: `${portal.signedOut}?a=b` }),
    'page 400',
  ),
  refused(
    'with a changed hint',
    (signed) => ({ ...good(signed), id_token_hint: `${signed.tokens.id_token.slice(0, -4)}AAAA` }),
    'page 400',
  ),
  refused(
    'with an access token as hint',
    (signed) => ({ ...good(signed), id_token_hint: signed.tokens.access_token }),
    'page 400',
  ),
  refused(
    'with the hint of another client',
    (signed) => ({ ...good(signed), client_id: site.id }),
    'page 400',
  ),
  {
    name: 'a page of others sends the form without a hint: the session lives on',
    answer: 'back with a code',
    async ask(tested) {
      const signed = await begun(tested)
      await signed.browser.open(address(tested, { client_id: portal.id }))
      return told(
        await signed.browser.open(requestOf(tested, portal, { prompt: 'none' }).address),
        portal.redirect,
      )
    },
  },
  {
    name: 'a refresh token that is given up',
    answer: '200, 400 invalid_grant',
    async ask(tested) {
      const { tokens } = await begun(tested)
      const form = { client_id: portal.id, token: tokens.refresh_token, token_type_hint: 'refresh_token' }
      const given = await toldOf(await post(tested, 'revoke', form))
      return `${given}, ${await toldOf(await refresh(tested, portal, tokens.refresh_token))}`
    },
  },
]
