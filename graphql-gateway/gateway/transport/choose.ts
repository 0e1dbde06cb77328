// One transport to all subgraphs: those of this process are called as functions, the others over signed HTTP.
import type { Subgraph } from '@shuxiang/subgraph-kit'
import type { Transport } from './contract.ts'
import { remoteTransport } from './http.ts'
import { localTransport, type LocalParts } from './local.ts'
import { routeTo } from './route.ts'

/** What the transports need. */
export interface TransportParts extends LocalParts {
  readonly secret: Uint8Array | null
}

/** Subgraphs of this process, and addresses of those that run elsewhere, by name. */
export function transportsOf(
  here: readonly Subgraph[],
  elsewhere: ReadonlyMap<string, string>,
  { secret, ...parts }: TransportParts,
): { readonly send: Transport; readonly close: () => Promise<void> } {
  const transports = new Map<string, Transport>()
  const closers: (() => Promise<void>)[] = []
  for (const subgraph of here) transports.set(subgraph.name, localTransport(subgraph, parts))
  for (const [name, url] of elsewhere) {
    const { send, close } = remoteTransport({ subgraph: name, url, secret, now: parts.now })
    transports.set(name, send)
    closers.push(close)
  }
  return {
    send: routeTo(transports),
    close: async () => void (await Promise.all(closers.map((close) => close()))),
  }
}
