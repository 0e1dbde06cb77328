// The job worker process: store, first content, worker. Wires them and ends them; decides nothing else.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openCardDesk, type CardDesk } from '@shuxiang/identity/card-desk'
import { releaseBeside } from '@shuxiang/identity/card-release'
import { endWithStarter } from '@shuxiang/process'
import { partLog } from '@shuxiang/process/log'
import { assetsJob } from '@shuxiang/product/assets'
import { cardJob } from '@shuxiang/product/cards'
import { libraryFacts } from '@shuxiang/product/library-facts'
import { siteDraftsJob } from '@shuxiang/product/drafts'
import { sources } from '@shuxiang/product/sources'
import { connectStore } from '@shuxiang/product/store'
import { siteImportsJob } from '@shuxiang/product/site-imports'
import { installedKinds, subgraphs } from '@shuxiang/product/subgraphs'
import { deadLinks } from '@shuxiang/site-checks/dead-links'
import { personalKeepers, type JobParts } from '@shuxiang/subgraph-kit/module'
import { BadConfig, readConfig, type JobsConfig } from './config.ts'
import { deletionsAt } from './deletion/open.ts'
import { healthJob } from './health/job.ts'
import { importJob } from './import-job.ts'
import { openSources } from './open-sources.ts'
import { prepareProduct } from './prepare.ts'
import { openPublishing } from './publish/open.ts'
import { sitemapJob } from './sitemap/job.ts'
import { startWorker } from './worker.ts'

/** Longer and the process ends without waiting: a job's place is kept in any case. */
const stopWithin = 9_000
const lookEvery = 2_000
/** EX_CONFIG of sysexits: whoever started this process need not try again. */
const misconfigured = 78

const config = configOrExit()
const log = partLog({ part: 'jobs', level: config.logLevel, file: config.logFile })
const closers: (() => Promise<unknown>)[] = []
const ending = new AbortController()
let stopping = false

process.once('SIGTERM', () => void stop('SIGTERM', 0))
process.once('SIGINT', () => void stop('SIGINT', 0))
endWithStarter({ end: (reason) => void stop(reason, 0) })

try {
  await start()
  log.info({ startMs: Math.round(performance.now()) }, 'job worker ready')
  process.send?.({ type: 'ready' })
} catch (error) {
  if (!stopping) {
    log.fatal({ err: error }, 'the job worker cannot start')
    await stop('failure', 1)
  }
}

async function start(): Promise<void> {
  const store = await connectStore({
    ...config,
    log: (level, message) => log[level](message),
    appName: 'jobs',
    // A job has no reader who waits for it, and the store may be starting again.
    patience: 60_000,
  })
  closers.push(() => store.close())
  const { db } = store
  const now = (): Date => new Date()
  const options = config.firstImport > 0 ? { firstPart: config.firstImport } : {}
  const kinds = await installedKinds()
  const opened = await openSources(sources, options, log)
  const first = opened.find(({ name }) => name === sources[0]?.name)
  const firstSource = config.firstImport > 0 ? (first ?? null) : null
  await prepareProduct({ db, now, signal: ending.signal, log }, { subgraphs, sources: opened, firstSource })
  const { dataDir, publicOrigin, sitesOrigin, gatewaySocket } = config
  const signIn = config.identity !== null
  const publishing =
    gatewaySocket === null
      ? null
      : openPublishing(db, { gatewaySocket, portal: publicOrigin, sitesOrigin, signIn })
  if (publishing) closers.push(() => publishing.close())
  else log.warn({}, 'GATEWAY_SOCKET is not set, so no site is published')
  const worker = await startWorker({
    db,
    now,
    log,
    dataDir,
    publicOrigin,
    owner: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    jobs: [
      ...opened.map((source) => importJob(source, kinds)),
      ...subgraphs.flatMap(({ jobs = [] }) => jobs),
      ...deletionsAt(config.identity, () => personalKeepers(subgraphs), log),
      sitemapJob,
      healthJob({ libraryFacts, deadLinks: (addresses, signal) => deadLinks(addresses, { signal }) }),
      siteDraftsJob,
      siteImportsJob,
      cardJob(deskOf),
      ...(publishing ? [publishing.job] : []),
      assetsJob,
    ],
    lookEvery,
  })
  closers.push(() => worker.stop())
}

/** The registry of cards, which is the identity process's; a card is taken from an account by asking the provider. */
function deskOf(parts: JobParts): CardDesk {
  const beside = {
    db: async () => parts.db,
    folder: join(parts.dataDir, 'identity'),
    now: () => parts.now().getTime(),
  }
  const { identity } = config
  if (!identity?.secretFile) return openCardDesk(beside)
  const provider = {
    kind: config.keycloak ? 'keycloak' : 'embedded',
    origin: identity.origin,
    secretFile: identity.secretFile,
  } as const
  const failed = (error: unknown): void =>
    parts.log.warn({ err: error }, 'a card could not be taken from its account')
  return openCardDesk({ ...beside, accounts: releaseBeside({ ...beside, provider, failed }) })
}

async function stop(reason: string, code: number): Promise<void> {
  if (stopping) return
  stopping = true
  ending.abort()
  log.info({ reason }, 'job worker stopping')
  setTimeout(() => process.exit(code), stopWithin).unref()
  for (const close of closers.reverse())
    await close().catch((error: unknown) => log.warn({ err: error }, 'a part did not close'))
  log.info('job worker stopped')
  process.exit(code)
}

function configOrExit(): JobsConfig {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(misconfigured)
  }
}
