// A subgraph behind HTTP: `POST /graphql`, signed by the gateway, `GET /health/live` and `/health/ready`.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Principal } from '@shuxiang/permissions'
import { GraphQLError, type ExecutionResult } from 'graphql'
import type { Db } from 'mongodb'
import type { Log } from './context.ts'
import type { Subgraph } from './contract.ts'
import { createExecutor } from './execute.ts'
import { createVerifier } from './sign.ts'
import { readBody } from './signed-body.ts'
import { tenantHeader } from './tenant.ts'

// An import would also read every lazy property of the module, which loads Node's fetch.
const { createServer } = process.getBuiltinModule('node:http')

/** What a remote subgraph needs. `now` in milliseconds since 1970. */
export interface ServeOptions {
  readonly subgraph: Subgraph
  readonly secret: Uint8Array
  readonly db: () => Db
  readonly audit: AuditPort
  readonly log: Log
  readonly now: () => number
  /** Milliseconds an operation may take; 10,000 unless told. */
  readonly deadline?: number
  /** What `GET /health/ready` tells beside the status; open to whoever reaches the port. Rejects while a part does not answer. */
  readonly facts?: () => Promise<object>
}

/** Bytes of one request at most: 5,000 key objects and a query. */
const bodyLimit = 4 * 1024 * 1024

/** Makes the server; the caller makes it listen and closes it. */
export function serveSubgraph(options: ServeOptions): Server {
  const { subgraph, secret, audit, log, now, deadline = 10_000 } = options
  const verifier = createVerifier(secret, now)
  const execute = createExecutor(subgraph)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/health/live') return write(response, 200, { status: 'live' })
    if (request.url === '/health/ready') return write(response, ...(await readiness(options)))
    if (request.url !== '/graphql') return write(response, 404, failure('Nothing is at this address.'))
    if (request.method !== 'POST') return write(response, 405, failure('Use POST.'))
    const body = await bodyOf(request)
    if (body === null) return write(response, 413, failure(`A request may have ${bodyLimit} bytes.`))
    const problem = verifier.verify(request.headers, body)
    if (problem) {
      log.warn({ subgraph: subgraph.name, problem }, 'request refused')
      return write(response, 401, failure('This address serves the gateway only.'))
    }
    const operation = readBody(body)
    if (!operation) return write(response, 400, failure('The body is no GraphQL request.'))
    const gone = new AbortController()
    const abort = (): void => gone.abort()
    response.on('close', abort)
    const timer = setTimeout(abort, deadline)
    try {
      const requestId = String(request.headers['x-request-id'] ?? '')
      const tenant = String(request.headers[tenantHeader] ?? '') || null
      let personal = false
      const context = {
        db: options.db(),
        requestId,
        log,
        signal: gone.signal,
        tenant,
        audit,
        now,
        get principal(): Principal {
          personal = true
          return operation.principal
        },
      }
      const executed = await execute(operation.query, operation.variables, context)
      const result = presented(executed, subgraph.name, requestId, log)
      // By this the gateway knows whom else it may give the answer to.
      write(response, 200, personal ? { ...result, extensions: { personal } } : result)
    } finally {
      clearTimeout(timer)
      // A response outlives the young generation: what hangs on its listener would be kept with it.
      response.off('close', abort)
    }
  }

  return createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ subgraph: subgraph.name, err: error }, 'request failed')
      write(response, 500, failure('The subgraph failed.'))
    })
  })
}

/** Status and body. */
async function readiness({ facts, log, subgraph }: ServeOptions): Promise<[number, object]> {
  try {
    return [200, { status: 'ready', ...(await facts?.()) }]
  } catch (error) {
    log.warn({ subgraph: subgraph.name, err: error }, 'a part does not answer')
    return [503, { status: 'unavailable' }]
  }
}

/** What a resolver threw by accident stays in this process's log; the gateway gets its place only. */
function presented(result: ExecutionResult, subgraph: string, requestId: string, log: Log): ExecutionResult {
  if (!result.errors) return result
  const errors = result.errors.map((error) => {
    if (typeof error.extensions['code'] === 'string') return error
    log.error(
      { subgraph, requestId, path: error.path?.join('.'), err: error.originalError ?? error },
      'resolver failed',
    )
    return new GraphQLError('Internal error.', {
      ...(error.path ? { path: error.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    })
  })
  return { ...result, errors }
}

/** Null for a body that is too large or did not arrive whole. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(textOf(chunks)))
    request.on('close', () => resolve(null))
  })
}

/** A body of a few kilobytes comes in one piece, which need not be copied. */
function textOf(chunks: readonly Buffer[]): string {
  const [only, second] = chunks
  return (only && !second ? only : Buffer.concat(chunks)).toString()
}

function failure(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] }
}

function write(response: ServerResponse, status: number, value: object): void {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  // As text it leaves together with the head, in one write.
  response.end(text)
}
