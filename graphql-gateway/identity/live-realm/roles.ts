// Roles and groups: made where they are missing, never removed.
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { at, clientIdOf, named, type Section, type Step, there } from './step.ts'

const role = z
  .object({ id: z.string(), name: z.string(), description: z.string().optional() })
  .catchall(z.unknown())

export const roles: Section = {
  name: 'roles',
  async plan({ realm, admin }) {
    const steps: Step[] = []
    for (const { name, description = '' } of realm.roles.realm) {
      // Keycloak makes this one itself, without the words of the file.
      if (name === realm.defaultRole.name) continue
      steps.push(...(await oneRole(admin, '/roles', name, description)))
    }
    for (const [client, list] of Object.entries(realm.roles.client)) {
      const id = await clientIdOf(admin, client)
      if (id === null) continue
      for (const { name, description = '' } of list)
        steps.push(...(await oneRole(admin, `/clients/${id}/roles`, name, description)))
    }
    for (const { name, composites } of realm.roles.realm)
      for (const [client, list] of [
        [null, composites?.realm ?? []] as const,
        ...Object.entries(composites?.client ?? {}),
      ])
        for (const part of list) steps.push(...(await within(admin, name, client, part)))
    return steps
  },
}

async function oneRole(
  admin: AdminClient,
  path: string,
  name: string,
  description: string,
): Promise<readonly Step[]> {
  const live = await admin.get(`${path}/${at(name)}`, role)
  if (live === null)
    return [{ said: `${name}: new`, run: async () => void (await admin.post(path, { name, description })) }]
  if ((live.description ?? '') === description) return []
  return [
    {
      said: `${name}: ${live.description ?? ''} -> ${description}`,
      run: () => admin.put(`${path}/${at(name)}`, { ...live, description }),
    },
  ]
}

/** That who has a role has a part of it. */
async function within(
  admin: AdminClient,
  name: string,
  client: string | null,
  part: string,
): Promise<readonly Step[]> {
  const path = `/roles/${at(name)}/composites`
  const find = async () =>
    client === null
      ? admin.get(`/roles/${at(part)}`, role)
      : admin.get(`/clients/${await clientIdOf(admin, client)}/roles/${at(part)}`, role)
  const live = await find()
  const parts = (await admin.get(path, z.array(role))) ?? []
  if (live !== null && parts.some(({ id }) => id === live.id)) return []
  return [
    {
      said: `${name}: with ${client === null ? '' : `${client} `}${part}`,
      run: async () => void (await admin.post(path, [there(await find(), `the role ${part}`)])),
    },
  ]
}

export const groups: Section = {
  name: 'groups',
  async plan({ realm, admin }) {
    const steps: Step[] = []
    for (const { name } of realm.groups)
      if ((await groupNamed(admin, name)) === null)
        steps.push({
          said: `${name}: new`,
          run: async () => void (await admin.post('/groups', { name })),
        })
    return steps
  },
}

/** The id of a group at the top, null when there is none. */
export async function groupNamed(admin: AdminClient, name: string): Promise<string | null> {
  const found = await admin.get(`/groups?search=${at(name)}&exact=true`, z.array(named))
  return found?.find((group) => group.name === name)?.id ?? null
}

/** The id of a realm role, null when there is none. */
export async function roleNamed(admin: AdminClient, name: string): Promise<z.infer<typeof role> | null> {
  return admin.get(`/roles/${at(name)}`, role)
}
