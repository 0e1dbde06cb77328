// `npm run import -- <source> [--all]`: asks the running product for an import, or does it here, and shows how far it is.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  cancelImport,
  followImport,
  importsIn,
  isHeld,
  progressLine,
  requestImport,
  type Progress,
} from '@shuxiang/exchange'
import { sources } from '@shuxiang/product/sources'
import { connectStore } from '@shuxiang/product/store'
import { installedKinds, subgraphs } from '@shuxiang/product/subgraphs'
import type { Source, SourceModule } from '@shuxiang/record/source'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { importJob } from './import-job.ts'
import { startWorker, type Worker } from './worker.ts'

const usage = `Usage: npm run import -- <source> [--all | --cancel]
  source    ${sources.map(({ name }) => name).join(', ')}
  --all     everything the source has; without it the part a new installation begins with
  --cancel  stop the import that runs or waits`

/** A running product takes an import up within this time; afterwards it is done here. */
const patience = 6_000
const lookEvery = 1_000

const now = (): Date => new Date()
const ending = new AbortController()
process.once('SIGINT', () => ending.abort())
process.once('SIGTERM', () => ending.abort())

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const asked = readArguments()
const dataDir = resolve(process.env.DATA_DIR || '.data')
const store = await connectStore({
  mongoUri: process.env.MONGODB_URI || null,
  dataDir,
  appName: 'import',
  patience: 10_000,
})
let code = 0
try {
  code = await importInto(store.db)
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  code = 1
} finally {
  await store.close()
}
process.exit(code)

async function importInto(db: Db): Promise<number> {
  if (asked.cancel) {
    const { name } = asked.source
    const stopped = await cancelImport(db, name, now())
    process.stdout.write(stopped ? `Import of ${name} stopped.\n` : `No import of ${name} runs.\n`)
    return 0
  }
  await prepareStore({ db, now, signal: ending.signal }, subgraphs)
  const source = await asked.source.open({})
  const scope = asked.all ? 'all' : 'first'
  await requestImport(db, { source: source.name, scope, reading: source.reading }, now())
  const here = store.owner || !(await takenUp(db, source.name))
  const worker = here ? await workerFor(db, source) : null
  const end = await followImport(db, source.name, show, ending.signal)
  await worker?.stop()
  process.stdout.write('\n')
  return report(db, source.name, end === 'interrupted', here)
}

/** Whether a worker of a running product takes the import up in time. */
async function takenUp(db: Db, source: string): Promise<boolean> {
  const until = performance.now() + patience
  while (performance.now() < until && !ending.signal.aborted) {
    const found = await importsIn(db).findOne({ _id: source })
    if (found?.state === 'running' && (await isHeld(db, source, now()))) return true
    // Short ones end before anybody looks.
    if (found && found.state !== 'queued' && found.state !== 'running') return true
    await pause(300)
  }
  return false
}

/** A worker for this one import; it waits for the lock of a worker that is gone, as any other would. */
async function workerFor(db: Db, source: Source): Promise<Worker> {
  const tell = (fields: object, message = ''): void =>
    void process.stderr.write(`\n${message} ${JSON.stringify(fields)}\n`)
  return startWorker({
    db,
    now,
    log: { debug() {}, info() {}, warn: tell, error: tell },
    dataDir,
    publicOrigin: '',
    owner: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    jobs: [importJob(source, await installedKinds())],
    lookEvery,
  })
}

function show({ done, total, gone, from }: Progress): void {
  const line = progressLine(done, total, gone, from)
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
}

async function report(db: Db, source: string, interrupted: boolean, here: boolean): Promise<number> {
  const found = await importsIn(db).findOne({ _id: source })
  if (interrupted) {
    process.stdout.write(
      here
        ? `Stopped at ${found?.done ?? 0}. The same command goes on from there.\n`
        : 'The running product goes on with it; the same command shows how far it is.\n',
    )
    return 0
  }
  if (!found || found.state !== 'done')
    return fail(`Import ${found?.state ?? 'lost'}: ${found?.error ?? 'stopped by somebody else.'}`)
  process.stdout.write(
    `${found.done} records: ${found.inserted} new, ${found.updated} changed, ${found.unchanged} as they were, ${found.removed ?? 0} removed, ${found.refused} refused.\n`,
  )
  if (found.begunAnew) process.stdout.write(`It began anew on its way: ${found.begunAnew}\n`)
  const mended = Object.entries(found.mended ?? {}).sort(([, a], [, b]) => b - a)
  for (const [kind, times] of mended) process.stdout.write(`  ${times} ${kind}\n`)
  return 0
}

function readArguments(): { source: SourceModule; all: boolean; cancel: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { all: { type: 'boolean' }, cancel: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    if (values.help) {
      process.stdout.write(`${usage}\n`)
      process.exit(0)
    }
    const [name, ...more] = positionals
    const source = sources.find((each) => each.name === name)
    if (!source || more.length > 0)
      return fail(`${name === undefined ? 'Name a source.' : `No source "${name}".`}\n${usage}`)
    return {
      source,
      all: values.all ?? false,
      cancel: values.cancel ?? false,
    }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'Wrong arguments.'}\n${usage}`)
  }
}
