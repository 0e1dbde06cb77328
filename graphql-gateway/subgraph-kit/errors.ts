// Errors a resolver may show to a reader. Anything else it throws reaches readers only as an error id.
import { GraphQLError } from 'graphql'
import type { Log } from './context.ts'

/** The request asks for something that cannot be: BAD_USER_INPUT. The message is shown; say what to do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** A part the product needs does not answer now: SERVICE_UNAVAILABLE. The message is shown. */
export function unavailable(message: string, cause?: Error): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
    ...(cause ? { originalError: cause } : {}),
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
