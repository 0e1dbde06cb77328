/**
 * Memory of the process that serves after readers of ten, 300 and 3,000 branch sites, and of all of them again and again: it
 * ends with what its caches may keep. The gateway is one that knows any number of sites.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFixtures } from '../testing/fixture-shell.ts'
import { hostOf, startNationGateway } from './nation-gateway.ts'
import { startServing, type Memory } from './serving-process.ts'

/** Sites that are asked for, in this order; ten as often as makes the process warm. */
const PHASES = [
  { sites: 10, rounds: 300 },
  { sites: 300, rounds: 1 },
  { sites: 3_000, rounds: 1 },
  { sites: 3_000, rounds: 1 },
  { sites: 3_000, rounds: 1 },
]
/** Of the phases, the one after which everything is full. */
const FULL = 2
const AT_ONCE = 16
/** MB of heap and buffers that full caches may add to those of ten sites, and that two more rounds may add to that. */
const MOST_KEPT = 128
const MOST_GROWTH = 8

interface Asked {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Pages of the release, one as a reader chose it, one that is drawn for the request, and one that is not there. */
const ASKED: readonly Asked[] = [
  { path: '/' },
  { path: '/visit' },
  { path: '/about', headers: { cookie: 'sx_mode=dark; sx_scale=large' } },
  { path: '/calm' },
  { path: '/not-there' },
]

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-site-memory-'))
await buildFixtures(join(folder, 'build'), ['calm'])
const socket = join(folder, 'gateway.sock')
const gateway = await startNationGateway(socket)
const shell = await startServing(folder, socket)
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const wrong: string[] = []

function ask(host: string, { path, headers = {} }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const to = { port: shell.port, host: '127.0.0.1', agent, path, headers: { host, ...headers } }
    get(to, (answer) => {
      const expected = path === '/not-there' ? 404 : 200
      if (answer.statusCode !== expected) wrong.push(`${host}${path} ${answer.statusCode}`)
      answer.resume().on('end', resolve)
    }).on('error', reject)
  })
}

async function read(sites: number, rounds: number): Promise<void> {
  const all = function* (): Generator<number> {
    for (let round = 0; round < rounds; round++) for (let n = 0; n < sites; n++) yield n
  }
  const waiting = all()
  const reader = async (): Promise<void> => {
    for (const n of waiting) for (const one of ASKED) await ask(hostOf(n), one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, reader))
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024
const kept = (one: Memory | undefined): number => (one ? megabytes(one.heapUsed + one.external) : Number.NaN)
const column = (bytes: number): string => `${megabytes(bytes).toFixed(0).padStart(4)} MB`

try {
  const used: Memory[] = []
  for (const { sites, rounds } of PHASES) {
    await read(sites, rounds)
    const now = await shell.memory()
    const [first = now] = used
    used.push(now)
    const ratio = (now.rss / first.rss).toFixed(2)
    console.log(
      `  ${String(sites).padStart(4)} sites  RSS ${column(now.rss)} ${ratio}x  heap ${column(now.heapUsed)}  buffers ${column(now.external)}`,
    )
  }
  const full = kept(used[FULL]) - kept(used[0])
  const growth = kept(used.at(-1)) - kept(used[FULL])
  const flat = full <= MOST_KEPT && growth <= MOST_GROWTH && wrong.length === 0
  console.log(
    `  ${flat ? 'flat' : 'NOT FLAT'}: full caches take ${full.toFixed(0)} MB, at most ${MOST_KEPT}; two more rounds ${growth.toFixed(1)}, at most ${MOST_GROWTH}; ${wrong.length} wrong ${wrong[0] ?? ''}`,
  )
  if (!flat) process.exitCode = 1
} finally {
  agent.destroy()
  await shell.close()
  gateway.closeAllConnections()
  gateway.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
