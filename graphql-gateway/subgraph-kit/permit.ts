// The door that every resolver of something not open to all goes through: it decides, refuses with the right error, and notes refusals.
import { can, type Action, type ActionObject, type Person, type Reason } from '@shuxiang/permissions'
import type { GraphQLError } from 'graphql'
import type { SubgraphContext } from './context.ts'
import { forbidden, stepUpRequired, unauthenticated } from './errors.ts'

/** An object as the store says it is, never as an argument says. `name` is `kind:id`, for the audit log. */
export interface PermitObject extends ActionObject {
  readonly name?: string
}

type Asked = Pick<SubgraphContext, 'principal' | 'audit' | 'now' | 'requestId'>

/** Who is signed in. Errors: UNAUTHENTICATED. */
export function signedIn({ principal }: Pick<SubgraphContext, 'principal'>): Person {
  if (principal.kind === 'anonymous') throw unauthenticated()
  return principal
}

/**
 * Resolves when who asks may do it. A refusal of a person is in the audit log before it is answered; what was then done is
 * recorded by who does it. Errors: UNAUTHENTICATED, FORBIDDEN with its reason, STEP_UP_REQUIRED; those of the audit log.
 */
export async function permit(context: Asked, action: Action, object: PermitObject): Promise<void> {
  const { principal, audit, now, requestId } = context
  const decision = can(principal, action, object, { now: Math.floor(now() / 1000) })
  if (decision.allowed) return
  // Whoever asks for more than a fresh second factor has asked for nothing wrong yet.
  if (principal.kind === 'person' && decision.reason !== 'step-up')
    await audit.record({
      actor: principal.subject,
      client: principal.azp,
      action,
      outcome: 'refused',
      reason: decision.reason,
      library: object.library ?? null,
      object: object.name ?? null,
      requestId,
    })
  throw errorOf(decision.reason)
}

function errorOf(reason: Reason): GraphQLError {
  if (reason === 'sign-in') return unauthenticated()
  return reason === 'step-up' ? stepUpRequired() : forbidden(reason)
}
