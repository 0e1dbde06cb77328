// The flows of OpenID Connect, walked by a client that is not keycloak-js (openid-client) and judged by it and jose.
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { testPeople } from '../testing/people.ts'
import { openBrowser, provisionerSecret, type Served, serveProvider, signInAs } from '../testing/served.ts'

let store: TestStore
let served: Served
const [reader, child, admin] = testPeople
if (!reader || !child || !admin) throw new Error('people are missing')
const portal = 'http://localhost:8080/auth/callback'

beforeAll(async () => {
  store = await openTestStore()
  served = await serveProvider({ db: store.db('flows') })
})
afterAll(async () => {
  await served.close()
  await store.close()
})

const discover = (clientId: string) =>
  oidc.discovery(new URL(served.issuer), clientId, undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  })

async function start(config: oidc.Configuration, more: Readonly<Record<string, string>> = {}) {
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: portal,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  })
  return { url: url.href, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } }
}

async function signedIn(account = reader, clientId = 'ndl-portal', browser = openBrowser(), more = {}) {
  if (!account) throw new Error('nobody')
  const config = await discover(clientId)
  const { url, checks } = await start(config, more)
  const callback = await signInAs(browser, served, url, account)
  const tokens = await oidc.authorizationCodeGrant(config, callback, checks)
  return { config, browser, callback, tokens }
}

const keys = async () => {
  const answer = await fetch(`${served.issuer}/protocol/openid-connect/certs`)
  const set: JSONWebKeySet = JSON.parse(await answer.text())
  return createLocalJWKSet(set)
}

describe('discovery', () => {
  it('names Keycloak’s addresses', async () => {
    const config = await discover('ndl-portal')
    const at = (path: string) => `${served.issuer}/protocol/openid-connect/${path}`
    expect(config.serverMetadata()).toMatchObject({
      issuer: served.issuer,
      authorization_endpoint: at('auth'),
      token_endpoint: at('token'),
      userinfo_endpoint: at('userinfo'),
      end_session_endpoint: at('logout'),
      jwks_uri: at('certs'),
      revocation_endpoint: at('revoke'),
      introspection_endpoint: at('token/introspect'),
      code_challenge_methods_supported: ['S256'],
      backchannel_logout_supported: true,
    })
  })
})

