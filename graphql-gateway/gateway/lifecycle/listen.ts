// Makes a server listen where the configuration says.
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import type { Server } from 'node:http'

/** Bytes a Unix socket's path may have on Linux; macOS has four fewer. */
const socketPathLimit = 103

/** The place is taken or cannot be used; the message says which and what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

/** Where to listen: a Unix socket, or a port of an address of this machine, of loopback unless told. */
export type Place = { readonly socket: string } | { readonly port: number; readonly host?: string }

/** Resolves with a readable address. Errors: `CannotListen`. */
export async function listen(server: Server, where: Place): Promise<string> {
  if ('port' in where) {
    const { port, host = '127.0.0.1' } = where
    server.listen(port, host)
    await once(server, 'listening').catch((error: unknown) => {
      throw new CannotListen(portSentence(error, port, host))
    })
    const address = server.address()
    const named = host.includes(':') ? `[${host}]` : host
    return `http://${named}:${typeof address === 'object' && address ? address.port : port}`
  }
  const { socket } = where
  if (Buffer.byteLength(socket) > socketPathLimit)
    throw new CannotListen(
      `GATEWAY_SOCKET is longer than ${socketPathLimit} bytes: ${socket}. Choose a shorter path.`,
    )
  if (await answers(socket))
    throw new CannotListen(`Another gateway listens on ${socket}. Stop it, or set another GATEWAY_SOCKET.`)
  // What a crashed process left behind.
  rmSync(socket, { force: true })
  server.listen({ path: socket })
  await once(server, 'listening')
  return socket
}

function portSentence(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use: stop what uses it, or give another port.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user: give one above 1023.`
  return `${host} is no address that this machine can listen at (${code}): give another host.`
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
