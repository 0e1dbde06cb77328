// Ends a server without cutting off who is being served.
import type { Server } from 'node:http'

/** Stops accepting, waits for running requests at most `patience` milliseconds, then closes what is left. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  // A connection that becomes idle later is closed by Node itself once the server is closing.
  const timer = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(timer)
}
