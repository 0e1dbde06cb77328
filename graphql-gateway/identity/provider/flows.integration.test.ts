// What only the embedded provider answers, over its own pages, to a client that is not keycloak-js (openid-client); what
// every provider must answer to it is in contract/openid-client.ts.
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
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

describe('signing in', () => {
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
})

describe('after signing in', () => {
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
