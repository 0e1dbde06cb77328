// Codes and tokens: what they hold, and what becomes of one that is used twice, by another, or changed (attacks S3, S5, S6, S12).
import { toldOf, type Probe } from '../probe.ts'
import { exchange, partsOf, refresh, signedIn } from '../session.ts'
import { signIn } from '../sign-in.ts'
import { makePerson, portal, post, requestOf, site, type Client, type Tested } from '../tested.ts'
import { visitor } from '../visitor.ts'

/** A code that nobody has used. */
async function coded(tested: Tested) {
  const person = await makePerson(tested)
  const request = requestOf(tested, portal)
  const stop = await signIn(visitor(new URL(tested.issuer).origin), request.address, person)
  const code = stop.at === 'client' ? stop.address.searchParams.get('code') : null
  if (code === null) throw new Error('no code came back')
  return { code, verifier: request.verifier }
}

const named = (claims: Readonly<Record<string, unknown>>): string => Object.keys(claims).toSorted().join(' ')

const claimed = (name: string, token: 'access_token' | 'id_token', answer: string): Probe => ({
  name,
  answer,
  async ask(tested) {
    const person = await makePerson(tested, {
      attributes: { home_library: ['suite'], age_band: ['adult'] },
    })
    const { tokens } = await signedIn(tested, portal, person)
    return named(partsOf(tokens[token]).claims)
  },
})

const refused = (
  name: string,
  answer: Probe['answer'],
  other: (tested: Tested, code: string, verifier: string) => Promise<Response>,
): Probe => ({
  name,
  answer,
  async ask(tested) {
    const { code, verifier } = await coded(tested)
    return toldOf(await other(tested, code, verifier))
  },
})

const byAnother: Client = { ...portal, id: site.id }
const toAnother: Client = { ...portal, redirect: `${portal.origin}/auth/silent` }

