// Who asks: nobody known, or one person through one client.
import type { GlobalRole, LibraryRole } from './roles.ts'

/** Where a person signed in: the portal, the site of one library, or the console of the staff. */
export type ClientKind = 'portal' | 'site' | 'console'

/** Bands in place of a date of birth, which no token carries. */
export const ageBands = ['under-14', '14-17', 'adult'] as const
export type AgeBand = (typeof ageBands)[number]

/** A role of a person at one library. */
export interface Membership {
  /** Id of the library. */
  readonly library: string
  readonly role: LibraryRole
  /** Seconds since 1970 (NumericDate of RFC 7519, section 2) from which it no longer holds; null: without end. */
  readonly expires: number | null
}

/** A person whose access token was verified (RFC 9068). Times in seconds since 1970, as in the token. */
export interface Person {
  readonly kind: 'person'
  /** `sub`: the same at every client, and never a card number. */
  readonly subject: string
  readonly client: ClientKind
  /** `azp`: the client's id, which for a site names the library. */
  readonly azp: string
  /** `sid` of the session at the identity provider. */
  readonly sessionId: string
  /** 2: a second factor was shown (`acr` of RFC 9068, section 2.2.1). */
  readonly level: 1 | 2
  /** `auth_time`; 0 where the token does not say. */
  readonly authenticatedAt: number
  /** After the ceiling of the client: through portal and sites nobody is more than a reader. */
  readonly roles: readonly GlobalRole[]
  readonly username: string
  readonly homeLibrary: string | null
  readonly ageBand: AgeBand | null
  /** Empty but for tokens of the console. */
  readonly memberships: readonly Membership[]
}

export type Principal = { readonly kind: 'anonymous' } | Person

/** A request without a token. */
export const anonymous: Principal = Object.freeze({ kind: 'anonymous' })

export function isAgeBand(value: unknown): value is AgeBand {
  return ageBands.some((band) => band === value)
}
