// The identity process by itself: CPU of a start, fifty people who sign in at once by the pages, refreshes in a second.
// `npm run bench -- identity`. Ends with 1 where a figure is beyond its target.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@shuxiang/process/free-port'
import { adminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import { signIn } from '../contract/sign-in.ts'
import { visitor } from '../contract/visitor.ts'
import { provisionerSecretFile } from '../running.ts'
import { portal, testClient } from '../testing/client.ts'

const people = 50
const refreshSeconds = 5
const target = { startCpuMs: 1_000, refreshesPerSecond: 60 }

const folder = await mkdtemp(join(tmpdir(), 'identity-bench-'))
const port = await freePort()
const origin = `http://localhost:${port}`
const issuer = `${origin}/realms/ndl`

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, DATA_DIR: folder, IDENTITY_PORT: String(port), LOG_LEVEL: 'warn', LOG_FILE: '' },
  })
  await once(child, 'message')
  return child
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Milliseconds of CPU that a process has used. Linux only: reads /proc. */
async function cpuOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN

// The first start makes keys and people.
await end(await start())
const starts: number[] = []
for (let i = 0; i < 3; i++) {
  const child = await start()
  starts.push(await cpuOf(child))
  await end(child)
}
const process1 = await start()
const secret = (await readFile(join(folder, 'identity', provisionerSecretFile), 'utf8')).trim()
const admin = adminClient({
  origin,
  realm: 'ndl',
  token: adminTokens(issuer, { clientId: 'ndl-provisioner', secret }),
})
const accounts: { id: string; username: string; password: string; device: null }[] = []
for (let i = 0; i < people; i++) {
  const username = `n33/bench-${i}`
  const password = `horse battery ${i}`
  const id = await admin.post('/users', {
    username,
    enabled: true,
    credentials: [{ type: 'password', value: password }],
  })
  accounts.push({ id: id ?? '', username, password, device: null })
}

const client = testClient({ issuer, origin })
let failed = 0
const took: number[] = []
const tokens: string[] = []
const began = performance.now()
await Promise.all(
  accounts.map(async (account) => {
    const at = performance.now()
    const { url, verifier } = client.authorizationUrl()
    const stop = await signIn(visitor(origin), url, account)
    const code = stop.at === 'client' ? stop.address.searchParams.get('code') : null
    const form = { grant_type: 'authorization_code', code_verifier: verifier, redirect_uri: portal }
    const { status, body } = await client.token({ ...form, code: code ?? '' })
    if (status !== 200) failed += 1
    tokens.push(String(body['refresh_token']))
    took.push(performance.now() - at)
  }),
)
const loginsMs = performance.now() - began

let refreshes = 0
const until = performance.now() + refreshSeconds * 1_000
const cpuBefore = await cpuOf(process1)
await Promise.all(
  tokens.slice(0, 8).map(async (first) => {
    let token = first
    while (performance.now() < until) {
      const { status, body } = await client.refresh(token)
      if (status !== 200) failed += 1
      token = String(body['refresh_token'])
      refreshes += 1
    }
  }),
)
const perSecond = refreshes / refreshSeconds
const cpuEach = ((await cpuOf(process1)) - cpuBefore) / refreshes
await end(process1)
await rm(folder, { recursive: true, force: true })

const startCpu = quantile(starts, 0.5)
const lines = [
  `start            ${startCpu} ms of CPU (target ${target.startCpuMs})`,
  `${people} sign-ins      ${(loginsMs / 1_000).toFixed(1)} s at once, ${(people / (loginsMs / 1_000)).toFixed(1)} in a second, slowest ${(quantile(took, 1) / 1_000).toFixed(1)} s, ${failed} failed`,
  `refreshes        ${perSecond.toFixed(0)} in a second (target ${target.refreshesPerSecond}), ${cpuEach.toFixed(1)} ms of CPU each`,
]
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode =
  failed === 0 && startCpu <= target.startCpuMs && perSecond >= target.refreshesPerSecond ? 0 : 1
