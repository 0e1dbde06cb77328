// The gateway of the product as a process of its own, over a data folder that a test fills first.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient, type Db } from 'mongodb'

/** An answer; `body` is what its JSON says. */
export interface Answer {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: { readonly data?: unknown; readonly errors?: unknown }
}

/** What is sent beside the path: with a body by POST, without one by GET. */
export interface Sent {
  readonly body?: unknown
  /** A form, in place of a body of JSON. */
  readonly form?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

export interface FilledGateway {
  readonly dataDir: string
  readonly socketPath: string
  readonly pid: number
  ask(path: string, sent?: Sent): Promise<Answer>
  /** Resolves when so many records can be searched; rejects after a minute. */
  searchable(records: number): Promise<void>
  /** Everything that it has logged. */
  readonly log: () => string
  close(): Promise<void>
}

/** `env` comes on top of what every such gateway has. Errors: `Error` with its log when it ends before it is ready. */
export async function startFilled(
  fill: (db: Db) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<FilledGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'filled-gateway-'))
  const store = await openStore({ dataDir: folder })
  const client = new MongoClient(store.uri)
  await fill(client.db('shuxiang')).finally(() => client.close().then(() => store.close()))
  const socketPath = join(folder, 'g.sock')
  let log = ''
  const child = spawn(process.execPath, [fileURLToPath(new URL('../main.mjs', import.meta.url))], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      BUILD_DIR: join(folder, 'build'),
      GATEWAY_SOCKET: socketPath,
      PUBLIC_ORIGIN: 'https://example.org',
      LOG_LEVEL: 'fatal',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`The gateway ended:\n${log}`))),
  ])
  const ask: FilledGateway['ask'] = (path, sent) => asked(socketPath, path, sent)
  return {
    dataDir: folder,
    socketPath,
    pid: child.pid ?? 0,
    ask,
    searchable: (records) => searchable(ask, records),
    log: () => log,
    async close() {
      await ended(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function asked(socketPath: string, path: string, { body, form, headers = {} }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      // On a busy machine the gateway may have closed a connection that is used again just then.
      agent: false as const,
      socketPath,
      path,
      method: body === undefined && form === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded',
        ...headers,
      },
    }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text === '' ? {} : JSON.parse(text),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(form ?? (body === undefined ? undefined : JSON.stringify(body)))
  })
}

/** Milliseconds for an index: a machine that runs other suites beside this one takes a dozen times as long. */
const LONGEST_INDEX = 240_000

/** Health is asked until it tells the number; each look is a request, so the process is never asked without a pause. */
async function searchable(ask: FilledGateway['ask'], records: number): Promise<void> {
  const until = performance.now() + LONGEST_INDEX
  for (;;) {
    const { body } = await ask('/health/ready')
    const search: unknown = 'search' in body ? body.search : null
    if (typeof search === 'object' && search && 'records' in search && search.records === records) return
    if (performance.now() > until) throw new Error(`Not searchable: ${JSON.stringify(body)}`)
    await new Promise((later) => setTimeout(later, 50))
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}
