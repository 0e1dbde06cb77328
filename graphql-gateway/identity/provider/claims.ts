// What a token says: the mappers of a client's scopes, evaluated for one person. The same file makes Keycloak's tokens.
import type { Account } from '../people/index.ts'
import type { Realm, RealmClient, RealmScope } from '../realm/schema.ts'
import type { Mapper } from '../realm/scope-schema.ts'

/** Where claims go. */
export type Target = 'access' | 'id' | 'userinfo' | 'introspection'

/** How somebody signed in. Times in seconds. */
export interface SignedIn {
  readonly level: string
  readonly authenticatedAt: number
}

type Claims = Record<string, unknown>

const flagOf = {
  access: 'access.token.claim',
  id: 'id.token.claim',
  userinfo: 'userinfo.token.claim',
  introspection: 'introspection.token.claim',
} as const satisfies Record<Target, keyof Mapper['config']>

/** Scopes that a request may ask of a client. */
export function askableScopes(client: RealmClient): ReadonlySet<string> {
  return new Set(['openid', ...client.defaultClientScopes, ...client.optionalClientScopes])
}

/** The scopes that hold: the client's own, and what was asked of its optional ones. */
export function heldScopes(realm: Realm, client: RealmClient, asked: string): readonly RealmScope[] {
  const words = new Set(asked.split(' '))
  const names = new Set([
    ...client.defaultClientScopes,
    ...client.optionalClientScopes.filter((name) => words.has(name)),
  ])
  return realm.clientScopes.filter(({ name }) => names.has(name))
}

/** The `scope` of a token answer: `openid`, and those that say they are to be named. */
export function namedScopes(realm: Realm, client: RealmClient, asked: string): string {
  const named = heldScopes(realm, client, asked).filter(
    ({ attributes }) => attributes['include.in.token.scope'] !== 'false',
  )
  return ['openid', ...named.map(({ name }) => name)].join(' ')
}

/** The claims of a person for a client. */
export function claimsFor(
  realm: Realm,
  client: RealmClient,
  asked: string,
  person: { readonly account: Account; readonly signedIn: SignedIn | null },
  target: Target,
): Claims {
  const scopes = heldScopes(realm, client, asked)
  const roles = rolesUnder(realm, client, scopes, person.account)
  const claims: Claims = {}
  const audiences: string[] = []
  for (const { name, config, protocolMapper } of [
    ...scopes.flatMap(({ protocolMappers = [] }) => protocolMappers),
    ...(client.protocolMappers ?? []),
  ]) {
    if (config[flagOf[target]] !== 'true') continue
    const claim = config['claim.name'] ?? name
    switch (protocolMapper) {
      case 'oidc-sub-mapper':
        claims['sub'] = person.account.id
        break
      case 'oidc-acr-mapper':
        if (person.signedIn) claims['acr'] = person.signedIn.level
        break
      case 'oidc-usersessionmodel-note-mapper':
        if (config['user.session.note'] === 'AUTH_TIME' && person.signedIn)
          claims[claim] = person.signedIn.authenticatedAt
        break
      case 'oidc-audience-mapper':
        if (config['included.client.audience'] !== undefined)
          audiences.push(config['included.client.audience'])
        break
      case 'oidc-usermodel-attribute-mapper': {
        const value = attributeOf(person.account, config['user.attribute'])
        if (value !== undefined) claims[claim] = value
        break
      }
      case 'oidc-usermodel-realm-role-mapper':
        if (roles.length > 0) setDeep(claims, claim.split('.'), roles)
        break
      case 'oidc-full-name-mapper':
        if (person.account.attributes.display_name !== undefined)
          claims['name'] = person.account.attributes.display_name
        break
      // Keycloak's own consoles only, which the embedded provider does not have.
      case 'oidc-allowed-origins-mapper':
      case 'oidc-audience-resolve-mapper':
      case 'oidc-organization-membership-mapper':
      case 'oidc-usermodel-client-role-mapper':
      // Accounts of cards have no e-mail address.
      case 'oidc-usermodel-property-mapper':
        break
      default:
        protocolMapper satisfies never
    }
  }
  // Keycloak writes one audience as a string.
  if (audiences.length > 0) claims['aud'] = audiences.length === 1 ? audiences[0] : audiences
  return claims
}

function attributeOf(account: Account, name: string | undefined): string | undefined {
  switch (name) {
    case 'username':
      return account.username
    case 'display_name':
    case 'home_library':
    case 'age_band':
      return account.attributes[name]
    default:
      return undefined
  }
}

/** Roles of a person that a client may see: the ceiling that its scopes make. */
function rolesUnder(
  realm: Realm,
  client: RealmClient,
  scopes: readonly RealmScope[],
  { roles }: Account,
): readonly string[] {
  if (client.fullScopeAllowed) return roles
  const names = new Set(scopes.map(({ name }) => name))
  const ceiling = new Set(
    realm.scopeMappings
      .filter(({ clientScope }) => names.has(clientScope))
      .flatMap((mapping) => mapping.roles),
  )
  return roles.filter((role) => ceiling.has(role))
}

function setDeep(claims: Claims, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) return
  if (rest.length === 0) {
    claims[first] = value
    return
  }
  const inner: Claims = {}
  setDeep(inner, rest, value)
  claims[first] = inner
}
