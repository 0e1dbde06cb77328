/** One question to a server, over a connection to the very address that was looked at. */
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { isIP, isIPv6 } from 'node:net'

/** Addresses of a host name, as a resolver has them. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Way {
  readonly resolve: Resolve
  /** Whether a server at this address may be asked. */
  readonly mayAsk: (address: string, port: number) => boolean
  /** Milliseconds for one question, from its name to the head of its answer. */
  readonly patience: number
}

/** `closed`: the address is not one that may be asked. `away`: there is no such name, or no answer in time. */
export type Answered =
  | { readonly is: 'answer'; readonly status: number; readonly location: string | null }
  | { readonly is: 'closed' }
  | { readonly is: 'away' }

async function addressOf(host: string, { resolve }: Way): Promise<readonly string[]> {
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  return isIP(literal) ? [literal] : resolve(host)
}

/** Resolves with what came; never rejects. */
export async function ask(url: URL, method: 'HEAD' | 'GET', way: Way): Promise<Answered> {
  const signal = AbortSignal.timeout(way.patience)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const addresses = await Promise.race([
    addressOf(url.hostname, way).catch(() => []),
    new Promise<readonly string[]>((done) =>
      signal.addEventListener('abort', () => done([]), { once: true }),
    ),
  ])
  const [address] = addresses
  if (address === undefined) return { is: 'away' }
  // One closed address among several is enough: a name that leads inside at times is no public name.
  if (!addresses.every((one) => way.mayAsk(one, port))) return { is: 'closed' }
  return answerFrom(url, method, address, signal)
}

function answerFrom(
  url: URL,
  method: 'HEAD' | 'GET',
  address: string,
  signal: AbortSignal,
): Promise<Answered> {
  return new Promise((done) => {
    const request = (url.protocol === 'https:' ? requestSafe : requestPlain)(
      url,
      {
        method,
        signal,
        agent: false,
        headers: { accept: '*/*', 'user-agent': 'shuxiang-link-check' },
        // The name is not looked up a second time: its owner may answer differently by then.
        lookup: (_host, { all }, found) => {
          const family = isIPv6(address) ? 6 : 4
          if (all === true) found(null, [{ address, family }])
          else found(null, address, family)
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
