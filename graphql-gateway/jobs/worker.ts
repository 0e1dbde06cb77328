// The worker: an agenda on the store, and the jobs it knows.
import { Agenda } from 'agenda'
import { MongoBackend } from '@agendajs/mongo-backend'
import { claimImport, runImport, type Source } from '@shuxiang/exchange'
import type { Db } from 'mongodb'
import { keepSitemap, type SitemapPlace } from './sitemap/keep.ts'

/** What the worker needs; the composition root gives it. */
export interface WorkerParts {
  readonly db: Db
  /** Name of this process among all workers. */
  readonly owner: string
  readonly sources: readonly Source[]
  readonly sitemap: SitemapPlace
  readonly now: () => Date
  readonly log: WorkerLog
  /** How often it looks for due jobs, in milliseconds. */
  readonly lookEvery: number
  /** How often it looks whether the sitemap is still true, in milliseconds. */
  readonly sitemapEvery: number
}

interface WorkerLog {
  info(fields: object, message?: string): void
  warn(fields: object, message?: string): void
  error(fields: object, message?: string): void
}

export interface Worker {
  /** Stops taking jobs, lets the running one keep its place, and resolves when nothing runs any more. */
  stop(): Promise<void>
}

const importsJob = 'imports'
const sitemapJob = 'sitemap'
/** A job whose worker is silent for this long is taken up by another one. */
const lockMilliseconds = 20_000
const touchEvery = 5_000

export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { db, log, lookEvery } = parts
  const ending = new AbortController()
  const running = new Set<Promise<void>>()
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection: 'jobs' }),
    name: parts.owner,
    processEvery: lookEvery,
    maxConcurrency: 4,
    defaultLockLifetime: lockMilliseconds,
  })
  agenda.on('error', (error: Error) => log.warn({ err: error }, 'the job queue does not answer'))
  function define(name: string, begin: () => Promise<void>): void {
    agenda.define(
      name,
      async (job) => {
        const touching = setInterval(() => void job.touch().catch(() => undefined), touchEvery)
        const work = begin()
        running.add(work)
        try {
          await work
        } finally {
          clearInterval(touching)
          running.delete(work)
        }
      },
      { concurrency: 1, lockLimit: 1, lockLifetime: lockMilliseconds },
    )
  }
  define(importsJob, () => waitingImports(parts, ending.signal))
  define(sitemapJob, () => sitemapOf(parts, ending.signal))
  await agenda.start()
  await agenda.every(lookEvery, importsJob)
  await agenda.every(parts.sitemapEvery, sitemapJob)
  return {
    async stop() {
      ending.abort()
      await Promise.allSettled([...running])
      await agenda.stop(false)
    },
  }
}

/** A sitemap that cannot be built now is built at the next look; the one that is there goes on being served. */
async function sitemapOf({ db, sitemap, now, log }: WorkerParts, signal: AbortSignal): Promise<void> {
  const from = now().getTime()
  try {
    const urls = await keepSitemap(db, sitemap, now, signal)
    if (urls !== null) log.info({ urls, ms: now().getTime() - from }, 'sitemap built')
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, 'the sitemap cannot be built now')
  }
}

/** Takes up every import that waits, one after the other. */
async function waitingImports(
  { db, owner, sources, now, log }: WorkerParts,
  signal: AbortSignal,
): Promise<void> {
  const names = sources.map(({ name }) => name)
  while (!signal.aborted) {
    const claimed = await claimImport(db, owner, names, now())
    const source = sources.find(({ name }) => name === claimed?._id)
    if (!claimed || !source) return
    const from = now().getTime()
    log.info({ source: source.name, scope: claimed.scope, from: claimed.done }, 'import begins')
    const end = await runImport({ db, owner, now, signal, log }, source, claimed)
    log.info({ source: source.name, end, ms: now().getTime() - from }, 'import ends')
    if (end !== 'done') return
  }
}
