// The store's own process: runs one server and tells its owner how it goes. Started by owner/supervise.ts.
import { createLogFile, endWithStarter } from '@shuxiang/process'
import { UnusableFile } from './keyspace/keyspace.ts'
import { isDamage } from './owner/damage.ts'
import { isToWorker, readWorkerData, type FromWorker } from './owner/messages.ts'
import { startServer } from './server.ts'

if (!process.send) throw new Error('main.ts is started by openStore; use "npm run store -- serve" by hand')
/** An owner that is gone is told nothing; the process is about to end. */
const tell = (message: FromWorker): void => {
  if (process.connected) process.send?.(message, () => {})
}

// A signal to the whole group is for the owner; it says when to stop. When the owner is gone, so is the need.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))
endWithStarter({ end: () => process.exit(0) })
// Its output is its owner's; one that nobody reads any more must not end the store before its time.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  const data = readWorkerData(process.argv[2])
  const file = data.logFile === null ? null : createLogFile(data.logFile)
  const note = (level: 'info' | 'warn' | 'error', message: string): void =>
    file?.write(`${JSON.stringify({ level, time: Date.now(), part: 'store', msg: message })}\n`)
  const server = await startServer({
    file: data.file,
    socket: data.socket,
    port: data.port,
    failPoints: data.failPoints,
    sweepEvery: data.sweepEvery,
    clock: { now: () => new Date(), elapsed: () => performance.now() },
    log: (level, message) => {
      note(level, message)
      tell({ type: 'log', level, message })
    },
  })
  process.on('message', (message: unknown) => {
    if (!isToWorker(message)) return
    if (message.type === 'ping') return tell({ type: 'pong', number: message.number })
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        const message = `the store did not close cleanly: ${String(error)}`
        note('error', message)
        tell({ type: 'log', level: 'error', message })
        process.exit(1)
      },
    )
  })
  note('info', `serves ${data.file} as process ${process.pid}`)
  tell({ type: 'ready', uri: server.uri, portUri: server.portUri })
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  tell({ type: 'failed', message, final: error instanceof UnusableFile || isDamage(message) })
  process.disconnect()
}