export const tokenProbes: readonly Probe[] = [
  claimed(
    'claims of the access token',
    'access_token',
    'acr age_band aud auth_time azp exp home_library iat iss jti preferred_username realm_access scope sid sub typ',
  ),
  claimed(
    'claims of the identity token',
    'id_token',
    'acr age_band at_hash aud auth_time azp exp home_library iat iss jti nonce preferred_username sid sub typ',
  ),
  {
    name: 'facts of the access token',
    needsOperator: true,
    answer:
      'RS256 at+jwt, audience ndl-gateway, Bearer of ndl-portal, level 1, roles reader, scope openid reader-profile, 300 s',
    async ask(tested) {
      const { tokens } = await signedIn(
        tested,
        portal,
        await makePerson(tested, { roles: ['national-admin'] }),
      )
      const { header, claims: c } = partsOf(tokens.access_token)
      const roles = JSON.stringify(c['realm_access']).replace(/[^a-z,-]|roles/g, '')
      return `${header['alg']} ${header['typ']}, audience ${String(c['aud'])}, ${c['typ']} of ${c['azp']}, level ${c['acr']}, roles ${roles}, scope ${c['scope']}, ${Number(c['exp']) - Number(c['iat'])} s`
    },
  },
  {
    name: 'issuer, subject, session and nonce are those of the request',
    answer: 'true true true true true',
    async ask(tested) {
      const person = await makePerson(tested)
      const { tokens, callback, nonce } = await signedIn(tested, portal, person)
      const access = partsOf(tokens.access_token).claims
      const identity = partsOf(tokens.id_token).claims
      return [
        access['iss'] === tested.issuer && callback.searchParams.get('iss') === tested.issuer,
        access['sub'] === person.id && identity['sub'] === person.id,
        access['sid'] === tokens.session_state &&
          identity['sid'] === callback.searchParams.get('session_state'),
        identity['nonce'] === nonce,
        identity['aud'] === portal.id,
      ].join(' ')
    },
  },
  {
    name: 'the refresh token can be read',
    answer: 'HS512 Refresh of ndl-portal, 1800 s, with sid true, sub true',
    async ask(tested) {
      const person = await makePerson(tested)
      const { tokens } = await signedIn(tested, portal, person)
      const { header, claims: c } = partsOf(tokens.refresh_token)
      return `${header['alg']} ${c['typ']} of ${c['azp']}, ${tokens.refresh_expires_in} s, with sid ${c['sid'] === tokens.session_state}, sub ${c['sub'] === person.id}`
    },
  },
  {
    name: 'one session has one name for all clients',
    answer: 'true',
    async ask(tested) {
      const person = await makePerson(tested)
      const first = await signedIn(tested, portal, person)
      const second = await signedIn(tested, site, person, { browser: first.browser })
      return String(first.tokens.session_state === second.tokens.session_state)
    },
  },
  refused('a code with its verifier', '200', (tested, code, verifier) =>
    exchange(tested, portal, code, verifier),
  ),
  refused('a code with another verifier', '400 invalid_grant', (tested, code) =>
    exchange(tested, portal, code, 'x'.repeat(43)),
  ),
  refused('a code without a verifier', '400 invalid_grant', (tested, code) =>
    post(tested, 'token', {
      grant_type: 'authorization_code',
      client_id: portal.id,
      redirect_uri: portal.redirect,
      code,
    }),
  ),
  refused('a code by another client', '400 invalid_grant', (tested, code, verifier) =>
    exchange(tested, byAnother, code, verifier),
  ),
  refused('a code for another address', '400 invalid_grant', (tested, code, verifier) =>
    exchange(tested, toAnother, code, verifier),
  ),
  refused(
    'a code from a page of another origin',
    { embedded: '400', keycloak: '403', why: 'both refuse' },
    async (tested, code, verifier) => {
      const response = await post(
        tested,
        'token',
        {
          grant_type: 'authorization_code',
          client_id: portal.id,
          redirect_uri: portal.redirect,
          code,
          code_verifier: verifier,
        },
        { origin: 'https://evil.example' },
      )
      await response.body?.cancel()
      return new Response(null, { status: response.status })
    },
  ),
  {
    name: "a code used twice: the second time, and the first one's tokens",
    answer: '400 invalid_grant, 400 invalid_grant, 401',
    async ask(tested) {
      const { code, verifier } = await coded(tested)
      const first = await exchange(tested, portal, code, verifier)
      const { refresh_token, access_token } = (await first.json()) as Record<string, string>
      const again = await toldOf(await exchange(tested, portal, code, verifier))
      const kept = await toldOf(await refresh(tested, portal, refresh_token ?? ''))
      const who = await userinfo(tested, access_token ?? '')
      return `${again}, ${kept}, ${who.status}`
    },
  },
  {
    name: 'a refresh token used twice: the new one, the old one, and the new one then',
    answer: '200, 400 invalid_grant, 400 invalid_grant',
    async ask(tested) {
      const { tokens } = await signedIn(tested, portal, await makePerson(tested))
      const fresh = await refresh(tested, portal, tokens.refresh_token)
      const status = fresh.status
      const next = (await fresh.json()) as { refresh_token: string }
      const replay = await toldOf(await refresh(tested, portal, tokens.refresh_token))
      return `${status}, ${replay}, ${await toldOf(await refresh(tested, portal, next.refresh_token))}`
    },
  },
  {
    name: 'a refresh token by another client, changed, and an access token in its place',
    answer: '400 invalid_grant, 400 invalid_grant, 400 invalid_grant',
    async ask(tested) {
      const { tokens } = await signedIn(tested, portal, await makePerson(tested))
      const { refresh_token: token, access_token: access } = tokens
      const changed = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`
      const answers = [
        await refresh(tested, byAnother, token),
        await refresh(tested, portal, changed),
        await refresh(tested, portal, access),
      ]
      return (await Promise.all(answers.map(toldOf))).join(', ')
    },
  },
  {
    name: 'grants that our clients do not have',
    answer: {
      embedded: '400 unsupported_grant_type, 400 invalid_request, 400 unsupported_grant_type',
      keycloak: '400 unauthorized_client, 401 unauthorized_client, 400 invalid_grant',
      why: 'both refuse; ours has no password and no device grant at all',
    },
    async ask(tested) {
      const person = await makePerson(tested)
      const grants = [
        { grant_type: 'password', username: person.username, password: person.password },
        { grant_type: 'client_credentials' },
        { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'a' },
      ]
      const answers = []
      for (const grant of grants)
        answers.push(await toldOf(await post(tested, 'token', { client_id: portal.id, ...grant })))
      return answers.join(', ')
    },
  },
  {
    name: 'who somebody is, by the access token',
    answer: 'age_band home_library preferred_username sub',
    async ask(tested) {
      const person = await makePerson(tested, {
        attributes: { home_library: ['suite'], age_band: ['adult'] },
      })
      const { tokens } = await signedIn(tested, portal, person)
      const response = await userinfo(tested, tokens.access_token)
      return response.ok ? named((await response.json()) as Record<string, unknown>) : String(response.status)
    },
  },
  {
    name: 'who somebody is, by no token, junk, and the identity token',
    answer: '401, 401, 401',
    async ask(tested) {
      const { tokens } = await signedIn(tested, portal, await makePerson(tested))
      const statuses = []
      for (const token of [null, 'junk', tokens.id_token])
        statuses.push((await userinfo(tested, token)).status)
      return statuses.join(', ')
    },
  },
]

function userinfo({ issuer }: Tested, token: string | null): Promise<Response> {
  return fetch(`${issuer}/protocol/openid-connect/userinfo`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  })
}
