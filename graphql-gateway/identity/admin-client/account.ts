// One account by its subject, asked of the provider's admin interface as the provisioner: its facts, and its end.
import { z } from 'zod'
import type { AdminClient } from './client.ts'

/** What a provider knows of a person, as the person may see it. */
export interface AccountFacts {
  readonly username: string
  readonly enabled: boolean
  /** Name, home library and band of age; those that are set. */
  readonly attributes: Readonly<Record<string, string>>
  /** ISO 8601; null where the provider does not tell. */
  readonly createdAt: string | null
}

/** Every call may be repeated; an account that is not there any more is as it was wanted. Errors: `AdminUnavailable`, `AdminRefused`. */
export interface AccountsById {
  /** Null when there is none. */
  facts(subject: string): Promise<AccountFacts | null>
  /** Nobody signs in to it from then on, and whoever is signed in is so no more. */
  disable(subject: string): Promise<void>
  remove(subject: string): Promise<void>
  /** Accounts of staff are out of the provisioner's reach. */
  isStaff(subject: string): Promise<boolean>
}

/** Kept whole, because Keycloak takes what is not sent for what is to go. */
const user = z.looseObject({
  username: z.string(),
  enabled: z.boolean(),
  createdTimestamp: z.number().optional(),
  attributes: z.record(z.string(), z.array(z.string())).optional(),
})

const roles = z.array(z.looseObject({ name: z.string() }))
/** Attributes that say something to the person; the others are notes of programs. */
const shown = ['display_name', 'home_library', 'age_band'] as const

export function accountsById(open: () => Promise<AdminClient>): AccountsById {
  const at = (subject: string): string => `/users/${encodeURIComponent(subject)}`
  return {
    async facts(subject) {
      const found = await (await open()).get(at(subject), user)
      if (found === null) return null
      const { username, enabled, createdTimestamp, attributes = {} } = found
      return {
        username,
        enabled,
        attributes: Object.fromEntries(
          shown.flatMap((name) => {
            const value = attributes[name]?.[0]
            return value === undefined ? [] : [[name, value]]
          }),
        ),
        createdAt: createdTimestamp === undefined ? null : new Date(createdTimestamp).toISOString(),
      }
    },
    async disable(subject) {
      const admin = await open()
      const found = await admin.get(at(subject), user)
      if (found === null) return
      if (found.enabled) await admin.put(at(subject), { ...found, enabled: false })
      // A Keycloak lets those who are signed in stay.
      await admin.post(`${at(subject)}/logout`, {})
    },
    async isStaff(subject) {
      const given = await (await open()).get(`${at(subject)}/role-mappings/realm`, roles)
      return given?.some(({ name }) => name === 'staff') ?? false
    },
    async remove(subject) {
      const admin = await open()
      if ((await admin.get(at(subject), user)) !== null) await admin.delete(at(subject))
    },
  }
}
