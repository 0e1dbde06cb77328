// What `@requiresScopes` in a subgraph's SDL may ask for: facts of a person, known before anything is fetched.
import { freshness, holds, staffSession } from './can.ts'
import type { Principal } from './principal.ts'
import { globalRoles, libraryRoles } from './roles.ts'

/**
 * Names for `@requiresScopes(scopes: [["auditor"], ["branch-admin", "fresh"]])`, which reads: auditor, or branch admin
 * with a fresh second factor. A role at a library means: at any. Whose object it is, only `can` knows.
 */
export const scopes = [...globalRoles, ...libraryRoles, 'console', 'fresh'] as const
export type Scope = (typeof scopes)[number]

export function isScope(name: string): name is Scope {
  return scopes.some((scope) => scope === name)
}

const none: ReadonlySet<Scope> = new Set()

/** What a person has of them. Staff have theirs while the second factor of today counts. `now` in seconds since 1970. */
export function scopesOf(principal: Principal, { now }: { readonly now: number }): ReadonlySet<Scope> {
  if (principal.kind === 'anonymous') return none
  const { client, level, authenticatedAt, roles, memberships } = principal
  const age = now - authenticatedAt
  const asStaff = client === 'console' && level === 2 && age <= staffSession
  const has = new Set<Scope>(
    roles.filter((role) => asStaff || role === 'reader' || role === 'reader-verified'),
  )
  if (level === 2 && age <= freshness) has.add('fresh')
  if (!asStaff) return has
  has.add('console')
  for (const membership of memberships) if (holds(membership, now)) has.add(membership.role)
  return has
}
