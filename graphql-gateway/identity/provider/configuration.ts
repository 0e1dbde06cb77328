// How the protocol library is set up so that it answers as Keycloak does.
import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { Account } from '../people/index.ts'
import type { Accounts } from './contract.ts'
import type { SigningKey } from '../keys/signing.ts'
import { askableScopes } from './claims.ts'
import type { Realm } from '../realm/index.ts'
import { levelAt } from '../realm/levels.ts'
import { createAdapter } from '../sessions/adapter.ts'
import type { SessionStore } from '../sessions/store.ts'
import { accountClient, accountClientId } from './account-client.ts'
import { guardedFetch } from './backchannel.ts'
import { protocolClient } from './clients.ts'
import { type Clients, type Page, paths, type ProtocolPages } from './contract.ts'
import { livesOf } from './lives.ts'
import { createPolicy } from './policy.ts'
import type { RefreshTokens } from './refresh-token.ts'
import { noteSignIn } from './sign-in-cookie.ts'
import { accessClaims } from './tokens.ts'

export interface ConfigurationParts {
  readonly realm: Realm
  readonly issuer: string
  readonly keys: readonly SigningKey[]
  /** Signs cookies. */
  readonly cookieKey: string
  readonly store: SessionStore
  readonly clients: Clients
  readonly accounts: Accounts
  readonly refreshTokens: RefreshTokens
  /** Secrets of confidential clients, by client. */
  readonly secrets: ReadonlyMap<string, string>
  readonly pages: ProtocolPages
  /** Seconds that level 2 holds. */
  readonly levelTwoAge: number
  /** Seconds. */
  readonly now: () => number
}

/** The gateway, as the library names what tokens are for. */
const gateway = 'urn:shuxiang:gateway'

/** An account as the library carries it through a request. */
const carried = (accountId: string, account: Account) => ({
  accountId,
  account,
  claims: async () => ({ sub: accountId }),
})
type CarriedAccount = ReturnType<typeof carried>

/** The account that `findAccount` has put into a request. @throws Error outside of one. */
export function accountOf({ oidc }: KoaContextWithOIDC): Account {
  const found: unknown = oidc.entities.Account
  if (isCarried(found)) return found.account
  throw new Error('the request has no account')
}

const isCarried = (value: unknown): value is CarriedAccount =>
  typeof value === 'object' && value !== null && 'account' in value && 'accountId' in value

