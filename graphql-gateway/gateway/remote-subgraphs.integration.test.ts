// The product with two subgraphs elsewhere: the same answers as from one process, and the command that serves them.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, type Store } from '@shuxiang/embedded-store'
import { installedKinds, subgraphs } from '@shuxiang/product/subgraphs'
import { upsertCollections, upsertMany, upsertPersons } from '@shuxiang/subgraph-catalogue/content'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { MongoClient, type Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { records } from './every-field/records.ts'

const day = new Date('2026-11-22T00:00:00Z')
const children: ChildProcess[] = []
let folder: string
let store: Store
let secretFile: string

/** What crosses both subgraphs, what stays in one, and a mistake. */
const operations = [
  '{ search(query: "论语 学而", first: 3) { totalCount edges { cursor node { id title kind url holdings { library { id name region { name } } } } } facets { name values { value label count } } } }',
  '{ record(id: "bbook") { id title agents { name person { name biography } } collection { name recordCount } holdings { library { name } } bibtex: export(format: BIBTEX) } }',
  '{ libraries(region: "33", first: 4) { totalCount edges { node { id name region { id name parent { name } } } } pageInfo { endCursor } } }',
  '{ page(path: "/") { rev document } dailyPoem(date: "2026-11-22") { id } suggest(prefix: "论") { text } }',
  '{ search(query: "月", first: 100000) { totalCount } record(id: "none") { id } }',
]

async function fill(db: Db): Promise<void> {
  await prepareStore({ db, now: () => day }, subgraphs)
  const persons = ['李白', '孔子'].map((name, i) => ({
    id: i === 0 ? 'alibai' : 'akongzi',
    name,
    alternativeNames: [],
    period: null,
    biography: '字',
  }))
  await upsertPersons(db, persons, day)
  await upsertCollections(db, [{ id: 'quantangshi', name: '全唐诗', description: null, order: 0 }], day)
  await upsertMany(db, await installedKinds(), records, day)
}

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ready: Promise<{ readonly address?: string }>
}

function start(program: string, args: readonly string[], env: Record<string, string>): Started {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(program, import.meta.url)), ...args],
    {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ready = Promise.race([
    once(child, 'message').then(([message]) => message),
    once(child, 'exit').then(() => Promise.reject(new Error(`It ended:\n${text}`))),
  ])
  return { child, output: () => text, ready }
}

async function end({ child }: Started): Promise<number | null> {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await exited
  return code
}

const subgraph = (args: readonly string[], env: Record<string, string> = {}): Started =>
  start('./subgraph-process.ts', args, env)

async function gateway(name: string, env: Record<string, string> = {}) {
  const own = join(folder, name)
  const started = start('./main.mjs', [], {
    DATA_DIR: own,
    BUILD_DIR: join(own, 'build'),
    GATEWAY_PORT: '0',
    MONGODB_URI: store.uri,
    LOG_LEVEL: 'info',
    ...env,
  })
  await started.ready
  const address = /"address":"(http:[^"]+)"/.exec(started.output())?.[1] ?? ''
  const ask = async (path: string, query?: string): Promise<unknown> => {
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }
    return (await fetch(address + path, query === undefined ? {} : post)).json()
  }
  await expect
    .poll(() => ask('/health/ready'), { timeout: 30_000 })
    .toMatchObject({ status: 'ready', search: { state: 'ready', records: records.length, rebuilding: null } })
  return { ...started, own, ask }
}

const answersOf = async (ask: (path: string, query: string) => Promise<unknown>): Promise<unknown[]> => {
  const answers: unknown[] = []
  for (const query of operations) answers.push(await ask('/graphql', query))
  return answers
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remote-subgraphs-'))
  secretFile = join(folder, 'secret')
  await writeFile(secretFile, randomBytes(32))
  store = await openStore({ dataDir: join(folder, 'store') })
  const client = new MongoClient(store.uri)
  await fill(client.db('shuxiang'))
  await client.close()
})
afterAll(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('two subgraphs elsewhere', () => {
  it('give the same answers as in one process; the index is with the one that searches', async () => {
    const whole = await gateway('whole')
    const expected = await answersOf(whole.ask)
    expect(JSON.stringify(expected[0])).toContain('"totalCount":2')
    expect(expected[1]).not.toHaveProperty('errors')
    expect(await end(whole)).toBe(0)

    const env = { MONGODB_URI: store.uri, SUBGRAPH_SECRET_FILE: secretFile }
    const catalogue = subgraph(['catalogue', '--port', '0'], { ...env, DATA_DIR: join(folder, 'catalogue') })
    const sites = subgraph(['sites', '--port', '0'], { ...env, DATA_DIR: join(folder, 'sites') })
    const urls = {
      SUBGRAPH_CATALOGUE_URL: (await catalogue.ready).address ?? '',
      SUBGRAPH_SITES_URL: (await sites.ready).address ?? '',
    }
    const parted = await gateway('parted', { ...urls, SUBGRAPH_SECRET_FILE: secretFile })
    expect(await answersOf(parted.ask)).toEqual(expected)
    expect(existsSync(join(parted.own, 'search'))).toBe(false)
    expect(existsSync(join(folder, 'catalogue', 'search'))).toBe(true)
    expect(existsSync(join(folder, 'sites', 'search'))).toBe(false)

    const unsigned = await fetch(urls.SUBGRAPH_SITES_URL, {
      method: 'POST',
      body: '{"query":"{__typename}"}',
    })
    expect(unsigned.status).toBe(401)

    expect(await end(sites)).toBe(0)
    expect(await parted.ask('/graphql', '{ libraries { totalCount } }')).toHaveProperty('errors')
    expect(await parted.ask('/graphql', '{ record(id: "bbook") { title } }')).not.toHaveProperty('errors')
    expect(await end(catalogue)).toBe(0)
    expect(await end(parted)).toBe(0)
  }, 90_000)
})

describe('npm run subgraph', () => {
  const refused = async (args: readonly string[], env: Record<string, string> = {}) => {
    const { child, output, ready } = subgraph(args, { DATA_DIR: join(folder, 'refused'), ...env })
    ready.catch(() => undefined)
    const [code] = await once(child, 'exit')
    return { code, text: output() }
  }

  it.each([
    [['catalog', '--port', '0'], {}, 'There is no subgraph "catalog"; there are: catalogue, sites'],
    [[], {}, 'Name one subgraph: catalogue, sites'],
    [['sites'], {}, '--port needs a number'],
    [['sites', '--port', '0'], {}, 'SUBGRAPH_SECRET_FILE is not set'],
    [
      ['sites', '--port', '0'],
      { SUBGRAPH_SECRET_FILE: '/nowhere/secret' },
      '/nowhere/secret, which cannot be read',
    ],
    [['sites', '--port', '0'], { SUBGRAPH_SECRET_FILE: '/dev/null' }, 'holds 0 bytes'],
  ] as const)('%j with %j says what is wrong', async (args, env, sentence) => {
    const { code, text } = await refused(args, env)
    expect(text).toContain(sentence)
    expect(text).not.toContain('    at ')
    expect(code).toBe(78)
  })

  it('says that its port is taken', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const env = { SUBGRAPH_SECRET_FILE: secretFile, MONGODB_URI: store.uri }
    const { code, text } = await refused(['sites', '--port', String(port)], env)
    expect(text).toContain(`Port ${port} of 127.0.0.1 is in use`)
    expect(code).toBe(78)
    other.close()
  })
})
