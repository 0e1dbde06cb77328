/** Connections to a gateway that listens on a Unix socket. */
import { Agent } from 'undici'

/** Whoever opens it closes it. */
export function gatewayAt(socketPath: string): Agent {
  return new Agent({
    connect: { socketPath, timeout: 2_000 },
    connections: 64,
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    keepAliveTimeout: 4_000,
  })
}
