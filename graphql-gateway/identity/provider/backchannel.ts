// Requests that the provider makes: to tell clients of a signing out. The library refuses addresses of this machine
// and of private networks, so that nobody can make the provider ask there; this machine is allowed by name.
import { isLoopback } from '@shuxiang/process/asking-address'

type Fetch = (url: string | URL | Request, options?: RequestInit) => Promise<Response>

/** `fetch` for the library: its guard holds for every address but those that say they are this machine. */
export function guardedFetch(send: Fetch): Fetch {
  return (url, options) => {
    const address = new URL(url instanceof Request ? url.url : url)
    if (!isLoopback(address.hostname)) return send(url, options)
    // The guard is a dispatcher of undici's, which the types of `fetch` do not have everywhere.
    const unguarded = Object.entries(options ?? {}).filter(([name]) => name !== 'dispatcher')
    return send(url, Object.fromEntries(unguarded))
  }
}
