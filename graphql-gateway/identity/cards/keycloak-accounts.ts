// Cards open accounts of a Keycloak, by its admin interface and with the rights of the provisioner.
import { z } from 'zod'
import { AdminRefused, AdminUnavailable, type AdminClient } from '../admin-client/client.ts'
import type { CardAccounts } from './card.ts'

/** Names the activation that made an account; readers neither see nor change it. */
const madeFor = 'card_activation'
const role = 'reader-verified'
/** Longest name that the realm's user profile admits. */
const longestName = 80

const users = z.array(
  z.object({
    id: z.string(),
    enabled: z.boolean(),
    attributes: z.record(z.string(), z.array(z.string())).optional(),
  }),
)
type User = z.infer<typeof users>[number]
const roles = z.array(z.object({ id: z.string(), name: z.string() }))

/** The realm lacks something that cards need. The message says what an operator should do. */
class OutdatedRealm extends Error {
  override readonly name = 'OutdatedRealm'
}

/**
 * Every call goes the same way, whether the account is there or not, so that one that was cut short is taken up by the
 * next. `failed` is told why an answer is `away`.
 */
export function accountsOfKeycloak(admin: AdminClient, failed: (error: Error) => void): CardAccounts {
  const find = async (username: string): Promise<User | null> => {
    const found = await admin.get(`/users?username=${encodeURIComponent(username)}&exact=true`, users)
    return found?.[0] ?? null
  }

  const exists = async (id: string): Promise<boolean> =>
    (await admin.get(`/users/${encodeURIComponent(id)}`, z.object({ id: z.string() }))) !== null

  /** Its id; null when somebody else was quicker. */
  const make = async (user: object): Promise<string | null> => {
    try {
      return await admin.post('/users', user)
    } catch (error) {
      if (error instanceof AdminRefused && error.status === 409) return null
      throw error
    }
  }

  const giveRole = async (id: string): Promise<void> => {
    const path = `/users/${id}/role-mappings/realm`
    const missing = (await admin.get(`${path}/available`, roles))?.find(({ name }) => name === role)
    if (missing !== undefined) return void (await admin.post(path, [missing]))
    if ((await admin.get(path, roles))?.some(({ name }) => name === role)) return
    throw new OutdatedRealm(`The realm has no role ${role}: bring it to what ndl-realm.json has.`)
  }

  const setPassword = async (id: string, value: string): Promise<boolean> => {
    try {
      await admin.put(`/users/${id}/reset-password`, { type: 'password', value, temporary: false })
      return true
    } catch (error) {
      if (error instanceof AdminRefused && error.status === 400) return false
      throw error
    }
  }

  const open: CardAccounts['open'] = async ({ reserved, username, password, attributes }) => {
    const before = await find(username)
    // Without a password nobody can sign in: what comes between here and there may be repeated.
    const made =
      before === null
        ? await make({
            username,
            enabled: true,
            attributes: { ...profileOf(attributes), [madeFor]: [reserved] },
          })
        : null
    const user = before ?? (await find(username))
    if (user === null) throw new AdminUnavailable('the account is gone that was there just now')
    if (user.id !== reserved && user.attributes?.[madeFor]?.[0] !== reserved) {
      if (made === null) return 'taken'
      // Left there, it would be taken for somebody else's.
      await admin.delete(`/users/${made}`)
      throw new OutdatedRealm(
        `The realm's user profile has no attribute ${madeFor}: bring it to what ndl-realm.json has.`,
      )
    }
    if (!user.enabled) return 'taken'
    await giveRole(user.id)
    if (!(await setPassword(user.id, password))) return 'password-refused'
    // Whoever knew the old password may be signed in with it.
    if (before !== null) await admin.post(`/users/${user.id}/logout`, {})
    return { account: user.id }
  }

  const rename = async (user: User): Promise<void> => {
    try {
      await admin.put(`/users/${user.id}`, { ...user, username: user.id })
    } catch (error) {
      if (!(error instanceof AdminRefused) || error.status !== 400) throw error
      throw new OutdatedRealm(
        'The realm lets no administrator change the name of an account: bring it to what ndl-realm.json has.',
      )
    }
  }

  const release: CardAccounts['release'] = async ({ account, username }) => {
    const user = await find(username)
    if (user !== null && (user.id === account || user.attributes?.[madeFor]?.[0] === account)) {
      const path = `/users/${user.id}`
      const held = await admin.get(`${path}/role-mappings/realm`, roles)
      const given = held?.filter(({ name }) => name === role) ?? []
      // Called by its id, under which no reader signs in. First of all, for the name is how an earlier call is known.
      await admin.post(`${path}/logout`, {})
      if (given.length > 0) await admin.delete(`${path}/role-mappings/realm`, given)
      await rename(user)
      await admin.post(`${path}/logout`, {})
    }
    return 'released'
  }

  const orAway = async <T>(answer: Promise<T>): Promise<T | 'away'> => {
    try {
      return await answer
    } catch (error) {
      const known =
        error instanceof AdminRefused || error instanceof AdminUnavailable || error instanceof OutdatedRealm
      if (!known) throw error
      failed(error)
      return 'away'
    }
  }

  return {
    has: (account) => orAway(exists(account)),
    open: (account) => orAway(open(account)),
    release: (card) => orAway(release(card)),
    addName: null,
  }
}

/** Signs that Keycloak's user profile refuses in names of people: a library may write `林晚晴(2)`. */
const refusedSigns = /[<>&"$%!#?§;*~/\\|^=[\]{}()\p{Cc}\u2028\u2029]+/gu

function profileOf(
  attributes: Parameters<CardAccounts['open']>[0]['attributes'],
): Record<string, readonly string[]> {
  const { display_name: written, home_library: library, age_band: age } = attributes
  const name = written.replace(refusedSigns, ' ').replace(/\s+/gu, ' ').trim()
  const signs = [...name]
  // Keycloak counts as Java does: a rare character is two.
  while (signs.join('').length > longestName) signs.pop()
  const shown = signs.join('').trim()
  return { ...(shown === '' ? {} : { display_name: [shown] }), home_library: [library], age_band: [age] }
}
