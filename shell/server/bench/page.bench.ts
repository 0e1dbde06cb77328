/**
 * CPU of a server-rendered page beside the smallest answer of the same server: a line for each page, ratios first. What
 * an extension costs is told apart from what its page costs: the first shell has microfrontends that nobody extends.
 */
import { request } from 'node:http'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

const ROUNDS = 300
const PAGES = {
  alone: {
    'list, its status fixed': '/calm',
    'record with three empty slots': '/calm/bare-1',
    'home page': '/',
    'not found': '/nowhere',
  },
  extended: {
    'record with three empty slots': '/calm/bare-1',
    'record with four extensions': '/calm/poem-1',
    'home page with an extension': '/',
    'not found': '/nowhere',
  },
} as const

function get({ port }: FixtureShell, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    request({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}` } }, (response) => {
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve(bytes))
    })
      .on('error', reject)
      .end()
  })
}

/** Milliseconds of CPU of this process and its threads for one request, and the median of the wall clock. */
async function measure(shell: FixtureShell, path: string): Promise<{ cpu: number; median: number }> {
  // As many unmeasured: the first hundreds are slower, while their code is being compiled.
  for (let i = 0; i < ROUNDS; i += 1) await get(shell, path)
  const before = process.cpuUsage()
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i += 1) {
    const began = performance.now()
    await get(shell, path)
    times.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { cpu: (user + system) / 1_000 / ROUNDS, median: times[ROUNDS / 2] ?? 0 }
}

async function report(
  title: string,
  shell: FixtureShell,
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  console.log(title)
  const measured: (readonly [string, { cpu: number; median: number }])[] = []
  for (const [name, path] of Object.entries(pages)) measured.push([name, await measure(shell, path)])
  // Last, when the code that all answers share is compiled.
  const baseline = await measure(shell, '/robots.txt')
  for (const [name, { cpu, median }] of measured) {
    const ratio = (cpu / baseline.cpu).toFixed(1)
    console.log(
      `  ${name}: ${ratio}x the CPU of /robots.txt (${cpu.toFixed(2)} ms CPU, median ${median.toFixed(1)} ms)`,
    )
  }
  await shell.close()
}

await report(
  'two microfrontends, no extensions',
  await startFixtureShell({}, ['calm', 'faulty']),
  PAGES.alone,
)
await report('four microfrontends, one of them extends the others', await startFixtureShell(), PAGES.extended)
process.exit(0)
