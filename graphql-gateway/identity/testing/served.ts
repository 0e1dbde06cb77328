// The embedded provider on a free port, with people of its own and pages of one form each.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from 'mongodb'
import type { Account } from '../people/index.ts'
import { openSigningKeys } from '../keys/signing.ts'
import { type Clients, paths } from '../provider/contract.ts'
import { queryOf, readForm, sendJson } from '../provider/http.ts'
import { createProvider, type EmbeddedProvider } from '../provider/provider.ts'
import { readRealm, type Realm, type RealmClient } from '../realm/index.ts'
import type { Bounds } from '../sessions/under-way.ts'
import { type Browser, openBrowser } from './browser.ts'
import { accountsOf, testPages, testPeople } from './people.ts'

export interface Served {
  readonly origin: string
  readonly issuer: string
  readonly realm: Realm
  readonly provider: EmbeddedProvider
  /** What was logged as a warning or an error. */
  readonly complaints: string[]
  close(): Promise<void>
}

export interface ServedOptions {
  readonly db: Db
  readonly people?: readonly Account[]
  readonly more?: readonly RealmClient[]
  /** Milliseconds. */
  readonly now?: () => number
  readonly gateway?: string
  /** Of sign-ins under way. */
  readonly bounds?: Bounds
  readonly port?: number
  /** Kept between two providers that are one product. */
  readonly folder?: string
}

/** The secret of the provisioner in tests. */
export const provisionerSecret = 'only-for-tests-only-for-tests-only-for-tests'

export async function serveProvider(options: ServedOptions): Promise<Served> {
  const {
    db,
    people = testPeople,
    more = [],
    now = () => Date.now(),
    gateway = 'http://localhost:1',
    port = 0,
  } = options
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'identity-')))
  let handler: EmbeddedProvider | null = null
  const server = createServer((request, response) => {
    const provider = handler
    if (provider === null) return void response.writeHead(503).end()
    void (async () => {
      if (await provider.handle(request, response)) return
      const path = (request.url ?? '').split('?')[0] ?? ''
      if (!path.includes(paths.signIn)) return void response.writeHead(404).end()
      if (request.method === 'POST') {
        const form = await readForm(request)
        await provider.signIns
          .finish(request, response, {
            accountId: form.get('account') ?? '',
            remember: form.get('remember') === 'yes',
          })
          .catch((error: unknown) => sendJson(response, 400, { error: String(error) }))
        return
      }
      const signIn = await provider.signIns.find(request, response)
      if (queryOf(request).get('leave') === 'yes') return provider.signIns.cancel(request, response)
      sendJson(response, signIn === null ? 400 : 200, {
        step: signIn?.step ?? 'expired',
        account: signIn?.account?.username ?? null,
        client: signIn?.client.clientId ?? null,
        hint: signIn?.hint ?? '',
        locale: signIn?.locale ?? '',
      })
    })()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (!isAddress(address)) throw new Error('the server has no port')
  const origin = `http://localhost:${address.port}`
  const realm = readRealm({ NDL_GATEWAY_URL: gateway })
  const complaints: string[] = []
  const complain = (facts: object, message: string): void =>
    void complaints.push(`${message} ${'err' in facts ? String(facts.err) : ''}`)
  handler = await createProvider({
    realm,
    origin,
    db,
    keys: await openSigningKeys(folder, now()),
    cookieKey: 'cookies of tests, which are no secret',
    refreshKey: 'refresh tokens of tests, no secret either',
    secrets: new Map([['ndl-provisioner', provisionerSecret]]),
    accounts: accountsOf(people),
    clients: listed([...realm.clients, ...more]),
    pages: testPages,
    // As a front would say it.
    addressOf: ({ headers }) => String(headers['x-forwarded-for'] ?? '203.0.113.1'),
    ...(options.bounds === undefined ? {} : { bounds: options.bounds }),
    log: { info: () => {}, warn: complain, error: complain },
    now,
  })
  return {
    origin,
    issuer: handler.issuer,
    realm,
    provider: handler,
    complaints,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (options.folder === undefined) await rm(folder, { recursive: true })
    },
  }
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

const listed = (clients: readonly RealmClient[]): Clients => ({
  find: async (id) => clients.find(({ clientId }) => clientId === id) ?? null,
})

/** Goes through the sign-in pages as somebody: the password, then the code if it is asked. Ends at the client's address. */
export async function signInAs(
  browser: Browser,
  served: Pick<Served, 'origin'>,
  start: string,
  account: Account,
): Promise<URL> {
  let at = await browser.follow(start, served.origin)
  for (let i = 0; i < 3 && at.url.startsWith(served.origin); i += 1) {
    const posted = await browser.post(at.url, { account: account.id })
    if (posted.location === null) throw new Error(`the sign-in stayed at ${at.url}: ${posted.text}`)
    at = await browser.follow(posted.location, served.origin)
  }
  return new URL(at.url)
}

export { openBrowser }
