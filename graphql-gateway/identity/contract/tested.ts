// What the suite is given: a provider, a way to make people and clients in it, and the addresses of our clients.
import { createHash, randomBytes } from 'node:crypto'
import { AdminRefused, type AdminClient } from '../admin-client/client.ts'
import { siteClient, siteClientId } from '../provisioner/library-site.ts'
import type { Person } from './sign-in.ts'

/** A provider under test. */
export interface Tested {
  readonly kind: 'embedded' | 'keycloak'
  /** Address of the realm, without a slash at its end. */
  readonly issuer: string
  /** Asked as the provisioner. */
  readonly admin: AdminClient
  /** Null for a provider of which nothing but the provisioner's secret is known. */
  readonly operator: Operator | null
}

/** What somebody does who looks after the provider. */
export interface Operator {
  /** A role as the provider knows it. */
  role(name: string): Promise<{ readonly id: string; readonly name: string }>
  /** Gives roles of staff, as the guide for operators says. */
  makeStaff(person: string, roles: readonly string[]): Promise<void>
}

/** One of our clients, as the realm file has it. */
export interface Client {
  readonly id: string
  readonly redirect: string
  readonly origin: string
  readonly signedOut: string
}

const clientOf = (id: string, origin: string): Client => ({
  id,
  origin,
  redirect: `${origin}/auth/callback`,
  signedOut: `${origin}/auth/signed-out`,
})

export const portal = clientOf('ndl-portal', 'http://localhost:8080')
/** Staff; the same origin while everything runs on one machine. */
export const staffConsole = clientOf('ndl-console', 'http://localhost:8080')
/** A library's own site, made by the suite as the provisioner makes it. */
export const site = clientOf(siteClientId('suite'), 'https://library.example.org')

/** What a person of the suite is. */
export interface PersonWanted {
  readonly device?: boolean
  /** Realm roles of staff, beside the one that everybody has; only where there is an operator. */
  readonly roles?: readonly string[]
  readonly attributes?: Readonly<Record<string, readonly string[]>>
}

/** Makes a person with a name of their own, so that suites do not lock each other out. */
export async function makePerson(
  { admin, operator }: Pick<Tested, 'admin' | 'operator'>,
  { device = false, roles = [], attributes = {} }: PersonWanted = {},
): Promise<Person> {
  const username = `suite/${randomBytes(6).toString('hex')}`
  const password = `p-${randomBytes(9).toString('base64url')}`
  const secret = device ? randomBytes(10).toString('hex') : null
  const id = await admin.post('/users', {
    username,
    enabled: true,
    attributes,
    credentials: [
      { type: 'password', value: password, temporary: false },
      ...(secret === null
        ? []
        : [
            {
              type: 'otp',
              secretData: JSON.stringify({ value: secret }),
              credentialData: JSON.stringify({
                subType: 'totp',
                digits: 6,
                period: 30,
                counter: 0,
                algorithm: 'HmacSHA1',
              }),
            },
          ]),
    ],
  })
  if (id === null) throw new Error('the provider does not say whom it made')
  if (roles.length > 0) await operator?.makeStaff(id, roles)
  return { id, username, password, device: secret }
}

/** Makes the client of a library's site, unless it is there. */
export async function makeSite(
  { admin }: Pick<Tested, 'admin'>,
  code = 'suite',
  origins: readonly string[] = [site.origin],
): Promise<void> {
  try {
    const library = { code, name: 'Suite Library', origins }
    await admin.post('/clients', siteClient(library, portal.origin))
  } catch (error) {
    if (!(error instanceof AdminRefused && error.status === 409)) throw error
  }
}

/** A request to sign in, and what must be kept to use its answer. */
export interface Request {
  readonly address: URL
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** What our front end asks, with some parameters otherwise; null leaves one out. */
export function requestOf(
  { issuer }: Tested,
  client: Client,
  other: Readonly<Record<string, string | null>> = {},
): Request {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(12).toString('base64url')
  const nonce = randomBytes(12).toString('base64url')
  const parameters = {
    client_id: client.id,
    redirect_uri: client.redirect,
    response_type: 'code',
    response_mode: 'query',
    scope: 'openid',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...other,
  }
  const address = new URL(`${issuer}/protocol/openid-connect/auth`)
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) address.searchParams.set(name, value)
  return { address, verifier, state, nonce }
}

/** Asks an endpoint of the protocol with a form. */
export function post(
  { issuer }: Tested,
  endpoint: 'token' | 'logout' | 'revoke' | 'token/introspect',
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${issuer}/protocol/openid-connect/${endpoint}`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(30_000),
  })
}
