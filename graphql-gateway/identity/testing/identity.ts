// The whole of identity on a free port, with pages and admin interface, for tests.
import { createServer } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import { adminClient, type AdminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import type { Library } from '../pages/index.ts'
import { readRealm } from '../realm/index.ts'
import { type Identity, openIdentity } from '../running.ts'

export interface TestIdentity {
  readonly identity: Identity
  readonly origin: string
  readonly issuer: string
  /** Asked as the provisioner. */
  readonly admin: AdminClient
  /** What was logged as a warning or an error. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface TestIdentityOptions {
  readonly db: Db
  readonly libraries?: readonly Library[]
  /** Milliseconds. */
  readonly now?: () => number
  readonly audit?: AuditPort
}

/** A guess costs next to nothing: tests make hundreds. */
const cheap = { ln: 4, r: 1, p: 1 }

export async function serveIdentity(options: TestIdentityOptions): Promise<TestIdentity> {
  const { db, libraries = [], now = () => Date.now() } = options
  const folder = await mkdtemp(join(tmpdir(), 'identity-'))
  let opened: Identity | null = null
  const server = createServer((request, response) => void opened?.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const origin = `http://localhost:${address.port}`
  const realm = readRealm({})
  const complaints: string[] = []
  const complain = (facts: object, message: string): void =>
    void complaints.push(`${message} ${'err' in facts ? String(facts.err) : ''}`)
  opened = await openIdentity({
    realm,
    origin,
    portal: 'http://localhost:8080',
    folder,
    db,
    libraries: async () => libraries,
    log: { info: () => {}, warn: complain, error: complain },
    now,
    cost: cheap,
    ...(options.audit === undefined ? {} : { audit: options.audit }),
  })
  const { issuer } = opened.provider
  const token = adminTokens(issuer, { clientId: 'ndl-provisioner', secret: opened.provisionerSecret })
  return {
    identity: opened,
    origin,
    issuer,
    admin: adminClient({ origin, realm: realm.realm, token }),
    complaints,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}
