// Decides for each subgraph whether it is called as a function or over signed HTTP.
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

/**
 * A subgraph with an address in `remote` is reached there, every other one here.
 * Errors: `Error` for an address of an unknown subgraph, or when two subgraphs claim one collection.
 */
export function transportsOf(
  subgraphs: readonly Subgraph[],
  remote: ReadonlyMap<string, string>,
  { db, secret, now }: TransportParts,
): { readonly send: Transport; readonly close: () => Promise<void> } {
  checkCollections(subgraphs)
  const names = subgraphs.map(({ name }) => name)
  for (const name of remote.keys())
    if (!names.includes(name))
      throw new Error(
        `There is an address for the subgraph ${name}, which is unknown. Known: ${names.join(', ')}.`,
      )
  const transports = new Map<string, Transport>()
  const closers: (() => Promise<void>)[] = []
  for (const subgraph of subgraphs) {
    const url = remote.get(subgraph.name)
    if (url === undefined) {
      transports.set(subgraph.name, localTransport(subgraph, db))
      continue
    }
    const { send, close } = remoteTransport({ subgraph: subgraph.name, url, secret, now })
    transports.set(subgraph.name, send)
    closers.push(close)
  }
  return {
    send: routeTo(transports),
    close: async () => void (await Promise.all(closers.map((close) => close()))),
  }
}

/** Subgraphs meet in the graph, never in the store. */
function checkCollections(subgraphs: readonly Subgraph[]): void {
  const owners = new Map<string, string>()
  for (const { name, collections } of subgraphs)
    for (const collection of collections) {
      const owner = owners.get(collection)
      if (owner !== undefined)
        throw new Error(`The subgraphs ${owner} and ${name} both claim the collection ${collection}.`)
      owners.set(collection, name)
    }
}
