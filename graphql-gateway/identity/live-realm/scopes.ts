// Client scopes, what they put into tokens, and the ceilings of roles that hang on them.
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { keycloakClients } from '../realm/client-schema.ts'
import type { Realm } from '../realm/index.ts'
import { keycloakScopes } from '../realm/scope-schema.ts'
import { roleNamed } from './roles.ts'
import {
  clientIdOf,
  differences,
  isRecord,
  named,
  type Named,
  type Section,
  type Step,
  there,
  without,
} from './step.ts'

type Mapper = NonNullable<Realm['clientScopes'][number]['protocolMappers']>[number]

/** Every scope by its name; there are a dozen or two. */
export async function scopesOf(admin: AdminClient): Promise<ReadonlyMap<string, Named>> {
  const found = (await admin.get('/client-scopes', z.array(named))) ?? []
  return new Map(found.map((scope) => [scope.name, scope]))
}

export const scopes: Section = {
  name: 'client scopes',
  async plan({ realm, admin }) {
    const live = await scopesOf(admin)
    const steps: Step[] = []
    for (const scope of realm.clientScopes) {
      const there = live.get(scope.name)
      if (there === undefined) {
        steps.push({
          said: `${scope.name}: new`,
          run: async () => void (await admin.post('/client-scopes', scope)),
        })
        continue
      }
      const { protocolMappers = [], ...own } = scope
      const path = `/client-scopes/${there.id}`
      const lines = differences(there, own)
      if (lines.length > 0) {
        const attributes = {
          ...(isRecord(there['attributes']) ? there['attributes'] : {}),
          ...own.attributes,
        }
        steps.push({
          said: `${scope.name}: ${lines.join('; ')}`,
          run: () => admin.put(path, { id: there.id, ...own, attributes }),
        })
      }
      const exact = !keycloakScopes.has(scope.name)
      steps.push(...(await mappers({ admin, owner: path, name: scope.name, wanted: protocolMappers, exact })))
    }
    for (const [kind, list] of [
      ['default', realm.defaultDefaultClientScopes],
      ['optional', realm.defaultOptionalClientScopes],
    ] as const) {
      const path = `/default-${kind}-client-scopes`
      const has = ((await admin.get(path, z.array(named))) ?? []).map(({ name }) => name)
      for (const name of without(list, has))
        steps.push({
          said: `${name}: ${kind} for new clients`,
          run: async () =>
            admin.put(`${path}/${there((await scopesOf(admin)).get(name), `the scope ${name}`).id}`, {}),
        })
    }
    return steps
  },
}

/** Mappers below a scope or a client. `exact`: what is more is taken away, for a mapper can put any role into a token. */
export async function mappers(options: {
  readonly admin: AdminClient
  readonly owner: string
  readonly name: string
  readonly wanted: readonly Mapper[]
  readonly exact: boolean
}): Promise<readonly Step[]> {
  const { admin, owner, name, wanted, exact } = options
  const path = `${owner}/protocol-mappers/models`
  const live = new Map(((await admin.get(path, z.array(named))) ?? []).map((one) => [one.name, one]))
  const known = new Set(wanted.map((mapper) => mapper.name))
  const more = exact ? [...live.values()].filter((mapper) => !known.has(mapper.name)) : []
  const gone = more.map((mapper) => ({
    said: `${name}: without ${mapper.name}`,
    run: () => admin.delete(`${path}/${mapper.id}`),
  }))
  const brought = wanted.flatMap((mapper) => {
    const present = live.get(mapper.name)
    if (present === undefined)
      return [
        { said: `${name}, ${mapper.name}: new`, run: async () => void (await admin.post(path, mapper)) },
      ]
    const lines = differences(present, mapper)
    if (lines.length === 0) return []
    const config = { ...(isRecord(present['config']) ? present['config'] : {}), ...mapper.config }
    return [
      {
        said: `${name}, ${mapper.name}: ${lines.join('; ')}`,
        run: () => admin.put(`${path}/${present.id}`, { ...present, ...mapper, config }),
      },
    ]
  })
  return [...gone, ...brought]
}

/** The roles that a token may carry: the file says all of them, so that what is more is taken away. */
export const ceilings: Section = {
  name: 'roles that tokens may carry',
  async plan({ realm, admin }) {
    const live = await scopesOf(admin)
    const steps: Step[] = []
    for (const { clientScope, roles } of realm.scopeMappings) {
      const find = async (): Promise<string> =>
        `/client-scopes/${there((await scopesOf(admin)).get(clientScope), `the scope ${clientScope}`).id}/scope-mappings/realm`
      const has = live.has(clientScope) ? ((await admin.get(await find(), z.array(named))) ?? []) : []
      steps.push(
        ...roleSteps({
          admin,
          what: clientScope,
          wanted: roles,
          has,
          find,
          role: (name) => roleNamed(admin, name),
        }),
      )
    }
    for (const [container, list] of Object.entries(realm.clientScopeMappings))
      for (const { client, roles } of list)
        steps.push(
          ...(await clientRoleSteps({
            admin,
            what: `${client}, roles of ${container}`,
            wanted: roles,
            container,
            exact: !keycloakClients.has(client),
            owner: async () => {
              const id = await clientIdOf(admin, client)
              return id === null ? null : `/clients/${id}/scope-mappings`
            },
          })),
        )
    return steps
  },
}

/** Roles of a client below an owner, such as an account; `exact`: what is more is taken away. */
export async function clientRoleSteps(options: {
  readonly admin: AdminClient
  readonly what: string
  readonly wanted: readonly string[]
  readonly container: string
  readonly exact: boolean
  /** Null while there is no owner. */
  readonly owner: () => Promise<string | null>
}): Promise<readonly Step[]> {
  const { admin, container, owner, wanted, exact, what } = options
  const path = async (): Promise<string | null> => {
    const [base, id] = [await owner(), await clientIdOf(admin, container)]
    return base === null || id === null ? null : `${base}/clients/${id}`
  }
  const present = await path()
  const found = present === null ? [] : ((await admin.get(present, z.array(named))) ?? [])
  return roleSteps({
    admin,
    what,
    wanted,
    has: exact ? found : found.filter(({ name }) => wanted.includes(name)),
    find: async () => there(await path(), `the owner of ${what}`),
    role: async (name) =>
      admin.get(`/clients/${await clientIdOf(admin, container)}/roles/${encodeURIComponent(name)}`, named),
  })
}

function roleSteps(options: {
  readonly admin: AdminClient
  readonly what: string
  readonly wanted: readonly string[]
  readonly has: readonly Named[]
  readonly find: () => Promise<string>
  readonly role: (name: string) => Promise<{ readonly id: string } | null>
}): readonly Step[] {
  const { admin, what, wanted, has, find, role } = options
  const missing = without(
    wanted,
    has.map(({ name }) => name),
  )
  const more = has.filter(({ name }) => !wanted.includes(name))
  return [
    ...missing.map((name) => ({
      said: `${what}: with ${name}`,
      run: async () => void (await admin.post(await find(), [there(await role(name), `the role ${name}`)])),
    })),
    ...more.map((one) => ({
      said: `${what}: without ${one.name}`,
      run: async () => admin.delete(await find(), [one]),
    })),
  ]
}
