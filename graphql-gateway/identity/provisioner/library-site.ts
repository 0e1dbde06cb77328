// What a library is to an identity provider: a client for its site, and an organization.
import { ownOrigin, siteOrigin } from '@shuxiang/vocabulary'
import { isExactAddress } from '../realm/index.ts'

/** A library whose site is served, with the addresses that were proved to be its own. */
export interface LibrarySite {
  /** Lower-case letters, digits and hyphens; the library's id in the catalogue. */
  readonly code: string
  readonly name: string
  /** Scheme, host and port of each address, the first one being what the site is known by. */
  readonly origins: readonly string[]
}

/** A library with the hosts of its own, which it has proved; the one that it is known by is the first. */
export interface NamedSite extends Pick<LibrarySite, 'code' | 'name'> {
  readonly hosts?: readonly string[]
}

/** Its own hosts, and the address that every library has and that needs no proof: below the host of all sites. */
export function siteOf({ code, name, hosts = [] }: NamedSite, sitesOrigin: string): LibrarySite {
  // On a machine without TLS only its own names are safe to come back to: another host is served there, without sign-in.
  const own = hosts.map((host) => ownOrigin(sitesOrigin, host)).filter(isExactAddress)
  return { code, name, origins: [...own, siteOrigin(sitesOrigin, code)] }
}

/** A site's client, in the fields that are ours. */
export interface SiteClient {
  readonly clientId: string
  readonly name: string
  readonly enabled: boolean
  readonly protocol: 'openid-connect'
  readonly publicClient: boolean
  readonly standardFlowEnabled: boolean
  readonly implicitFlowEnabled: boolean
  readonly directAccessGrantsEnabled: boolean
  readonly serviceAccountsEnabled: boolean
  readonly fullScopeAllowed: boolean
  readonly baseUrl: string
  readonly redirectUris: readonly string[]
  readonly webOrigins: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly defaultClientScopes: readonly string[]
  readonly optionalClientScopes: readonly string[]
}

/** A library's organization: for people who administer, no token reads it. */
export interface Organization {
  readonly name: string
  readonly alias: string
  readonly enabled: boolean
  /** Keycloak refuses an organization without one. */
  readonly domains: readonly { readonly name: string; readonly verified: boolean }[]
}

/** `site-` and the library's code; the gateway reads from it which library's site a token was made for. */
export const siteClientId = (code: string): string => `site-${code}`

/** Addresses that a site may have, at most; more is a mistake of somebody. */
const MOST_ORIGINS = 20

/** A library that cannot get a client. The message names it and says what to do. */
export class BadLibrary extends Error {
  override readonly name = 'BadLibrary'
}

/** Errors: `BadLibrary`. */
export function siteClient({ code, name, origins }: LibrarySite, gateway: string): SiteClient {
  const [first] = origins
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(code)) throw new BadLibrary(`${code} is no code of a library.`)
  if (first === undefined || origins.length > MOST_ORIGINS)
    throw new BadLibrary(`${code} has ${origins.length} addresses; give it one to ${MOST_ORIGINS}.`)
  for (const origin of origins)
    if (!isExactAddress(origin) || new URL(origin).origin !== origin)
      throw new BadLibrary(`${code}: ${origin.slice(0, 200)} is no https address of a site.`)
  return {
    clientId: siteClientId(code),
    name,
    enabled: true,
    protocol: 'openid-connect',
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    baseUrl: `${first}/`,
    redirectUris: origins.flatMap((origin) => [`${origin}/auth/callback`, `${origin}/auth/silent`]),
    webOrigins: origins,
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'access.token.header.type.rfc9068': 'true',
      'request.object.signature.alg': 'RS256',
      'post.logout.redirect.uris': origins.map((origin) => `${origin}/auth/signed-out`).join('##'),
      'backchannel.logout.url': `${gateway}/auth/backchannel-logout`,
      'backchannel.logout.session.required': 'true',
      'backchannel.logout.revoke.offline.tokens': 'true',
    },
    defaultClientScopes: ['basic', 'acr', 'ndl-reader-roles', 'ndl-gateway', 'reader-profile'],
    optionalClientScopes: [],
  }
}

export function organizationOf({ code, name, origins }: LibrarySite): Organization {
  const hosts = new Set(origins.map((origin) => new URL(origin).hostname))
  return {
    name,
    alias: code,
    enabled: true,
    domains: [...hosts].map((host) => ({ name: host, verified: true })),
  }
}
