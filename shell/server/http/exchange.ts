/** One request and its answer: what every route is given, and the few ways to answer. */
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Place } from '@shuxiang/process/place'
import type { Logger } from 'pino'
import { acceptedEncoding, streamEncoder } from './encoding.ts'
import { isKnown, weakTag } from './entity-tag.ts'
import { INERT_POLICY } from './security-headers.ts'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The address, parsed; its host is ours. */
  readonly url: URL
  readonly requestId: string
  /** Where it was asked; null where portal and console share an origin. */
  readonly place: Place | null
  readonly log: Logger
  /** Aborted when the reader goes away. */
  readonly signal: AbortSignal
}

/** Below this many bytes compression makes a text longer; a citation of 400 becomes half. */
const WORTH_COMPRESSING = 200

/** Send a whole text, or 304 to who has it. HEAD gets the headers alone. */
export function sendText(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  const { request, response } = exchange
  const body = Buffer.from(text)
  const own: Record<string, string> = { vary: 'Accept-Encoding', ...headers }
  if (status === 200 && own['cache-control'] !== 'no-store') {
    own['etag'] = weakTag(text)
    if (isKnown(request.headers['if-none-match'], own['etag'])) return sendNotModified(exchange, own)
  }
  const encoding =
    body.length < WORTH_COMPRESSING ? null : acceptedEncoding(request.headers['accept-encoding'])
  if (encoding === null) {
    response.writeHead(status, { ...own, 'content-length': String(body.length) })
    response.end(request.method === 'HEAD' ? undefined : body)
    return
  }
  response.writeHead(status, { ...own, 'content-encoding': encoding })
  if (request.method === 'HEAD') return void response.end()
  const encoder = streamEncoder(encoding)
  encoder.pipe(response)
  encoder.end(body)
}

/**
 * 304 with the headers that tell about the kept answer. Never the content policy: a browser puts the headers of a 304
 * over the kept ones, and a new nonce would forbid the scripts of the kept page, which carry the former one.
 */
export function sendNotModified(exchange: Exchange, headers: Readonly<Record<string, string>>): void {
  const told = ['etag', 'cache-control', 'vary', 'content-language'].flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  exchange.response.writeHead(304, Object.fromEntries(told))
  exchange.response.end()
}

/** Send a short answer that is not a page. */
export function sendPlain(
  exchange: Exchange,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  const own = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': INERT_POLICY }
  sendText(exchange, status, { ...own, 'cache-control': 'no-store', ...headers }, `${text}\n`)
}

/** Send JSON. */
export function sendJson(
  exchange: Exchange,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const own = { 'content-type': 'application/json; charset=utf-8', 'content-security-policy': INERT_POLICY }
  sendText(exchange, status, { ...own, 'cache-control': 'no-store', ...headers }, JSON.stringify(value))
}

/** Lead elsewhere. `to` must be a path of ours, already checked. */
export function sendRedirect(
  exchange: Exchange,
  status: 303 | 307 | 308,
  to: string,
  headers: Record<string, string | string[]> = {},
): void {
  exchange.response.writeHead(status, {
    location: to,
    'cache-control': 'no-store',
    'content-length': '0',
    ...headers,
  })
  exchange.response.end()
}

/** A page sent in pieces: each piece leaves at once. */
export interface PageStream {
  write(html: string): void
  end(html: string): Promise<void>
}

/** Begin a streamed page. For HEAD nothing but the headers leaves. */
export function beginPage(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
): PageStream {
  const { request, response } = exchange
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  response.writeHead(status, encoding === null ? headers : { ...headers, 'content-encoding': encoding })
  if (request.method === 'HEAD') return { write() {}, end: async () => void response.end() }
  if (encoding === null) {
    return {
      write: (html) => void response.write(html),
      end: async (html) => void response.end(html),
    }
  }
  const encoder = streamEncoder(encoding)
  encoder.pipe(response)
  return {
    write(html) {
      encoder.write(html)
      encoder.flush()
    },
    async end(html) {
      encoder.end(html)
      if (!response.writableFinished && !response.destroyed)
        await Promise.race([once(response, 'finish'), once(response, 'close')])
    },
  }
}

/** The body of a request, at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return 'too large'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) return 'too large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
