// Sessions of one account, asked of the provider's admin interface as the provisioner, and their end.
import { z } from 'zod'
import { AdminRefused, type AdminClient } from './client.ts'

/** Where somebody is signed in. */
export interface AccountSession {
  /** `sid` of its tokens. */
  readonly id: string
  readonly startedAt: Date
  readonly lastAt: Date
}

/** Errors: `AdminUnavailable`, `AdminRefused`. */
export interface AccountSessions {
  /** Those of this account, whatever else the provider answers; empty for an account that is not there. */
  of(subject: string): Promise<readonly AccountSession[]>
  /** Ends one and tells its clients; one that is not there any more is as it was wanted. */
  end(id: string): Promise<void>
}

/** Times in milliseconds. */
const sessions = z
  .array(z.looseObject({ id: z.string(), userId: z.string(), start: z.number(), lastAccess: z.number() }))
  .max(10_000)

export function accountSessions(open: () => Promise<AdminClient>): AccountSessions {
  return {
    async of(subject) {
      const found = await (await open()).get(`/users/${encodeURIComponent(subject)}/sessions`, sessions)
      return (found ?? [])
        .filter(({ userId }) => userId === subject)
        .map(({ id, start, lastAccess }) => ({
          id,
          startedAt: new Date(start),
          lastAt: new Date(lastAccess),
        }))
    },
    async end(id) {
      try {
        await (await open()).delete(`/sessions/${encodeURIComponent(id)}`)
      } catch (error) {
        if (error instanceof AdminRefused && error.status === 404) return
        throw error
      }
    },
  }
}
