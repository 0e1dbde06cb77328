// One running store: opens the files, answers on one address, sweeps, and stops cleanly.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { createServer, type Server as NetServer, type Socket } from 'node:net'
import type { Clock } from './commands/clock.ts'
import type { Parts } from './commands/context.ts'
import { Cursors } from './commands/cursors.ts'
import { FailPoints } from './commands/fail-points.ts'
import { Memory } from './commands/memory.ts'
import { meantFor, notOffered } from './commands/server-info.ts'
import { createService } from './commands/service.ts'
import { Sessions } from './commands/sessions.ts'
import { sweep } from './commands/sweep.ts'
import { createWriteQueue } from './commands/write-queue.ts'
import { compileFilter } from './engine/filter.ts'
import { documentOf, integer, type Document } from './bson/values.ts'
import { Catalogue } from './keyspace/catalogue.ts'
import { openKeyspace } from './keyspace/keyspace.ts'
import { damageSentence, isDamage } from './owner/damage.ts'
import { serveConnection } from './wire/connection.ts'

/** How a server runs. */
export interface ServerOptions {
  /** The LMDB file. */
  readonly file: string
  /** Path of the Unix socket; only its owner may connect. */
  readonly socket: string
  /** Also a port of the loopback address, open to everybody on this machine; null for none, 0 for any. */
  readonly port: number | null
  readonly failPoints: boolean
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void
  readonly clock: Clock
  /** Milliseconds between two sweeps (TTL, cursors). */
  readonly sweepEvery: number
}

/** A running server. */
export interface Server {
  readonly uri: string
  /** The address by the port, if there is one. */
  readonly portUri: string | null
  close(): Promise<void>
}

/** Most connections at a time; the next one is closed at once. */
const mostConnections = 1000

/** Opens the store and listens. Throws when the file cannot be opened or the address is taken. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { clock, log } = options
  const startedAt = clock.now()
  const keyspace = openKeyspace(options.file)
  const catalogue = new Catalogue(
    keyspace,
    (filter) => {
      const test = compileFilter(filter)
      return (document) => test(document)
    },
    () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex'),
  )
  const sockets = new Set<Socket>()
  let connections = 0
  const parts: Parts = {
    keyspace,
    catalogue,
    cursors: new Cursors(clock, () => randomBytes(8).readBigUInt64BE() >> 2n),
    writes: createWriteQueue(keyspace, () => catalogue.reload()),
    clock,
    newId: objectIds(clock),
    random: Math.random,
    sessions: new Sessions(),
    memory: new Memory(),
    status,
    failPoints: options.failPoints ? new FailPoints() : null,
  }
  const service = createService(parts, (command, error) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    log('error', `${command}: ${reason}`)
    if (isDamage(reason)) log('error', damageSentence(options.file))
  })

  function status(): Document {
    const tables = [...catalogue.tables.values()]
    return documentOf(
      ['process', 'Shuxiang embedded store'],
      ['pid', process.pid],
      ['startedAt', startedAt],
      ['collections', tables.length],
      ['documents', integer(tables.reduce((sum, { count }) => sum + count, 0))],
      ['bytes', integer(keyspace.size())],
      ['connections', sockets.size],
      ['cursors', parts.cursors.count],
      ['meantFor', meantFor],
      ['notOffered', notOffered],
    )
  }

  const accept = (local: boolean) => (socket: Socket) => {
    if (sockets.size >= mostConnections) {
      log('warn', `a connection was refused: ${mostConnections} are open`)
      socket.destroy()
      return
    }
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.setNoDelay(true)
    serveConnection(socket, {
      id: ++connections,
      address: local ? options.socket : `127.0.0.1:${socket.localPort}`,
      local,
      service,
      warn: (message) => log('warn', message),
    })
  }
  const listeners: NetServer[] = []
  let portUri: string | null = null
  try {
    // The lock says that nobody listens here; what is left is from a process that was killed.
    await rm(options.socket, { force: true })
    const onSocket = createServer(accept(true))
    await listening(onSocket, (done) => onSocket.listen(options.socket, done))
    listeners.push(onSocket)
    await chmod(options.socket, 0o600)
    if (options.port !== null) {
      const onPort = createServer(accept(false))
      const { port } = options
      await listening(onPort, (done) => onPort.listen(port, '127.0.0.1', done))
      listeners.push(onPort)
      const bound = onPort.address()
      if (bound !== null && typeof bound !== 'string') portUri = uriOf(`127.0.0.1:${bound.port}`)
    }
  } catch (error) {
    for (const listener of listeners) listener.close()
    await keyspace.close()
    throw error
  }
  const timer = setInterval(() => {
    sweep(parts).then(
      (removed) => {
        if (removed > 0) log('info', `${removed} expired documents removed`)
      },
      (error: unknown) => log('error', `sweep failed: ${String(error)}`),
    )
  }, options.sweepEvery)
  timer.unref()

  return {
    uri: uriOf(options.socket),
    portUri,
    async close() {
      clearInterval(timer)
      const closed = listeners.map(
        (listener) => new Promise<void>((resolve) => listener.close(() => resolve())),
      )
      for (const socket of sockets) socket.destroy()
      await Promise.all(closed)
      // A commit under way ends before the files are closed.
      await parts.writes.run(() => {})
      await keyspace.close()
    },
  }
}

/** How the official driver reaches an address: the path of a socket, or host and port. */
function uriOf(address: string): string {
  return `mongodb://${address.startsWith('/') ? encodeURIComponent(address) : address}/?directConnection=true`
}

async function listening(server: NetServer, start: (done: () => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    start(() => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** ObjectIds as the specification has them: seconds, five random bytes of the process, a counter. */
function objectIds(clock: Clock): () => Uint8Array {
  const own = randomBytes(5)
  let counter = randomBytes(3).readUIntBE(0, 3)
  return () => {
    const id = Buffer.alloc(12)
    id.writeUInt32BE(Math.floor(clock.now().getTime() / 1000), 0)
    id.set(own, 4)
    counter = (counter + 1) & 0xffffff
    id.writeUIntBE(counter, 9, 3)
    return id
  }
}
