// Errors a resolver may show to a reader. Anything else it throws reaches readers only as an error id.
import { freshness, type Reason } from '@shuxiang/permissions'
import { GraphQLError } from 'graphql'
import type { Log } from './context.ts'

/**
 * The request asks for something that cannot be: BAD_USER_INPUT. The message is shown; say what to do. `reason` is a name by
 * which a page says it in words of its own: give one for what a page cannot know beforehand.
 */
export function badInput(message: string, reason?: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', ...(reason === undefined ? {} : { reason }) },
  })
}

/** A part the product needs does not answer now: SERVICE_UNAVAILABLE. The message is shown. */
export function unavailable(message: string, cause?: Error): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
    ...(cause ? { originalError: cause } : {}),
  })
}

/** Nobody is signed in: UNAUTHENTICATED. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError('Sign in for this.', { extensions: { code: 'UNAUTHENTICATED' } })
}

/** Who asks may not: FORBIDDEN, with the reason by which the page chooses its words. The message names no object. */
export function forbidden(reason: Exclude<Reason, 'sign-in' | 'step-up' | 'sign-in-again'>): GraphQLError {
  return new GraphQLError(forbiddenSentences[reason], { extensions: { code: 'FORBIDDEN', reason } })
}

const forbiddenSentences: Readonly<Record<Exclude<Reason, 'sign-in' | 'step-up' | 'sign-in-again'>, string>> =
  {
    role: 'Your account may not do this.',
    library: 'Your account may do this at another library only.',
    client: 'This is done in the console of the staff.',
    age: 'Readers of your age may not do this; a guardian may.',
    'second-person': 'A second person must do this.',
  }

/**
 * A fresh second factor is needed: STEP_UP_REQUIRED, with what the front end passes on to the identity provider
 * (`acr_values` and `max_age` of RFC 9470, section 3).
 */
export function stepUpRequired(): GraphQLError {
  return new GraphQLError('Confirm with your second factor that it is you.', {
    extensions: { code: 'STEP_UP_REQUIRED', acrValues: '2', maxAge: freshness },
  })
}

/** A fresh sign-in is needed, at whatever level: SIGN_IN_AGAIN, with the `max_age` that the front end passes on. */
export function signInAgain(): GraphQLError {
  return new GraphQLError('Sign in again, so that it is sure that it is you.', {
    extensions: { code: 'SIGN_IN_AGAIN', maxAge: freshness },
  })
}

/** The driver's errors, by name, of a store that cannot be reached, is stopping or did not answer in time. */
const awayErrors: ReadonlySet<string> = new Set([
  'MongoClientClosedError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoServerSelectionError',
  'MongoStalePrimaryError',
  'MongoTopologyClosedError',
])

/**
 * An error that a resolver threw, told apart by whether asking again can help: a store that is away becomes
 * `unavailable`; everything else stays the fault it is.
 */
export function withCause(error: GraphQLError, log: Log): GraphQLError {
  const cause = error.originalError
  if (!cause || !awayErrors.has(cause.name)) return error
  log.warn({ err: cause, path: error.path?.join('.') }, 'the store does not answer')
  return new GraphQLError('The store does not answer now; try again in a moment.', {
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'SERVICE_UNAVAILABLE' },
    originalError: cause,
  })
}
