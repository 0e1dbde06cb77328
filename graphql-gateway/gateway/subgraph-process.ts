// `npm run subgraph -- <name> --port N`: one subgraph alone over signed HTTP. Wires its parts and ends them.
import { join } from 'node:path'
import { openAuditLog } from '@shuxiang/audit'
import { StoreUnusable } from '@shuxiang/embedded-store'
import { openCardDesk } from '@shuxiang/identity/card-desk'
import { partLog } from '@shuxiang/process/log'
import { openRunning } from '@shuxiang/product/running'
import { connectStore, type ConnectedStore } from '@shuxiang/product/store'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { serveSubgraph } from '@shuxiang/subgraph-kit'
import { installedOf, personalKeepers } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterLongestLife, refuseSession } from './authentication/refused-sessions.ts'
import { BadConfig } from './config.ts'
import { drain } from './lifecycle/drain.ts'
import { CannotListen, listen } from './lifecycle/listen.ts'
import { readSecret } from './secret.ts'
import { accountsOf, staffAccounts } from './staff-accounts.ts'
import { readSubgraphConfig, type SubgraphConfig } from './subgraph-config.ts'

const drainFor = 7000
const stopFor = 9500
/** EX_CONFIG of sysexits: whoever started this process need not try again. */
const misconfigured = 78

const closers: (() => Promise<unknown>)[] = []
let stopping = false

try {
  await start(
    readSubgraphConfig(
      process.argv.slice(2),
      process.env,
      subgraphs.map(({ name }) => name),
    ),
  )
} catch (error) {
  const known = [BadConfig, CannotListen, StoreUnusable].some((type) => error instanceof type)
  process.stderr.write(`${known && error instanceof Error ? error.message : String(error)}\n`)
  await stop(known ? misconfigured : 1)
}

/** Opens what the subgraph asks for, and no more: one without collections needs no store. */
async function start(config: SubgraphConfig): Promise<void> {
  process.once('SIGTERM', () => void stop(0))
  process.once('SIGINT', () => void stop(0))
  const secret = await readSecret(config.secretFile)
  const log = partLog({ part: `subgraph ${config.name}`, level: config.logLevel, file: config.logFile })
  let opening: Promise<ConnectedStore> | null = null
  const open = async (): Promise<Db> => {
    opening ??= connectStore({
      ...config,
      log: (level, message) => log[level](message),
      appName: `subgraph ${config.name}`,
      patience: 3000,
    })
    return (await opening).db
  }
  closers.push(async () => (await opening)?.close())
  const module = subgraphs.find(({ name }) => name === config.name)
  if (!module || secret === null) throw new Error(`The subgraph ${config.name} cannot be served.`)
  const running = openRunning({
    ...(await installedOf(subgraphs)),
    db: open,
    dataDir: config.dataDir,
    origin: config.publicOrigin,
    sitesOrigin: config.sitesOrigin,
    staffAccounts: staffAccounts(config.identity),
    personal: () => personalKeepers(subgraphs),
    accounts: accountsOf(config.identity),
    cards: openCardDesk({ db: open, folder: join(config.dataDir, 'identity'), now: Date.now }),
    refuseSession: async (id) => refuseSession(await open(), id, afterLongestLife()),
    log,
  })
  closers.push(() => running.close())
  const subgraph = await module.create(running.parts)
  const db = module.collections.length > 0 ? await open() : null
  const audit = once(async () => openAuditLog(await open(), Date.now))
  const server = serveSubgraph({
    subgraph,
    secret,
    db: () => db ?? withoutStore(config.name),
    audit: { record: async (entry) => (await audit()).record(entry) },
    log,
    now: Date.now,
    facts: async () => ({ subgraph: config.name, search: (await running.engine()?.stats()) ?? null }),
  })
  const address = await listen(server, config)
  closers.push(() => drain(server, drainFor))
  process.stdout.write(
    `Subgraph ${config.name} at ${address}/graphql, for the gateway only. Stop with Ctrl-C.\n`,
  )
  process.send?.({ type: 'ready', address: `${address}/graphql` })
}

/** What is opened when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function withoutStore(name: string): never {
  throw new Error(`The subgraph ${name} names no collection in its module and reads the store all the same.`)
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  // A part that hangs must not keep the process.
  setTimeout(() => process.exit(code), stopFor).unref()
  for (const close of closers.reverse())
    await close().catch((error: unknown) => process.stderr.write(`A part did not close: ${String(error)}\n`))
  process.exit(code)
}
