// The account pages as a client of the provider that serves them: who comes to them and is not signed in is asked to.
import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { AdapterPayload } from 'oidc-provider'
import { paths } from './contract.ts'
import { queryOf } from './http.ts'

/** Keycloak's own name for it; the realm file has it for Keycloak's sake, with addresses that only Keycloak reads. */
export const accountClientId = 'account'

const page = '/account'

/** To the protocol library. The pages need the session only: nobody redeems the code, which ends in a minute. */
export const accountClient = (issuer: string): AdapterPayload => ({
  client_id: accountClientId,
  redirect_uris: [`${issuer}${page}`],
  post_logout_redirect_uris: [],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'none',
})

/** Whether a request is for an account page and did not come back from a sign-in that was left. */
export function wantsAccount(request: IncomingMessage, realmPath: string): boolean {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const account = `${realmPath}${page}`
  const inside = path === account || path.startsWith(`${account}/`)
  return inside && request.method === 'GET' && !queryOf(request).has('error')
}

/** Where somebody is asked to sign in for the account pages. The verifier is thrown away. */
export function accountSignIn(issuer: string): string {
  const query = new URLSearchParams({
    client_id: accountClientId,
    redirect_uri: `${issuer}${page}`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
    code_challenge_method: 'S256',
  })
  return `${issuer}${paths.authorization}?${query}`
}

/** Whether a request comes from the end of a sign-in; what it brings is of no use, and not for a history. */
export const cameBack = (request: IncomingMessage): boolean => queryOf(request).has('code')
