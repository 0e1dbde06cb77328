// `/users`: accounts, for the program that activates cards, and their proofs, roles and sessions.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { attributeNames } from '../people/index.ts'
import { type Account, type Attributes, codeOf, foldName, requiredActions, stepAt } from '../people/index.ts'
import { admits, type ProfileAttribute } from '../realm/index.ts'
import { endSessionsOf } from '../provider/end-session.ts'
import {
  type AdminAnswer,
  type AdminRequest,
  done,
  found,
  nothing,
  pageIn,
  refused,
  wrong,
} from './answer.ts'
import { type Credential, credentialSchema, deviceSecret } from './credentials.ts'
import type { UserParts } from './user-parts.ts'
import { roles, sessionsOf } from './user-roles-and-sessions.ts'

const values = z.record(z.string().max(60), z.array(z.string().max(400)).max(20))
const user = z.object({
  username: z.string().max(200).optional(),
  enabled: z.boolean().optional(),
  attributes: values.optional(),
  requiredActions: z.array(z.enum(requiredActions)).max(10).optional(),
  credentials: z.array(credentialSchema).max(5).optional(),
})
type User = z.infer<typeof user>

const shown = (account: Account): object => ({
  id: account.id,
  username: account.username,
  enabled: account.enabled,
  totp: account.hasDevice,
  emailVerified: false,
  createdTimestamp: account.createdAt.getTime(),
  requiredActions: account.requiredActions,
  attributes: Object.fromEntries(
    Object.entries(account.attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value]]],
    ),
  ),
})

export async function answerUsers(parts: UserParts, request: AdminRequest): Promise<AdminAnswer> {
  const { method, parts: path, query, by } = request
  const [, id, what, ...rest] = path
  if (id === undefined)
    return method === 'GET'
      ? list(parts, query)
      : method === 'POST'
        ? make(parts, request)
        : refused(405, 'method not allowed')
  const account = await parts.people.find(id)
  if (account === null) return nothing('User')
  // Whoever sets the password of staff is staff.
  if (method !== 'GET' && !account.roles.every((role) => by.gives.has(role) || parts.standardRoles.has(role)))
    return refused(
      403,
      "the account has roles that are not this client's to give: it is looked after by others",
    )
  const object = `account:${id}`
  switch (what) {
    case undefined:
      if (method === 'GET') return found(shown(account))
      if (method === 'PUT') return change(parts, request, account)
      if (method !== 'DELETE') return refused(405, 'method not allowed')
      await by.note({ action: 'account.remove', object })
      await endSessionsOf(parts, id)
      return (await parts.people.remove(id)) ? done : nothing('User')
    case 'credentials':
      return credentials(parts, request, account)
    case 'reset-password':
      return method === 'PUT' ? resetPassword(parts, request, account) : refused(405, 'method not allowed')
    case 'logout':
      if (method !== 'POST') return refused(405, 'method not allowed')
      await by.note({ action: 'account.sessions.end', object })
      await endSessionsOf(parts, id)
      return done
    case 'sessions':
      return method === 'GET' ? sessionsOf(parts, account) : refused(405, 'method not allowed')
    case 'role-mappings':
      return rest[0] === 'realm'
        ? roles(parts, request, account, rest[1] === 'available')
        : nothing('Resource')
    default:
      return nothing('Resource')
  }
}

/** By name, exactly; or in pages, by the beginning of the name. */
async function list({ people }: UserParts, query: URLSearchParams): Promise<AdminAnswer> {
  const username = query.get('username')
  if (username !== null && query.get('exact') === 'true') {
    const one = await people.findByUsername(username)
    return found(one === null ? [] : [shown(one)])
  }
  const page = pageIn(query)
  if (page === null) return refused(400, 'first or max is no number, or too large')
  const startsWith = foldName(username ?? query.get('search') ?? '')
  const accounts: Account[] = []
  let after: string | null = null
  const wanted = page.first + page.max
  while (accounts.length < wanted) {
    const next: readonly Account[] = await people.page({
      first: Math.min(500, wanted - accounts.length),
      after,
      ...(startsWith === '' ? {} : { startsWith }),
    })
    accounts.push(...next)
    after = next.at(-1)?.username ?? null
    if (after === null) break
  }
  return found(accounts.slice(page.first).map(shown))
}

