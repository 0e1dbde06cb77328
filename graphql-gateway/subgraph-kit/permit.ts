// The door that every resolver of something not open to all goes through: it decides, refuses with the right error, and notes refusals.
import { can, type Action, type ActionObject, type Person, type Reason } from '@shuxiang/permissions'
import type { GraphQLError, GraphQLFieldResolver } from 'graphql'
import type { SubgraphContext } from './context.ts'
import { badInput, forbidden, signInAgain, stepUpRequired, unauthenticated } from './errors.ts'

/** An object as the store says it is, never as an argument says. `name` is `kind:id`, for the audit log. */
export interface PermitObject extends ActionObject {
  readonly name?: string
}

/** Who is signed in. Errors: UNAUTHENTICATED. */
export function signedIn({ principal }: Pick<SubgraphContext, 'principal'>): Person {
  if (principal.kind === 'anonymous') throw unauthenticated()
  return principal
}

/**
 * Resolves when who asks may do it. A refusal of a person is in the audit log before it is answered; what was then done is
 * recorded by who does it. Errors: UNAUTHENTICATED, FORBIDDEN with its reason, STEP_UP_REQUIRED; those of the audit log.
 */
export async function permit(context: SubgraphContext, action: Action, object: PermitObject): Promise<void> {
  noteAsked(context, action)
  const { principal, audit, now, requestId } = context
  const decision = can(principal, action, object, { now: Math.floor(now() / 1000) })
  if (decision.allowed) return
  // Whoever asks for more than a fresh proof of who they are has asked for nothing wrong yet.
  if (principal.kind === 'person' && decision.reason !== 'step-up' && decision.reason !== 'sign-in-again')
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

/**
 * Resolves when who asks may do it at the library that is named, which must be there: refusals at made-up ones would fill
 * the audit log. Errors: BAD_USER_INPUT; those of `permit`.
 */
export async function permitAt(
  { isLibrary }: { readonly isLibrary: (id: string) => Promise<boolean> },
  context: SubgraphContext,
  action: Action,
  library: string,
): Promise<void> {
  signedIn(context)
  if (!(await isLibrary(library))) throw badInput('library: there is no library with this id.', 'no-library')
  await permit(context, action, { library, name: `library:${library}` })
}

function errorOf(reason: Reason): GraphQLError {
  if (reason === 'sign-in') return unauthenticated()
  if (reason === 'sign-in-again') return signInAgain()
  return reason === 'step-up' ? stepUpRequired() : forbidden(reason)
}

/** The actions that were asked for, by context. */
const asked = new WeakMap<SubgraphContext, Set<Action>>()

function noteAsked(context: SubgraphContext, action: Action): void {
  const actions = asked.get(context) ?? new Set()
  asked.set(context, actions.add(action))
}

/**
 * A resolver that answers only when `permit` was asked for its action, with the very context it was given; else it fails.
 * `nothing`: what gives null to whom it lets wait, such as a guest, need not have asked.
 */
export function askingFor(
  action: Action,
  place: string,
  nothing: 'may be given' | 'is an answer too',
  resolve: GraphQLFieldResolver<unknown, SubgraphContext>,
): GraphQLFieldResolver<unknown, SubgraphContext> {
  return async (parent, args, context, info) => {
    const answer: unknown = await resolve(parent, args, context, info)
    if (asked.get(context)?.has(action)) return answer
    if (nothing === 'may be given' && (answer === null || answer === undefined)) return null
    throw new Error(`The resolver of ${place} never asked whether ${action} is permitted.`)
  }
}
