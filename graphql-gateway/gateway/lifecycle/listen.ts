// Makes a server listen where the configuration says.
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import type { Server } from 'node:http'

/** Bytes a Unix socket's path may have on Linux; macOS has four fewer. */
const socketPathLimit = 103

/** Resolves with a readable address. Errors: `Error` with a sentence when the place is taken or cannot be used. */
export async function listen(
  server: Server,
  where: { readonly socket: string } | { readonly port: number },
): Promise<string> {
  if ('port' in where) {
    server.listen(where.port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : where.port}`
  }
  const { socket } = where
  if (Buffer.byteLength(socket) > socketPathLimit)
    throw new Error(
      `GATEWAY_SOCKET is longer than ${socketPathLimit} bytes: ${socket}. Choose a shorter path.`,
    )
  if (await answers(socket))
    throw new Error(`Another gateway listens on ${socket}. Stop it, or set another GATEWAY_SOCKET.`)
  // What a crashed process left behind.
  rmSync(socket, { force: true })
  server.listen({ path: socket })
  await once(server, 'listening')
  return socket
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}
