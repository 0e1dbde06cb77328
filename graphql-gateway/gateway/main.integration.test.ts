// The gateway as a process: it comes up over an empty folder, tells how it is, serves, and stops without cutting off.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.mjs', import.meta.url))

function start(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Status and body of a request over a Unix socket. */
function ask(socketPath: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request({ socketPath, path, method: body ? 'POST' : 'GET', headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }))
    })
    sent.on('error', reject)
    sent.end(body ? JSON.stringify(body) : undefined)
  })
}

describe('the gateway process', () => {
  let folder: string
  let socket: string
  let child: ChildProcess
  let logged = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-'))
    socket = join(folder, 'g.sock')
    child = start({
      DATA_DIR: join(folder, 'data'),
      BUILD_DIR: join(folder, 'build'),
      GATEWAY_SOCKET: socket,
    })
    child.stdout?.on('data', (chunk: Buffer) => (logged += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (logged += chunk.toString()))
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`The gateway ended:\n${logged}`))),
    ])
    expect(message).toEqual({ type: 'ready' })
  })
  afterAll(async () => {
    if (child.exitCode === null) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('tells how it is', async () => {
    expect(await ask(socket, '/health/live')).toMatchObject({ status: 200 })
    const ready = (): Promise<unknown> => ask(socket, '/health/ready')
    // An index that was just made says that it is being filled until the empty store has been asked.
    await expect.poll(ready, { timeout: 10_000 }).toEqual({
      status: 200,
      body: {
        status: 'ready',
        version: expect.any(String),
        store: {
          kind: 'embedded',
          limits: { machines: 1, records: 1_000_000, notOffered: expect.arrayContaining(['change streams']) },
        },
        search: { kind: 'embedded', state: 'ready', records: 0, rebuilding: null },
        identity: { kind: 'embedded' },
        importing: null,
        preparing: null,
      },
    })
  })

  it('answers over store and search', async () => {
    const query =
      '{ search(query: "李白") { totalCount facets { name } } libraries { totalCount } record(id: "none") { id } }'
    const answer = await ask(socket, '/graphql', { query })
    expect(answer).toMatchObject({ status: 200, body: { data: { search: { totalCount: 0 }, record: null } } })
    expect(answer.body).not.toHaveProperty('errors')
  })

  it('logs one line of JSON a request, without the values of variables', async () => {
    await ask(socket, '/graphql', {
      query: 'query($q: String!) { search(query: $q) { totalCount } }',
      variables: { q: 'a private search' },
    })
    await expect
      .poll(() => logged.split('\n').filter((line) => line.includes('"msg":"graphql"')).length)
      .toBeGreaterThan(1)
    for (const line of logged.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    expect(logged).not.toContain('private')
  })

  it('refuses to start a second time on the same socket', async () => {
    const second = start({
      DATA_DIR: join(folder, 'data'),
      BUILD_DIR: join(folder, 'build'),
      GATEWAY_SOCKET: socket,
    })
    let text = ''
    second.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const [code] = await once(second, 'exit')
    expect(code).toBe(1)
    expect(text).toContain('Another gateway listens')
  })

  it('ends within its time when asked to, after answering who was waiting', async () => {
    const waiting = Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        ask(socket, '/graphql', { query: `{ search(query: "q${i}") { totalCount } }` }),
      ),
    )
    await expect.poll(async () => (await ask(socket, '/health/live')).status).toBe(200)
    const began = performance.now()
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    for (const answer of await waiting) expect([200, 503]).toContain(answer.status)
  })
})

describe('a wrong configuration', () => {
  it('ends the process with one sentence and the code that keeps supervisors from trying again', async () => {
    const child = start({ GATEWAY_PORT: '0', MONGODB_URI: 'http://x' })
    let text = ''
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const [code] = await once(child, 'exit')
    expect(code).toBe(78)
    expect(text.trim().split('\n')).toHaveLength(1)
    expect(text).toContain('MONGODB_URI')
  })
})
