// Sends every fetch to the transport of its subgraph.
import { SubgraphUnavailable, type Transport } from './contract.ts'

/** One transport over many. Errors: `SubgraphUnavailable` for a subgraph without a transport. */
export function routeTo(transports: ReadonlyMap<string, Transport>): Transport {
  return (request) => {
    const transport = transports.get(request.subgraph)
    if (!transport) return Promise.reject(new SubgraphUnavailable(request.subgraph, 'unreachable'))
    return transport(request)
  }
}
