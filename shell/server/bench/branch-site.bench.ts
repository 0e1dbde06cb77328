/**
 * Published pages of a branch site beside the least that can be done, a bare server of Node's own that writes the same packed
 * bytes, and beside nginx over the same files where there is one. One process serves, another asks over fifty connections.
 * Each in turn, more than once, for other work on the machine: the median of each figure counts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server as HttpServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partLog } from '@shuxiang/process/log'
import { startFixtureShell } from '../testing/fixture-shell.ts'
import { cpuOf, measure, ownCpu, type Measured } from './load.ts'
import { startNginx } from './nginx.ts'
import { publishedSite } from './published-site.ts'

const SECONDS = 3
const ROUNDS = 5
const CONNECTIONS = 50
/** Requests a second, and milliseconds within which 99 of 100 are to be answered. */
const LEAST_RATE = 2_000
const MOST_P99_MS = 20
/** Not of the page: each server writes its own. */
const OF_THE_ANSWER =
  /^(content-encoding|content-length|connection|keep-alive|date|etag|x-request-id|transfer-encoding)$/

const site = publishedSite('n33', '浙江图书馆')
const pages = site.files.filter(({ path, language }) => language === 'zh-CN' && path.startsWith('/'))
const paths = pages.map(({ path }) => path)

interface Server {
  readonly name: string
  readonly port: number
  /** Milliseconds of processor so far. */
  readonly cpu: () => number
}

/** What the shell sends with a page. */
async function headersOf(port: number): Promise<ReadonlyMap<string, string>> {
  const asked = request({ port, host: '127.0.0.1', headers: { host: site.host, 'accept-encoding': 'gzip' } })
  const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage]
  answer.resume()
  if (answer.statusCode !== 200) throw new Error(`The shell answers ${answer.statusCode}.`)
  return new Map(
    Object.entries(answer.headers).flatMap(([name, value]) =>
      OF_THE_ANSWER.test(name) ? [] : [[name, String(value)] as const],
    ),
  )
}

async function startBare(headers: ReadonlyMap<string, string>): Promise<HttpServer> {
  const bodies = new Map(pages.map(({ path, gzip }) => [path, gzip]))
  const always = Object.fromEntries(headers)
  const server = createServer((asked, answer) => {
    const body = bodies.get(asked.url ?? '') ?? Buffer.alloc(0)
    answer.writeHead(200, { ...always, 'content-encoding': 'gzip', 'content-length': body.length })
    answer.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function middle(rounds: readonly Measured[]): Measured {
  const of = (figure: (one: Measured) => number): number => median(rounds.map(figure))
  return {
    rate: of(({ rate }) => rate),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    cpu: of(({ cpu }) => cpu),
    wrong: rounds.reduce((sum, { wrong }) => sum + wrong, 0),
  }
}

const lineOf = (name: string, { rate, p50, p99, cpu, wrong }: Measured, least: Measured): void =>
  console.log(
    `  ${name}  ${Math.round(rate)} requests/s ${(rate / least.rate).toFixed(2)}x  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${cpu.toFixed(0)} µs CPU a request ${(cpu / least.cpu).toFixed(2)}x  ${wrong} wrong`,
  )

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-bench-'))
// As the process does, and nginx: a line for each request, in a file.
const log = partLog({ part: 'shell', level: 'info', file: join(folder, 'shell.log') })
const shell = await startFixtureShell({ log }, ['calm'])
for (const [name, answer] of site.answers) shell.answers.set(name, answer)
const headers = await headersOf(shell.port)
const bare = await startBare(headers)
const address = bare.address()
const nginx = await startNginx(
  pages.map(({ path, text, gzip }) => ({ path, plain: Buffer.from(text), gzip })),
  headers,
)
try {
  const size = Math.round(pages.reduce((sum, { gzip }) => sum + gzip.length, 0) / pages.length)
  console.log(`${pages.length} pages of a branch, ${size} bytes packed each, ${CONNECTIONS} connections`)
  const servers: readonly Server[] = [
    {
      name: 'bare server',
      port: typeof address === 'object' && address !== null ? address.port : 0,
      cpu: ownCpu,
    },
    ...(nginx ? [{ name: 'nginx      ', port: nginx.port, cpu: () => cpuOf(nginx.pid) }] : []),
    { name: 'branch site', port: shell.port, cpu: ownCpu },
  ]
  const rounds = servers.map((): Measured[] => [])
  const load = { host: site.host, paths, seconds: SECONDS, connections: CONNECTIONS }
  for (let n = 0; n < ROUNDS; n++)
    for (const [k, { port, cpu }] of servers.entries()) rounds[k]?.push(await measure({ ...load, port, cpu }))
  const figures = rounds.map(middle)
  for (const [k, { name }] of servers.entries())
    if (figures[k] && figures[0]) lineOf(name, figures[k], figures[0])
  if (!nginx) console.log('  nginx        is not on this machine')
  const measured = figures.at(-1)
  if (!measured) throw new Error('Nothing was measured.')
  const beside = nginx && figures[1]
  if (beside)
    console.log(
      `  beside nginx ${(measured.rate / beside.rate).toFixed(2)}x the requests/s, ${(measured.cpu / beside.cpu).toFixed(1)}x the CPU`,
    )
  const within = measured.rate >= LEAST_RATE && measured.p99 <= MOST_P99_MS && measured.wrong === 0
  console.log(
    `  ${within ? 'within' : 'BEYOND'} ${LEAST_RATE} requests/s on one core with p99 ${MOST_P99_MS} ms`,
  )
  if (!within) process.exitCode = 1
} finally {
  await nginx?.close()
  bare.closeAllConnections()
  bare.close()
  await shell.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
