// Ports of this machine.
import { createServer } from 'node:net'

/** True when something listens on the port of a loopback or any address. */
export function portTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen({ port, host: '::', ipv6Only: false }, () => probe.close(() => resolve(false)))
  })
}

export { freePort } from '@shuxiang/process/free-port'
