// The flows of OpenID Connect, walked by a client that others wrote (openid-client) and judged by it and by jose: what a
// provider answers must be right to them, not to our reading of the standard only.
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { partsOf } from './session.ts'
import { signIn, type Person } from './sign-in.ts'
import { makePerson, makeSite, portal, site, staffConsole, type Client, type Tested } from './tested.ts'
import { visitor, type Visitor } from './visitor.ts'

type Parameters = Readonly<Record<string, string>>

/** Declares the walk for a provider that `start` gives. */
export function openidClientSuite(name: string, start: () => Promise<Tested>): void {
  describe(name, { timeout: 120_000 }, () => {
    let provider: Tested
    beforeAll(async () => {
      provider = await start()
      await makeSite(provider)
    })
    const at = (path: string): string => `${provider.issuer}/protocol/openid-connect/${path}`
    const stranger = (): Visitor => visitor(new URL(provider.issuer).origin)
    const reader = (): Promise<Person> =>
      makePerson(provider, {
        attributes: { display_name: ['小明'], home_library: ['sh-xuhui'], age_band: ['adult'] },
      })
    const discover = ({ id }: Client): Promise<oidc.Configuration> =>
      oidc.discovery(new URL(provider.issuer), id, undefined, oidc.None(), {
        execute: [oidc.allowInsecureRequests],
      })

    async function request(config: oidc.Configuration, { redirect }: Client, more: Parameters = {}) {
      const verifier = oidc.randomPKCECodeVerifier()
      const state = oidc.randomState()
      const nonce = oidc.randomNonce()
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...more,
      })
      return {
        address,
        checks: {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        },
      }
    }
    async function comesIn(person: Person, client = portal, browser = stranger(), more: Parameters = {}) {
      const config = await discover(client)
      const { address, checks } = await request(config, client, more)
      const stop = await signIn(browser, address, person)
      if (stop.at !== 'client') throw new Error(`no code came back: ${stop.page.text.slice(0, 600)}`)
      const tokens = await oidc.authorizationCodeGrant(config, stop.address, checks)
      return { config, browser, callback: stop.address, tokens }
    }
    const read = (token: string | undefined, audience: string, typ: string) =>
      jwtVerify(token ?? '', createRemoteJWKSet(new URL(at('certs'))), {
        issuer: provider.issuer,
        audience,
        typ,
        algorithms: ['RS256'],
      })
    const dead = { error: 'invalid_grant' }

    test('the addresses are where the provider says, with what our clients use', async () => {
      const metadata = (await discover(portal)).serverMetadata()
      expect(metadata).toMatchObject({
        issuer: provider.issuer,
        authorization_endpoint: at('auth'),
        token_endpoint: at('token'),
        userinfo_endpoint: at('userinfo'),
        end_session_endpoint: at('logout'),
        jwks_uri: at('certs'),
        revocation_endpoint: at('revoke'),
        introspection_endpoint: at('token/introspect'),
        backchannel_logout_supported: true,
        authorization_response_iss_parameter_supported: true,
      })
      expect(metadata.code_challenge_methods_supported).toContain('S256')
    })

    test('a sign-in ends with tokens of one shape, claim for claim', async () => {
      const person = await reader()
      const { callback, tokens } = await comesIn(person)
      const sid = callback.searchParams.get('session_state')
      const { payload } = await read(tokens.access_token, 'ndl-gateway', 'at+jwt')
      expect(payload).toEqual({
        exp: expect.any(Number),
        iat: expect.any(Number),
        auth_time: expect.any(Number),
        jti: expect.stringMatching(/^onrtac:[0-9a-f-]{36}$/),
        iss: provider.issuer,
        aud: 'ndl-gateway',
        sub: person.id,
        typ: 'Bearer',
        azp: 'ndl-portal',
        sid,
        acr: '1',
        realm_access: { roles: ['reader'] },
        scope: 'openid reader-profile',
        age_band: 'adult',
        home_library: 'sh-xuhui',
        preferred_username: person.username,
      })
      const { payload: identity } = await read(tokens.id_token, 'ndl-portal', 'JWT')
      expect(identity).toMatchObject({ typ: 'ID', azp: 'ndl-portal', sid, acr: '1', name: '小明' })
      expect(partsOf(tokens.refresh_token ?? '').claims).toMatchObject({
        typ: 'Refresh',
        iss: provider.issuer,
        aud: provider.issuer,
        sub: person.id,
        azp: 'ndl-portal',
        sid,
      })
      expect(tokens).toMatchObject({
        session_state: sid,
        refresh_expires_in: 1800,
        'not-before-policy': 0,
        scope: 'openid reader-profile',
        expires_in: 300,
      })
    })

    test('whoever is signed in is asked by no client again, silently or not, and has one session', async () => {
      const person = await reader()
      const { browser, tokens } = await comesIn(person)
      const nobody = { ...person, username: 'nobody', password: 'none' }
      const other = await comesIn(nobody, site, browser)
      const silent = await comesIn(nobody, portal, browser, { prompt: 'none' })
      expect(other.tokens.claims()).toMatchObject({ aud: site.id, sub: person.id })
      expect(new Set([tokens, other.tokens, silent.tokens].map((one) => one['session_state'])).size).toBe(1)
    })

    test('a silent question about a stranger, and one for a higher level, come back with login_required', async () => {
      const { browser } = await comesIn(await reader())
      const config = await discover(portal)
      for (const [asked, more] of [
        [stranger(), {}],
        [browser, { acr_values: '2' }],
      ] as const) {
        const { address, checks } = await request(config, portal, { prompt: 'none', ...more })
        const stop = await asked.open(address)
        if (stop.at !== 'client') throw new Error('a page is shown to a silent question')
        await expect(oidc.authorizationCodeGrant(config, stop.address, checks)).rejects.toMatchObject({
          error: 'login_required',
        })
      }
    })

    test('a code of the device lifts the level, in the same session', async () => {
      const person = await makePerson(provider, { device: true })
      const { browser, tokens } = await comesIn(person)
      expect(tokens.claims()).toMatchObject({ acr: '1' })
      const lifted = await comesIn(person, portal, browser, { acr_values: '2' })
      expect(lifted.tokens.claims()).toMatchObject({ acr: '2', sid: tokens['session_state'] })
    })

    test('staff are at the second level in the console, whatever is asked, and a refresh keeps it', async ({
      skip,
    }) => {
      if (provider.operator === null) return skip('roles of staff are given by an operator only')
      const person = await makePerson(provider, { device: true, roles: ['staff', 'auditor'] })
      const { config, tokens } = await comesIn(person, staffConsole, stranger(), { acr_values: '1' })
      const { payload } = await read(tokens.access_token, 'ndl-gateway', 'at+jwt')
      expect(payload).toMatchObject({ acr: '2', azp: 'ndl-console' })
      expect(payload['realm_access']).toEqual({ roles: expect.arrayContaining(['staff', 'auditor']) })
      const next = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')
      expect(next.claims()).toMatchObject({ acr: '2', auth_time: tokens.claims()?.auth_time })
    })

    test('userinfo says of the same person what the scopes say', async () => {
      const person = await reader()
      const { config, tokens } = await comesIn(person)
      expect(await oidc.fetchUserInfo(config, tokens.access_token, person.id)).toEqual({
        sub: person.id,
        preferred_username: person.username,
        home_library: 'sh-xuhui',
        age_band: 'adult',
        name: '小明',
      })
    })

    test('a refresh gives new tokens of the session once, and used again ends them', async () => {
      const { config, tokens } = await comesIn(await reader())
      const next = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')
      expect(next.refresh_token).not.toBe(tokens.refresh_token)
      expect(next['session_state']).toBe(tokens['session_state'])
      for (const { refresh_token } of [tokens, next])
        await expect(oidc.refreshTokenGrant(config, refresh_token ?? '')).rejects.toMatchObject(dead)
    })

    test('a sign-out with a hint leads back at once, and nothing of the session lives', async () => {
      const person = await reader()
      const { config, browser, tokens } = await comesIn(person)
      const out = oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: portal.signedOut,
        id_token_hint: tokens.id_token ?? '',
        state: 'kept',
      })
      expect(await browser.open(out)).toEqual({
        at: 'client',
        address: new URL(`${portal.signedOut}?state=kept`),
      })
      await expect(oidc.fetchUserInfo(config, tokens.access_token, person.id)).rejects.toThrow()
      await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject(dead)
    })

    test('a token given back is dead with its family', async () => {
      const { config, tokens } = await comesIn(await reader())
      await oidc.tokenRevocation(config, tokens.refresh_token ?? '')
      await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject(dead)
    })
  })
}
