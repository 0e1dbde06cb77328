// The identity process: store, provider, pages, one port on this machine. Wires them and ends them; decides nothing else.
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { endWithStarter } from '@shuxiang/process'
import { partLog } from '@shuxiang/process/log'
import { portalName } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { libraryNames } from '@shuxiang/product/libraries'
import { seedMemberships, type SeededMembership } from '@shuxiang/product/memberships'
import { liveSites } from '@shuxiang/product/sites'
import { connectStore } from '@shuxiang/product/store'
import type { AdminClient } from './admin-client/client.ts'
import { BadConfig, type IdentityConfig, readConfig, secretsFolder } from './config.ts'
import { BadSecretFile } from './keys/files.ts'
import { demoCard, seedDemoCard } from './cards/index.ts'
import { BadSealKey, demoPeople, type DemoPerson, type People, seedDemoPeople } from './people/index.ts'
import { BadRealm, readRealm, type Realm } from './realm/index.ts'
import { type Activation, openActivation, provisionerOf } from './keycloak-running.ts'
import { keepSites } from './provisioner/keep-sites.ts'
import { type Identity, type IdentityOptions, openIdentity, provisionerSecretFile } from './running.ts'

/** Longer and the process ends without waiting: nobody waits for a sign-in page that long. */
const stopWithin = 9_000
/** EX_CONFIG of sysexits: whoever started this process need not try again. */
const misconfigured = 78
/** Connections at once; each costs memory before anything is known of it. */
const connections = 500
/** Milliseconds; a key is published twenty minutes before it signs. */
const lookAtKeysEvery = 300_000
/** Milliseconds between two looks for clients that have to be told again. */
const tellAgainEvery = 2_000
/** Milliseconds between two looks for sites without a client. */
const lookAtSitesEvery = 3_000

const { config, realm } = settingsOrExit()
const log = partLog({ part: 'identity', level: config.logLevel, file: config.logFile })
const closers: (() => Promise<unknown>)[] = []
let stopping = false
let answering: Pick<Identity, 'handle'> | null = null

process.once('SIGTERM', () => void stop('SIGTERM', 0))
process.once('SIGINT', () => void stop('SIGINT', 0))
endWithStarter({ end: (reason) => void stop(reason, 0) })

try {
  const said = await start()
  log.info({ startMs: Math.round(performance.now()), cpuMs: cpuMs() }, 'identity ready')
  process.send?.({ type: 'ready', said })
} catch (error) {
  if (!stopping) {
    log.fatal({ err: error }, 'the identity process cannot start')
    const unusable = [BadSecretFile, BadSealKey, BadConfig].some((kind) => error instanceof kind)
    if (unusable && error instanceof Error) process.stderr.write(`${error.message}\n`)
    await stop('failure', unusable ? misconfigured : 1)
  }
}

/** Gives lines for whoever started the product. */
async function start(): Promise<readonly string[]> {
  const store = await connectStore({
    ...config,
    log: (level, message) => log[level]({}, message),
    appName: 'identity',
    patience: 10_000,
  })
  closers.push(() => store.close())
  const { db } = store
  const around = {
    realm,
    portal: config.portal,
    folder: secretsFolder(config),
    db,
    libraries: () => libraryNames(db),
    log,
    now: Date.now,
  } satisfies Omit<IdentityOptions, 'origin'>
  if (config.keycloakUrl !== null) {
    const at = config.keycloakAdminUrl ?? config.keycloakUrl
    const admin = provisionerOf(at, realm.realm, config.keycloakSecretFile)
    const activation = await openActivation({
      ...around,
      origin: config.activationOrigin,
      admin,
    })
    await listen(config, activation)
    bringClients(db, admin, at)
    return config.demonstrates ? cardToTry(activation) : []
  }
  const open = (): Promise<Identity> => openIdentity({ ...around, origin: config.origin })
  const identity = await open()
  await listen(config, identity)
  bringClients(
    db,
    provisionerOf(config.origin, realm.realm, join(secretsFolder(config), provisionerSecretFile)),
    config.origin,
  )
  lookAfter(identity, open)
  return config.demonstrates ? await demonstration(identity, db) : []
}

