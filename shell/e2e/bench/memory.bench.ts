// Private memory of every process of a running product: `npm run bench -- memory [RECORDS] [FOLDER]`. Linux only. The
// data is kept in the folder, else in one for temporary files, so that the second run need not import again.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { imported, startProduct, type Product } from '../product.ts'

const EVERYTHING = 344_171
const FIRST = 20_000
/** Of 2 GB, the least a county's machine has; the rest is the system's and its cache of the store's pages. */
const GOAL = 500
/** With all records at the beginning of this work, MB. */
const BEFORE: Readonly<Record<string, number>> = {
  gateway: 599,
  store: 207,
  jobs: 117,
  shell: 94,
  starter: 78,
}
const ROUNDS = 10
const WORDS = [
  '明月',
  '春风',
  '李白',
  '杜甫 秋',
  '静夜思',
  '"床前明月光"',
  '山',
  '不知',
  'libai',
  '',
  '江南 -柳',
  '黄河',
]
const TYPED = ['春', '静夜', 'li', 's', '杜']
/** Longer than a part takes to notice that it is at rest. */
const SETTLE = 30_000

const records = Number(process.argv[2] ?? FIRST)
const dataDir = resolve(process.argv[3] ?? join(tmpdir(), `shuxiang-bench-memory-${records}`))

console.log(`Private memory (Pss_Anon), ${records.toLocaleString('en')} records`)
const first = await begin()
const fresh = first.output().includes('Importing')
if (fresh) await measure(first, 'after the import')
await first.stop()
const product = await begin()
await measure(product, 'when opened')
await read(product)
await measure(product, `after ${ROUNDS * (WORDS.length + TYPED.length)} searches and suggestions`)
await product.stop()

async function begin(): Promise<Product> {
  const started = await startProduct({ dataDir, firstImport: records })
  await imported(started, Math.min(records, EVERYTHING), 3_600_000)
  return started
}

/** What readers do: result pages, suggestions, records. */
async function read({ origin }: Product): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of WORDS) {
      const page = await text(`${origin}/search?q=${encodeURIComponent(word)}&page=${round + 1}`)
      const item = /\/item\/[a-z0-9]+/.exec(page)
      if (item) await text(origin + item[0])
    }
    for (const typed of TYPED) {
      const query = 'query Suggest($prefix: String!) { suggest(prefix: $prefix) { text } }'
      const body = JSON.stringify({ query, variables: { prefix: typed } })
      await text(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
    }
  }
}

async function text(address: string, init: RequestInit = {}): Promise<string> {
  return (await fetch(address, init)).text()
}

async function measure(product: Product, when: string): Promise<void> {
  await pause(SETTLE)
  const starter = parentOf(product.pid('gateway'))
  const found = [starter, ...descendants(starter)].map((pid) => ({
    name: nameOf(pid),
    megabytes: privateOf(pid),
  }))
  const sum = found.reduce((total, { megabytes }) => total + megabytes, 0)
  console.log(when)
  for (const { name, megabytes } of found) {
    const before = BEFORE[name]
    const then = records >= EVERYTHING && before !== undefined ? `${before} before` : ''
    console.log(`  ${name.padEnd(10)} ${megabytes.toFixed(0).padStart(5)} MB  ${then}`)
  }
  console.log(`  ${'in all'.padEnd(10)} ${sum.toFixed(0).padStart(5)} MB  <= ${GOAL} MB`)
}

function privateOf(pid: number): number {
  const line = /^Pss_Anon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}

function parentOf(pid: number): number {
  // The name of the program stands in brackets and may hold anything.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function descendants(pid: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const children = all.filter((one) => {
    try {
      return parentOf(one) === pid
    } catch {
      return false
    }
  })
  return children.flatMap((child) => [child, ...descendants(child)])
}

function nameOf(pid: number): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  if (command.includes('shell/cli/')) return 'starter'
  if (command.includes('embedded-store/')) return 'store'
  return /(gateway|jobs|shell)\/(?:server\/)?main\./.exec(command)?.[1] ?? 'other'
}
