// Attacks on the provider: what somebody tries, and that they get nothing.
import { createHmac } from 'node:crypto'
import { createServer, request } from 'node:http'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { portal, testClient, type TestClient } from '../testing/client.ts'
import { testPeople } from '../testing/people.ts'
import { openBrowser, type Served, serveProvider } from '../testing/served.ts'

let store: TestStore
let served: Served
let client: TestClient
let told: { path: string; token: string }[] = []
const gateway = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    told.push({ path: request.url ?? '', token: new URLSearchParams(body).get('logout_token') ?? '' })
    response.writeHead(204).end()
  })
})
const [reader, , admin] = testPeople
if (!reader || !admin) throw new Error('people are missing')

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const address = gateway.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  store = await openTestStore()
  served = await serveProvider({
    db: store.db('attacks'),
    gateway: `http://localhost:${address.port}`,
  })
  client = testClient(served)
})
afterAll(async () => {
  await served.close()
  await store.close()
  await new Promise((resolve) => gateway.close(resolve))
})

const claimsIn = (token: unknown): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString())
const signIn = async () => (await client.redeem(await client.code(reader))).body

describe('S1: an address to return to', () => {
  it.each([
    ['another path', 'http://localhost:8080/auth/other'],
    ['a longer host', 'http://localhost:8080.evil.example/auth/callback'],
    ['a user before the host', 'http://localhost:8080@evil.example/auth/callback'],
    ['a query', 'http://localhost:8080/auth/callback?next=evil'],
    ['a fragment', 'http://localhost:8080/auth/callback#evil'],
    ['a way up', 'http://localhost:8080/auth/callback/../callback'],
    ['an upper case host', 'http://LOCALHOST:8080/auth/callback'],
    ['a slash at the end', 'http://localhost:8080/auth/callback/'],
    ['nothing', undefined],
    ['a script', 'javascript:alert(1)'],
  ])('with %s gets an error page and no redirect', async (_, address) => {
    const seen = await openBrowser().get(client.authorizationUrl({ redirect_uri: address }).url)
    expect(seen.status).toBe(400)
    expect(seen.location).toBeNull()
    expect(seen.text).toContain('error')
  })

  it.each(['nobody', 'ndl-gateway', 'ndl-provisioner', 'account', ''])(
    'of the client "%s", which nobody signs in with, gets an error page',
    async (id) => {
      const seen = await openBrowser().get(client.authorizationUrl({ client_id: id }).url)
      expect(seen.status).toBe(400)
      expect(seen.location).toBeNull()
    },
  )
})

describe('S2: an address after signing out', () => {
  it.each(['http://evil.example/', 'http://localhost:8080/auth/signed-out?x=1', 'http://localhost:8080/'])(
    '%s gets an error page',
    async (to) => {
      const { browser, ...code } = await client.code(reader)
      const { body } = await client.redeem({ browser, ...code })
      const query = new URLSearchParams({
        id_token_hint: String(body['id_token']),
        post_logout_redirect_uri: to,
      })
      const seen = await browser.get(`${served.issuer}/protocol/openid-connect/logout?${query}`)
      expect(seen.status).toBe(400)
      expect(seen.location).toBeNull()
      expect(await client.userinfo(body['access_token'])).toBe(200)
    },
  )

  it('a hint that was altered, or is another token, signs nobody out', async () => {
    const { browser, ...code } = await client.code(reader)
    const { body } = await client.redeem({ browser, ...code })
    const id = String(body['id_token'])
    const [head, , signature] = id.split('.')
    const payload = Buffer.from(JSON.stringify({ ...claimsIn(id), sid: 'x' })).toString('base64url')
    for (const hint of [`${head}.${payload}.${signature}`, String(body['access_token']), 'junk']) {
      const seen = await browser.get(`${served.issuer}/protocol/openid-connect/logout?id_token_hint=${hint}`)
      expect(seen.status).toBe(400)
    }
    expect(await client.userinfo(body['access_token'])).toBe(200)
  })

  it('a hint of another session asks first', async () => {
    const other = await signIn()
    const mine = await client.code(reader)
    const { body } = await client.redeem(mine)
    const seen = await mine.browser.get(
      `${served.issuer}/protocol/openid-connect/logout?id_token_hint=${String(other['id_token'])}`,
    )
    expect(seen.text).toContain('sign-out')
    expect(await client.userinfo(body['access_token'])).toBe(200)
    expect(await client.userinfo(other['access_token'])).toBe(200)
  })
})

