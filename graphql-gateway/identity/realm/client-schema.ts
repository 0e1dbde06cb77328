// Clients of a realm file: Keycloak's own four, and ours, which are held to more.
import { isLoopback } from '@shuxiang/process/asking-address'
import { z } from 'zod'
import { permissionsSchema } from './permissions-schema.ts'
import { mapperSchema } from './scope-schema.ts'

const name = z.string().min(1).max(120)
const flag = z.enum(['true', 'false'])

/** Clients that every Keycloak realm has; they are in the file because a list of scopes strips them of theirs. */
export const keycloakClients: ReadonlySet<string> = new Set([
  'account',
  'account-console',
  'admin-cli',
  'security-admin-console',
])

/** The longest address that a client may have. */
const addressBound = 500

/** An exact address: no pattern, no fragment, no user, and in clear text on this machine only. */
export function isExactAddress(address: string): boolean {
  if (address.length > addressBound || address.includes('*') || !URL.canParse(address)) return false
  const { protocol, hostname, hash, username, password } = new URL(address)
  if (hash !== '' || username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

const attributes = z.strictObject({
  'access.token.header.type.rfc9068': flag.optional(),
  'access.token.lifespan': z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  'backchannel.logout.revoke.offline.tokens': flag.optional(),
  'backchannel.logout.session.required': flag.optional(),
  'backchannel.logout.url': z.string().max(addressBound).optional(),
  'client.session.max.lifespan': z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  'client.use.lightweight.access.token.enabled': flag.optional(),
  'default.acr.values': z.enum(['1', '2']).optional(),
  'minimum.acr.value': z.enum(['1', '2']).optional(),
  'pkce.code.challenge.method': z.literal('S256').optional(),
  /** Addresses, `##` between them; `+` for those of `redirectUris`. */
  'post.logout.redirect.uris': z.string().max(4_000).optional(),
  'request.object.signature.alg': z.literal('RS256').optional(),
})

/** The fields of a client. */
export const clientFields = z.strictObject({
  clientId: z.string().regex(/^[a-z][a-z0-9-]{0,80}$/),
  name: name.optional(),
  enabled: z.boolean(),
  protocol: z.literal('openid-connect'),
  rootUrl: z.string().max(addressBound).optional(),
  baseUrl: z.string().max(addressBound).optional(),
  publicClient: z.boolean(),
  bearerOnly: z.boolean().optional(),
  clientAuthenticatorType: z.literal('client-secret').optional(),
  standardFlowEnabled: z.boolean(),
  implicitFlowEnabled: z.literal(false),
  directAccessGrantsEnabled: z.boolean(),
  serviceAccountsEnabled: z.boolean(),
  authorizationServicesEnabled: z.literal(true).optional(),
  authorizationSettings: permissionsSchema.optional(),
  fullScopeAllowed: z.boolean(),
  redirectUris: z.array(z.string().max(addressBound)).max(20).optional(),
  webOrigins: z.array(z.string().max(addressBound)).max(20).optional(),
  attributes: attributes.optional(),
  protocolMappers: z.array(mapperSchema).max(10).optional(),
  defaultClientScopes: z.array(name).max(20),
  optionalClientScopes: z.array(name).max(20),
})

type Fields = z.infer<typeof clientFields>

/** Addresses to which a client may send people after signing out. */
export function signedOutAddresses(client: {
  readonly attributes?: { readonly 'post.logout.redirect.uris'?: string | undefined } | undefined
  readonly redirectUris?: readonly string[] | undefined
}): readonly string[] {
  const given = client.attributes?.['post.logout.redirect.uris'] ?? ''
  return given
    .split('##')
    .filter((address) => address !== '')
    .flatMap((address) => (address === '+' ? (client.redirectUris ?? []) : [address]))
}

/** What is wrong with a client of ours, a sentence each. */
export function faultsOf(client: Fields): readonly string[] {
  const faults: string[] = []
  if (client.fullScopeAllowed) faults.push('fullScopeAllowed gives it every role')
  if (client.directAccessGrantsEnabled) faults.push('direct grants take passwords past the sign-in page')
  const addresses = [...(client.redirectUris ?? []), ...signedOutAddresses(client)]
  const told = client.attributes?.['backchannel.logout.url']
  if (told !== undefined && !isExactAddress(told)) faults.push(`${told} is not an exact, safe address`)
  for (const address of addresses)
    if (!isExactAddress(address)) faults.push(`${address} is not an exact, safe address`)
  for (const origin of client.webOrigins ?? [])
    if (!isExactAddress(origin) || new URL(origin).origin !== origin) faults.push(`${origin} is no origin`)
  if (!client.standardFlowEnabled) {
    if (addresses.length > 0) faults.push('it has addresses but nobody signs in with it')
    return faults
  }
  if (!client.publicClient) faults.push('a client in a browser keeps no secret: it is public')
  if (addresses.length === 0) faults.push('it needs an address to return to')
  if (client.attributes?.['pkce.code.challenge.method'] !== 'S256') faults.push('it needs PKCE with S256')
  if (client.attributes?.['access.token.header.type.rfc9068'] !== 'true')
    faults.push('its access tokens need the type at+jwt')
  if (client.attributes?.['request.object.signature.alg'] !== 'RS256')
    faults.push('it would take unsigned request objects')
  return faults
}

/** A client; those that are not Keycloak's own are held to `faultsOf`. */
export const clientSchema = clientFields.superRefine((client, context) => {
  if (keycloakClients.has(client.clientId)) return
  for (const message of faultsOf(client)) context.addIssue({ code: 'custom', message })
})
