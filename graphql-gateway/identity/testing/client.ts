// A client of the provider for tests of attacks: it does by hand what libraries refuse to do wrong.
import { createHash, randomBytes } from 'node:crypto'
import type { Account } from '../people/index.ts'
import { type Browser, openBrowser } from './browser.ts'
import { type Served, signInAs } from './served.ts'

/** The portal's address in the realm file. */
export const portal = 'http://localhost:8080/auth/callback'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

export interface SignedIn {
  readonly browser: Browser
  readonly code: string
  readonly verifier: string
  readonly callback: URL
}

export interface TestClient {
  authorizationUrl(more?: Readonly<Record<string, string | undefined>>): { url: string; verifier: string }
  /** Signs in; the code is not used yet. */
  code(account: Account, more?: Readonly<Record<string, string>>, browser?: Browser): Promise<SignedIn>
  token(form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answer>
  redeem(signedIn: SignedIn): Promise<Answer>
  refresh(token: unknown, clientId?: string): Promise<Answer>
  userinfo(token: unknown): Promise<number>
}

export function testClient(served: Pick<Served, 'issuer' | 'origin'>, clientId = 'ndl-portal'): TestClient {
  const protocol = `${served.issuer}/protocol/openid-connect`
  const client: TestClient = {
    authorizationUrl(more = {}) {
      const verifier = randomBytes(32).toString('base64url')
      const given = {
        client_id: clientId,
        redirect_uri: portal,
        response_type: 'code',
        scope: 'openid',
        state: 'state-of-a-test',
        nonce: 'nonce-of-a-test',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...more,
      }
      const set = new URLSearchParams()
      for (const [name, value] of Object.entries(given)) if (value !== undefined) set.set(name, value)
      return { url: `${protocol}/auth?${set}`, verifier }
    },
    async code(account, more = {}, browser = openBrowser()) {
      const { url, verifier } = client.authorizationUrl(more)
      const callback = await signInAs(browser, served, url, account)
      return { browser, verifier, callback, code: callback.searchParams.get('code') ?? '' }
    },
    async token(form, headers = {}) {
      const body = new URLSearchParams({ client_id: clientId, ...form })
      const response = await fetch(`${protocol}/token`, { method: 'POST', body, headers })
      const content: Answer['body'] = JSON.parse(await response.text())
      return { status: response.status, headers: response.headers, body: content }
    },
    redeem: ({ code, verifier }) =>
      client.token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: portal }),
    refresh: (token, id = clientId) =>
      client.token({ grant_type: 'refresh_token', refresh_token: String(token), client_id: id }),
    async userinfo(token) {
      const response = await fetch(`${protocol}/userinfo`, {
        headers: { authorization: `Bearer ${String(token)}` },
      })
      await response.body?.cancel()
      return response.status
    },
  }
  return client
}
