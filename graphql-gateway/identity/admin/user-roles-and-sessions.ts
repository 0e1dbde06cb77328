// What hangs on an account in the admin interface: its roles and its sessions.
import { globalRoles } from '@shuxiang/permissions'
import { z } from 'zod'
import type { Account } from '../people/index.ts'
import { type AdminAnswer, type AdminRequest, done, found, idOf, refused, wrong } from './answer.ts'
import type { UserParts } from './user-parts.ts'

const shownRole = (name: string): object => ({
  id: idOf('role', name),
  name,
  composite: false,
  clientRole: false,
})

export async function sessionsOf({ sessions }: UserParts, { id, username }: Account): Promise<AdminAnswer> {
  const all = await sessions.sessionsOf(id)
  return found(
    all.map(({ uid, iat = 0, loginTs = 0, authorizations = {} }) => ({
      id: uid,
      userId: id,
      username,
      start: iat * 1000,
      lastAccess: loginTs * 1000,
      clients: Object.fromEntries(
        Object.keys(authorizations).map((client) => [idOf('client', client), client]),
      ),
    })),
  )
}

const roleList = z.array(z.object({ name: z.enum(globalRoles) })).max(20)

export async function roles(
  { people }: UserParts,
  { method, body, by }: AdminRequest,
  account: Account,
  available: boolean,
): Promise<AdminAnswer> {
  if (method === 'GET') {
    const listed = globalRoles.filter((role) =>
      available ? by.gives.has(role) && !account.roles.includes(role) : account.roles.includes(role),
    )
    return found(listed.map(shownRole))
  }
  if (available || (method !== 'POST' && method !== 'DELETE')) return refused(405, 'method not allowed')
  const parsed = roleList.safeParse(body)
  if (!parsed.success) return wrong(parsed.error)
  const named = new Set(parsed.data.map(({ name }) => name))
  // As the permissions of the realm file have it: a program that opens accounts makes nobody staff.
  const strange = [...named].find((role) => !by.gives.has(role))
  if (strange !== undefined) return refused(403, `the role ${strange} is not this client's to give or take`)
  await by.note({
    action: method === 'POST' ? 'account.role.give' : 'account.role.take',
    object: `account:${account.id}`,
    details: { roles: [...named].join(' ') },
  })
  const kept = account.roles.filter((role) => !named.has(role))
  await people.update(account.id, { roles: method === 'POST' ? [...kept, ...named] : kept })
  return done
}
