/** Passes `/graphql` and `/health/*` on to the gateway: bounded, filtered, streamed. */
import { pipeline } from 'node:stream/promises'
import { placeHeader } from '@shuxiang/process/place'
import { tenantHeader } from '@shuxiang/subgraph-kit/tenant'
import type { Dispatcher } from 'undici'
import { readBody, sendJson, type Exchange } from '../http/exchange.ts'
import { acceptedEncoding, streamEncoder } from '../http/encoding.ts'

/** Largest request body, bytes; the gateway has the same bound. */
const LARGEST_BODY = 64 * 1024
const REQUEST_HEADERS = [
  'content-type',
  'content-encoding',
  'accept',
  'accept-language',
  'if-none-match',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'apollographql-client-name',
  'apollographql-client-version',
  'graphql-require-preflight',
  'authorization',
  'user-agent',
]
const RESPONSE_HEADERS = [
  'content-type',
  'cache-control',
  'etag',
  'allow',
  'retry-after',
  'vary',
  'accept-post',
  'accept-encoding',
  'www-authenticate',
]

/** What `/health/*` says while the gateway does not answer; the shape is the gateway's. */
export interface Absence {
  readonly version: string
  readonly storeKind: string
  readonly searchKind: string
  readonly identityKind: string
}

/** A proxy over a dispatcher that reaches the gateway. */
export function gatewayProxy(
  dispatcher: Dispatcher,
  absence: Absence,
): (exchange: Exchange, tenant?: string) => Promise<void> {
  return async (exchange, tenant) => {
    const { request, url, requestId, place, signal } = exchange
    const method = request.method ?? 'GET'
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
      return refuse(exchange, 405, 'METHOD_NOT_ALLOWED', 'use POST, or GET for queries', {
        allow: 'GET, HEAD, POST',
      })
    const body = method === 'POST' ? await readBody(request, LARGEST_BODY) : null
    if (body === 'too large') {
      // What is still on its way would be read as the next request.
      return refuse(exchange, 413, 'BODY_TOO_LARGE', `a request is at most ${LARGEST_BODY} bytes`, {
        connection: 'close',
      })
    }
    let answer: Dispatcher.ResponseData
    try {
      answer = await dispatcher.request({
        origin: 'http://gateway',
        path: `${url.pathname}${url.search}`,
        method: method === 'POST' ? 'POST' : 'GET',
        headers: {
          ...picked(request.headers, REQUEST_HEADERS),
          'x-request-id': requestId,
          ...(tenant === undefined ? {} : { [tenantHeader]: tenant }),
          ...(place === null ? {} : { [placeHeader]: place }),
        },
        body,
        signal,
      })
    } catch (error) {
      if (signal.aborted) return
      exchange.log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'gateway does not answer',
      )
      return away(exchange, absence)
    }
    await passOn(exchange, answer)
  }
}

async function passOn(exchange: Exchange, answer: Dispatcher.ResponseData): Promise<void> {
  const { request, response } = exchange
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  const headers = picked(answer.headers, RESPONSE_HEADERS)
  const bodiless = request.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304
  const compress =
    encoding !== null && !bodiless && Number(answer.headers['content-length'] ?? Infinity) > 1_024
  response.writeHead(answer.statusCode, {
    ...headers,
    vary: ['Accept-Encoding, Accept', headers['vary']].filter(Boolean).join(', '),
    ...(compress ? { 'content-encoding': encoding } : {}),
  })
  if (bodiless) {
    await answer.body.dump()
    return void response.end()
  }
  // A reader who leaves or a gateway that dies in the middle ends both sides; the status has left already.
  await (
    compress ? pipeline(answer.body, streamEncoder(encoding), response) : pipeline(answer.body, response)
  ).catch(() => response.destroy())
}

function away(exchange: Exchange, { version, storeKind, searchKind, identityKind }: Absence): void {
  const retry = { 'retry-after': '1' }
  const path = exchange.url.pathname
  if (path === '/health/live') return sendJson(exchange, 200, { status: 'live', version, gateway: 'away' })
  if (path === '/health/ready') {
    const rest = { identity: { kind: identityKind }, importing: null, preparing: null }
    const body = {
      status: 'starting',
      version,
      store: { kind: storeKind },
      search: { kind: searchKind, state: 'unavailable', records: 0, rebuilding: null },
      ...rest,
    }
    return sendJson(exchange, 503, body, retry)
  }
  refuse(exchange, 503, 'GATEWAY_UNAVAILABLE', 'the service is starting or being restarted; try again', retry)
}

function refuse(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string>,
): void {
  sendJson(exchange, status, { errors: [{ message, extensions: { code } }] }, headers)
}

function picked(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of names) {
    const value = headers[name]
    if (typeof value === 'string') kept[name] = value
  }
  return kept
}
