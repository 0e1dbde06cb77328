// The network address of who asks, by which failures and messages are counted.
import { isIP } from 'node:net'

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname) ||
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost$/.test(hostname)
  )
}

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

/** An IPv4 address as it is; of an IPv6 address the /64, which is what one customer has. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] ?? address
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