describe('signing in', () => {
  it('ends with tokens of Keycloak’s shape, claim for claim', async () => {
    const { callback, tokens } = await signedIn()
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, await keys(), {
      issuer: served.issuer,
      audience: 'ndl-gateway',
      typ: 'at+jwt',
    })
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: expect.any(String) })
    const sid = callback.searchParams.get('session_state')
    expect(payload).toEqual({
      exp: expect.any(Number),
      iat: expect.any(Number),
      auth_time: expect.any(Number),
      jti: expect.stringMatching(/^onrtac:[0-9a-f-]{36}$/),
      iss: served.issuer,
      aud: 'ndl-gateway',
      sub: reader.id,
      typ: 'Bearer',
      azp: 'ndl-portal',
      sid,
      acr: '1',
      realm_access: { roles: ['reader', 'reader-verified'] },
      scope: 'openid reader-profile',
      age_band: 'adult',
      home_library: 'sh-xuhui',
      preferred_username: 'sh-xuhui/10001',
    })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
    const { payload: id } = await jwtVerify(tokens.id_token ?? '', await keys(), { audience: 'ndl-portal' })
    expect(id).toMatchObject({
      typ: 'ID',
      azp: 'ndl-portal',
      sid,
      acr: '1',
      name: '小明',
      at_hash: expect.any(String),
    })
    expect(decodeProtectedHeader(tokens.refresh_token ?? '')).toMatchObject({ alg: 'HS512', typ: 'JWT' })
    const refresh = JSON.parse(Buffer.from(tokens.refresh_token?.split('.')[1] ?? '', 'base64url').toString())
    expect(refresh).toMatchObject({
      typ: 'Refresh',
      iss: served.issuer,
      aud: served.issuer,
      sub: reader.id,
      azp: 'ndl-portal',
      sid,
      iat: expect.any(Number),
      exp: expect.any(Number),
      scope: expect.stringContaining('openid'),
    })
    expect(tokens).toMatchObject({
      session_state: sid,
      refresh_expires_in: 1800,
      'not-before-policy': 0,
      scope: 'openid reader-profile',
      expires_in: 300,
    })
  })

  it('is asked again by nobody who is signed in, silently or not, with one sid for all clients', async () => {
    const { browser, tokens } = await signedIn(admin, 'ndl-portal')
    const second = await signedIn(admin, 'ndl-console', browser)
    const again = await signedIn(admin, 'ndl-portal', browser, { prompt: 'none' })
    expect(new Set([tokens, second.tokens, again.tokens].map((one) => one['session_state'])).size).toBe(1)
  })

  it('answers login_required to a silent check of a stranger', async () => {
    const { url } = await start(await discover('ndl-portal'), { prompt: 'none' })
    const seen = await openBrowser().get(url)
    expect(seen.status).toBe(302)
    expect(new URL(seen.location ?? '').searchParams.get('error')).toBe('login_required')
  })

  it('gives the hint and the language to the page', async () => {
    const { url } = await start(await discover('ndl-portal'), {
      login_hint: 'sh-xuhui/10001',
      kc_locale: 'en',
    })
    const seen = await openBrowser().follow(url, served.origin)
    expect(JSON.parse(seen.text)).toEqual({
      step: 'password',
      account: null,
      client: 'ndl-portal',
      hint: 'sh-xuhui/10001',
      locale: 'en',
    })
  })

  it('keeps two tabs apart that sign in beside each other', async () => {
    const config = await discover('ndl-portal')
    const browser = openBrowser()
    const [one, two] = [await start(config), await start(config)]
    const first = await browser.follow(one.url, served.origin)
    const second = await browser.follow(two.url, served.origin)
    for (const [tab, checks] of [
      [first, one.checks],
      [second, two.checks],
    ] as const) {
      const posted = await browser.post(tab.url, { account: reader.id })
      const end = await browser.follow(posted.location ?? '', served.origin)
      const tokens = await oidc.authorizationCodeGrant(config, new URL(end.url), checks)
      expect(tokens.access_token).toBeTruthy()
    }
  })

  it('may be left', async () => {
    const { url } = await start(await discover('ndl-portal'))
    const browser = openBrowser()
    const page = await browser.follow(url, served.origin)
    const left = await browser.get(`${page.url}&leave=yes`)
    const end = await browser.follow(left.location ?? '', served.origin)
    expect(new URL(end.url).searchParams.get('error')).toBe('access_denied')
  })

  it('as somebody else signs out who was there before', async () => {
    const { browser, tokens } = await signedIn(reader)
    const other = await signedIn(child, 'ndl-portal', browser, { prompt: 'login' })
    expect(other.tokens.claims()?.sub).toBe(child.id)
    const userinfo = await fetch(`${served.issuer}/protocol/openid-connect/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(userinfo.status).toBe(401)
  })

  it('says in the token only what the client’s scopes say', async () => {
    const { tokens } = await signedIn(admin, 'ndl-portal')
    const { payload } = await jwtVerify(tokens.access_token, await keys())
    expect(payload['realm_access']).toEqual({ roles: ['reader', 'reader-verified'] })
    const staff = await signedIn(admin, 'ndl-console')
    const { payload: console } = await jwtVerify(staff.tokens.access_token, await keys())
    expect(console).toMatchObject({ acr: '2', azp: 'ndl-console', realm_access: { roles: admin.roles } })
  })
})

describe('a higher level', () => {
  it('asks the code only, and the time of proof moves', async () => {
    const { browser } = await signedIn(admin)
    const config = await discover('ndl-portal')
    const { url, checks } = await start(config, { acr_values: '2' })
    const page = await browser.follow(url, served.origin)
    expect(JSON.parse(page.text)).toMatchObject({ step: 'code', account: 'national-admin' })
    const posted = await browser.post(page.url, { account: admin.id })
    const end = await browser.follow(posted.location ?? '', served.origin)
    const tokens = await oidc.authorizationCodeGrant(config, new URL(end.url), checks)
    expect(tokens.claims()).toMatchObject({ acr: '2' })
  })

  it('is refused without a device, and the session lives on', async () => {
    const { browser } = await signedIn(reader)
    const config = await discover('ndl-portal')
    const { url } = await start(config, { acr_values: '2' })
    const page = await browser.follow(url, served.origin)
    expect(JSON.parse(page.text)).toMatchObject({ step: 'no-device', account: 'sh-xuhui/10001' })
    expect((await browser.post(page.url, { account: reader.id })).status).toBe(400)
    expect((await browser.post(page.url, { account: admin.id })).status).toBe(400)
    const again = await signedIn(reader, 'ndl-portal', browser, { prompt: 'none' })
    expect(again.tokens.claims()?.['acr']).toBe('1')
  })

  it('cannot be had with the code of somebody else', async () => {
    const { browser } = await signedIn(admin)
    const { url } = await start(await discover('ndl-portal'), { acr_values: '2' })
    const page = await browser.follow(url, served.origin)
    expect((await browser.post(page.url, { account: reader.id })).status).toBe(400)
  })

  it('answers login_required when nobody may be asked', async () => {
    const { browser } = await signedIn(admin)
    const { url } = await start(await discover('ndl-portal'), { acr_values: '2', prompt: 'none' })
    const seen = await browser.get(url)
    expect(new URL(seen.location ?? '').searchParams.get('error')).toBe('login_required')
  })

  it('is the least of the console, whatever a request says', async () => {
    const { tokens } = await signedIn(admin, 'ndl-console', openBrowser(), { acr_values: '1' })
    expect(tokens.claims()?.['acr']).toBe('2')
  })
})

describe('after signing in', () => {
  it('userinfo says what the scopes say', async () => {
    const { config, tokens } = await signedIn()
    expect(await oidc.fetchUserInfo(config, tokens.access_token, reader.id)).toEqual({
      sub: reader.id,
      preferred_username: 'sh-xuhui/10001',
      home_library: 'sh-xuhui',
      age_band: 'adult',
      name: '小明',
    })
  })

  it('a refresh gives new tokens, and keeps level and time', async () => {
    const { config, tokens } = await signedIn(admin, 'ndl-console')
    const next = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
    expect(next.claims()).toMatchObject({ acr: '2', auth_time: tokens.claims()?.auth_time })
    expect(next['session_state']).toBe(tokens['session_state'])
  })

  it('a sign-out with a hint is at once, and nothing of the session lives', async () => {
    const { config, browser, tokens } = await signedIn()
    const url = oidc.buildEndSessionUrl(config, {
      post_logout_redirect_uri: 'http://localhost:8080/auth/signed-out',
      id_token_hint: tokens.id_token ?? '',
      state: 'kept',
    })
    for (const _ of ['first', 'second']) {
      const seen = await browser.get(url.href)
      expect(seen.status).toBe(302)
      expect(seen.location).toBe('http://localhost:8080/auth/signed-out?state=kept')
    }
    await expect(oidc.fetchUserInfo(config, tokens.access_token, reader.id)).rejects.toThrow()
    await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const { url: silent } = await start(config, { prompt: 'none' })
    expect((await browser.get(silent)).location).toContain('error=login_required')
  })

  it('a sign-out without a hint asks first', async () => {
    const { config, browser, tokens } = await signedIn()
    const page = await browser.get(`${served.issuer}/protocol/openid-connect/logout`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('sign-out')
    expect(await oidc.fetchUserInfo(config, tokens.access_token, reader.id)).toBeTruthy()
    const action = /action="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const xsrf = /value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const posted = await browser.post(action, { xsrf, logout: 'yes' })
    expect(posted.status).toBe(302)
    const end = await browser.follow(posted.location ?? '', served.origin)
    expect(end.text).toBe('signed-out')
    await expect(oidc.fetchUserInfo(config, tokens.access_token, reader.id)).rejects.toThrow()
  })

  it('a token given back is dead with its family', async () => {
    const { config, tokens } = await signedIn()
    await oidc.tokenRevocation(config, tokens.refresh_token ?? '')
    await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('a confidential client learns whether a token is good now, and nobody else does', async () => {
    const { browser, tokens, config } = await signedIn()
    const ask = async (token: string, secret = provisionerSecret): Promise<Record<string, unknown>> => {
      const response = await fetch(`${served.issuer}/protocol/openid-connect/token/introspect`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`ndl-provisioner:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ token }),
      })
      return { status: response.status, ...JSON.parse(await response.text()) }
    }
    const refresh = tokens.refresh_token ?? ''
    expect(await ask(tokens.access_token)).toMatchObject({
      status: 200,
      active: true,
      username: 'sh-xuhui/10001',
    })
    expect(await ask(refresh)).toMatchObject({ active: true, typ: 'Refresh' })
    for (const other of ['junk', tokens.id_token ?? ''])
      expect(await ask(other)).toEqual({ status: 200, active: false })
    expect(await ask(tokens.access_token, 'wrong')).toMatchObject({ status: 401 })
    const url = oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? '' })
    await browser.get(url.href)
    for (const dead of [tokens.access_token, refresh])
      expect(await ask(dead)).toEqual({ status: 200, active: false })
  })

  it('the frames of keycloak-js learn whether cookies arrive and whether the session is another', async () => {
    const { browser, tokens } = await signedIn()
    const at = (path: string): string => `${served.issuer}/protocol/openid-connect/${path}`
    expect((await openBrowser().get(at('3p-cookies/step2.html'))).text).toContain("'unsupported'")
    expect((await browser.get(at('3p-cookies/step1.html'))).text).toContain('step2.html')
    expect((await browser.get(at('3p-cookies/step2.html'))).text).toContain("'supported'")
    const frame = await browser.get(at('login-status-iframe.html'))
    expect(frame.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'sha256-/)
    const init = { client_id: 'ndl-portal', origin: 'http://localhost:8080' }
    const asked = (sid: unknown) =>
      browser.get(
        `${at('login-status-iframe.html/init')}?${new URLSearchParams({ ...init, sid: String(sid) })}`,
      )
    expect((await asked(tokens['session_state'])).status).toBe(204)
    expect((await asked('another')).status).toBe(205)
  })

  it('a page of the portal may ask for tokens across origins, with credentials', async () => {
    for (const path of ['token', 'revoke', 'userinfo']) {
      const { status, headers } = await fetch(`${served.issuer}/protocol/openid-connect/${path}`, {
        method: 'OPTIONS',
        headers: { origin: 'http://localhost:8080', 'access-control-request-method': 'POST' },
      })
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('http://localhost:8080')
      expect(headers.get('access-control-allow-credentials')).toBe('true')
    }
  })

  it('registering leads to the activation of a card', async () => {
    const seen = await openBrowser().get(
      `${served.issuer}/protocol/openid-connect/registrations?client_id=ndl-portal&evil=1`,
    )
    expect(seen.location).toBe('/realms/ndl/login-actions/activate?client_id=ndl-portal')
  })
})
