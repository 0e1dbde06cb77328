// The store's own process: runs one server and tells its owner how it goes. Started by owner/supervise.ts.
import { isToWorker, readWorkerData, type FromWorker } from './owner/messages.ts'
import { startServer } from './server.ts'

if (!process.send) throw new Error('main.ts is started by openStore; use "npm run store -- serve" by hand')
const tell = (message: FromWorker): void => void process.send?.(message)

// A signal to the whole group is for the owner; it says when to stop. When the owner is gone, so is the need.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))

try {
  const data = readWorkerData(process.argv[2])
  const server = await startServer({
    file: data.file,
    socket: data.socket,
    port: data.port,
    failPoints: data.failPoints,
    sweepEvery: data.sweepEvery,
    clock: { now: () => new Date(), elapsed: () => performance.now() },
    log: (level, message) => tell({ type: 'log', level, message }),
  })
  process.on('message', (message: unknown) => {
    if (!isToWorker(message)) return
    if (message.type === 'ping') return tell({ type: 'pong', number: message.number })
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        tell({ type: 'log', level: 'error', message: `the store did not close cleanly: ${String(error)}` })
        process.exit(1)
      },
    )
  })
  tell({ type: 'ready', uri: server.uri, portUri: server.portUri })
} catch (error) {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  process.disconnect()
}
