// What is changed in the answers of the protocol library on their way out, so that they are Keycloak's.
import type { KoaContextWithOIDC } from 'oidc-provider'
import { namedScopes } from './claims.ts'
import type { Realm } from '../realm/index.ts'
import type { SessionStore } from '../sessions/store.ts'
import { allowsOrigin } from './clients.ts'
import { accountOf } from './configuration.ts'
import type { Clients } from './contract.ts'
import type { EndSession } from './end-session.ts'
import { latestEnd } from './lives.ts'
import type { RefreshTokens } from './refresh-token.ts'
import type { TokenSigner } from './tokens.ts'

export interface AnswerParts {
  readonly realm: Realm
  readonly issuer: string
  readonly clients: Clients
  readonly signer: TokenSigner
  readonly refreshTokens: RefreshTokens
  readonly store: SessionStore
  readonly endSession: EndSession
  /** Seconds. */
  readonly now: () => number
}

type Next = () => Promise<void>

/** Goes around the library's own middleware. */
export function createAnswers(parts: AnswerParts): (ctx: KoaContextWithOIDC, next: Next) => Promise<void> {
  return async (ctx, next) => {
    await next()
    const route = ctx.oidc?.route
    if (route === 'token' && ctx.status === 200 && ctx.oidc.entities.RefreshToken)
      await finishTokens(parts, ctx)
    if (route === 'token' || route === 'cors.token') await allowOrigin(parts, ctx)
    if (route === 'end_session' && ctx.status === 200) await signOutAtOnce(parts, ctx)
    // RFC 9700 likes 303 better, Keycloak sends 302, and browsers do the same with both.
    if (ctx.status === 303) ctx.status = 302
    ctx.set('x-content-type-options', 'nosniff')
    ctx.set('referrer-policy', 'no-referrer')
  }
}

/** Tokens in Keycloak's shape; the session lives on with each refresh. */
async function finishTokens(parts: AnswerParts, ctx: KoaContextWithOIDC): Promise<void> {
  const { realm, issuer, clients, signer, refreshTokens, store, now } = parts
  const { RefreshToken: refresh, AuthorizationCode: code } = ctx.oidc.entities
  const { access_token: accessToken, refresh_token: handle } = tokensIn(ctx.body)
  const client = await clients.find(refresh?.clientId ?? '')
  if (refresh === undefined || client === null) throw new Error('a token answer of no client')
  const account = accountOf(ctx)
  const asked = refresh.scope ?? ''
  const sid = refresh.sessionUid ?? ''
  const iat = now()
  // However often somebody comes back: a session ends at its latest end.
  const session = await store.findByUid('Session', sid)
  const end = latestEnd(realm, session ?? {}, iat)
  const lives = Math.max(1, Math.min(refresh.remainingTTL, end - iat))
  const signedIn = { level: refresh.acr ?? '1', authenticatedAt: refresh.authTime ?? 0 }
  const nonce = code?.nonce ?? refresh.nonce
  const idToken = await signer.idToken({ account, client, asked, signedIn, sid }, { accessToken, nonce, iat })
  const more = { iat, exp: iat + lives, iss: issuer, aud: issuer, sub: account.id, azp: client.clientId, sid }
  await store.touch(sid, iat + lives)
  ctx.body = {
    access_token: accessToken,
    expires_in: realm.accessTokenLifespan,
    refresh_expires_in: lives,
    refresh_token: refreshTokens.wrap({ jti: handle, ...more, scope: asked }),
    token_type: 'Bearer',
    id_token: idToken,
    'not-before-policy': 0,
    session_state: sid,
    scope: namedScopes(realm, client, asked),
  }
}

function tokensIn(body: unknown): { readonly access_token: string; readonly refresh_token: string } {
  if (typeof body === 'object' && body !== null && 'access_token' in body && 'refresh_token' in body)
    return { access_token: String(body.access_token), refresh_token: String(body.refresh_token) }
  throw new Error('a token answer without tokens')
}

/** keycloak-js sends credentials along, which an answer must allow by name of the origin. */
async function allowOrigin({ clients }: AnswerParts, ctx: KoaContextWithOIDC): Promise<void> {
  const origin = ctx.get('origin')
  if (origin === '') return
  if (ctx.method === 'OPTIONS') {
    // As Keycloak: who may ask is known at the request itself, which names its client.
    ctx.set('access-control-allow-credentials', 'true')
    return
  }
  const client = await clients.find(ctx.oidc.client?.clientId ?? '')
  if (client !== null && allowsOrigin(client, origin)) ctx.set('access-control-allow-credentials', 'true')
}

/** With a valid hint for this very session nobody is asked; without a session there is nothing to ask. */
async function signOutAtOnce({ endSession }: AnswerParts, ctx: KoaContextWithOIDC): Promise<void> {
  const { session, params, provider } = ctx.oidc
  const hint = ctx.oidc.entities.IdTokenHint?.payload
  const hinted = typeof hint?.['sid'] === 'string' ? hint['sid'] : null
  const here = session?.accountId === undefined ? null : session.uid
  if (here !== null && hinted !== here) return
  if (hinted !== null) await endSession(hinted)
  if (here !== null)
    ctx.cookies.set(provider.cookieName('session'), null, { path: `${new URL(provider.issuer).pathname}/` })
  const to = params?.['post_logout_redirect_uri']
  const address = new URL(typeof to === 'string' ? to : ctx.oidc.urlFor('end_session_success'))
  const state = params?.['state']
  if (typeof to === 'string' && typeof state === 'string') address.searchParams.set('state', state)
  ctx.status = 302
  ctx.redirect(address.href)
  ctx.body = ''
}
