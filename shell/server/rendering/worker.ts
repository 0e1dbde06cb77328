/** The thread that renders one microfrontend. Runs another team's code: it has no environment and asks us for data. */
import { parentPort, workerData } from 'node:worker_threads'
import {
  GqlUnavailable,
  type Gql,
  type GqlResult,
  type ServerDocuments,
  type ServerExtension,
  type ServerMicrofrontend,
} from '@shuxiang/sdk/contract'
import type { Done, FromWorker, Task, ToWorker, WorkerStart } from './protocol.ts'

const port = parentPort
if (port === null) throw new Error('rendering/worker.ts runs only as a worker thread')

interface InProgress {
  readonly stop: AbortController
  readonly calls: Map<number, { resolve(result: GqlResult<unknown>): void; reject(error: Error): void }>
}
const renderings = new Map<number, InProgress>()
let calls = 0

const start: WorkerStart = workerData
const module: {
  readonly default: ServerMicrofrontend | null
  readonly extensions: readonly (ServerExtension | null)[]
  readonly documents: readonly (ServerDocuments | null)[]
} = await import(start.entry)
const send = (message: FromWorker): void => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if (message.type === 'render') return void render(message)
  if (message.type === 'ping') return send({ type: 'pong', id: message.id })
  const rendering = renderings.get(message.id)
  if (!rendering) return
  if (message.type === 'abort') return rendering.stop.abort()
  const call = rendering.calls.get(message.call)
  rendering.calls.delete(message.call)
  if (message.type === 'answer') call?.resolve(message.result)
  else call?.reject(new GqlUnavailable(message.message, message.retryable))
})
send({ type: 'ready' })

async function render({ id, task }: Extract<ToWorker, { type: 'render' }>): Promise<void> {
  const rendering: InProgress = { stop: new AbortController(), calls: new Map() }
  renderings.set(id, rendering)
  try {
    const done = await run(task, gqlOf(id, rendering), rendering.stop.signal)
    send({ type: 'done', id, done })
  } catch (error) {
    send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  } finally {
    renderings.delete(id)
  }
}

async function run(task: Task, gql: Gql, signal: AbortSignal): Promise<Done> {
  switch (task.what) {
    case 'page':
      return { what: 'page', result: await existing(module.default, task).render(task.request, gql, signal) }
    case 'extension': {
      const extension = existing(module.extensions[task.index], task)
      return { what: 'extension', result: await extension.render(task.request, gql, signal) }
    }
    case 'document': {
      const documents = existing(module.documents[task.index], task)
      return { what: 'document', result: await documents.answer(task.request, gql, signal) }
    }
  }
}

function existing<Part>(part: Part | null | undefined, task: Task): Part {
  if (!part) throw new Error(`this release has no ${task.what} for the server`)
  return part
}

function gqlOf(id: number, rendering: InProgress): Gql {
  return (operation, variables) =>
    new Promise((resolve, reject) => {
      const { signal } = rendering.stop
      if (signal.aborted) return reject(signal.reason)
      const call = ++calls
      // The gateway answers in the shape of the operation that the caller's types were generated from.
      rendering.calls.set(call, { resolve: (result) => resolve(result as never), reject })
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      send({ type: 'ask', id, call, operation: { id: operation.id, name: operation.name }, variables })
    })
}
