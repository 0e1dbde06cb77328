// The gateway's HTTP server: four addresses, bounded in every direction, one log line per request.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Person } from '@shuxiang/permissions'
import type { Log } from '@shuxiang/subgraph-kit'
import { backchannelPath, type Authenticate } from '../authentication/contract.ts'
import { newOutcome } from '../transport/contract.ts'
import { jsonAnswer, refusal, type HttpAnswer } from './answer.ts'
import { readBody } from './body.ts'
import { clientOf, type Client } from './client.ts'
import type { createGraphql, GraphqlAnswer } from './graphql.ts'
import { answerTypeOf, responseJson } from './media-type.ts'
import { misplaced } from './place.ts'
import { tenantOf } from './tenant.ts'

// An import would also read every lazy property of the module, which loads Node's fetch.
const { createServer } = process.getBuiltinModule('node:http')

/** What the front serves. Times in milliseconds, sizes in bytes. */
export interface FrontOptions {
  /** Null while the parts behind it are starting: GraphQL then answers 503. */
  readonly graphql: () => ReturnType<typeof createGraphql> | null
  readonly ready: () => Promise<HttpAnswer>
  /** Who asks, by the header `authorization`. */
  readonly authenticate: Authenticate
  /** Hears of each person who asks, with what the browser says of itself. Never throws. */
  readonly noteDevice?: (person: Person, agent: string | undefined) => void
  /** Takes the form by which the identity provider signs a session out; null while there is none. */
  readonly backchannel: () => ((body: string) => Promise<HttpAnswer>) | null
  readonly log: Log
  readonly newId: () => string
  readonly now: () => number
  /** Who may send queries that are no installed document. */
  readonly freeQueries: 'nobody' | 'this machine' | 'everywhere'
  /** Longest time an operation may take. */
  readonly deadline: number
  readonly bodyLimit: number
}

/** Makes the server; the caller makes it listen. */
export function createFront(options: FrontOptions): Server {
  const server = createServer(
    { requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 10_000 },
    (request, response) => {
      void serve(request, response, options).catch((error: unknown) => {
        options.log.error({ err: error }, 'request failed')
        write(response, request, refusal(500, 'INTERNAL_SERVER_ERROR', 'The gateway failed.'))
      })
    },
  )
  server.maxHeadersCount = 100
  return server
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: FrontOptions,
): Promise<void> {
  const began = options.now()
  const client = clientOf(request, options.newId)
  response.setHeader('x-request-id', client.requestId)
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const search = mark < 0 ? '' : url.slice(mark)

  if (path === '/health/live') return write(response, request, jsonAnswer(200, { status: 'live' }))
  if (path === '/health/ready') return write(response, request, await options.ready())
  if (path === backchannelPath) return write(response, request, await signedOut(request, options))
  if (path !== '/graphql')
    return write(
      response,
      request,
      jsonAnswer(404, { error: 'Nothing is at this address; GraphQL is at /graphql.' }),
    )

  const tenant = tenantOf(client)
  const outcome: GraphqlAnswer =
    typeof tenant === 'object' && tenant !== null
      ? { answer: tenant, cache: 'none', documentId: null }
      : await graphql(request, response, search, { ...client, tenant }, options)
  write(response, request, typed(outcome.answer, client.headers['accept']))
  options.log.info(
    {
      requestId: client.requestId,
      document: outcome.documentId,
      tenant: typeof tenant === 'string' ? tenant : null,
      status: outcome.answer.status,
      cache: outcome.cache,
      bytes: outcome.answer.body.length,
      ms: Math.round((options.now() - began) * 10) / 10,
    },
    'graphql',
  )
}

