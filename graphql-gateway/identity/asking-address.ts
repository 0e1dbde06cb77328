// The network address of who asks, by which failures are counted.
import { isIP } from 'node:net'
import { isLoopback } from './realm/index.ts'

/** What of a request is looked at. */
interface Asking {
  readonly socket: { readonly remoteAddress?: string | undefined }
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/**
 * The process listens on this machine only: an origin of others means that something stands in front, which writes whom it
 * serves at the end of `X-Forwarded-For`. Without that everybody would be one, and the failures of one would lock all.
 */
export function askingAddress(origin: string): (request: Asking) => string {
  const hasFront = !isLoopback(new URL(origin).hostname)
  return ({ socket, headers }) => {
    const last = hasFront
      ? String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : undefined
    return last !== undefined && isIP(last) !== 0 ? last : (socket.remoteAddress ?? '')
  }
}
