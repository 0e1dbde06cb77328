// The worker thread: runs one server and tells its owner how it goes.
import { parentPort, workerData } from 'node:worker_threads'
import { startServer } from './server.ts'
import { isToWorker, readWorkerData, type FromWorker } from './owner/messages.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs as a worker thread only; call openStore')
const tell = (message: FromWorker): void => port.postMessage(message)
const data = readWorkerData(workerData)

try {
  const server = await startServer({
    file: data.file,
    socket: data.socket,
    port: data.port,
    failPoints: data.failPoints,
    sweepEvery: data.sweepEvery,
    clock: { now: () => new Date(), elapsed: () => performance.now() },
    log: (level, message) => tell({ type: 'log', level, message }),
  })
  port.on('message', (message: unknown) => {
    if (!isToWorker(message)) return
    if (message.type === 'ping') tell({ type: 'pong', number: message.number })
    else
      server.close().then(
        () => {
          tell({ type: 'closed' })
          port.close()
        },
        (error: unknown) => tell({ type: 'failed', message: String(error) }),
      )
  })
  tell({ type: 'ready', uri: server.uri, portUri: server.portUri })
} catch (error) {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  port.close()
}
