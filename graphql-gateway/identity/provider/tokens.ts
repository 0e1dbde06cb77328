// Access and ID tokens in Keycloak's shape, claim for claim, built from the realm file.
import { createHash, randomUUID } from 'node:crypto'
import { jwtVerify, type JWTPayload, SignJWT, createLocalJWKSet } from 'jose'
import type { Account } from '../people/index.ts'
import type { SigningKey } from '../keys/signing.ts'
import { claimsFor, namedScopes, type SignedIn } from './claims.ts'
import type { Realm, RealmClient } from '../realm/index.ts'

/** For whom and how. */
export interface TokenOf {
  readonly account: Account
  readonly client: RealmClient
  /** Scopes that were asked for, with spaces. */
  readonly asked: string
  readonly signedIn: SignedIn
  /** The session, one for all clients. */
  readonly sid: string
}

/** The claims of an access token. Times in seconds. */
export function accessClaims(
  realm: Realm,
  issuer: string,
  { account, client, asked, signedIn, sid }: TokenOf,
  at: { readonly iat: number; readonly exp: number },
): Record<string, unknown> {
  return {
    exp: at.exp,
    iat: at.iat,
    jti: `onrtac:${randomUUID()}`,
    iss: issuer,
    typ: 'Bearer',
    azp: client.clientId,
    sid,
    scope: namedScopes(realm, client, asked),
    sub: account.id,
    ...claimsFor(realm, client, asked, { account, signedIn }, 'access'),
  }
}

export interface TokenSigner {
  /** The public halves, the one that signs first. */
  readonly published: readonly Readonly<Record<string, unknown>>[]
  idToken(
    of: TokenOf,
    more: { readonly accessToken: string; readonly nonce: string | undefined; readonly iat: number },
  ): Promise<string>
  /** A token that is no person's: the provisioner's. */
  sign(claims: JWTPayload): Promise<string>
  /** Claims of a token of ours that is valid now; null for every other. */
  verify(token: string): Promise<JWTPayload | null>
}

/** Longer than any of ours by far. */
const tokenBound = 8_000

export async function createSigner(
  realm: Realm,
  issuer: string,
  keys: readonly SigningKey[],
  now: () => number,
): Promise<TokenSigner> {
  const [first] = keys
  if (first === undefined) throw new Error('There is no key to sign with.')
  const published = await Promise.all(
    keys.map(async ({ kid, jwk }) => {
      const { kty, n, e } = jwk
      return { kty, n, e, kid, use: 'sig', alg: 'RS256' }
    }),
  )
  const known = createLocalJWKSet({
    keys: published.map(({ kty = 'RSA', n = '', e = '', ...rest }) => ({ kty, n, e, ...rest })),
  })
  const signed = (claims: JWTPayload, typ: string): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ, kid: first.kid }).sign(first.key)
  return {
    published,
    async idToken(of, { accessToken, nonce, iat }) {
      const { account, client, asked, signedIn, sid } = of
      // Half of the hash of the access token binds the two (OpenID Connect Core 3.1.3.6).
      const hash = createHash('sha256').update(accessToken, 'ascii').digest()
      return signed(
        {
          exp: iat + realm.accessTokenLifespan,
          iat,
          jti: randomUUID(),
          iss: issuer,
          sub: account.id,
          typ: 'ID',
          azp: client.clientId,
          ...(nonce === undefined ? {} : { nonce }),
          sid,
          at_hash: hash.subarray(0, hash.length / 2).toString('base64url'),
          ...claimsFor(realm, client, asked, { account, signedIn }, 'id'),
          aud: client.clientId,
        },
        'JWT',
      )
    },
    sign: (claims) => signed({ ...claims, iss: issuer }, 'JWT'),
    async verify(token) {
      if (token.length > tokenBound) return null
      try {
        const { payload } = await jwtVerify(token, known, {
          issuer,
          algorithms: ['RS256'],
          currentDate: new Date(now()),
        })
        return payload['typ'] === 'Bearer' ? payload : null
      } catch {
        return null
      }
    },
  }
}
