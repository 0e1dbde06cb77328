/** `/_files/<sha256>.<ending>`: pictures and files of libraries, the same on every host and for ever. */
import { once } from 'node:events'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { isKnown } from '../http/entity-tag.ts'
import { sendNotModified, sendPlain, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import type { FileStore } from './file-store.ts'
import { rangeOf, type ByteRange } from './range.ts'

const ADDRESS = /^\/_files\/([0-9a-f]{64})\.(webp|jpg|png|pdf)$/
/** The only types that are sent, by the ending that addresses have. */
const ENDINGS: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
}
/** A reader opens it; it runs nothing, and no page frames it. */
const DOCUMENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'self'; frame-ancestors 'none'"

/** 404 also for a file under an ending that is not its own: one file has one address. */
export async function serveFile(files: FileStore, exchange: Exchange): Promise<void> {
  const { request, url, requestId, signal } = exchange
  const [, hash = '', ending = ''] = ADDRESS.exec(url.pathname) ?? []
  const type = ENDINGS[ending]
  if (type === undefined) return sendPlain(exchange, 404, 'There is no such file.')
  const headers = headersOf(hash, type)
  // Under its digest it is what it was: whoever names it has it.
  if (isKnown(request.headers['if-none-match'], headers['etag'])) return sendNotModified(exchange, headers)
  try {
    const first = await files.piece(hash, 0, { requestId, signal })
    if (first?.type !== type) return sendPlain(exchange, 404, 'There is no such file.')
    const range = rangeOf(asksRange(exchange, headers['etag']), first.bytes)
    if (range === null)
      return sendPlain(exchange, 416, 'The file does not have these bytes.', {
        'content-range': `bytes */${first.bytes}`,
      })
    await send(files, exchange, { hash, headers, range, ...first })
  } catch (error) {
    if (!(error instanceof GqlUnavailable) || exchange.response.headersSent) throw error
    sendPlain(exchange, 503, 'The file cannot be sent now; try again in a moment.', { 'retry-after': '2' })
  }
}

/** A range of another version is none (RFC 9110, 13.1.5). */
function asksRange({ request }: Exchange, etag: string): string | undefined {
  const held = request.headers['if-range']
  return held === undefined || held === etag ? request.headers.range : undefined
}

function headersOf(hash: string, type: string) {
  const isDocument = type === 'application/pdf'
  return {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${hash.slice(0, 32)}"`,
    'accept-ranges': 'bytes',
    'content-security-policy': isDocument ? DOCUMENT_POLICY : INERT_POLICY,
    ...(isDocument ? { 'content-disposition': 'inline' } : {}),
  }
}

interface Sent {
  readonly hash: string
  readonly headers: Readonly<Record<string, string>>
  readonly range: ByteRange
  readonly bytes: number
  readonly pieceBytes: number
}

async function send(files: FileStore, exchange: Exchange, sent: Sent): Promise<void> {
  const { request, response, requestId, signal } = exchange
  const { hash, headers, bytes, pieceBytes } = sent
  const { from, to } = sent.range
  const part = from > 0 || to < bytes - 1
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'content-length': String(to - from + 1),
    ...(part ? { 'content-range': `bytes ${from}-${to}/${bytes}` } : {}),
  })
  if (request.method === 'HEAD') return void response.end()
  for (let number = Math.floor(from / pieceBytes); number * pieceBytes <= to; number++) {
    const piece = await files.piece(hash, number, { requestId, signal })
    // The status has left: half a file ends the connection, and nobody takes it for whole.
    if (piece === null) return void response.destroy()
    const begins = number * pieceBytes
    const content = piece.content.subarray(Math.max(0, from - begins), to - begins + 1)
    if (!response.write(content) && !response.destroyed) await once(response, 'drain', { signal })
  }
  response.end()
}
