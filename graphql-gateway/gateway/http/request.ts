// One GraphQL request as it came in, before @apollo/server sees it.
import { jsonDepth } from '../guards/json-depth.ts'
import { refusal, type HttpAnswer } from './answer.ts'

/** What the front and the cache need to know. `body` is for @apollo/server. */
export interface GraphqlRequest {
  readonly documentId: string | null
  readonly query: string | null
  readonly operationName: string | null
  readonly variables: unknown
  readonly body: Readonly<Record<string, unknown>>
}

/** Deepest JSON a request may hold. */
const depthLimit = 24

/** Reads the JSON body of a POST, or says what is wrong with it. */
export function requestOfBody(text: string): GraphqlRequest | HttpAnswer {
  if (jsonDepth(text) > depthLimit)
    return refusal(400, 'BAD_REQUEST', `The JSON is nested deeper than ${depthLimit} levels.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refusal(400, 'BAD_REQUEST', 'The body is not JSON.')
  }
  if (Array.isArray(value))
    return refusal(400, 'BAD_REQUEST', 'Send one operation per request; lists are not accepted.')
  if (typeof value !== 'object' || value === null)
    return refusal(400, 'BAD_REQUEST', 'The body must be a JSON object.')
  const body: Record<string, unknown> = { ...value }
  if (!isAbsentOrObject(body['extensions']))
    return refusal(400, 'BAD_REQUEST', 'extensions must be an object.')
  return requestOf(body)
}

/** Reads the parameters of a GET. */
export function requestOfSearch(search: string): GraphqlRequest | HttpAnswer {
  const parameters = new URLSearchParams(search)
  const variables = parameters.get('variables')
  if (variables !== null && jsonDepth(variables) > depthLimit)
    return refusal(400, 'BAD_REQUEST', `The variables are nested deeper than ${depthLimit} levels.`)
  return requestOf({
    ...(parameters.has('query') ? { query: parameters.get('query') } : {}),
    ...(parameters.has('documentId') ? { documentId: parameters.get('documentId') } : {}),
    ...(parameters.get('operationName') ? { operationName: parameters.get('operationName') } : {}),
    ...(variables === null ? {} : { variables }),
  })
}

function requestOf(body: Record<string, unknown>): GraphqlRequest {
  const { documentId, query, operationName, variables } = body
  return {
    documentId: typeof documentId === 'string' ? documentId : apolloHash(body['extensions']),
    query: typeof query === 'string' ? query : null,
    operationName: typeof operationName === 'string' ? operationName : null,
    variables,
    body,
  }
}

function isAbsentOrObject(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value))
}

/** Apollo's clients name a document in `extensions.persistedQuery.sha256Hash`. */
function apolloHash(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return null
  const named = extensions.persistedQuery
  if (typeof named !== 'object' || named === null || !('sha256Hash' in named)) return null
  return typeof named.sha256Hash === 'string' ? `sha256:${named.sha256Hash}` : null
}
