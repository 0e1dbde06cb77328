// The page that activates cards on a free port, over an admin interface in whose way a test may stand.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from 'mongodb'
import type { AdminClient } from '../../admin-client/client.ts'
import { type Activation, openActivation } from '../../keycloak-running.ts'
import type { Library } from '../../pages/index.ts'
import { readRealm } from '../../realm/index.ts'

export interface ServedActivation extends Pick<Activation, 'cards' | 'origin'> {
  /** Asked from now on. */
  through(admin: AdminClient): void
  /** What was logged as a warning or an error; a test may empty it. */
  readonly said: string[]
  close(): Promise<void>
}

export async function serveActivation(
  db: Db,
  first: AdminClient,
  library: Library,
): Promise<ServedActivation> {
  let admin = first
  let opened: Activation | null = null
  const folder = await mkdtemp(join(tmpdir(), 'activation-'))
  const server = createServer((request, response) => void opened?.handle(request, response))
  const origin = await listening(server)
  const said: string[] = []
  const keep = (facts: object, message: string): void =>
    void said.push(`${message} ${'err' in facts ? String(facts.err) : ''}`)
  opened = await openActivation({
    realm: readRealm({}),
    admin: {
      get: (path, schema) => admin.get(path, schema),
      list: (path, schema) => admin.list(path, schema),
      post: (path, body) => admin.post(path, body),
      put: (path, body) => admin.put(path, body),
      delete: (path, body) => admin.delete(path, body),
    },
    origin,
    portal: 'http://localhost:8080',
    folder,
    db,
    libraries: async () => [library],
    log: { info: () => {}, warn: keep, error: keep },
    now: Date.now,
  })
  return {
    cards: opened.cards,
    origin,
    said,
    through: (next) => void (admin = next),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

/** On a free port; gives its origin. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return `http://localhost:${address.port}`
}
