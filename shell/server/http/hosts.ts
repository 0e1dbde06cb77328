/** Which Host headers are ours. Anything else answers 421, so that no page is ever made for a name we do not own. */

/**
 * A check for the portal's hosts: the public origin's host, and in addition the loopback names with the port that the
 * server listens on. Compared whole, never by suffix.
 */
export function portalHosts(publicOrigin: string, port: number): (host: string | undefined) => boolean {
  const own = new Set([new URL(publicOrigin).host])
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    own.add(`${name}:${port}`)
    if (port === 80) own.add(name)
  }
  return (host) => host !== undefined && own.has(host.toLowerCase())
}
