// What a request to sign in may say, and what it may not (attacks S1, S3, S4).
import { signIn } from '../sign-in.ts'
import { told, type Probe } from '../probe.ts'
import { makePerson, portal, requestOf, site, type Tested } from '../tested.ts'
import { visitor } from '../visitor.ts'

/** Opens a request as somebody whom the provider does not know. */
function opened(
  name: string,
  other: Readonly<Record<string, string | null>>,
  answer: Probe['answer'],
): Probe {
  return {
    name,
    answer,
    async ask(tested) {
      const browser = visitor(new URL(tested.issuer).origin)
      return told(await browser.open(requestOf(tested, portal, other).address), portal.redirect)
    },
  }
}

const elsewhere: readonly (readonly [string, string | null])[] = [
  ['another path', `${portal.origin}/other`],
  ['a longer path', `${portal.redirect}/more`],
  ['a slash at its end', `${portal.redirect}/`],
  ['an added query', `${portal.redirect}?a=b`],
  ['a fragment', `${portal.redirect}#a`],
  ['two dots', `${portal.origin}/auth/x/../callback`],
  ['a host that begins like ours', 'http://localhost:8080.evil.example/auth/callback'],
  ['our host as a user name', 'http://localhost:8080@evil.example/auth/callback'],
  ['capitals in the host', 'http://LOCALHOST:8080/auth/callback'],
  ['the address of another client', site.redirect],
  ['a script', 'javascript:alert(1)//localhost:8080/auth/callback'],
  ['none', null],
]

const implicit = {
  embedded: 'back with unsupported_response_type',
  keycloak: 'back with unauthorized_client',
  why: 'both refuse: one has no such answer at all, the other none for this client',
}

export const authorizationProbes: readonly Probe[] = [
  opened('a good request', {}, 'page 200'),
  ...elsewhere.map(([what, address]) =>
    opened(`address to come back to: ${what}`, { redirect_uri: address }, 'page 400'),
  ),
  opened('an unknown client', { client_id: 'site-nobody' }, 'page 400'),
  opened('no client', { client_id: null }, 'page 400'),
  opened(
    'a client that is only an audience',
    { client_id: 'ndl-gateway' },
    {
      embedded: 'page 400',
      keycloak: 'page 403',
      why: 'both refuse with a page',
    },
  ),
  opened('no PKCE', { code_challenge: null, code_challenge_method: null }, 'back with invalid_request'),
  opened('PKCE without a method', { code_challenge_method: null }, 'back with invalid_request'),
  opened('plain PKCE', { code_challenge_method: 'plain' }, 'back with invalid_request'),
  opened('a challenge that is none', { code_challenge: 'short' }, 'back with invalid_request'),
  opened('no response type', { response_type: null }, 'back with invalid_request'),
  opened('an implicit answer', { response_type: 'token', response_mode: null }, implicit),
  opened('an implicit identity', { response_type: 'id_token', response_mode: null }, implicit),
  opened('an answer of two kinds', { response_type: 'code id_token', response_mode: null }, implicit),
  opened('a response type that is none', { response_type: 'bogus' }, 'back with unsupported_response_type'),
  opened(
    'a request by reference',
    { request_uri: 'https://evil.example/request' },
    {
      embedded: 'back with request_uri_not_supported',
      keycloak: 'page 400',
      why: 'both refuse, and neither asks the address',
    },
  ),
  opened(
    'an unsigned request object',
    { request: 'eyJhbGciOiJub25lIn0.e30.' },
    {
      embedded: 'back with request_not_supported',
      keycloak: 'page 400',
      why: 'both refuse',
    },
  ),
  opened(
    'a scope that the client does not have',
    { scope: 'openid offline_access' },
    'back with invalid_scope',
  ),
  opened('a scope that is none', { scope: 'openid bogus' }, 'back with invalid_scope'),
  opened('an unknown parameter', { bogus: 'a' }, 'page 200'),
  opened('silently, without a session', { prompt: 'none' }, 'back with login_required'),
  opened('a language', { ui_locales: 'zh-CN' }, 'page 200'),
  {
    name: 'a language is spoken',
    answer: 'zh-CN',
    async ask(tested) {
      const browser = visitor(new URL(tested.issuer).origin)
      const stop = await browser.open(requestOf(tested, portal, { ui_locales: 'zh-CN' }).address)
      return stop.at === 'page'
        ? (/<html[^>]*\slang="([^"]+)"/.exec(stop.page.text)?.[1] ?? 'none')
        : 'no page'
    },
  },
  {
    name: 'a name that is hinted at stands in the form',
    answer: 'stands',
    async ask(tested) {
      const browser = visitor(new URL(tested.issuer).origin)
      const stop = await browser.open(requestOf(tested, portal, { login_hint: 'suite/hinted' }).address)
      if (stop.at !== 'page') return 'no page'
      const typed = stop.page.forms.flatMap(({ fields }) => [...fields.values()].map(({ value }) => value))
      return typed.some((value) => value.endsWith('hinted')) ? 'stands' : 'does not'
    },
  },
  {
    name: 'the page of the sign-in in a frame of others',
    answer: 'refused',
    async ask(tested) {
      const browser = visitor(new URL(tested.issuer).origin)
      const stop = await browser.open(requestOf(tested, portal).address)
      if (stop.at !== 'page') return 'no page'
      const policy = stop.page.headers.get('content-security-policy') ?? ''
      return /frame-ancestors '(none|self)'/.test(policy) ? 'refused' : `allowed: ${policy}`
    },
  },
  {
    name: 'a session is known to the next request, and to another client',
    answer: 'back with a code, back with a code',
    async ask(tested) {
      const { browser } = await known(tested)
      const first = await browser.open(requestOf(tested, portal, { prompt: 'none' }).address)
      const second = await browser.open(requestOf(tested, site, { prompt: 'none' }).address)
      return `${told(first, portal.redirect)}, ${told(second, site.redirect)}`
    },
  },
  {
    name: 'with a session, asked to sign in again',
    answer: 'page 200',
    async ask(tested) {
      const { browser } = await known(tested)
      return told(await browser.open(requestOf(tested, portal, { prompt: 'login' }).address), portal.redirect)
    },
  },
  {
    name: 'with a session that is young enough',
    answer: 'back with a code',
    async ask(tested) {
      const { browser } = await known(tested)
      return told(
        await browser.open(requestOf(tested, portal, { max_age: '10000' }).address),
        portal.redirect,
      )
    },
  },
]

async function known(tested: Tested) {
  const person = await makePerson(tested)
  const browser = visitor(new URL(tested.issuer).origin)
  await signIn(browser, requestOf(tested, portal).address, person)
  return { browser, person }
}
