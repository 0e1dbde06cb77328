// Refresh tokens in Keycloak's shape: keycloak-js reads them, so the library's handle travels inside a JWT.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a refresh token says. Times in seconds. */
export interface RefreshClaims {
  readonly jti: string
  readonly iat: number
  readonly exp: number
  readonly iss: string
  readonly aud: string
  readonly sub: string
  readonly azp: string
  readonly sid: string
  readonly scope: string
}

/** Longer than any of ours by far. */
const bound = 4_000

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Writes and reads refresh tokens with one key (HS512). */
export interface RefreshTokens {
  wrap(claims: RefreshClaims): string
  /** Null for a token that is not ours or was altered. Says nothing of its time: the store knows that. */
  read(token: string): Pick<RefreshClaims, 'jti' | 'sid' | 'azp' | 'sub'> | null
}

export function createRefreshTokens(key: string): RefreshTokens {
  const header = encode({ alg: 'HS512', typ: 'JWT', kid: 'refresh' })
  const sign = (text: string): Buffer => createHmac('sha512', key).update(text).digest()
  return {
    wrap(claims) {
      const text = `${header}.${encode({ ...claims, typ: 'Refresh' })}`
      return `${text}.${sign(text).toString('base64url')}`
    },
    read(token) {
      if (token.length > bound) return null
      const [first, body, signature, ...rest] = token.split('.')
      // One header exists, so no other algorithm is looked at.
      if (first !== header || body === undefined || signature === undefined || rest.length > 0) return null
      const given = Buffer.from(signature, 'base64url')
      const good = sign(`${first}.${body}`)
      if (given.length !== good.length || !timingSafeEqual(given, good)) return null
      const claims: RefreshClaims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
      return claims
    },
  }
}
