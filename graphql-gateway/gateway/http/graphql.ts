// GraphQL over HTTP: trusted documents, guard, kept answers, then @apollo/server.
import { HeaderMap, type ApolloServer } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { ResponseCache } from '../cache/response-cache.ts'
import { checkDocument, type DocumentLimits } from '../guards/lexical.ts'
import type { TrustedDocuments } from '../guards/trusted-documents.ts'
import type { GatewayContext } from '../transport/contract.ts'
import { etagOf, refusal, type HttpAnswer } from './answer.ts'
import { requestOfBody, requestOfSearch, type GraphqlRequest } from './request.ts'

/** A request as the front hands it on. */
export interface IncomingGraphql {
  readonly method: string
  /** `?` and what follows, or nothing. */
  readonly search: string
  readonly headers: Readonly<Record<string, string>>
  /** Text of the body; empty for GET. */
  readonly body: string
  /** True when a free query is acceptable from where the request comes. */
  readonly freeQueries: boolean
  readonly context: GatewayContext
}

/** The answer, and what the log line says of it. */
export interface GraphqlAnswer {
  readonly answer: HttpAnswer
  readonly cache: 'hit' | 'shared' | 'miss' | 'none'
  readonly documentId: string | null
}

export interface GraphqlOptions {
  readonly apollo: ApolloServer<GatewayContext>
  readonly documents: TrustedDocuments | null
  readonly limits: DocumentLimits
  readonly cache: ResponseCache | null
  /** Upper bound for how long an answer is kept, in seconds. */
  readonly longest?: () => number
}

/** Answers one GraphQL request. */
export function createGraphql({
  apollo,
  documents,
  limits,
  cache,
  longest = () => Number.POSITIVE_INFINITY,
}: GraphqlOptions) {
  /** Cacheable requests under way: those who ask the same at the same time wait for the first. */
  const underWay = new Map<string, { work: Promise<HttpAnswer>; signal: AbortSignal }>()
  const known = new Set<string>()

  const ask = async (
    incoming: IncomingGraphql,
    request: GraphqlRequest,
    query: string | null,
  ): Promise<HttpAnswer> => {
    const { method, context } = incoming
    const headers = new HeaderMap(Object.entries(incoming.headers))
    const body = query === null ? request.body : withQuery(request, query)
    const search = method === 'GET' ? searchOf(body) : ''
    const http = { method, headers, search, body: method === 'GET' ? '' : body }
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: http,
      context: async () => context,
    })
    const text = response.body.kind === 'complete' ? response.body.string : ''
    return { status: response.status ?? 200, headers: Object.fromEntries(response.headers), body: text }
  }

  /** Adds the caching headers and keeps the answer when its policy allows. */
  const finish = (answer: HttpAnswer, key: string | null, context: GatewayContext): HttpAnswer => {
    const { scope, ...policy } = context.outcome.cachePolicy ?? { maxAge: 0, scope: 'PUBLIC' }
    const maxAge = Math.min(policy.maxAge, longest())
    const keeps = maxAge > 0 && answer.status === 200
    const control = keeps ? `${scope === 'PRIVATE' ? 'private' : 'public'}, max-age=${maxAge}` : 'no-store'
    const headers = {
      ...answer.headers,
      'cache-control': control,
      ...(keeps ? { etag: etagOf(answer.body) } : {}),
    }
    const finished = { ...answer, headers }
    if (keeps && scope === 'PUBLIC' && key !== null && cache) cache.set(key, finished, maxAge)
    return finished
  }

  return async (incoming: IncomingGraphql): Promise<GraphqlAnswer> => {
    const { context } = incoming
    const request =
      incoming.method === 'GET' ? requestOfSearch(incoming.search) : requestOfBody(incoming.body)
    if ('status' in request) return { answer: request, cache: 'none', documentId: null }
    const { documentId } = request
    const plain = (answer: HttpAnswer): GraphqlAnswer => ({ answer, cache: 'none', documentId })

    let query = request.query
    if (documentId !== null && documents) {
      query = await documents.find(documentId)
      if (query === null)
        return plain(
          refusal(400, 'DOCUMENT_NOT_FOUND', 'No installed release has this document. Reload the page.'),
        )
    } else if (query !== null) {
      if (!incoming.freeQueries)
        return plain(
          refusal(403, 'DOCUMENT_ID_REQUIRED', 'Send the documentId of an installed release, not a query.'),
        )
      const refused = refusedBy(query, limits)
      if (refused) return plain(refused)
    }

    const key = query === null ? null : cacheKey(incoming, request, query)
    const kept = key !== null && cache ? cache.get(key) : null
    if (kept) return { answer: kept, cache: 'hit', documentId }
    const waiting = key !== null ? underWay.get(key) : undefined
    if (waiting) {
      const answer = await waiting.work
      // When the first client left early its answer is cut short; then this one asks for itself.
      if (!waiting.signal.aborted) return { answer, cache: 'shared', documentId }
    }

    const work = ask(incoming, request, query).then((answer) => finish(answer, key, context))
    const shape = `${query ?? ''}\n${request.operationName ?? ''}`
    if (key !== null && cache && known.has(shape)) {
      underWay.set(key, { work, signal: context.signal })
      work.finally(() => underWay.delete(key)).catch(() => {})
    }
    const answer = await work
    const { maxAge, scope } = context.outcome.cachePolicy ?? { maxAge: 0, scope: 'PUBLIC' }
    if (maxAge > 0 && scope === 'PUBLIC' && known.size < 5000) known.add(shape)
    return { answer, cache: maxAge > 0 ? 'miss' : 'none', documentId }
  }
}

function refusedBy(query: string, limits: DocumentLimits): HttpAnswer | null {
  try {
    checkDocument(query, limits)
    return null
  } catch (error) {
    if (error instanceof GraphQLError) return refusal(400, 'OPERATION_LIMIT', error.message)
    throw error
  }
}

function withQuery(
  { body, operationName, variables }: GraphqlRequest,
  query: string,
): Record<string, unknown> {
  return {
    query,
    ...(operationName === null
      ? 'operationName' in body
        ? { operationName: body['operationName'] }
        : {}
      : { operationName }),
    ...(variables === undefined ? {} : { variables }),
  }
}

function searchOf(body: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') parameters.set(name, value)
  return `?${parameters.toString()}`
}

/** Null for requests that are not worth keeping apart. */
function cacheKey(
  { method, headers, context }: IncomingGraphql,
  request: GraphqlRequest,
  query: string,
): string | null {
  const accept = headers['accept'] ?? ''
  if (accept.length > 200) return null
  // What CSRF prevention looks at must be part of the key, or a kept answer would pass by it.
  const preflighted =
    headers['content-type'] ?? headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name'] ?? ''
  return JSON.stringify([
    method,
    accept,
    preflighted,
    context.tenant,
    request.operationName,
    request.variables,
    query,
  ])
}
