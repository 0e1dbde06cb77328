// Errors of subgraphs -> errors of the response: the right path, and nothing of our inside.
import { GraphQLError } from 'graphql'
import { SubgraphUnavailable, type GatewayContext, type SubgraphError } from '../transport/contract.ts'
import type { Fetch } from './plan.ts'

type Path = readonly (string | number)[]
/** Makes the error that a client sees. */
export type PresentError = (
  error: SubgraphError,
  path: Path | undefined,
  fetch: Fetch,
  context: GatewayContext,
) => GraphQLError

/** Codes that a subgraph may set for a client to see, message included. */
const shown = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'GONE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'STEP_UP_REQUIRED',
  'CONFLICT',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
])

/** What such an error may say beside its code. */
const shownFields = ['reason', 'acrValues', 'maxAge'] as const

function shownExtensions(extensions: SubgraphError['extensions']): Record<string, unknown> {
  return Object.fromEntries(
    shownFields.flatMap((name) => {
      const value = extensions?.[name]
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
    }),
  )
}

/** Shows errors meant for clients; the rest becomes an error id, with the whole of it in the log. */
export const maskedErrors: PresentError = (error, path, fetch, context) => {
  const code = error.extensions?.['code']
  if (typeof code === 'string' && shown.has(code))
    return new GraphQLError(error.message, {
      ...at(path),
      extensions: { code, ...shownExtensions(error.extensions) },
    })
  context.log.error(
    {
      requestId: context.requestId,
      subgraph: fetch.subgraph,
      path: path?.join('.'),
      err: error.originalError ?? error.message,
    },
    'subgraph error',
  )
  return new GraphQLError(`This part of the answer failed. Error id ${context.requestId}.`, {
    ...at(path),
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: context.requestId },
  })
}

/** Passes everything on: for a gateway that stands alone before foreign subgraphs. */
export const openErrors: PresentError = (error, path, fetch) =>
  new GraphQLError(error.message, {
    ...at(path),
    extensions: { ...error.extensions, serviceName: fetch.subgraph },
  })

/** The error of a fetch that gave no answer. */
export function fetchFailure(thrown: unknown, fetch: Fetch): SubgraphError {
  if (!(thrown instanceof SubgraphUnavailable))
    return { message: thrown instanceof Error ? thrown.message : String(thrown), originalError: thrown }
  const late = thrown.reason === 'timeout'
  return {
    message: late ? `${fetch.subgraph} did not answer in time.` : `${fetch.subgraph} cannot be reached.`,
    extensions: { code: 'SERVICE_UNAVAILABLE' },
    originalError: thrown,
  }
}

function at(path: Path | undefined): { path?: Path } {
  return path ? { path } : {}
}
