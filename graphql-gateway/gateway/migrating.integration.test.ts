// The gateway over a store of an earlier version: readers wait and are told how far it is, and meet no half of it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '@shuxiang/embedded-store'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { fillOldStore, oldRecords } from '../subgraphs/catalogue/fixtures/old-store.ts'

let folder: string
let gateway: ChildProcess | undefined
const many = 3000

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrating-'))
  const store = await openStore({ dataDir: folder })
  const client = new MongoClient(store.uri)
  const db = client.db('shuxiang')
  const early = ((await catalogue.migrations?.()) ?? []).slice(0, 2)
  const now = () => new Date('2026-11-20T00:00:00Z')
  await prepareStore({ db, now }, [{ name: 'catalogue', migrations: async () => early }])
  await fillOldStore(db, many)
  await client.close()
  await store.close()
})
afterEach(async () => {
  await ended('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

function start(): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('./main.mjs', import.meta.url))], {
    env: {
      PATH: process.env['PATH'],
      LOG_LEVEL: 'fatal',
      DATA_DIR: folder,
      BUILD_DIR: join(folder, 'build'),
      GATEWAY_SOCKET: join(folder, 'g.sock'),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

async function ended(signal: NodeJS.Signals): Promise<void> {
  if (!gateway || gateway.exitCode !== null || gateway.signalCode !== null) return
  const exit = once(gateway, 'exit')
  gateway.kill(signal)
  await exit
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Null while nobody listens. */
function ask(path: string, body?: unknown): Promise<Answer | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(
      { socketPath: join(folder, 'g.sock'), path, method: body ? 'POST' : 'GET', headers },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }))
      },
    )
    sent.on('error', () => resolve(null))
    sent.end(body ? JSON.stringify(body) : undefined)
  })
}

const told = z.object({
  status: z.string(),
  preparing: z.object({ migration: z.string(), done: z.number(), total: z.number() }).nullable(),
})
const query = {
  query: '{ record(id: "b1") { title kind readable chapter(n: 2) { paragraphs { text } } holdingCount } }',
}
const whole = {
  record: {
    title: '靜夜思',
    kind: 'book',
    readable: true,
    chapter: { paragraphs: [{ text: 'b1的第2篇' }] },
    holdingCount: 2,
  },
}

it('answers 503 with how far it is, then the record whole, also when it was killed in the midst', async () => {
  gateway = start()
  const progress: number[] = []
  const statuses = new Set<string>()
  let killed = false
  for (;;) {
    const [health, answer] = await Promise.all([ask('/health/ready'), ask('/graphql', query)])
    const { status, preparing } = told.nullable().parse(health?.body ?? null) ?? {
      status: 'away',
      preparing: null,
    }
    statuses.add(status)
    if (status === 'migrating') expect(health?.status).toBe(503)
    if (preparing) progress.push(preparing.done)
    if (answer?.status === 200) {
      expect(answer.body).toEqual({ data: whole })
      break
    }
    if (!killed && progress.some((done) => done > 0)) {
      killed = true
      await ended('SIGKILL')
      gateway = start()
    }
    await pause(10)
  }
  expect(killed).toBe(true)
  expect([...statuses]).toContain('migrating')
  expect(Math.max(...progress)).toBeLessThanOrEqual(many + oldRecords.length)
}, 60_000)
