// What a remote subgraph sent -> data and errors, or the finding that it is no GraphQL answer.
import { isObject } from '../federation/json.ts'
import { SubgraphUnavailable, type SubgraphError, type SubgraphResponse } from './contract.ts'

/** An answer from elsewhere. `personal`: a resolver there has looked at the principal. */
export interface RemoteResponse extends SubgraphResponse {
  readonly personal: boolean
}

/** Errors: `SubgraphUnavailable` ('bad answer') for text that is not a GraphQL response. */
export function parseResponse(text: string, subgraph: string): RemoteResponse {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new SubgraphUnavailable(subgraph, 'bad answer', error)
  }
  if (!isObject(value) || !('data' in value || 'errors' in value))
    throw new SubgraphUnavailable(subgraph, 'bad answer')
  const { data, errors, extensions } = value
  return {
    data: isObject(data) ? data : null,
    errors: Array.isArray(errors) ? errors.slice(0, 100).map(parseError) : [],
    personal: isObject(extensions) && extensions['personal'] === true,
  }
}

function parseError(value: unknown): SubgraphError {
  if (!isObject(value)) return { message: 'An error without a message.' }
  const { message, path, extensions } = value
  return {
    message: typeof message === 'string' ? message : 'An error without a message.',
    ...(isPath(path) ? { path } : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  }
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')
}
