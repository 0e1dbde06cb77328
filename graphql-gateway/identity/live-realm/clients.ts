// Clients of the file: the portal, the console, the gateway, the provisioner, and Keycloak's own four.
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { keycloakClients } from '../realm/client-schema.ts'
import type { RealmClient } from '../realm/index.ts'
import { clientRoleSteps, mappers, scopesOf } from './scopes.ts'
import { at, clientIdOf, differences, type Section, type Step, there, thing, without } from './step.ts'

/** Keycloak makes it, with its list of things that may be permitted; the permissions have a section of their own. */
const permissionsClient = 'admin-permissions'

const names = z.array(z.string()).catch([])

export const clients: Section = {
  name: 'clients',
  async plan({ realm, admin }) {
    const steps: Step[] = []
    for (const client of realm.clients)
      if (client.clientId !== permissionsClient) steps.push(...(await one(admin, client)))
    return steps
  },
}

async function one(admin: AdminClient, client: RealmClient): Promise<readonly Step[]> {
  const {
    protocolMappers = [],
    defaultClientScopes,
    optionalClientScopes,
    authorizationServicesEnabled: _enabled,
    authorizationSettings: _settings,
    ...own
  } = client
  const { clientId } = client
  const [live] = (await admin.get(`/clients?clientId=${at(clientId)}`, z.array(thing))) ?? []
  if (live === undefined) {
    const whole = { ...own, protocolMappers, defaultClientScopes, optionalClientScopes }
    return [{ said: `${clientId}: new`, run: async () => void (await admin.post('/clients', whole)) }]
  }
  const path = `/clients/${live.id}`
  const lines = differences(live, own)
  return [
    ...(lines.length === 0
      ? []
      : // Fields that are not sent stay, a secret among them.
        [{ said: `${clientId}: ${lines.join('; ')}`, run: () => admin.put(path, { id: live.id, ...own }) }]),
    ...(await mappers({
      admin,
      owner: path,
      name: clientId,
      wanted: protocolMappers,
      exact: !keycloakClients.has(clientId),
    })),
    ...scopeSteps(admin, path, client, {
      default: names.parse(live['defaultClientScopes']),
      optional: names.parse(live['optionalClientScopes']),
    }),
  ]
}

const kinds = ['default', 'optional'] as const

/** Of a client of ours the file says all scopes; to one of Keycloak's an operator may have added some. */
function scopeSteps(
  admin: AdminClient,
  path: string,
  { clientId, defaultClientScopes, optionalClientScopes }: RealmClient,
  has: Readonly<Record<(typeof kinds)[number], readonly string[]>>,
): readonly Step[] {
  const wanted = { default: defaultClientScopes, optional: optionalClientScopes }
  const placeOf = async (kind: string, name: string): Promise<string> =>
    `${path}/${kind}-client-scopes/${there((await scopesOf(admin)).get(name), `the scope ${name}`).id}`
  const other = { default: 'optional', optional: 'default' } as const
  const gone = kinds.flatMap((kind) =>
    without(has[kind], wanted[kind])
      // One that changes its kind is taken from the other first.
      .filter((name) => !keycloakClients.has(clientId) || wanted[other[kind]].includes(name))
      .map((name) => ({
        said: `${clientId}: without the ${kind} scope ${name}`,
        run: async () => admin.delete(await placeOf(kind, name)),
      })),
  )
  const come = kinds.flatMap((kind) =>
    without(wanted[kind], has[kind]).map((name) => ({
      said: `${clientId}: with the ${kind} scope ${name}`,
      run: async () => admin.put(await placeOf(kind, name), {}),
    })),
  )
  return [...gone, ...come]
}

/** What the provisioner may do by rights of the realm: all of it is in the file, so that what is more is taken away. */
export const rights: Section = {
  name: 'rights of programs',
  async plan({ realm, admin }) {
    const steps: Step[] = []
    for (const { serviceAccountClientId: client, clientRoles } of realm.users)
      for (const [container, wanted] of Object.entries(clientRoles))
        steps.push(
          ...(await clientRoleSteps({
            admin,
            what: `${client}, rights of ${container}`,
            wanted,
            container,
            exact: true,
            owner: async () => {
              const id = await clientIdOf(admin, client)
              const account =
                id === null ? null : await admin.get(`/clients/${id}/service-account-user`, thing)
              return account === null ? null : `/users/${account.id}/role-mappings`
            },
          })),
        )
    return steps
  },
}
