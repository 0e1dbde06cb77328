/** Links to other sites that no longer answer. For jobs: it asks over the network, and only public addresses. */
import { lookup } from 'node:dns/promises'
import type { Resolve } from './ask.ts'
import { deadBecause, elsewhere, type DeadBecause } from './follow.ts'
import { isPublicAddress } from './public-address.ts'

export type { Resolve } from './ask.ts'
export type { DeadBecause } from './follow.ts'
export { isPublicAddress } from './public-address.ts'

/** Addresses that are asked in one go; what goes beyond is told as left out. */
export const mostLinks = 500
/** Questions under way at a time. */
const together = 8
/** Questions under way at a time at one host. */
const togetherAtHost = 2
/** Ports of public web sites: others are doors of something else. */
const ports = new Set([80, 443])

export interface DeadLinksOptions {
  /** The system's resolver unless another is given. */
  readonly resolve?: Resolve
  /** Whether a server may be asked: public addresses on the ports of the web unless said otherwise. */
  readonly mayAsk?: (address: string, port: number) => boolean
  /** Milliseconds for a name, and for the head of one answer; 8,000 unless said otherwise. */
  readonly patience?: number
  /** Ends the whole: what was not answered by then is told as left out. */
  readonly signal?: AbortSignal
}

export interface DeadLinks {
  readonly dead: readonly { readonly address: string; readonly because: DeadBecause }[]
  /** Addresses that answered, as they were given but for the place on the page. */
  readonly answered: readonly string[]
  /** How many addresses were asked. */
  readonly asked: number
  /** Addresses that there was no time or room for. */
  readonly leftOut: number
}

const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** Asks every address of another site once, HEAD then GET, two at a time at one host. Paths, mail and telephone are passed over. Never rejects. */
export async function deadLinks(
  addresses: Iterable<string>,
  options: DeadLinksOptions = {},
): Promise<DeadLinks> {
  const {
    resolve = systemResolve,
    mayAsk = (address, port) => ports.has(port) && isPublicAddress(address),
    patience = 8_000,
    signal = new AbortController().signal,
  } = options
  const all = new Map<string, URL>()
  for (const address of addresses) {
    const url = elsewhere(address)
    // A place on a page is not sent: two links to one page are one question.
    if (url) {
      url.hash = ''
      all.set(url.href, url)
    }
  }
  const waiting = [...all].slice(0, mostLinks).map(([address, url]) => ({ address, url }))
  const way = { resolve, mayAsk, patience, signal }
  const dead: { address: string; because: DeadBecause }[] = []
  const busy = new Map<string, number>()
  const answered: string[] = []
  let asked = 0
  function nextOfAFreeHost(): (typeof waiting)[number] | undefined {
    const at = waiting.findIndex(({ url }) => (busy.get(url.host) ?? 0) < togetherAtHost)
    return at < 0 ? undefined : waiting.splice(at, 1)[0]
  }
  /** Ends when no host is free: whoever asks at the others then goes on with what is left of them. */
  async function work(): Promise<void> {
    for (let next = nextOfAFreeHost(); next && !signal.aborted; next = nextOfAFreeHost()) {
      const { host } = next.url
      busy.set(host, (busy.get(host) ?? 0) + 1)
      const because = await deadBecause(next.url, way)
      busy.set(host, (busy.get(host) ?? 1) - 1)
      if (signal.aborted) return
      asked++
      if (!because) answered.push(next.address)
      else dead.push({ address: next.address, because })
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  dead.sort((one, other) => (one.address < other.address ? -1 : 1))
  return { dead, answered: answered.sort(), asked, leftOut: all.size - asked }
}