export function configurationOf(parts: ConfigurationParts): Configuration {
  const { realm, issuer, keys, store, clients, accounts, refreshTokens, pages, now } = parts
  // To the library `acr` is a claim, and cannot be a scope as well.
  const scopes = realm.clientScopes.map(({ name }) => name).filter((name) => name !== 'acr')
  return {
    adapter: createAdapter({
      store,
      refreshHandle: (token) => refreshTokens.read(token)?.jti ?? null,
      async client(id) {
        if (id === accountClientId) return accountClient(issuer)
        const client = await clients.find(id)
        return client === null ? null : protocolClient(client, parts.secrets.get(id))
      },
    }),
    jwks: { keys: keys.map(({ jwk, kid }) => ({ ...jwk, kid, use: 'sig', alg: 'RS256' })) },
    acrValues: ['1', '2'],
    scopes: ['openid', ...scopes],
    responseTypes: ['code'],
    subjectTypes: ['public'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    pkce: { required: () => true },
    // Who signs out from a page does so by a form: the hint is a token, and addresses are kept in histories and logs.
    enableHttpPostMethods: true,
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    revokeGrantPolicy: () => true,
    fetch: guardedFetch(fetch),
    clientBasedCORS: (_ctx, origin, { redirectUris = [] }) =>
      redirectUris.some((address) => new URL(address).origin === origin),
    cookies: {
      keys: [parts.cookieKey],
      names: { session: 'KEYCLOAK_IDENTITY', interaction: 'AUTH_SESSION_ID', resume: 'AUTH_SESSION_RESUME' },
      // Other sites ask in a frame whether somebody is signed in; browsers take Secure on this machine.
      long: { httpOnly: true, sameSite: 'none', secure: true, path: `/realms/${realm.realm}/`, signed: true },
      short: { httpOnly: true, sameSite: 'lax', secure: true, signed: true },
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      // Answered by handlers of our own, which know tokens in Keycloak's shape; here for the discovery document.
      revocation: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          show(
            ctx,
            pages.signOut(ctx.req, {
              action: actionIn(form),
              fields: { xsrf: fieldIn(form), logout: 'yes' },
            }),
          )
        },
        postLogoutSuccessSource(ctx) {
          show(ctx, pages.signedOut(ctx.req))
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => gateway,
        useGrantedResource: () => true,
        getResourceServerInfo(_ctx, resource) {
          if (resource !== gateway) throw new errors.InvalidTarget()
          return {
            scope: ['openid', ...scopes].join(' '),
            audience: 'ndl-gateway',
            accessTokenFormat: 'jwt',
            accessTokenTTL: realm.accessTokenLifespan,
            jwt: { sign: { alg: 'RS256', ...(keys[0] === undefined ? {} : { kid: keys[0].kid }) } },
          }
        },
      },
    },
    extraParams: {
      /** Keycloak's parameter for the language; and the place where the whole request is known, so scopes are checked. */
      async kc_locale(ctx, _value, client) {
        const known = await clients.find(client.clientId)
        const askable = known === null ? new Set<string>() : askableScopes(known)
        // As it was sent: the library drops offline_access without a word.
        const { scope: sent = '' } = ctx.method === 'POST' ? (ctx.oidc.body ?? {}) : ctx.query
        for (const scope of String(sent).split(' '))
          if (scope !== '' && !askable.has(scope)) throw new errors.InvalidScope('Invalid scopes', scope)
      },
    },
    ttl: livesOf(realm, now),
    interactions: {
      policy: createPolicy(parts),
      url(ctx, { uid }) {
        noteSignIn(ctx.oidc.cookies, uid, `/realms/${realm.realm}/`)
        return `/realms/${realm.realm}${paths.signIn}?uid=${uid}`
      },
    },
    routes: {
      authorization: paths.authorization,
      token: paths.token,
      userinfo: paths.userinfo,
      jwks: paths.keys,
      end_session: paths.signOut,
      introspection: paths.introspection,
      revocation: paths.revocation,
    },
    async findAccount(_ctx, id) {
      const account = await accounts.find(id)
      if (!account?.enabled) return undefined
      return carried(id, account)
    },
    async loadExistingGrant(ctx) {
      const { session, client, provider, account } = ctx.oidc
      if (session === undefined || client === undefined || account === undefined) return undefined
      // Level 2 ages; when it was proved stays known.
      if (session.acr === '2' && levelAt(session, now(), parts.levelTwoAge) === 1) session.acr = '1'
      // One name of the session for all its clients, as Keycloak has it.
      session.sidFor(client.clientId, session.uid)
      const kept = session.grantIdFor(client.clientId)
      const grant = kept === undefined ? undefined : await provider.Grant.find(kept)
      if (grant !== undefined) return grant
      const made = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
      const all = ['openid', ...scopes].join(' ')
      made.addOIDCScope(all)
      made.addResourceScope(gateway, all)
      await made.save()
      return made
    },
    formats: {
      customizers: {
        async jwt(ctx, token, structured) {
          const client = await clients.find(token.clientId ?? '')
          const source = ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.RefreshToken
          if (client === null || source === undefined) throw new Error('a token of no client or no sign-in')
          const account = accountOf(ctx)
          const { iat, exp } = structured.payload
          structured.payload = accessClaims(
            realm,
            issuer,
            {
              account,
              client,
              asked: source.scope ?? '',
              signedIn: { level: source.acr ?? '1', authenticatedAt: source.authTime ?? 0 },
              sid: source.sessionUid ?? '',
            },
            { iat: Number(iat), exp: Number(exp) },
          )
        },
      },
    },
    renderError(ctx, { error }) {
      show(ctx, pages.error(ctx.req, { code: error, status: ctx.status }))
    },
  }
}

function show(ctx: KoaContextWithOIDC, { html, headers }: Page): void {
  ctx.type = 'html'
  ctx.set({ ...headers })
  ctx.body = html
}

// The library gives its form as text; what is in it is put into a page of ours.
const actionIn = (form: string): string => /action="([^"]*)"/.exec(form)?.[1] ?? ''
const fieldIn = (form: string): string => /name="xsrf" value="([^"]*)"/.exec(form)?.[1] ?? ''