async function graphql(
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  client: Client & { readonly tenant: string | null },
  options: FrontOptions,
): Promise<GraphqlAnswer> {
  const plain = (answer: HttpAnswer): GraphqlAnswer => ({ answer, cache: 'none', documentId: null })
  const method = request.method ?? 'GET'
  if (method !== 'GET' && method !== 'POST') {
    const answer = refusal(405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET for queries.')
    return plain({ ...answer, headers: { ...answer.headers, allow: 'GET, POST' } })
  }
  if (answerTypeOf(client.headers['accept']) === null)
    return plain(refusal(406, 'NOT_ACCEPTABLE', `Answers are application/json or ${responseJson}.`))
  if (method === 'POST' && !jsonType.test(request.headers['content-type'] ?? ''))
    return plain(refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json in UTF-8.'))
  if (!/^(identity)?$/i.test(client.headers['content-encoding'] ?? '')) {
    const answer = refusal(415, 'UNSUPPORTED_CONTENT_CODING', 'Send the body uncompressed.')
    return plain({ ...answer, headers: { ...answer.headers, 'accept-encoding': 'identity' } })
  }
  if (search.length > options.bodyLimit)
    return plain(refusal(414, 'URI_TOO_LONG', 'Send long operations by POST.'))
  const body = method === 'POST' ? await readBody(request, options.bodyLimit) : { text: '' }
  if ('status' in body) return plain(bodyRefusal(body.status, options.bodyLimit))
  const handle = options.graphql()
  if (!handle) return plain(starting)
  const principal = await options.authenticate(client.headers['authorization'], client.requestId)
  if ('status' in principal) return plain(principal)
  const refused = misplaced(client, principal)
  if (refused !== null) return plain(refused)
  if (principal.kind === 'person') options.noteDevice?.(principal, client.headers['user-agent'])

  const gone = new AbortController()
  const abort = (): void => gone.abort()
  response.on('close', abort)
  const deadline = setTimeout(abort, options.deadline)
  try {
    return await handle({
      method,
      search,
      headers: client.headers,
      body: body.text,
      freeQueries:
        options.freeQueries === 'everywhere' || (options.freeQueries === 'this machine' && client.local),
      context: {
        requestId: client.requestId,
        log: options.log,
        signal: gone.signal,
        tenant: client.tenant,
        principal,
        outcome: newOutcome(),
      },
    })
  } finally {
    clearTimeout(deadline)
    // A response outlives the young generation: what hangs on its listener, the whole answer, would be kept with it.
    response.off('close', abort)
  }
}

const starting = refusal(503, 'STARTING', 'The gateway is starting or stopping; ask again in a moment.')

/** OpenID Connect Back-Channel Logout 1.0, section 2.5: a form, by POST. */
async function signedOut(request: IncomingMessage, options: FrontOptions): Promise<HttpAnswer> {
  if (request.method !== 'POST') {
    const answer = jsonAnswer(405, { error: 'Use POST.' })
    return { ...answer, headers: { ...answer.headers, allow: 'POST' } }
  }
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    return jsonAnswer(415, { error: 'Send a form (application/x-www-form-urlencoded).' })
  const body = await readBody(request, options.bodyLimit)
  if ('status' in body)
    return jsonAnswer(body.status, { error: 'The form did not arrive whole, or is too long.' })
  const receive = options.backchannel()
  return receive ? receive(body.text) : starting
}

/** JSON, with no other character set than the one there is for it. */
const jsonType = /^application\/(graphql\+)?json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i

/** A refusal in the media type that the client asked for; what was executed has it already. */
function typed(answer: HttpAnswer, accept: string | undefined): HttpAnswer {
  if (answer.status < 400 || answerTypeOf(accept) !== responseJson) return answer
  return { ...answer, headers: { ...answer.headers, 'content-type': `${responseJson}; charset=utf-8` } }
}

function bodyRefusal(status: 400 | 408 | 413, limit: number): HttpAnswer {
  if (status === 413)
    return refusal(
      413,
      'BODY_TOO_LARGE',
      `A request may have ${limit} bytes; use variables and fewer fields.`,
    )
  if (status === 408) return refusal(408, 'BODY_INCOMPLETE', 'The body did not arrive whole.')
  return refusal(400, 'BAD_REQUEST', 'The body is not UTF-8.')
}

function write(response: ServerResponse, request: IncomingMessage, answer: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return
  const bytes = Buffer.from(answer.body)
  const matches = request.method === 'GET' && answer.status === 200 && isFresh(request, answer)
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value)
  response.setHeader('x-content-type-options', 'nosniff')
  // An unread body would be taken for the next request.
  if (answer.status === 413 || answer.status === 408) response.setHeader('connection', 'close')
  if (matches) {
    response.removeHeader('content-type')
    response.writeHead(304).end()
    return
  }
  response.writeHead(answer.status, { 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function isFresh(request: IncomingMessage, answer: HttpAnswer): boolean {
  const etag = answer.headers['etag']
  const asked = request.headers['if-none-match']
  return (
    etag !== undefined &&
    asked !== undefined &&
    asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
  )
}
