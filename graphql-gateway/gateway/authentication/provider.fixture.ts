// An identity provider for tests: signs tokens of every kind, good and bad, and publishes keys on a loopback port.
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

export const issuer = 'http://localhost:8081/realms/ndl'

export interface Signer {
  readonly kid: string
  readonly algorithm: string
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

export async function signer(kid: string, algorithm = 'RS256'): Promise<Signer> {
  return { kid, algorithm, ...(await generateKeyPair(algorithm, { extractable: true })) }
}

/** Claims of an access token as Keycloak 26.7 writes them. `now` in seconds since 1970. */
export function claims(now: number): JWTPayload {
  return {
    exp: now + 300,
    iat: now,
    auth_time: now - 30,
    jti: 'onrtac:3f1c',
    iss: issuer,
    aud: 'ndl-gateway',
    sub: 'p1',
    typ: 'Bearer',
    azp: 'ndl-portal',
    sid: 's1',
    acr: '1',
    realm_access: { roles: ['reader'] },
    scope: 'openid reader-profile',
    age_band: 'adult',
    home_library: 'sh-xuhui',
    preferred_username: 'sh-xuhui/10001',
  }
}

export function sign(by: Signer, payload: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: by.algorithm, kid: by.kid, typ: 'at+jwt', ...header })
    .sign(by.privateKey)
}

/** The published list; `use: enc` stands beside, as with Keycloak. */
export async function published(...keys: readonly Signer[]) {
  const list = await Promise.all(
    keys.map(async ({ kid, algorithm, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      alg: algorithm,
      use: 'sig',
    })),
  )
  const forSecrets = { ...list[0], kid: 'for-secrets', use: 'enc', alg: 'RSA-OAEP' }
  return { keys: [forSecrets, ...list] }
}

/** A server whose answer a test may change. */
export async function keyServer(answer: (response: ServerResponse) => void) {
  let answers = answer
  let fetches = 0
  const server = createServer((_, response) => {
    fetches++
    answers(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/certs`,
    fetches: () => fetches,
    answerBy(next: (response: ServerResponse) => void) {
      answers = next
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const json =
  (value: unknown) =>
  (response: ServerResponse): void =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
