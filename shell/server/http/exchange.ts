/** One request and its answer: what every route is given, and the few ways to answer. */
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { acceptedEncoding, streamEncoder } from './encoding.ts'
import { INERT_POLICY } from './security-headers.ts'

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The address, parsed; its host is ours. */
  readonly url: URL
  readonly requestId: string
  readonly log: Logger
  /** Aborted when the reader goes away. */
  readonly signal: AbortSignal
}

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1_024

/** Send a whole text. HEAD gets the headers alone. */
export function sendText(
  exchange: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  const { request, response } = exchange
  const body = Buffer.from(text)
  const encoding =
    body.length < WORTH_COMPRESSING ? null : acceptedEncoding(request.headers['accept-encoding'])
  if (encoding === null) {
    response.writeHead(status, { ...headers, 'content-length': String(body.length) })
    response.end(request.method === 'HEAD' ? undefined : body)
    return
  }
  response.writeHead(status, { ...headers, 'content-encoding': encoding })
  if (request.method === 'HEAD') return void response.end()
  const encoder = streamEncoder(encoding)
  encoder.pipe(response)
  encoder.end(body)
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
  status: 303 | 308,
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