describe('S3: proof of the code', () => {
  it.each([
    ['none', { code_challenge: undefined, code_challenge_method: undefined }],
    ['plain', { code_challenge_method: 'plain' }],
    ['a challenge without its method', { code_challenge_method: undefined }],
    ['a challenge that is no hash', { code_challenge: 'short' }],
  ])('%s is invalid_request', async (_, more) => {
    const seen = await openBrowser().get(client.authorizationUrl(more).url)
    expect(new URL(seen.location ?? 'x:').searchParams.get('error')).toBe('invalid_request')
  })

  it('a wrong or missing verifier, another client or another address get nothing', async () => {
    const code = await client.code(reader)
    const good = {
      grant_type: 'authorization_code',
      code: code.code,
      code_verifier: code.verifier,
      redirect_uri: portal,
    }
    for (const wrong of [
      { code_verifier: 'w'.repeat(43) },
      { client_id: 'ndl-console' },
      { redirect_uri: 'http://localhost:8080/auth/silent' },
    ]) {
      const { status, body } = await client.token({ ...good, ...wrong })
      expect([status, body['error']]).toEqual([400, 'invalid_grant'])
    }
    const { code_verifier: _, ...without } = good
    expect((await client.token(without)).body['error']).toBe('invalid_grant')
  })
})

