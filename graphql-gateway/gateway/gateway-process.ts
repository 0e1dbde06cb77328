// The gateway process, started by main.mjs: store, search, subgraphs, federation, HTTP. Wires them and ends them; decides nothing else.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAuditLog, prepareAuditLog } from '@shuxiang/audit'
import { StoreUnusable } from '@shuxiang/embedded-store'
import { currentImport } from '@shuxiang/exchange/state'
import { openCardDesk } from '@shuxiang/identity/card-desk'
import { endWithStarter } from '@shuxiang/process'
import { partLog } from '@shuxiang/process/log'
import { createDeviceNotes } from '@shuxiang/product/devices'
import { membershipsOf } from '@shuxiang/product/memberships'
import { openRunning, type Running } from '@shuxiang/product/running'
import { connectStore } from '@shuxiang/product/store'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { newestChange } from '@shuxiang/subgraph-catalogue/content'
import { currentMigration, installedOf, personalKeepers } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { openAuthentication, type Authentication } from './authentication/open.ts'
import { afterLongestLife, refuseSession } from './authentication/refused-sessions.ts'
import { createFreshness } from './cache/freshness.ts'
import { createResponseCache } from './cache/response-cache.ts'
import { BadConfig, readConfig, type GatewayConfig } from './config.ts'
import { maskedErrors } from './federation/errors.ts'
import { createFederation } from './federation/gateway.ts'
import { publicLimits } from './guards/lexical.ts'
import { createTrustedDocuments } from './guards/trusted-documents.ts'
import { startApollo } from './http/apollo.ts'
import { createFront } from './http/front.ts'
import { createGraphql } from './http/graphql.ts'
import { storeFacts } from './http/store-facts.ts'
import { createHealth, type Phase, type SearchFacts } from './http/health.ts'
import { drain } from './lifecycle/drain.ts'
import { listen } from './lifecycle/listen.ts'
import { bringUpToDate } from './lifecycle/up-to-date.ts'
import { readSecret } from './secret.ts'
import { accountsOf, staffAccounts } from './staff-accounts.ts'
import { loadSupergraph } from './supergraph/load.ts'
import { sdlOf } from './supergraph/sources.ts'
import { transportsOf } from './transport/choose.ts'
import { remoteSearch } from './transport/remote-facts.ts'

const bodyLimit = 64 * 1024
const cacheBytes = 64 * 1024 * 1024
const drainFor = 7000
const stopFor = 9500
const documentsEvery = 5000
const contentEvery = 2000
const sessionsEvery = 2000
/** EX_CONFIG of sysexits: whoever started this process need not try again. */
const misconfigured = 78

const config = configOrExit()
const log = partLog({ part: 'gateway', level: config.logLevel, file: config.logFile })
const now = (): number => performance.now()
let phase: Phase = 'starting'
const ending = new AbortController()
const closers: (() => Promise<unknown>)[] = []
let graphql: ReturnType<typeof createGraphql> | null = null
let authentication: Authentication | null = null
let noteDevice: ReturnType<typeof createDeviceNotes> | null = null
const beforeStart = { ...partsUnknown(config), phase: () => phase, now, version: await version() }
let health = createHealth(beforeStart)

const front = createFront({
  graphql: () => (phase === 'serving' ? graphql : null),
  ready: () => health(),
  // GraphQL is answered only once authentication is open.
  authenticate: (header, requestId) =>
    authentication?.authenticate(header, requestId) ?? Promise.reject(new Error('not open yet')),
  backchannel: () => authentication?.backchannel ?? null,
  noteDevice: (person, agent) => noteDevice?.(person, agent),
  log,
  newId: randomUUID,
  now,
  freeQueries: config.mode === 'development' ? 'this machine' : 'nobody',
  deadline: config.deadline,
  bodyLimit,
})

process.once('SIGTERM', () => void stop('SIGTERM'))
process.once('SIGINT', () => void stop('SIGINT'))
endWithStarter({ end: (reason) => void stop(reason) })

