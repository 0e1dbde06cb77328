// One transport to all subgraphs: those of this process are called as functions, the others over signed HTTP.
import type { Subgraph } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { Transport } from './contract.ts'
import { remoteTransport } from './http.ts'
import { localTransport } from './local.ts'
import { routeTo } from './route.ts'

/** What the transports need. `now` in milliseconds since 1970, for signatures. */
export interface TransportParts {
  readonly db: () => Db
  readonly secret: Uint8Array | null
  readonly now: () => number
}

/** Subgraphs of this process, and addresses of those that run elsewhere, by name. */
export function transportsOf(
  here: readonly Subgraph[],
  elsewhere: ReadonlyMap<string, string>,
  { db, secret, now }: TransportParts,
): { readonly send: Transport; readonly close: () => Promise<void> } {
  const transports = new Map<string, Transport>()
  const closers: (() => Promise<void>)[] = []
  for (const subgraph of here) transports.set(subgraph.name, localTransport(subgraph, db))
  for (const [name, url] of elsewhere) {
    const { send, close } = remoteTransport({ subgraph: name, url, secret, now })
    transports.set(name, send)
    closers.push(close)
  }
  return {
    send: routeTo(transports),
    close: async () => void (await Promise.all(closers.map((close) => close()))),
  }
}
