// `npm run import -- <source> [--all]`: asks the running product for an import, or does it here, and shows how far it is.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openStore } from '@shuxiang/embedded-store'
import { migrateCatalogue } from '@shuxiang/subgraph-catalogue/content'
import { demonstrationLibraries, divisions, seedSites } from '@shuxiang/subgraph-sites/content'
import { MongoClient, type Db } from 'mongodb'
import { followImport, type Progress } from './imports/follow.ts'
import { runImport } from './imports/run.ts'
import { cancelImport, claimImport, importsIn, requestImport } from './imports/state.ts'
import { progressLine } from './imports/progress.ts'
import type { Source } from './source.ts'
import { chinesePoetry } from './sources/chinese-poetry/index.ts'

const usage = `Usage: npm run import -- <source> [--all | --cancel]
  source    chinese-poetry
  --all     everything the source has; without it the part a new installation begins with
  --cancel  stop the import that runs or waits`

/** A running product takes an import up within this time; afterwards it is done here. */
const patience = 6_000

const now = (): Date => new Date()
const ending = new AbortController()
process.once('SIGINT', () => ending.abort())
process.once('SIGTERM', () => ending.abort())

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const asked = readArguments()
const source = asked.source
const dataDir = resolve(process.env.DATA_DIR || '.data')
const store = process.env.MONGODB_URI ? null : await openStore({ dataDir })
const client = new MongoClient(process.env.MONGODB_URI || store?.uri || '', {
  serverSelectionTimeoutMS: 10_000,
  appName: 'import',
})
let code = 0
try {
  code = await importInto(client.db('shuxiang'))
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  code = 1
} finally {
  await client.close()
  await store?.close()
}
process.exit(code)

async function importInto(db: Db): Promise<number> {
  if (asked.cancel) {
    const stopped = await cancelImport(db, source.name, now())
    process.stdout.write(
      stopped ? `Import of ${source.name} stopped.\n` : `No import of ${source.name} runs.\n`,
    )
    return 0
  }
  await migrateCatalogue(db, now)
  await seedSites(db, now)
  const scope = asked.all ? 'all' : 'first'
  const total = await source.count(scope, ending.signal)
  await requestImport(db, { source: source.name, scope, total, reading: source.reading }, now())
  const here = store?.owner === true || !(await takenUp(db))
  const end = here ? await runHere(db) : await followImport(db, source.name, show, ending.signal)
  process.stdout.write('\n')
  return report(db, end === 'interrupted' || end === 'released', here)
}

/** Whether a worker of a running product takes the import up in time. */
async function takenUp(db: Db): Promise<boolean> {
  const until = performance.now() + patience
  while (performance.now() < until && !ending.signal.aborted) {
    const found = await importsIn(db).findOne({ _id: source.name })
    if (found?.state !== 'queued' && !(found?.leaseUntil && found.leaseUntil <= now())) return true
    await pause(300)
  }
  return false
}

async function runHere(db: Db): Promise<string> {
  const owner = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  for (;;) {
    const claimed = await claimImport(db, owner, [source.name], now())
    // Held by a worker that may be gone: its lease tells within seconds.
    if (!claimed) return followImport(db, source.name, show, ending.signal)
    const following = new AbortController()
    const watching = followImport(db, source.name, show, following.signal)
    const log = { info() {}, warn: (fields: object) => process.stderr.write(`\n${JSON.stringify(fields)}\n`) }
    const end = await runImport({ db, owner, now, signal: ending.signal, log }, source, claimed).finally(() =>
      following.abort(),
    )
    await watching
    const state = await importsIn(db).findOne({ _id: source.name })
    if (end !== 'done' || state?.state !== 'queued') return end
  }
}

function show({ done, total, gone, from }: Progress): void {
  const line = progressLine(done, total, gone, from)
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
}

async function report(db: Db, interrupted: boolean, here: boolean): Promise<number> {
  const found = await importsIn(db).findOne({ _id: source.name })
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
    `${found.done} records: ${found.inserted} new, ${found.updated} changed, ${found.unchanged} as they were, ${found.refused} refused.\n`,
  )
  const mended = Object.entries(found.mended ?? {}).sort(([, a], [, b]) => b - a)
  for (const [kind, times] of mended) process.stdout.write(`  ${times} ${kind}\n`)
  return 0
}

function readArguments(): { source: Source; all: boolean; cancel: boolean } {
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
    if (name !== 'chinese-poetry' || more.length > 0)
      return fail(`${name === undefined ? 'Name a source.' : `No source "${name}".`}\n${usage}`)
    return {
      source: chinesePoetry(demonstrationLibraries(divisions())),
      all: values.all ?? false,
      cancel: values.cancel ?? false,
    }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : 'Wrong arguments.'}\n${usage}`)
  }
}
