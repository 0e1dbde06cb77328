// A job queue of others on the store: Agenda's own queries, with its locks, retries and several workers.
import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, type TestStore } from './test-store.ts'

let store: TestStore
const workers: Agenda[] = []
let queues = 0

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  for (const worker of workers) await worker.stop()
  await store.close()
})

/** Workers on one queue. */
async function startWorkers(
  count: number,
  define: (worker: Agenda, number: number) => void,
): Promise<Agenda[]> {
  const collection = `queue${queues++}`
  const started: Agenda[] = []
  for (let i = 0; i < count; i++) {
    const worker = new Agenda({
      backend: new MongoBackend({ mongo: store.db('agenda'), collection }),
      name: `worker ${i}`,
      processEvery: 50,
      defaultConcurrency: 2,
      defaultLockLimit: 2,
    })
    define(worker, i)
    await worker.start()
    workers.push(worker)
    started.push(worker)
  }
  return started
}

test('a job is done once, however many workers there are', async () => {
  const done = new Map<number, number[]>()
  const [first] = await startWorkers(3, (worker, number) =>
    worker.define('index', async (job: { attrs: { data?: unknown } }) => {
      const n = Number(Reflect.get(Object(job.attrs.data), 'n'))
      done.set(n, [...(done.get(n) ?? []), number])
    }),
  )
  for (let n = 0; n < 40; n++) await first?.now('index', { n })
  await expect.poll(() => done.size, { timeout: 40_000 }).toBe(40)
  expect([...done.values()].every((by) => by.length === 1)).toBe(true)
})

test('a job at a later time waits for it, one that is cancelled never runs', async () => {
  const ran: string[] = []
  const [worker] = await startWorkers(1, (one) => {
    one.define('later', async () => void ran.push('later'))
    one.define('never', async () => void ran.push('never'))
  })
  await worker?.schedule(new Date(Date.now() + 600), 'later', {})
  await worker?.schedule(new Date(Date.now() + 600), 'never', {})
  expect(ran).toEqual([])
  expect(await worker?.cancel({ name: 'never' })).toBe(1)
  await expect.poll(() => ran, { timeout: 20_000 }).toEqual(['later'])
})

test('a repeated job is one document, and runs again', async () => {
  let runs = 0
  const [worker] = await startWorkers(1, (one) => one.define('beat', async () => void runs++))
  await worker?.every('1 second', 'beat')
  await worker?.every('1 second', 'beat')
  await expect.poll(() => runs, { timeout: 20_000 }).toBeGreaterThan(1)
  const { jobs } = (await worker?.queryJobs({ name: 'beat' })) ?? { jobs: [] }
  expect(jobs).toHaveLength(1)
})

test('a job that fails says why', async () => {
  const [worker] = await startWorkers(1, (one) =>
    one.define('broken', async () => {
      throw new Error('no such source')
    }),
  )
  await worker?.now('broken', {})
  const failure = async (): Promise<unknown> =>
    (await worker?.queryJobs({ name: 'broken' }))?.jobs[0]?.failReason
  await expect.poll(failure, { timeout: 20_000 }).toBe('no such source')
})
