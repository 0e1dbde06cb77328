// One GraphQL request as it came in, checked whole before @apollo/server sees it: what is wrong is a 4xx with a sentence.
import { jsonDepth } from '../guards/json-depth.ts'
import { refusal, type HttpAnswer } from './answer.ts'

/** What a client asked, in the terms of GraphQL over HTTP. At least one of `documentId` and `query` is there. */
export interface GraphqlRequest {
  readonly documentId: string | null
  readonly query: string | null
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>> | null
}

/** Deepest JSON a request may hold. */
const depthLimit = 24
const parameters = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const

/** Reads the JSON body of a POST, or says what is wrong with it. */
export function requestOfBody(text: string): GraphqlRequest | HttpAnswer {
  const body = parsed('The body', text)
  return body instanceof Unreadable ? badRequest(body.sentence) : requestOf(body)
}

/** Reads the parameters of a GET. An empty one counts as absent, as a form sends it. */
export function requestOfSearch(search: string): GraphqlRequest | HttpAnswer {
  const given = new URLSearchParams(search)
  const body: Record<string, unknown> = {}
  for (const name of parameters) {
    const [value, second] = given.getAll(name)
    if (second !== undefined) return badRequest(`Give ${name} once.`)
    if (!value) continue
    const read = name === 'variables' || name === 'extensions' ? parsed(name, value) : value
    if (read instanceof Unreadable) return badRequest(read.sentence)
    body[name] = read
  }
  return requestOf(body)
}

function requestOf(body: Readonly<Record<string, unknown>>): GraphqlRequest | HttpAnswer {
  const query = body['query'] ?? null
  const operationName = body['operationName'] ?? null
  const variables = body['variables'] ?? null
  const extensions = body['extensions'] ?? null
  if (!isTextOrNull(query)) return badRequest('query must be a string.')
  if (!isTextOrNull(operationName)) return badRequest('operationName must be a string.')
  if (!isObjectOrNull(variables)) return badRequest('variables must be an object.')
  if (!isObjectOrNull(extensions)) return badRequest('extensions must be an object.')
  const documentId = body['documentId'] ?? apolloHash(extensions)
  if (!isTextOrNull(documentId)) return badRequest('The id of a document must be a string.')
  if (documentId === null && !query)
    return badRequest('Send a GraphQL operation: a JSON object with "query", or with "documentId".')
  return { documentId, query, operationName, variables }
}

/** Why a text is no JSON object. */
class Unreadable {
  readonly sentence: string
  constructor(sentence: string) {
    this.sentence = sentence
  }
}

function parsed(what: string, text: string): Readonly<Record<string, unknown>> | Unreadable {
  if (jsonDepth(text) > depthLimit)
    return new Unreadable(`${what}: the JSON is nested deeper than ${depthLimit} levels.`)
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value))
      return new Unreadable(`${what}: send one operation per request; lists are not accepted.`)
    if (value !== null && isObjectOrNull(value)) return value
    return new Unreadable(`${what} must be a JSON object.`)
  } catch {
    return new Unreadable(`${what} must be JSON.`)
  }
}

function badRequest(sentence: string): HttpAnswer {
  return refusal(400, 'BAD_REQUEST', sentence)
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isObjectOrNull(value: unknown): value is Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Apollo's clients name a document in `extensions.persistedQuery.sha256Hash`. */
function apolloHash(extensions: Readonly<Record<string, unknown>> | null): unknown {
  const named = extensions?.['persistedQuery']
  if (typeof named !== 'object' || named === null || !('sha256Hash' in named)) return null
  return typeof named.sha256Hash === 'string' ? `sha256:${named.sha256Hash}` : named.sha256Hash
}
