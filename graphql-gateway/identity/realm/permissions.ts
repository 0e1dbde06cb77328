// What the permissions of the realm file say: who looks after accounts, and which roles it may give.
import type { Permission, Policy } from './permissions-schema.ts'
import type { Realm } from './schema.ts'

/** Policies and permissions of a realm. */
export function permissionsOf({ clients }: Pick<Realm, 'clients'>): {
  readonly policies: readonly Policy[]
  readonly permissions: readonly Permission[]
} {
  const all = clients.flatMap(({ authorizationSettings }) => authorizationSettings?.policies ?? [])
  return {
    policies: all.filter((one) => one.type === 'client'),
    permissions: all.filter((one) => one.type === 'scope'),
  }
}

/** Names of the roles that a client may give with the permissions of the file, and no others. */
export function rolesGivenBy(realm: Pick<Realm, 'clients' | 'roles'>, clientId: string): readonly string[] {
  const ids = permissionsFor(realm, clientId)
    .filter(({ config }) => config.scopes.includes('map-role'))
    .flatMap(({ config }) => config.resources)
  return realm.roles.realm
    .filter(({ id }) => id !== undefined && ids.includes(id))
    .map(({ name: role }) => role)
}

/** Whether a client may open, change and remove accounts with the permissions of the file. */
export const managesAccounts = (realm: Pick<Realm, 'clients'>, clientId: string): boolean =>
  permissionsFor(realm, clientId).some(
    ({ config: { resources, scopes: may } }) => resources.includes('Users') && may.includes('manage'),
  )

/** Names of the roles that every account has. */
export function standardRoles({
  roles,
  defaultRole,
}: Pick<Realm, 'roles' | 'defaultRole'>): readonly string[] {
  return roles.realm.find((role) => role.name === defaultRole.name)?.composites?.realm ?? []
}

/** Those of which all policies are about the client. */
function permissionsFor(realm: Pick<Realm, 'clients'>, clientId: string): readonly Permission[] {
  const { policies, permissions } = permissionsOf(realm)
  const its = new Set(
    policies
      .filter(({ logic, config }) => logic === 'POSITIVE' && config.clients.includes(clientId))
      .map((policy) => policy.name),
  )
  return permissions.filter(({ config }) => config.applyPolicies.every((policy) => its.has(policy)))
}
