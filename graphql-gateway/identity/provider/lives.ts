// How long things live, in seconds, as the realm says. A session ends after a time of rest, and after its longest life
// however busy it is; remembered ones have longer times of both.
import type { Configuration } from 'oidc-provider'
import type { Realm } from '../realm/index.ts'

/** What of a session says how long it may live. */
interface Lived {
  readonly iat?: number | undefined
  readonly transient?: boolean | undefined
  readonly accountId?: string | undefined
}

function timesOf(
  realm: Realm,
  { accountId, transient }: Lived,
): { readonly most: number; readonly idle: number } {
  const remembered = accountId !== undefined && transient !== true
  return remembered
    ? { most: realm.ssoSessionMaxLifespanRememberMe, idle: realm.ssoSessionIdleTimeoutRememberMe }
    : { most: realm.ssoSessionMaxLifespan, idle: realm.ssoSessionIdleTimeout }
}

/** When a session ends whatever happens; seconds. */
export const latestEnd = (realm: Realm, session: Lived, now: number): number =>
  (session.iat ?? now) + timesOf(realm, session).most

const within = (idle: number, end: number, now: number): number => Math.max(1, Math.min(idle, end - now))

/** Lives for the protocol library. */
export function livesOf(realm: Realm, now: () => number): NonNullable<Configuration['ttl']> {
  const { accessTokenLifespan, accessCodeLifespan, accessCodeLifespanLogin } = realm
  const { ssoSessionIdleTimeout: idle, ssoSessionMaxLifespan: most } = realm
  return {
    AccessToken: () => accessTokenLifespan,
    AuthorizationCode: accessCodeLifespan,
    IdToken: accessTokenLifespan,
    Interaction: accessCodeLifespanLogin,
    Grant: realm.ssoSessionMaxLifespanRememberMe,
    RefreshToken: (_ctx, token) => within(idle, (token.iiat ?? now()) + most, now()),
    Session: (_ctx, session) => within(timesOf(realm, session).idle, latestEnd(realm, session, now()), now()),
  }
}
