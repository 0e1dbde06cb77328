/** CPU of a server-rendered page beside the smallest page of the same server; one line, ratios first. */
import { request } from 'node:http'
import { startFixtureShell } from '../testing/fixture-shell.ts'

const ROUNDS = 300
const shell = await startFixtureShell()

function get(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    request(
      { host: '127.0.0.1', port: shell.port, path, headers: { host: `localhost:${shell.port}` } },
      (response) => {
        response.on('data', (chunk: Buffer) => (bytes += chunk.length))
        response.on('end', () => resolve(bytes))
      },
    )
      .on('error', reject)
      .end()
  })
}

/** Milliseconds of CPU of this process and its threads for one request, and the median of the wall clock. */
async function measure(path: string): Promise<{ cpu: number; median: number }> {
  for (let i = 0; i < 30; i += 1) await get(path)
  const before = process.cpuUsage()
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i += 1) {
    const began = performance.now()
    await get(path)
    times.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { cpu: (user + system) / 1_000 / ROUNDS, median: times[ROUNDS / 2] ?? 0 }
}

const baseline = await measure('/robots.txt')
for (const [name, path] of Object.entries({
  'microfrontend page': '/calm',
  'record page': '/calm/a',
  'home page': '/',
  'not found': '/nowhere',
})) {
  const { cpu, median } = await measure(path)
  const ratio = (cpu / baseline.cpu).toFixed(1)
  console.log(
    `${name}: ${ratio}x the CPU of /robots.txt (${cpu.toFixed(2)} ms CPU, median ${median.toFixed(1)} ms)`,
  )
}
await shell.close()
process.exit(0)
