// Errors a resolver may show to a reader. Anything else it throws reaches readers only as an error id.
import { GraphQLError } from 'graphql'

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
