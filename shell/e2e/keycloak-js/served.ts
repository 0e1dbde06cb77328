// A small site of its own with unchanged keycloak-js and nothing of ours, as a client of a provider.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

/** The one that the shell ships. */
const library = createRequire(new URL('../../runtime/package.json', import.meta.url)).resolve('keycloak-js')

const html = (script: string, type: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Client</title><script type="${type}">${script}</script></html>`

/** What the client page can do, for the tests: `start` makes the one instance of a page and says how `init` ended. */
const page = html(
  `import Keycloak from '/keycloak.js'
window.start = async (settings, init, within) => {
  const keycloak = new Keycloak(settings)
  const heard = []
  Object.assign(window, { keycloak, heard })
  for (const name of ['onAuthSuccess', 'onAuthError', 'onAuthRefreshSuccess', 'onAuthRefreshError', 'onAuthLogout'])
    keycloak[name] = () => heard.push(name)
  const ended = keycloak.init(init).then(
    (known) => (known ? 'signed in' : 'not signed in'),
    (error) => 'refused: ' + (error?.error ?? error?.message ?? String(error)),
  )
  const late = new Promise((resolve) => setTimeout(resolve, within, 'no end'))
  return Promise.race([ended, late])
}
document.documentElement.dataset.ready = ''`,
  'module',
)
const silent = html('parent.postMessage(location.href, location.origin)', 'text/javascript')

export interface Served {
  readonly port: number
  close(): Promise<void>
}

/** On a free port, by each name of this machine. */
export async function serveClient(): Promise<Served> {
  const code = readFileSync(library)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://client')
    const script = pathname === '/keycloak.js'
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(script ? code : pathname === '/auth/silent' ? silent : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the client has no port')
  return {
    port: address.port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
