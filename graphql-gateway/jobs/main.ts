// The job worker process: store, first content, worker. Wires them and ends them; decides nothing else.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { chinesePoetry } from '@shuxiang/exchange'
import { endWithStarter } from '@shuxiang/process'
import { partLog } from '@shuxiang/process/log'
import { portalPages } from '@shuxiang/site-blocks'
import { demonstrationLibraries, divisions } from '@shuxiang/subgraph-sites/content'
import { MongoClient } from 'mongodb'
import { BadConfig, readConfig, type JobsConfig } from './config.ts'
import { prepareStore } from './prepare.ts'
import { startWorker } from './worker.ts'

/** Longer and the process ends without waiting: a job's place is kept in any case. */
const stopWithin = 9_000
const lookEvery = 2_000
const sitemapEvery = 15_000
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
  const store = config.mongoUri
    ? null
    : await openStore({
        dataDir: config.dataDir,
        log: (level, message) => log[level](`store: ${message}`),
        ...(config.logFile ? { logFile: join(dirname(config.logFile), 'store.log') } : {}),
      })
  if (store) closers.push(() => store.close())
  const client = new MongoClient(config.mongoUri ?? store?.uri ?? '', {
    // Long waits: a job has no reader who waits for it, and the store may be starting again.
    serverSelectionTimeoutMS: 60_000,
    appName: 'jobs',
  })
  closers.push(() => client.close())
  const db = client.db('shuxiang')
  const now = (): Date => new Date()
  const source = chinesePoetry(
    demonstrationLibraries(divisions()),
    undefined,
    config.firstImport || undefined,
  )
  const pages = new Map(
    [...portalPages].map(([path, document]) => [path, JSON.stringify(document())] as const),
  )
  await prepareStore(db, { pages, firstSource: config.firstImport > 0 ? source : null }, now, ending.signal)
  const worker = await startWorker({
    db,
    owner: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    sources: [source],
    sitemap: { folder: join(config.dataDir, 'sitemap', 'portal'), origin: config.publicOrigin },
    now,
    log,
    lookEvery,
    sitemapEvery,
  })
  closers.push(() => worker.stop())
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
