/** A port of its own for the origin of content, where no proxy leads its host to the shell: as on one's own machine. */
import { createServer, type Server } from 'node:http'

/** Hands to the shell what is asked of that host, and nothing else. Not listening yet. */
export function contentListener(shell: Server, contentOrigin: string): Server {
  const { host } = new URL(contentOrigin)
  const listener = createServer({
    headersTimeout: shell.headersTimeout,
    requestTimeout: shell.requestTimeout,
    keepAliveTimeout: shell.keepAliveTimeout,
    maxHeaderSize: 16_384,
  })
  listener.maxConnections = shell.maxConnections
  listener.on('request', (request, response) => {
    if (request.headers.host?.toLowerCase() === host) return void shell.emit('request', request, response)
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('There is nothing of that name here.\n')
  })
  return listener
}
