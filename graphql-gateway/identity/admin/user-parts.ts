// What answers about accounts are made from.
import type { People } from '../people/index.ts'
import type { EndSession } from '../provider/end-session.ts'
import type { ProfileAttribute } from '../realm/index.ts'
import type { SessionStore } from '../sessions/store.ts'

export interface UserParts {
  readonly people: People
  readonly profile: ReadonlyMap<string, ProfileAttribute>
  /** Roles that everybody has. */
  readonly standardRoles: ReadonlySet<string>
  readonly sessions: SessionStore
  readonly endSession: EndSession
  /** Milliseconds. */
  readonly now: () => number
}
