// GraphQL over HTTP: trusted documents, guard, kept answers, then @apollo/server.
import { HeaderMap, type ApolloServer } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { ResponseCache } from '../cache/response-cache.ts'
import { checkDocument, type DocumentLimits } from '../guards/lexical.ts'
import type { TrustedDocuments } from '../guards/trusted-documents.ts'
import type { GatewayContext } from '../transport/contract.ts'
import { etagOf, refusal, type HttpAnswer } from './answer.ts'
import { answerTypeOf } from './media-type.ts'
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

/** Headers that a page of another site cannot send without asking first (`content-type`: only some of its values). */
const csrfHeaders = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name']

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
    query: string,
  ): Promise<HttpAnswer> => {
    const { method, context } = incoming
    const headers = headersForApollo(incoming.headers)
    const { operationName, variables } = request
    const body = { query, operationName, variables }
    const http = {
      method,
      headers,
      ...(method === 'GET' ? { search: searchOf(body), body: '' } : { search: '', body }),
    }
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: http,
      context: async () => context,
    })
    const text = response.body.kind === 'complete' ? response.body.string : ''
    return { status: response.status ?? 200, headers: Object.fromEntries(response.headers), body: text }
  }

  /** Adds the caching headers and keeps the answer when its policy allows. */
  const finish = (answer: HttpAnswer, key: string | null, context: GatewayContext): HttpAnswer => {
    const { outcome, principal } = context
    const { scope, ...policy } = outcome.cachePolicy ?? { maxAge: 0, scope: 'PUBLIC' }
    const maxAge = Math.min(policy.maxAge, longest())
    // What was made for one person is kept nowhere: not here, not on the way, not on a device that another may use next.
    const theirs = outcome.personal && principal.kind === 'person'
    const keeps = maxAge > 0 && answer.status === 200 && !theirs
    const control = keeps
      ? `${scope === 'PRIVATE' ? 'private' : 'public'}, max-age=${maxAge}`
      : theirs
        ? 'private, no-store'
        : 'no-store'
    const headers = {
      ...answer.headers,
      'cache-control': control,
      vary: 'authorization',
      ...(keeps ? { etag: etagOf(answer.body) } : {}),
    }
    const finished = { ...answer, headers }
    if (keeps && scope === 'PUBLIC' && key !== null && cache)
      cache.set(outcome.personal ? forNobody(key) : key, finished, maxAge)
    return finished
  }

  /**
   * An answer that is kept: one that depends on nobody serves everybody; one in whose making somebody asked who asks
   * (and found nobody) serves those who are not signed in.
   */
  const keptFor = (key: string, { principal }: GatewayContext): HttpAnswer | null =>
    cache?.get(key) ?? (principal.kind === 'anonymous' ? (cache?.get(forNobody(key)) ?? null) : null)

  /** The text to run: an installed document, or a free query where those are taken and it is not too much. */
  const documentOf = async (
    { documentId, query }: GraphqlRequest,
    freeQueries: boolean,
  ): Promise<string | HttpAnswer> => {
    if (query === null || (documentId !== null && documents))
      return (
        (documentId === null ? null : await documents?.find(documentId)) ??
        refusal(400, 'DOCUMENT_NOT_FOUND', 'No installed release has this document. Reload the page.')
      )
    if (!freeQueries)
      return refusal(403, 'DOCUMENT_ID_REQUIRED', 'Send the documentId of an installed release, not a query.')
    return refusedBy(query, limits) ?? query
  }

  return async (incoming: IncomingGraphql): Promise<GraphqlAnswer> => {
    const { context } = incoming
    const request =
      incoming.method === 'GET' ? requestOfSearch(incoming.search) : requestOfBody(incoming.body)
    if ('status' in request) return { answer: request, cache: 'none', documentId: null }
    const { documentId } = request
    const query = await documentOf(request, incoming.freeQueries)
    if (typeof query !== 'string') return { answer: query, cache: 'none', documentId }

    const key = cacheKey(incoming, request, query)
    const kept = key === null ? null : keptFor(key, context)
    if (kept) return { answer: kept, cache: 'hit', documentId }
    // Before an answer is there nobody knows whether it depends on who asks: only those who are not signed in share one.
    const shares = context.principal.kind === 'anonymous'
    const waiting = key !== null && shares ? underWay.get(key) : undefined
    if (waiting) {
      const answer = await waiting.work
      // When the first client left early its answer is cut short; then this one asks for itself.
      if (!waiting.signal.aborted) return { answer, cache: 'shared', documentId }
    }

    const work = ask(incoming, request, query).then((answer) => finish(answer, key, context))
    const shape = `${query}\n${request.operationName ?? ''}`
    if (key !== null && cache && shares && known.has(shape)) {
      underWay.set(key, { work, signal: context.signal })
      work.finally(() => underWay.delete(key)).catch(() => {})
    }
    const answer = await work
    const { maxAge, scope } = context.outcome.cachePolicy ?? { maxAge: 0, scope: 'PUBLIC' }
    if (maxAge > 0 && scope === 'PUBLIC' && known.size < 5000) known.add(shape)
    return { answer, cache: maxAge > 0 ? 'miss' : 'none', documentId }
  }
}

/** Where the answer lies that somebody who is not signed in gets. */
function forNobody(key: string): string {
  return `nobody ${key}`
}

/** What @apollo/server looks at: the media type, already chosen, and what its CSRF prevention asks for. */
function headersForApollo(given: IncomingGraphql['headers']): HeaderMap {
  const headers = new HeaderMap([['accept', answerTypeOf(given['accept']) ?? '']])
  for (const name of csrfHeaders) {
    const value = given[name]
    if (value !== undefined) headers.set(name, value)
  }
  return headers
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

function searchOf({
  query,
  operationName,
  variables,
}: Pick<GraphqlRequest, 'operationName' | 'variables'> & { readonly query: string }): string {
  const parameters = new URLSearchParams({ query })
  if (operationName !== null) parameters.set('operationName', operationName)
  if (variables !== null) parameters.set('variables', JSON.stringify(variables))
  return `?${parameters.toString()}`
}

/** Null for requests that are not worth keeping apart. */
function cacheKey(
  { method, headers, context }: IncomingGraphql,
  request: GraphqlRequest,
  query: string,
): string | null {
  // What CSRF prevention looks at must be part of the key, or a kept answer would pass by it.
  const preflighted = csrfHeaders.map((name) => headers[name] ?? '')
  if (preflighted.some((value) => value.length > 100)) return null
  return JSON.stringify([
    method,
    answerTypeOf(headers['accept']),
    ...preflighted,
    context.tenant,
    request.operationName,
    request.variables,
    query,
  ])
}
