// One running store: opens the files, answers on one address, sweeps, and stops cleanly.
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import type { Clock, Parts } from './commands/context.ts'
import { Cursors } from './commands/cursors.ts'
import { FailPoints } from './commands/fail-points.ts'
import { notOffered } from './commands/server-info.ts'
import { createService } from './commands/service.ts'
import { sweep } from './commands/sweep.ts'
import { createWriteQueue } from './commands/write-queue.ts'
import { compileFilter } from './engine/filter.ts'
import { documentOf, integer, type Document } from './engine/values.ts'
import { Catalogue } from './keyspace/catalogue.ts'
import { openKeyspace } from './keyspace/keyspace.ts'
import { serveConnection } from './wire/connection.ts'

/** Where a server listens: a Unix socket (owner only) or a port of the loopback address. */
export type Listen = { readonly socket: string } | { readonly port: number }

/** How a server runs. */
export interface ServerOptions {
  /** The LMDB file. */
  readonly file: string
  readonly listen: Listen
  readonly failPoints: boolean
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void
  readonly clock: Clock
  /** Milliseconds between two sweeps (TTL, cursors). */
  readonly sweepEvery: number
}

/** A running server. */
export interface Server {
  /** `host:port` or the path of the socket. */
  readonly address: string
  readonly uri: string
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
  let address = ''
  let connections = 0
  const parts: Parts = {
    keyspace,
    catalogue,
    cursors: new Cursors(clock, () => randomBytes(8).readBigUInt64BE() >> 2n),
    writes: createWriteQueue(keyspace, () => catalogue.reload()),
    clock,
    newId: objectIds(clock),
    address: () => address,
    status,
    failPoints: options.failPoints ? new FailPoints() : null,
  }
  const service = createService(parts, (command, error) =>
    log('error', `${command}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  )

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
      ['notOffered', notOffered],
    )
  }

  const listener = createServer((socket) => {
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
      local: 'socket' in options.listen,
      service,
      warn: (message) => log('warn', message),
    })
  })

  if ('socket' in options.listen) await rm(options.listen.socket, { force: true })
  address = await listen(listener, options.listen)
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
    address,
    uri: uriOf(options.listen, address),
    async close() {
      clearInterval(timer)
      await new Promise<void>((resolve) => {
        listener.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      })
      // A commit under way ends before the files are closed.
      await parts.writes.run(() => {})
      await keyspace.close()
    },
  }
}

/** How the official driver reaches an address. */
export function uriOf(listen: Listen, address: string): string {
  const host = 'socket' in listen ? encodeURIComponent(listen.socket) : address
  return `mongodb://${host}/?directConnection=true`
}

async function listen(listener: ReturnType<typeof createServer>, where: Listen): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject)
    const done = (): void => {
      listener.off('error', reject)
      resolve()
    }
    if ('socket' in where) listener.listen(where.socket, done)
    else listener.listen(where.port, '127.0.0.1', done)
  })
  if ('socket' in where) {
    await chmod(where.socket, 0o600)
    return where.socket
  }
  const bound = listener.address()
  if (bound === null || typeof bound === 'string') throw new Error('the store is not listening on a port')
  return `127.0.0.1:${bound.port}`
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
