// userinfo, introspection and revocation: what is asked about tokens of ours. A token of somebody who has signed out
// is none, however long it would be valid.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Account } from '../people/index.ts'
import type { Accounts } from './contract.ts'
import { claimsFor } from './claims.ts'
import type { Realm, RealmClient } from '../realm/index.ts'
import type { SessionStore } from '../sessions/store.ts'
import { allowsOrigin } from './clients.ts'
import type { Clients } from './contract.ts'
import { readForm, sendJson, sendNothing } from './http.ts'
import type { RefreshTokens } from './refresh-token.ts'
import type { TokenSigner } from './tokens.ts'

export interface PersonParts {
  readonly realm: Realm
  readonly provider: Provider
  readonly accounts: Accounts
  readonly clients: Clients
  readonly signer: TokenSigner
  readonly refreshTokens: RefreshTokens
  readonly store: SessionStore
  /** Secrets of confidential clients, by client. */
  readonly secrets: ReadonlyMap<string, string>
}

/** Whose token it is, while its session and its grant live. */
interface Holder {
  readonly account: Account
  readonly client: RealmClient
  readonly claims: Readonly<Record<string, unknown>>
}

async function holderOf(parts: PersonParts, token: string): Promise<Holder | null> {
  const claims = await parts.signer.verify(token)
  if (claims === null) return null
  const { sub, azp, sid } = claims
  if (typeof sub !== 'string' || typeof azp !== 'string' || typeof sid !== 'string') return null
  const [session, client, account] = await Promise.all([
    parts.provider.Session.findByUid(sid),
    parts.clients.find(azp),
    parts.accounts.find(sub),
  ])
  if (session?.accountId !== sub || client === null || !account?.enabled) return null
  const grantId = session.grantIdFor(azp)
  const grant = grantId === undefined ? undefined : await parts.provider.Grant.find(grantId)
  return grant === undefined ? null : { account, client, claims }
}

/** `GET` or `POST`: what the client may know of who holds the token. */
export async function userinfo(
  parts: PersonParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origin = request.headers.origin
  if (request.method === 'OPTIONS') return sendNothing(response, 204, preflight(origin))
  const token =
    bearerOf(request) ?? (request.method === 'POST' ? (await readForm(request)).get('access_token') : null)
  const holder = token === null ? null : await holderOf(parts, token)
  if (holder === null)
    return sendNothing(response, 401, {
      'www-authenticate': `Bearer realm="${parts.realm.realm}", error="invalid_token"`,
      ...cors(origin),
    })
  const { account, client, claims } = holder
  const body = claimsFor(
    parts.realm,
    client,
    String(claims['scope'] ?? ''),
    { account, signedIn: null },
    'userinfo',
  )
  sendJson(
    response,
    200,
    { sub: account.id, ...body },
    allowsOrigin(client, origin ?? '') ? cors(origin) : {},
  )
}

/** `POST` by a confidential client: whether a token is good now. */
export async function introspect(
  parts: PersonParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readForm(request)
  if (confidentialClient(parts, request, form) === null)
    return sendJson(response, 401, { error: 'invalid_request', error_description: 'Authentication failed.' })
  const token = form.get('token') ?? ''
  const holder = await holderOf(parts, token)
  if (holder !== null) {
    const { account, claims } = holder
    return sendJson(response, 200, {
      ...claims,
      client_id: claims['azp'],
      username: account.username,
      active: true,
    })
  }
  const refresh = parts.refreshTokens.read(token)
  const kept = refresh === null ? null : await parts.store.find('RefreshToken', refresh.jti)
  const session = refresh === null ? undefined : await parts.provider.Session.findByUid(refresh.sid)
  const active = kept !== null && kept.consumed === undefined && session !== undefined
  sendJson(response, 200, active ? { ...refresh, active } : { active: false })
}

/** `POST`: the client gives a refresh token back; its tokens die. */
export async function revoke(
  parts: PersonParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origin = request.headers.origin
  if (request.method === 'OPTIONS') return sendNothing(response, 204, preflight(origin))
  const form = await readForm(request)
  const client = await parts.clients.find(form.get('client_id') ?? '')
  if (client === null || !client.publicClient)
    return sendJson(response, 401, {
      error: 'invalid_client',
      error_description: 'Invalid client or Invalid client credentials',
    })
  const allowed = allowsOrigin(client, origin ?? '') ? cors(origin) : {}
  const token = parts.refreshTokens.read(form.get('token') ?? '')
  // Whether a token was known is nobody's business (RFC 7009 2.2).
  if (token === null || token.azp !== client.clientId) return sendNothing(response, 200, allowed)
  const kept = await parts.store.find('RefreshToken', token.jti)
  if (kept?.grantId !== undefined) await parts.store.revokeGrant(kept.grantId)
  sendNothing(response, 200, allowed)
}

/** The confidential client that asks, by Basic or by form; null for a wrong secret. */
export function confidentialClient(
  { secrets }: Pick<PersonParts, 'secrets'>,
  request: IncomingMessage,
  form: URLSearchParams,
): string | null {
  const [id, secret] = basicOf(request) ?? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  const known = secrets.get(id)
  // Hashed, so that neither length nor content shows in the time.
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  const same = timingSafeEqual(hash(secret), hash(known ?? ''))
  return known !== undefined && known !== '' && same ? id : null
}

function basicOf(request: IncomingMessage): readonly [string, string] | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/.exec(request.headers.authorization ?? '') ?? []
  if (encoded === undefined) return null
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  try {
    return [decodeURIComponent(id), decodeURIComponent(secret.join(':'))]
  } catch {
    return null
  }
}

const bearerOf = (request: IncomingMessage): string | null =>
  /^Bearer ([A-Za-z0-9._~+/-]{1,8000})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null

const cors = (origin: string | undefined): Record<string, string> =>
  origin === undefined
    ? {}
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' }

const preflight = (origin: string | undefined): Record<string, string> => ({
  ...cors(origin),
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, Accept',
  'access-control-max-age': '3600',
})
