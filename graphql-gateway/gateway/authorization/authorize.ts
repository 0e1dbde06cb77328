// Who may be given what of an operation, decided once for all who are in the same position.
import { scopesOf, type Principal } from '@shuxiang/permissions'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { guardsOf, refusalsIn, type Refusals } from './guarded.ts'
import { refusalOf, type Requirement } from './requirement.ts'
import type { Requirements } from './requirements.ts'

/** The decision over one document for one principal. */
export interface Authority {
  /** The same for all principals to whom the same is refused for the same reasons. */
  readonly position: string
  /** Refusals in the document with its conditions decided. */
  refusals(settled: DocumentNode): Refusals
}

/** Null for a document that asks for nothing that requires anything. `now` in seconds since 1970. */
export type Authorize = (document: DocumentNode, principal: Principal) => Authority | null

const letters = { 'sign-in': 's', role: 'r', 'step-up': 'u' } as const

/** `now` in milliseconds since 1970. */
export function createAuthorize(
  schema: GraphQLSchema,
  requirements: Requirements,
  now: () => number,
): Authorize {
  const known = new WeakMap<DocumentNode, readonly Requirement[]>()
  return (document, principal) => {
    if (!requirements.any) return null
    const guards = known.get(document) ?? guardsOf(document, schema, requirements)
    known.set(document, guards)
    if (guards.length === 0) return null
    const scopes = scopesOf(principal, { now: now() / 1000 })
    const decide = (requirement: Requirement) => refusalOf(requirement, principal, scopes)
    const position = guards.map(decide).map((reason) => (reason === null ? '-' : letters[reason]))
    return {
      position: position.join(''),
      refusals: (settled) => refusalsIn(settled, schema, requirements, decide),
    }
  }
}