try {
  const address = await listen(front, config.listen)
  await start()
  goOn('starting', 'serving')
  log.info({ address, startMs: Math.round(now()) }, 'gateway ready')
  process.send?.({ type: 'ready' })
} catch (error) {
  if (error instanceof BadConfig) sayAndExit(error.message)
  if (!ending.signal.aborted) log.fatal({ err: error }, 'the gateway cannot start')
  await stop('failure')
}

/** Opens the parts in the order they need each other; what is opened is noted for the end. */
async function start(): Promise<void> {
  const documents = createTrustedDocuments(config.operationsDir, log, now)
  // Short waits: a reader is better served by an error now than by an answer after half a minute.
  const store = await connectStore({
    ...config,
    log: (level, message) => log[level](message),
    appName: 'gateway',
    patience: 3000,
  }).catch(storeUnusable)
  closers.push(() => store.close())
  const { db } = store

  const installed = await installedOf(subgraphs)
  const elsewhere = remoteOf(config.remote)
  const own = subgraphs.filter(({ name }) => !elsewhere.has(name))
  await bringUpToDate({ db, signal: ending.signal, log, begins: () => tellMigration(db) }, own)
  goOn('migrating', 'starting')
  const running = openRunning({
    ...installed,
    db: async () => db,
    dataDir: config.dataDir,
    origin: config.publicOrigin,
    sitesOrigin: config.sitesOrigin,
    staffAccounts: staffAccounts(config.identity),
    personal: () => personalKeepers(subgraphs),
    accounts: accountsOf(config.identity),
    cards: openCardDesk({ db: async () => db, folder: join(config.dataDir, 'identity'), now: Date.now }),
    lettersSecret: config.lettersSecret,
    refuseSession: (id) => refuseSession(db, id, afterLongestLife()),
    log,
  })
  closers.push(() => running.close())
  const here = await Promise.all(own.map((module) => module.create(running.parts)))
  const audit = openAuditLog(db, Date.now)
  await prepareAuditLog(db).catch((error: unknown) =>
    log.warn({ err: error }, 'the audit log has no indexes'),
  )
  const transports = transportsOf(here, elsewhere, {
    db: () => db,
    secret: await readSecret(config.secretFile),
    audit,
    now: Date.now,
  })
  closers.push(transports.close)
  const remoteSdl = subgraphs
    .filter(({ name }) => elsewhere.has(name))
    .map((module) => sdlOf(module, installed))
  const supergraphSdl = await loadSupergraph([...here, ...remoteSdl], {
    committed: fileURLToPath(new URL('./supergraph.generated.graphql', import.meta.url)),
    folder: join(config.buildDir, 'supergraphs'),
  })
  const federation = createFederation({
    supergraphSdl,
    send: transports.send,
    present: maskedErrors,
    nulls: 'explained',
    noteRefusals: (places, { subject, azp }, { requestId, tenant }) =>
      Promise.all(
        places.map((place) =>
          audit.record({
            actor: subject,
            client: azp,
            action: `field:${place}`,
            outcome: 'refused',
            reason: 'role',
            library: tenant,
            object: null,
            requestId,
          }),
        ),
      ).then(
        () => {},
        (error: unknown) => log.error({ err: error, requestId }, 'a refusal is not in the audit log'),
      ),
  })
  const apollo = await startApollo({
    over: federation,
    log,
    introspection: config.mode === 'development',
    selections: publicLimits.selections,
  })
  closers.push(() => apollo.stop())
  const cache = createResponseCache(cacheBytes, now)
  const freshness = createFreshness(cache, async () => {
    const { records, filling } = await searchStats(running, elsewhere)
    const [importing, newest] = await Promise.all([currentImport(db), newestChange(db)])
    return { importing: filling !== null || importing !== null, records, newest: newest?.getTime() ?? null }
  })
  const signedIn = openAuthentication(config.identity, {
    db,
    // Asked anew for each request of the console: a role that is withdrawn counts for nothing at the next.
    membershipsOf: (subject) => membershipsOf(db, subject),
    log,
  })
  await signedIn.refresh()
  authentication = signedIn
  noteDevice = createDeviceNotes(db, Date.now, (error) => log.warn({ err: error }, 'a device is not noted'))
  every(sessionsEvery, () => signedIn.refresh())
  every(documentsEvery, () => documents.refresh())
  every(contentEvery, () => freshness.check())
  // Search opens meanwhile; nothing else waits for it.
  void freshness.check()
  await documents.refresh()
  graphql = createGraphql({ apollo, documents, limits: publicLimits, cache, longest: freshness.longest })
  health = createHealth({
    version: await version(),
    storeKind: config.mongoUri ? 'mongodb' : 'embedded',
    identityKind: config.identityKind,
    phase: () => phase,
    askStore: () => storeFacts(db),
    searchStats: () => searchStats(running, elsewhere),
    importing: () => currentImport(db),
    preparing: () => currentMigration(db),
    now,
  })
}

