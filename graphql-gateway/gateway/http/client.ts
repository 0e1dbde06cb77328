// What a request says of its sender; nothing of it is believed beyond its shape.
import type { IncomingMessage } from 'node:http'

/** The sender of a request. */
export interface Client {
  /** The id that came with the request when it looks like one, else a new one. */
  readonly requestId: string
  /** True when the request comes from this machine and from no proxy that names another. */
  readonly local: boolean
  readonly headers: Readonly<Record<string, string>>
}

const goodId = /^[A-Za-z0-9_-]{8,64}$/
const loopback = /^(::ffff:)?127\.|^::1$/

/** Reads the sender. A Unix socket has no remote address and is reachable from this machine only. */
export function clientOf(request: IncomingMessage, newId: () => string): Client {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  const id = headers['x-request-id'] ?? ''
  const peer = request.socket.remoteAddress
  const forwarded = headers['x-forwarded-for']?.split(',').map((each) => each.trim()) ?? []
  return {
    requestId: goodId.test(id) ? id : newId(),
    local: (peer === undefined || loopback.test(peer)) && forwarded.every((each) => loopback.test(each)),
    headers,
  }
}
