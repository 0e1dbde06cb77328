// Fine-grained admin permissions: whose accounts the provisioner looks after, and which roles it may give.
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { permissionsOf, type Realm } from '../realm/index.ts'
import { groupNamed, roleNamed } from './roles.ts'
import { at, clientIdOf, named, type Section, shown, type Step, there, without } from './step.ts'

type Policy = ReturnType<typeof permissionsOf>['policies'][number]
type Permission = ReturnType<typeof permissionsOf>['permissions'][number]

const policyShape = z.object({ clients: z.array(z.string()).default([]), logic: z.string() }).loose()
const byId = z.array(
  z.object({ id: z.string().optional(), _id: z.string().optional(), name: z.string() }).loose(),
)

export const permissions: Section = {
  name: 'permissions',
  async plan({ realm, admin }) {
    const own = permissionsOf(realm)
    // Not there before the setting is made that makes it.
    const server = await serverOf(admin)
    const steps: Step[] = []
    for (const policy of own.policies) steps.push(...(await policySteps(admin, server, policy)))
    for (const permission of own.permissions)
      steps.push(...(await permissionSteps({ admin, realm, server }, permission)))
    return steps
  },
}

async function serverOf(admin: AdminClient): Promise<string | null> {
  const id = await clientIdOf(admin, 'admin-permissions')
  return id === null ? null : `/clients/${id}/authz/resource-server`
}

async function idOf(admin: AdminClient, server: string | null, name: string): Promise<string | null> {
  if (server === null) return null
  const found = await admin.get(`${server}/policy?name=${at(name)}&first=0&max=50`, z.array(named))
  return found?.find((policy) => policy.name === name)?.id ?? null
}

async function policySteps(
  admin: AdminClient,
  server: string | null,
  { name, description = '', logic, config }: Policy,
): Promise<readonly Step[]> {
  const id = await idOf(admin, server, name)
  const live = id === null ? null : await admin.get(`${server}/policy/client/${id}`, policyShape)
  const ids = await Promise.all(config.clients.map((client) => clientIdOf(admin, client)))
  const wanted = ids.map((one) => one ?? 'a client that is to be made')
  if (live !== null && live.logic === logic && same(live.clients, wanted)) return []
  return [
    {
      said: `${name}: ${live === null ? 'new' : `${live.logic} ${shown(live.clients)} -> ${logic} ${shown(wanted)}`}`,
      async run() {
        const path = `${there(await serverOf(admin), 'the client admin-permissions')}/policy/client`
        const clients = await Promise.all(
          config.clients.map(async (client) =>
            there(await clientIdOf(admin, client), `the client ${client}`),
          ),
        )
        const body = { name, description, logic, clients }
        if (id === null) await admin.post(path, body)
        else await admin.put(`${path}/${id}`, { id, ...body })
      },
    },
  ]
}

interface Parts {
  readonly admin: AdminClient
  readonly realm: Realm
  readonly server: string | null
}

async function permissionSteps(parts: Parts, permission: Permission): Promise<readonly Step[]> {
  const { admin, server } = parts
  const { name, config } = permission
  const id = await idOf(admin, server, name)
  const part = async (what: string): Promise<readonly string[]> =>
    ((await admin.get(`${server}/policy/${id}/${what}`, byId)) ?? []).map((one) => one.name)
  const things = await thingsOf(parts, permission)
  const wanted = {
    resources: things.map((one) => one ?? 'something that is to be made'),
    scopes: config.scopes,
    policies: config.applyPolicies,
  }
  const live =
    id === null
      ? null
      : {
          resources: await part('resources'),
          scopes: await part('scopes'),
          policies: await part('associatedPolicies'),
        }
  if (
    live !== null &&
    same(live.resources, wanted.resources) &&
    same(live.scopes, wanted.scopes) &&
    same(live.policies, wanted.policies)
  )
    return []
  return [
    {
      said: `${name}: ${live === null ? 'new' : `${shown(live)} -> ${shown(wanted)}`}`,
      async run() {
        const path = `${there(await serverOf(admin), 'the client admin-permissions')}/permission/scope`
        const found = await thingsOf(parts, permission)
        const all = config.resources.includes(config.defaultResourceType)
        const body = {
          name,
          resourceType: config.defaultResourceType,
          scopes: config.scopes,
          policies: config.applyPolicies,
          ...(all ? {} : { resources: found.map((one) => there(one, `what ${name} is about`)) }),
        }
        if (id === null) await admin.post(path, body)
        else await admin.put(`${path}/${id}`, { id, ...body })
      },
    },
  ]
}

/** What a permission is about, as the live realm calls it: a type by its name, a role or a group by its own id there. */
async function thingsOf(
  { admin, realm }: Pick<Parts, 'admin' | 'realm'>,
  { config }: Permission,
): Promise<readonly (string | null)[]> {
  return Promise.all(
    config.resources.map(async (one) => {
      const role = realm.roles.realm.find(({ id }) => id === one)
      if (role !== undefined) return (await roleNamed(admin, role.name))?.id ?? null
      const group = realm.groups.find(({ id }) => id === one)
      return group === undefined ? one : groupNamed(admin, group.name)
    }),
  )
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  without(some, others).length === 0 && without(others, some).length === 0