/** Sites that are opened while the process runs. */
function bringClients(db: Db, admin: AdminClient, provider: string): void {
  const kept = keepSites({
    db,
    admin,
    provider,
    sitesOrigin: config.sitesOrigin,
    gateway: config.realmVariables['NDL_GATEWAY_URL'] ?? config.portal,
    sites: () => liveSites(db),
    every: lookAtSitesEvery,
    log,
  })
  closers.push(() => kept.stop())
}

/**
 * The next key is made, published and put to work while the process runs; sessions are in the store and stay. Clients that
 * did not hear of a sign-out are told again.
 */
function lookAfter(first: Identity, open: () => Promise<Identity>): void {
  let last = first
  const telling = setInterval(() => {
    last.provider
      .tellAgain()
      .catch((error: unknown) => log.warn({ err: error }, 'clients could not be told again'))
  }, tellAgainEvery)
  telling.unref()
  const timer = setInterval(() => {
    void (async () => {
      if (!(await last.outdated())) return
      last = await open()
      answering = last
      log.info({}, 'signing keys have changed')
    })().catch((error: unknown) => log.error({ err: error }, 'signing keys could not be looked after'))
  }, lookAtKeysEvery)
  timer.unref()
}

async function listen(
  { port, keycloakUrl }: IdentityConfig,
  identity: Pick<Identity, 'handle'>,
): Promise<void> {
  answering = identity
  const kind = keycloakUrl === null ? 'embedded' : 'keycloak'
  const server: Server = createServer((request, response) => {
    if (request.url === '/health/ready') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify({ status: 'ready', kind }))
    } else void answering?.handle(request, response)
  })
  server.maxConnections = connections
  server.requestTimeout = 15_000
  server.headersTimeout = 10_000
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      }),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // This machine only, whatever the origin says: who serves others stands in front.
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** People to try the product with, and a card to activate, on this machine only. */
async function demonstration(identity: Identity, db: Db): Promise<readonly string[]> {
  const { people, sealing } = identity
  const cast = demoPeople(sealing, portalName['zh-CN'])
  await seedDemoPeople(people, cast, Date.now)
  await seedMemberships(db, await rolesOf(people, cast), new Date())
  const lines = cast.map(({ username, password, attributes, otpauth }) =>
    line(username, password, attributes.display_name, otpauth ?? ''),
  )
  return [...lines, ...(await cardToTry({ ...identity, origin: config.origin }))]
}

/** None once somebody has activated it. */
async function cardToTry({ cards, sealing, origin }: Omit<Activation, 'handle'>): Promise<readonly string[]> {
  const { username, row } = demoCard(sealing)
  if (!(await seedDemoCard(cards, { username, row }))) return []
  const where = `activation code, for ${origin}/realms/${realm.realm}/login-actions/activate`
  return [line(username, row.code, row.holder, where)]
}

function line(name: string, secret: string, ...more: readonly string[]): string {
  return [name.padEnd(16), secret.padEnd(16), ...more].join('  ').trimEnd()
}

/** Roles at libraries are the gateway's, and go by the ids of accounts. */
async function rolesOf(people: People, cast: readonly DemoPerson[]): Promise<readonly SeededMembership[]> {
  const roles = cast.map(async ({ username, libraryRole: role, attributes }) => {
    const account = role === null ? null : await people.findByUsername(username)
    if (role === null || account === null) return []
    return [{ library: attributes.home_library, subject: account.id, username, role }]
  })
  return (await Promise.all(roles)).flat()
}

async function stop(reason: string, code: number): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ reason }, 'identity stopping')
  setTimeout(() => process.exit(code), stopWithin).unref()
  for (const close of closers.reverse())
    await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not close'))
  log.info({}, 'identity stopped')
  process.exit(code)
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}

function settingsOrExit(): { readonly config: IdentityConfig; readonly realm: Realm } {
  try {
    const read = readConfig(process.env)
    return { config: read, realm: readRealm(read.realmVariables) }
  } catch (error) {
    if (!(error instanceof BadConfig || error instanceof BadRealm)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(misconfigured)
  }
}
