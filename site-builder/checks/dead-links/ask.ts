/** One question to a server, over a connection to the very addresses that were looked at. */
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { isIP, isIPv6 } from 'node:net'

/** Addresses of a host name, as a resolver has them. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Way {
  readonly resolve: Resolve
  /** Whether a server at this address may be asked. */
  readonly mayAsk: (address: string, port: number) => boolean
  /** Milliseconds for one question: for a name, and for the head of an answer. */
  readonly patience: number
  /** Ends every question that is under way. */
  readonly signal: AbortSignal
}

/** `closed`: the address is not one that may be asked. `away`: there is no such name, or it was not told in time. */
export type Found =
  { readonly is: 'server'; readonly addresses: readonly string[] } | { readonly is: 'closed' | 'away' }

/** `away`: no answer in time, or the connection was closed without one. */
export type Answered =
  | { readonly is: 'answer'; readonly status: number; readonly location: string | null }
  | { readonly is: 'away' }

const timed = ({ patience, signal }: Way): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(patience)])

async function addressesOf(host: string, way: Way): Promise<readonly string[]> {
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  if (isIP(literal)) return [literal]
  const signal = timed(way)
  return Promise.race([
    way.resolve(host).catch(() => []),
    new Promise<readonly string[]>((done) => {
      if (signal.aborted) return done([])
      signal.addEventListener('abort', () => done([]), { once: true })
    }),
  ])
}

/** Where a server is. Its name is looked up here and nowhere else: its owner may answer differently afterwards. */
export async function find(url: URL, way: Way): Promise<Found> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const addresses = await addressesOf(url.hostname, way)
  if (addresses.length === 0) return { is: 'away' }
  // One closed address among several is enough: a name that leads inside at times is no public name.
  if (!addresses.every((one) => way.mayAsk(one, port))) return { is: 'closed' }
  return { is: 'server', addresses }
}

/** Resolves with the head of what came; never rejects, and reads no body. */
export function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  addresses: readonly string[],
  way: Way,
): Promise<Answered> {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return new Promise((done) => {
    const request = (url.protocol === 'https:' ? requestSafe : requestPlain)(
      url,
      {
        method,
        signal: timed(way),
        agent: false,
        headers: { accept: '*/*', 'user-agent': 'shuxiang-link-check' },
        lookup: (_host, { all }, tell) => {
          const [first = { address: '', family: 4 }] = found
          if (all === true) tell(null, found)
          else tell(null, first.address, first.family)
        },
      },
      (response) => {
        done({
          is: 'answer',
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
        })
        response.destroy()
      },
    )
    request.on('error', () => done({ is: 'away' }))
    request.on('close', () => done({ is: 'away' }))
    request.end()
  })
}