async function make(parts: UserParts, { body, by }: AdminRequest): Promise<AdminAnswer> {
  const parsed = user.safeParse(body)
  if (!parsed.success) return wrong(parsed.error)
  const given = parsed.data
  const username = foldName(given.username ?? '')
  const fault = faultIn(parts.profile, { username: [username], ...given.attributes })
  if (fault !== null) return refused(400, fault)
  const password = given.credentials?.find(({ type }) => type === 'password')
  if (password !== undefined && !isPassword(password, username))
    return refused(400, 'invalidPasswordMinLengthMessage')
  const id = randomUUID()
  await by.note({ action: 'account.make', object: `account:${id}` })
  const account = await parts.people.create({
    id,
    username,
    enabled: given.enabled ?? true,
    attributes: attributesIn(given),
    requiredActions: [
      ...new Set([
        ...(given.requiredActions ?? []),
        ...(password?.temporary ? (['UPDATE_PASSWORD'] as const) : []),
      ]),
    ],
    ...(password?.value === undefined ? {} : { password: password.value }),
  })
  if (account === 'taken') return refused(409, 'User exists with same username')
  for (const one of given.credentials ?? []) {
    const secret = deviceSecret(one)
    // The step before now's: now's code is still good for a sign-in.
    if (secret !== null)
      await parts.people.enrolDevice(account.id, secret, codeOf(secret, stepAt(parts.now()) - 1))
  }
  return { status: 201, location: `users/${account.id}` }
}

async function change(parts: UserParts, { body, by }: AdminRequest, account: Account): Promise<AdminAnswer> {
  const parsed = user.safeParse(body)
  if (!parsed.success) return wrong(parsed.error)
  const { username, enabled, attributes, requiredActions: actions } = parsed.data
  const renamed = username !== undefined && foldName(username) !== account.username
  // The one new name that an account may have: its card was given to somebody else.
  if (renamed && (username !== account.id || account.names.length > 1))
    return refused(400, 'an account keeps its name, or is called by its id')
  const fault = faultIn(parts.profile, attributes ?? {})
  if (fault !== null) return refused(400, fault)
  await by.note({
    action: 'account.change',
    object: `account:${account.id}`,
    details: { fields: Object.keys(parsed.data).join(' '), ...(enabled === undefined ? {} : { enabled }) },
  })
  if (renamed) await parts.people.removeName(account.id, account.username, { keeping: () => true })
  await parts.people.update(account.id, {
    ...(enabled === undefined ? {} : { enabled }),
    ...(attributes === undefined ? {} : { attributes: attributesIn(parsed.data) }),
    ...(actions === undefined ? {} : { requiredActions: actions }),
  })
  if (enabled === false) await endSessionsOf(parts, account.id)
  return done
}

async function credentials(
  { people }: UserParts,
  { method, parts, by }: AdminRequest,
  account: Account,
): Promise<AdminAnswer> {
  const one = parts[3]
  const all = [
    { id: `${account.id}-password`, type: 'password' },
    ...(account.hasDevice ? [{ id: `${account.id}-otp`, type: 'otp' }] : []),
  ]
  if (one === undefined) return method === 'GET' ? found(all) : refused(405, 'method not allowed')
  if (method !== 'DELETE') return refused(405, 'method not allowed')
  if (!account.hasDevice || one !== `${account.id}-otp`) return nothing('Credential')
  await by.note({ action: 'account.device.remove', object: `account:${account.id}` })
  return (await people.removeDevice(account.id)) ? done : nothing('Credential')
}

async function resetPassword(
  { people }: UserParts,
  { body, by }: AdminRequest,
  account: Account,
): Promise<AdminAnswer> {
  const parsed = credentialSchema.safeParse(body)
  if (!parsed.success) return wrong(parsed.error)
  const { value, temporary = false } = parsed.data
  if (value === undefined || !isPassword(parsed.data, account.username))
    return refused(400, 'invalidPasswordMinLengthMessage')
  await by.note({ action: 'account.password', object: `account:${account.id}` })
  return (await people.setPassword(account.id, value, { temporary })) ? done : nothing('User')
}

/** Attributes outside of the profile are dropped, as Keycloak drops them. */
function attributesIn({ attributes = {} }: User): Partial<Attributes> {
  const one = (name: (typeof attributeNames)[number]): string | undefined => attributes[name]?.[0]
  return {
    display_name: one('display_name'),
    home_library: one('home_library'),
    age_band: one('age_band'),
    card_activation: one('card_activation'),
  }
}

function faultIn(
  profile: ReadonlyMap<string, ProfileAttribute>,
  given: Readonly<Record<string, readonly string[]>>,
): string | null {
  for (const [name, list] of Object.entries(given)) {
    const attribute = profile.get(name)
    if (attribute !== undefined && (list.length !== 1 || !admits(attribute, list[0] ?? '')))
      return `error-invalid-value: ${name}`
  }
  return null
}

/** The realm's policy: eight characters, and not the name. */
const isPassword = ({ value = '' }: Credential, username: string): boolean =>
  [...value].length >= 8 && value !== username
