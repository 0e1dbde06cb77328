import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Part } from './parts.ts'
import { createSupervisor, type Supervisor, type SupervisorEvents } from './supervisor.ts'

let folder = ''
let supervisor: Supervisor | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervisor-'))
})
afterEach(async () => {
  await supervisor?.stop()
  supervisor = null
  rmSync(folder, { recursive: true, force: true })
})

function part(name: Part['name'], body: string, after: Part['after'] = null): Part {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, body)
  return { name, file, after, heap: 64, young: 2 }
}

const stays = `process.send({ type: 'ready' }); setInterval(() => {}, 1000);`
const tellsWhenStopped = (name: string) =>
  `import { appendFileSync } from 'node:fs'; process.on('SIGTERM', () => { appendFileSync(process.env.ORDER, '${name} '); process.exit(0) }); ${stays}`

/** Collects what happens; `until` resolves at the first event that fits. */
function events() {
  const seen: string[] = []
  let check = () => {}
  const note = (text: string) => {
    seen.push(text)
    check()
  }
  const on: SupervisorEvents = {
    ready: (p) => note(`ready ${p.name}`),
    restarting: (p, code) => note(`restarting ${p.name} ${code}`),
    failed: (p, sentence) => note(`failed ${p.name}: ${sentence}`),
  }
  const until = (text: string, times = 1) =>
    new Promise<void>((resolve) => {
      check = () => {
        if (seen.filter((entry) => entry.startsWith(text)).length >= times) resolve()
      }
      check()
    })
  return { on, seen, until }
}

function supervise(parts: readonly Part[], on: SupervisorEvents): Supervisor {
  supervisor = createSupervisor({
    parts,
    env: { ...process.env, ORDER: join(folder, 'order') },
    logDir: join(folder, 'logs'),
    runDir: join(folder, 'run'),
    on,
  })
  supervisor.start()
  return supervisor
}

test('a part that waits for another starts when that one is ready', async () => {
  const { on, seen, until } = events()
  supervise([part('jobs', stays, 'gateway'), part('gateway', stays)], on)
  await until('ready jobs')
  expect(seen).toEqual(['ready gateway', 'ready jobs'])
})

test('a part killed by a signal is started again', async () => {
  const { on, until } = events()
  supervise([part('gateway', stays)], on)
  await until('ready gateway')
  process.kill(Number(readFileSync(join(folder, 'run', 'gateway.pid'), 'utf8')), 'SIGKILL')
  await until('ready gateway', 2)
})

test('a part that says it is misconfigured is not started again, and its sentence is passed on', async () => {
  const { on, seen, until } = events()
  supervise(
    [part('gateway', `process.stderr.write('MONGODB_URI is not an address'); process.exitCode = 78`)],
    on,
  )
  await until('failed gateway')
  expect(seen).toEqual(['failed gateway: MONGODB_URI is not an address'])
})

test('stopping ends the gateway last, since it owns the store', async () => {
  const { on, until } = events()
  const running = supervise(
    [
      part('gateway', tellsWhenStopped('gateway')),
      part('shell', tellsWhenStopped('shell')),
      part('jobs', tellsWhenStopped('jobs'), 'gateway'),
    ],
    on,
  )
  await until('ready jobs')
  await until('ready shell')
  await running.stop()
  const order = readFileSync(join(folder, 'order'), 'utf8').trim().split(' ')
  expect(order).toHaveLength(3)
  expect(order.at(-1)).toBe('gateway')
})
