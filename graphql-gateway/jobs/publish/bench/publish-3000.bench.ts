// What it takes to publish 3,000 sites of twelve pages with their questions: `npm run bench -- publish-3000 [SITES]`. Store
// and gateway are those of the product, in processes of their own; the job runs here. The baseline is packing the same
// files, which no way of publishing can do without.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { gatewayAt, gatewayClient } from '@shuxiang/gateway-client'
import { connectStore } from '@shuxiang/product/store'
import { artifactText, releasesIn } from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'
import { startFilled } from '../../../gateway/testing/filled-gateway.ts'
import { publishJob } from '../job.ts'
import { publishPorts } from '../open.ts'
import type { Step } from '../ports.ts'
import { fillNation, PAGES, RECORDS, SITES } from './nation.ts'

const MOST_MINUTES = 10
/** Unmeasured: the first are slower, while code is being compiled. */
const WARM = 20
/** Of how many the files are packed once more, for the baseline. */
const PACKED = 20
const wanted = Math.min(Number(process.argv[2] ?? 300), SITES - WARM)

/** What stands between two steps, in words. */
const named: readonly (readonly [Step, string])[] = [
  ['taken', 'take it up, note the one before'],
  ['answered', 'read documents and ask questions'],
  ['drawn', 'draw'],
  ['checked', 'check'],
  ['kept', 'hash, pack and keep'],
  ['written', 'write the release'],
  ['live', 'make it live'],
]

const now = (): Date => new Date()

console.log(`${SITES} sites of ${PAGES} pages in two languages are opened, ${RECORDS} records are found`)
const buildDir = mkdtempSync(join(tmpdir(), 'shuxiang-publish-'))
layDocuments(buildDir)
let openedMs = 0
const gateway = await startFilled(
  async (db) => {
    openedMs = await fillNation(db)
  },
  { GATEWAY_DEADLINE_MS: '10000', BUILD_DIR: buildDir },
)
const store = await connectStore({
  mongoUri: null,
  dataDir: gateway.dataDir,
  appName: 'bench',
  patience: 10_000,
})
const dispatcher = gatewayAt(gateway.socketPath)
try {
  await gateway.searchable(RECORDS)
  await measure(store.db)
} finally {
  await dispatcher.close()
  await store.close()
  await gateway.close()
  rmSync(buildDir, { recursive: true, force: true })
}
process.exit()

/** The documents that blocks ask, where the gateway looks for those it trusts. */
function layDocuments(folder: string): void {
  const release = join(folder, 'releases', 'blocks')
  mkdirSync(join(release, '1'), { recursive: true })
  const documents = fileURLToPath(import.meta.resolve('@shuxiang/site-blocks/operations.json'))
  copyFileSync(documents, join(release, '1', 'operations.json'))
  writeFileSync(join(release, 'current.json'), JSON.stringify({ version: '1' }))
}

async function measure(db: Db): Promise<void> {
  const client = gatewayClient(dispatcher)
  const spent = new Map<Step, number>()
  let published = 0
  let questions = 0
  let began = performance.now()
  let last = began
  let cpu = process.cpuUsage()
  const ending = new AbortController()
  /** A site that cannot be published ends the run: it would only be tried again. */
  let fault: object | null = null
  const failed = (facts: object): void => {
    fault ??= facts
    ending.abort()
  }
  const log = { debug() {}, info() {}, warn: failed, error: failed }
  const ports = publishPorts(db, {
    client: {
      ...client,
      ask(...asked) {
        questions++
        return client.ask(...asked)
      },
    },
    portal: 'http://portal.test',
    sitesOrigin: 'http://sites.test',
    signIn: true,
  })
  const job = publishJob({
    ...ports,
    async passed(step) {
      ending.signal.throwIfAborted()
      const at = performance.now()
      spent.set(step, (spent.get(step) ?? 0) + at - last)
      last = at
      if (step !== 'live') return
      published++
      if (published === WARM) {
        spent.clear()
        questions = 0
        cpu = process.cpuUsage()
        began = last = performance.now()
      }
      if (published === WARM + wanted) ending.abort()
    },
  })
  const parts = { db, now, log, dataDir: gateway.dataDir, publicOrigin: 'http://portal.test' }
  await job.run(parts, ending.signal).catch((error: unknown) => {
    if (!ending.signal.aborted) throw error
  })
  const took = last - began
  const used = process.cpuUsage(cpu)
  const sites = published - WARM
  if (fault) throw new Error('A site could not be published.', { cause: fault })
  if (sites !== wanted) throw new Error(`Only ${sites} sites became live.`)
  const packing = await packedAgain(db)
  const each = took / sites
  const minutes = (each * SITES) / 60_000
  const line = (name: string, ms: number): void =>
    console.log(`  ${name.padEnd(34)} ${ms.toFixed(1).padStart(6)} ms a site  ${(ms / packing).toFixed(2)}x`)
  line('pack the files, on one core', packing)
  for (const [step, name] of named) line(name, (spent.get(step) ?? 0) / sites)
  line('in all', each)
  console.log(
    `  ${(questions / sites).toFixed(1)} questions a site; this process took ${((used.user + used.system) / 1_000 / sites).toFixed(1)} ms of processor for each`,
  )
  console.log(`  opening and freezing drafts took ${(openedMs / SITES).toFixed(1)} ms a site before`)
  console.log(
    `  ${SITES} sites, of which ${sites} were published: ${minutes.toFixed(1)} minutes, ${minutes <= MOST_MINUTES ? 'within' : 'BEYOND'} ${MOST_MINUTES}`,
  )
  if (minutes > MOST_MINUTES) process.exitCode = 1
}

/** Milliseconds a site. */
async function packedAgain(db: Db): Promise<number> {
  const releases = await releasesIn(db).find({}).sort({ _id: 1 }).limit(PACKED).toArray()
  const texts: string[] = []
  for (const { routes } of releases)
    for (const { artifact } of routes) texts.push((await artifactText(db, artifact)) ?? '')
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  const began = performance.now()
  for (const text of texts) {
    brotliCompressSync(text, { params })
    gzipSync(text, { level: 7 })
  }
  return (performance.now() - began) / releases.length
}