describe('S4: other ways to a token', () => {
  it.each([
    ['an implicit answer', { response_type: 'id_token token' }],
    ['a token in the address', { response_type: 'token' }],
    ['no type of answer', { response_type: undefined }],
    ['a foreign resource', { resource: 'https://evil.example/' }],
    ['a request by reference', { request_uri: 'https://evil.example/request' }],
    ['an unsigned request', { request: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['a contradiction', { prompt: 'none login' }],
    ['an unknown prompt', { prompt: 'bogus' }],
    ['an unknown scope', { scope: 'openid everything' }],
    ['a scope that the client does not have', { scope: 'openid organization' }],
    ['offline access', { scope: 'openid offline_access', prompt: 'consent' }],
    ['offline access that nobody consents to', { scope: 'openid offline_access' }],
    ['roles', { scope: 'openid ndl-staff-roles' }],
  ])('%s is refused', async (_, more) => {
    const seen = await openBrowser().get(client.authorizationUrl(more).url)
    const error = new URL(seen.location ?? 'x:').searchParams.get('error')
    const fragment = new URLSearchParams(new URL(seen.location ?? 'x:').hash.slice(1)).get('error')
    expect(seen.location === null ? String(seen.status) : (error ?? fragment)).toMatch(
      /^(400|invalid_|unsupported_|unauthorized_|request_)/,
    )
    expect(seen.location ?? '').not.toContain('code=')
  })

  it('an unknown scope is invalid_scope, so that keycloak-js settles', async () => {
    const seen = await openBrowser().get(
      client.authorizationUrl({ scope: 'openid roles', prompt: 'none' }).url,
    )
    expect(new URL(seen.location ?? 'x:').searchParams.get('error')).toBe('invalid_scope')
  })

  it.each([
    { grant_type: 'password', username: 'sh-xuhui/10001', password: 'x' },
    { grant_type: 'client_credentials' },
    { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' },
    { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: 'x' },
    { grant_type: 'client_credentials', client_id: 'ndl-provisioner', client_secret: 'wrong' },
    { grant_type: 'client_credentials', client_id: 'ndl-provisioner' },
  ])('the grant of $grant_type is refused', async (form) => {
    expect((await client.token({ ...form })).status).toBeGreaterThanOrEqual(400)
  })
})

describe('S5: a code used again', () => {
  it('is refused, and what it gave is dead', async () => {
    const code = await client.code(reader)
    const first = await client.redeem(code)
    expect(await client.userinfo(first.body['access_token'])).toBe(200)
    expect((await client.redeem(code)).body['error']).toBe('invalid_grant')
    expect((await client.refresh(first.body['refresh_token'])).body['error']).toBe('invalid_grant')
    expect(await client.userinfo(first.body['access_token'])).toBe(401)
  })

  it('by two at once serves one at most, and the loser kills what the winner has', async () => {
    const code = await client.code(reader)
    const answers = await Promise.all([client.redeem(code), client.redeem(code), client.redeem(code)])
    const won = answers.filter(({ status }) => status === 200)
    expect(won.length).toBeLessThanOrEqual(1)
    for (const { body } of won) expect((await client.refresh(body['refresh_token'])).status).toBe(400)
  })
})

describe('S6: a refresh token', () => {
  it('used again is refused, its family dies, and the session lives', async () => {
    const code = await client.code(reader)
    const first = await client.redeem(code)
    const second = await client.refresh(first.body['refresh_token'])
    expect(second.status).toBe(200)
    expect((await client.refresh(first.body['refresh_token'])).body['error']).toBe('invalid_grant')
    expect((await client.refresh(second.body['refresh_token'])).body['error']).toBe('invalid_grant')
    const silent = await code.browser.get(client.authorizationUrl({ prompt: 'none' }).url)
    expect(silent.location).toContain('code=')
  })

  it('used by three at once serves one at most, and the winner is dead afterwards', async () => {
    const { refresh_token: token } = await signIn()
    const answers = await Promise.all([client.refresh(token), client.refresh(token), client.refresh(token)])
    const won = answers.filter(({ status }) => status === 200)
    expect(won.length).toBeLessThanOrEqual(1)
    for (const { body } of won) expect((await client.refresh(body['refresh_token'])).status).toBe(400)
  })

  it('of another client, altered, signed by somebody else or of another kind is refused', async () => {
    const { refresh_token: token, access_token: access, id_token: id } = await signIn()
    expect((await client.refresh(token, 'ndl-console')).body['error']).toBe('invalid_grant')
    const [head, , signature] = String(token).split('.')
    const claims = claimsIn(token)
    const altered = Buffer.from(JSON.stringify({ ...claims, azp: 'ndl-console' })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    const foreign = createHmac('sha512', 'another key').update(`${head}.${altered}`).digest('base64url')
    for (const bad of [
      `${head}.${altered}.${signature}`,
      `${head}.${altered}.${foreign}`,
      `${none}.${altered}.`,
      claims['jti'],
      access,
      id,
      'junk',
      'x'.repeat(9_000),
    ])
      expect((await client.refresh(bad)).body['error']).toBe('invalid_grant')
    expect((await client.refresh(token)).status).toBe(200)
  })
})

describe('S7: a callback that nobody asked for', () => {
  it('brings nothing: a code is bound to the verifier of the browser that asked', async () => {
    const attacker = await client.code(reader)
    const { status } = await client.token({
      grant_type: 'authorization_code',
      code: attacker.code,
      code_verifier: 'v'.repeat(64),
      redirect_uri: portal,
    })
    expect(status).toBe(400)
  })

  it('a sign-in page of one browser cannot be ended by another', async () => {
    const page = await openBrowser().follow(client.authorizationUrl().url, served.origin)
    expect((await openBrowser().post(page.url, { account: reader.id })).status).toBe(400)
  })
})

describe('S15: after signing out', () => {
  it('each client with a session is told once, of one sid, and nothing of the session lives', async () => {
    told = []
    const first = await client.code(admin)
    const { body } = await client.redeem(first)
    const console = testClient(served, 'ndl-console')
    const second = await console.redeem(await console.code(admin, {}, first.browser))
    const query = new URLSearchParams({ id_token_hint: String(body['id_token']) })
    const out = await first.browser.get(`${served.issuer}/protocol/openid-connect/logout?${query}`)
    expect(out.status).toBe(302)
    expect(told.map(({ path }) => path)).toEqual(['/auth/backchannel-logout', '/auth/backchannel-logout'])
    const tokens = told.map(({ token }) => claimsIn(token))
    expect(tokens.map(({ aud }) => aud).sort()).toEqual(['ndl-console', 'ndl-portal'])
    for (const token of tokens) {
      expect(token['sid']).toBe(body['session_state'])
      expect(Number(token['exp']) - Number(token['iat'])).toBe(120)
    }
    for (const dead of [body, second.body]) {
      expect(await client.userinfo(dead['access_token'])).toBe(401)
      expect(
        (await client.refresh(dead['refresh_token'], dead === body ? 'ndl-portal' : 'ndl-console')).status,
      ).toBe(400)
    }
  })

  it('a confirmed sign-out tells them too', async () => {
    told = []
    const { browser, ...code } = await client.code(reader)
    await client.redeem({ browser, ...code })
    const page = await browser.get(`${served.issuer}/protocol/openid-connect/logout`)
    const value = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(page.text)?.[1] ?? ''
    await browser.post(value('action'), { xsrf: value('value'), logout: 'yes' })
    expect(told).toHaveLength(1)
  })
})

describe('S18: frames and forged sign-outs', () => {
  it('pages may not be framed', async () => {
    const error = await openBrowser().get(client.authorizationUrl({ client_id: 'nobody' }).url)
    const { browser } = await client.code(reader)
    const signOut = await browser.get(`${served.issuer}/protocol/openid-connect/logout`)
    for (const seen of [error, signOut])
      expect(seen.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  it('a sign-out form of another site signs nobody out', async () => {
    const { browser, ...code } = await client.code(reader)
    const { body } = await client.redeem({ browser, ...code })
    for (const form of [{ logout: 'yes' }, { logout: 'yes', xsrf: 'guessed' }]) {
      const seen = await browser.post(`${served.issuer}/protocol/openid-connect/logout/confirm`, form)
      expect(seen.status).toBe(400)
    }
    expect(await client.userinfo(body['access_token'])).toBe(200)
  })

  it('a page of another origin gets no token answer', async () => {
    const code = await client.code(reader)
    const form = {
      grant_type: 'authorization_code',
      code: code.code,
      code_verifier: code.verifier,
      redirect_uri: portal,
    }
    const foreign = await client.token(form, { origin: 'https://evil.example' })
    expect(foreign.status).toBeGreaterThanOrEqual(400)
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const own = await client.token(form, { origin: 'http://localhost:8080' })
    expect(own.status).toBe(200)
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:8080')
    expect(own.headers.get('access-control-allow-credentials')).toBe('true')
  })

  it('the frame of the session says nothing to a foreign origin', async () => {
    const init = (query: Record<string, string>) =>
      fetch(
        `${served.issuer}/protocol/openid-connect/login-status-iframe.html/init?${new URLSearchParams(query)}`,
      )
    expect((await init({ client_id: 'ndl-portal', origin: 'http://localhost:8080' })).status).toBe(204)
    expect((await init({ client_id: 'ndl-portal', origin: 'https://evil.example' })).status).toBe(403)
    expect((await init({ client_id: 'nobody', origin: 'http://localhost:8080' })).status).toBe(403)
  })
})

describe('what is too large or no request at all', () => {
  it('gets an answer and costs nothing', async () => {
    const protocol = `${served.issuer}/protocol/openid-connect`
    expect((await fetch(`${protocol}/auth?x=${'x'.repeat(9_000)}`)).status).toBe(414)
    const large = await fetch(`${protocol}/userinfo`, {
      method: 'POST',
      body: new URLSearchParams({ access_token: 'x'.repeat(50_000) }),
    })
    expect(large.status).toBe(413)
    const json = await fetch(`${protocol}/userinfo`, { method: 'POST', body: '{}' })
    expect(json.status).toBe(415)
    expect(
      (await client.token({ grant_type: 'refresh_token', refresh_token: 'x'.repeat(60_000) })).status,
    ).toBe(400)
    expect(served.complaints).toEqual([])
  })
})

describe('a request to sign in by a form', () => {
  const post = (more: Readonly<Record<string, string>>) => {
    const { origin, pathname, searchParams } = new URL(client.authorizationUrl(more).url)
    return fetch(`${origin}${pathname}`, { method: 'POST', body: searchParams, redirect: 'manual' })
  }

  it('is kept until somebody goes on, and so is no longer than an address', async () => {
    const before = await store.db('attacks').collection('identity_sessions').countDocuments({})
    expect((await post({ state: 'x'.repeat(40_000) })).status).toBe(413)
    const unmeasured = await new Promise((resolve, reject) => {
      const sent = request(`${served.issuer}/protocol/openid-connect/auth`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' },
      })
      sent.on('error', reject).on('response', ({ statusCode }) => resolve(statusCode))
      sent.end(new URL(client.authorizationUrl({ state: 'y'.repeat(4_000) }).url).search.slice(1))
    })
    expect(unmeasured).toBe(413)
    expect(await store.db('attacks').collection('identity_sessions').countDocuments({})).toBe(before)
    expect((await post({})).status).toBe(302)
  })
})

describe('a session', () => {
  it('that is never at rest ends after ten hours all the same', async () => {
    const { browser, ...code } = await client.code(reader)
    let { body } = await client.redeem({ browser, ...code })
    const began = Date.now()
    const silent = async (): Promise<string> => {
      const { url, verifier } = client.authorizationUrl({ prompt: 'none' })
      const back = new URL((await browser.get(url)).location ?? 'x:').searchParams
      if (back.get('code') === null) return back.get('error') ?? ''
      body = (await client.redeem({ browser, ...code, verifier, code: back.get('code') ?? '' })).body
      return 'signed in'
    }
    try {
      for (let minutes = 25; minutes < 600; minutes += 25) {
        vi.useFakeTimers({ toFake: ['Date'], now: began + minutes * 60_000 })
        expect(await silent()).toBe('signed in')
      }
      expect(body['refresh_expires_in']).toBeLessThanOrEqual(1_800)
      vi.useFakeTimers({ toFake: ['Date'], now: began + 601 * 60_000 })
      expect((await client.refresh(body['refresh_token'])).status).toBe(400)
      expect(await silent()).toBe('login_required')
    } finally {
      vi.useRealTimers()
    }
  })

  it('that is remembered lives on for a week of rest', async () => {
    const browser = openBrowser()
    const page = await browser.follow(client.authorizationUrl().url, served.origin)
    const posted = await browser.post(page.url, { account: reader.id, remember: 'yes' })
    await browser.follow(posted.location ?? '', served.origin)
    const { url } = client.authorizationUrl({ prompt: 'none' })
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 24 * 3_600_000 })
      expect((await browser.get(url)).location).toContain('code=')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('level 2', () => {
  it('ages: a silent sign-in is at level 1 with the old time, and a refresh keeps what it had', async () => {
    const console = testClient(served, 'ndl-console')
    const code = await console.code(admin)
    const { body } = await console.redeem(code)
    const before = claimsIn(body['access_token'])
    expect(before['acr']).toBe('2')
    // Nothing waits: the clock of provider and library is moved.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 901_000 })
    try {
      const silent = client.authorizationUrl({ prompt: 'none' })
      const seen = await code.browser.get(silent.url)
      const aged = await client.redeem({
        ...code,
        verifier: silent.verifier,
        code: new URL(seen.location ?? '').searchParams.get('code') ?? '',
      })
      expect(claimsIn(aged.body['access_token'])).toMatchObject({ acr: '1', auth_time: before['auth_time'] })
      const kept = await console.refresh(body['refresh_token'])
      expect(claimsIn(kept.body['access_token'])).toMatchObject({ acr: '2', auth_time: before['auth_time'] })
      const again = await code.browser.follow(console.authorizationUrl().url, served.origin)
      expect(JSON.parse(again.text)).toMatchObject({ step: 'code', account: 'national-admin' })
    } finally {
      vi.useRealTimers()
    }
  })
})