/** Until the store is up to date, health tells how far that is. */
function tellMigration(db: Db): void {
  goOn('starting', 'migrating')
  health = createHealth({ ...beforeStart, preparing: () => currentMigration(db) })
}

/** From one phase to the next, unless the process is stopping meanwhile. */
function goOn(from: Phase, to: Phase): void {
  if (phase === from) phase = to
}

/** Addresses of subgraphs that run elsewhere. Errors: `BadConfig` for one that is not installed. */
function remoteOf(remote: GatewayConfig['remote']): GatewayConfig['remote'] {
  const names = subgraphs.map(({ name }) => name)
  for (const name of remote.keys())
    if (!names.includes(name))
      throw new BadConfig(
        `There is an address for the subgraph ${name}, which is unknown. Known: ${names.join(', ')}.`,
      )
  return remote
}

/** Of the process that has the index: this one, or that of a remote subgraph. Rejects when it does not answer. */
function searchStats(running: Running, elsewhere: GatewayConfig['remote']): Promise<SearchFacts> {
  return running.engine()?.stats() ?? remoteSearch(elsewhere.values())
}

/** A data file at fault is not mended by starting again; its sentence says what helps. */
function storeUnusable(error: unknown): never {
  if (!(error instanceof StoreUnusable)) throw error
  return sayAndExit(error.message)
}

function sayAndExit(sentence: string): never {
  log.fatal(sentence)
  process.stderr.write(`${sentence}\n`)
  process.exit(misconfigured)
}

function every(milliseconds: number, work: () => Promise<void>): void {
  const timer = setInterval(() => void work(), milliseconds)
  closers.push(async () => clearInterval(timer))
}

async function stop(reason: string): Promise<void> {
  if (phase === 'stopping') return
  phase = 'stopping'
  ending.abort()
  log.info({ reason }, 'gateway stopping')
  // A part that hangs must not keep the process: the supervisor would have to kill it, and less gently.
  setTimeout(() => process.exit(1), stopFor).unref()
  await drain(front, drainFor)
  for (const close of closers.reverse())
    await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not close'))
  log.info('gateway stopped')
  process.exit(reason === 'failure' ? 1 : 0)
}

function configOrExit(): GatewayConfig {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(misconfigured)
  }
}

async function version(): Promise<string> {
  const value: unknown = JSON.parse(await readFile(new URL('./package.json', import.meta.url), 'utf8'))
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '0'
}

/** Health before the parts are open. */
function partsUnknown({ mongoUri, identityKind }: GatewayConfig) {
  const never = (): Promise<never> => Promise.reject(new Error('not open yet'))
  return {
    storeKind: mongoUri ? ('mongodb' as const) : ('embedded' as const),
    identityKind,
    askStore: never,
    searchStats: never,
    importing: never,
    preparing: never,
  }
}
