// What an access token must say, beyond its signature.
import { clientKind, isAgeBand, rolesUnder, type Membership, type Person } from '@shuxiang/permissions'
import type { JWTPayload } from 'jose'
import { longestLife, skew } from './lives.ts'

export { longestLife, skew }

/** Algorithms of signatures. None that takes a secret: the public key of the provider would be one that everybody knows. */
export const algorithms = ['RS256', 'PS256', 'ES256']
/** `aud` of tokens that are for this gateway. */
export const audience = 'ndl-gateway'
/** `typ` of an access token (RFC 9068, section 2.1), so that no other token of the provider passes for one. */
export const tokenType = 'at+jwt'
/** Claims without which a token is none. `sid`: a session that has no name could not be signed out. */
export const requiredClaims = ['exp', 'iat', 'sub', 'azp', 'jti', 'sid']

/** A token that is not accepted. The message is for the log; it holds nothing of the token. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken'
}

/** The memberships of a person: asked for tokens of the console only. */
export type MembershipsOf = (subject: string) => Promise<readonly Membership[]>

/**
 * The person of a verified token, still without memberships. `now` in seconds since 1970. jose takes an `iat` ahead of
 * the clock for good unless told a greatest age, so that is checked here (RFC 7519, section 4.1.6, leaves it open).
 * Errors: `InvalidToken`.
 */
export function personOf(claims: JWTPayload, now: number): Person {
  const { iat, exp, sub, sid, azp } = claims
  if (typeof iat !== 'number' || typeof exp !== 'number') throw new InvalidToken('its times are no numbers')
  if (iat > now + skew)
    throw new InvalidToken(
      'it was issued in the future: compare the clocks of this machine and of the identity provider',
    )
  if (exp - iat > longestLife) throw new InvalidToken('it lives too long')
  if (!isName(sub) || !isName(sid) || !isName(azp)) throw new InvalidToken('a claim is no name')
  const client = clientKind(azp)
  if (client === null) throw new InvalidToken('its client is unknown')
  return {
    kind: 'person',
    subject: sub,
    client,
    azp,
    sessionId: sid,
    level: claims['acr'] === '2' ? 2 : 1,
    authenticatedAt: secondsOf(claims['auth_time']),
    roles: rolesUnder(client, rolesIn(claims['realm_access'])),
    username: textOf(claims['preferred_username']) ?? '',
    homeLibrary: textOf(claims['home_library']),
    ageBand: isAgeBand(claims['age_band']) ? claims['age_band'] : null,
    memberships: [],
  }
}

function rolesIn(access: unknown): readonly unknown[] {
  if (typeof access !== 'object' || access === null || !('roles' in access)) return []
  return Array.isArray(access.roles) ? access.roles : []
}

/** Without a time nothing counts as fresh. */
function secondsOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function textOf(value: unknown): string | null {
  return isName(value) ? value : null
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 255
}
