// Reads the body of a request, never more than a bound.
import type { IncomingMessage } from 'node:http'

/** What the client sent, or the HTTP status that says why it was not read. */
export type Body = { readonly text: string } | { readonly status: 400 | 408 | 413 }

/** Reads UTF-8 text of at most `limit` bytes. A client that goes away gives 408. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > limit) return Promise.resolve({ status: 413 })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        request.pause()
        resolve({ status: 413 })
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(decoded(Buffer.concat(chunks))))
    request.on('error', () => resolve({ status: 408 }))
    request.on('close', () => resolve({ status: 408 }))
  })
}

function decoded(bytes: Buffer): Body {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { status: 400 }
  }
}
