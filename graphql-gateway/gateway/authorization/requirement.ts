// What somebody must have to be given a field, and whether they have it.
import { isScope, type Principal, type Scope } from '@shuxiang/permissions'

/** All of these; of each, one of the alternatives; of that, every scope. Signed in is always part of it. */
export type Requirement = readonly (readonly (readonly Scope[])[])[]

/** Why a field is refused. `step-up`: a fresh second factor is all that is missing. */
export type RefusalReason = 'sign-in' | 'role' | 'step-up'

/** `@authenticated`: nothing but that somebody is signed in. */
export const signedInOnly: Requirement = []

/** Both. */
export function both(one: Requirement | null, other: Requirement | null): Requirement | null {
  if (one === null || other === null) return one ?? other
  const parts = new Map([...one, ...other].map((part) => [JSON.stringify(part), part]))
  return [...parts.values()]
}

/**
 * Alternatives of `@requiresScopes(scopes: [["a", "b"], ["c"]])`.
 * Errors: `Error` for a name that nobody can have; a slip of the pen would otherwise close a field for good, or seem to.
 */
export function requirementOf(place: string, alternatives: readonly (readonly string[])[]): Requirement {
  const known = alternatives.map((scopes) =>
    scopes.map((scope) => {
      if (isScope(scope)) return scope
      throw new Error(`${place} requires the scope "${scope}", which the permissions do not know.`)
    }),
  )
  return [known]
}

/** Null when the field may be given. */
export function refusalOf(
  requirement: Requirement,
  principal: Principal,
  scopes: ReadonlySet<Scope>,
): RefusalReason | null {
  if (principal.kind === 'anonymous') return 'sign-in'
  if (isMet(requirement, scopes)) return null
  return isMet(requirement, new Set([...scopes, 'fresh'])) ? 'step-up' : 'role'
}

function isMet(requirement: Requirement, scopes: ReadonlySet<Scope>): boolean {
  return requirement.every((part) => part.some((all) => all.every((scope) => scopes.has(scope))))
}
