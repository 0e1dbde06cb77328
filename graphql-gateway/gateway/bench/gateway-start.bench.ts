// CPU of a cold start of the gateway over an empty data folder, until it says it is ready, against a bare Node process.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rounds = Number(process.argv[2] ?? 5)
const target = 850

/** Milliseconds of CPU of a process until it says something over its channel. Linux only: reads /proc. */
async function startCost(args: readonly string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8')
  // Fields 14 and 15, counted behind the name in brackets: time in user and system mode, in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const used = (Number(fields[11]) + Number(fields[12])) * 10
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return used
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const main = fileURLToPath(new URL('../main.mjs', import.meta.url))
const gateway: number[] = []
const bare: number[] = []
for (let i = 0; i < rounds; i++) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-start-'))
  const env = {
    DATA_DIR: join(folder, 'data'),
    BUILD_DIR: join(folder, 'build'),
    GATEWAY_SOCKET: join(folder, 's'),
  }
  gateway.push(await startCost([main], env))
  bare.push(await startCost(['-e', 'process.send(1); setInterval(() => {}, 1000)'], {}))
  await rm(folder, { recursive: true, force: true })
}
process.stdout.write(`bare node ${median(bare)} ms CPU\n`)
process.stdout.write(
  `gateway   ${median(gateway)} ms CPU  x${(median(gateway) / median(bare)).toFixed(1)}  target <= ${target} ms\n`,
)
