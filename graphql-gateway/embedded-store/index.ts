// The embedded store's one entry: opens the store of a data folder, or finds the one that runs there already.
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { resolve } from 'node:path'
import { documentOf, type Document } from './bson/values.ts'
import { isAlive, isLock, takeLock, type Lock, type Owner } from './owner/lock.ts'
import { endLeftover, noteProcess } from './owner/leftover.ts'
import { prepareFolders, type StorePaths } from './owner/paths.ts'
import { defaultPatience, supervise, type Patience, type Supervised } from './owner/supervise.ts'
import { ask } from './wire/client.ts'

export { StoreUnusable } from './owner/damage.ts'

/** How a store is opened. */
export interface OpenOptions {
  /** Folder for everything the product writes; the store uses `store/` in it. */
  readonly dataDir: string
  readonly log?: (level: 'info' | 'warn' | 'error', message: string) => void
  /** The store's process writes its own log here too, one JSON object a line. */
  readonly logFile?: string
  /** Answer `configureFailPoint` (tests only). */
  readonly failPoints?: boolean
  /** Listen on this port of 127.0.0.1 too, open to everybody on this machine; 0 chooses one. */
  readonly port?: number
  readonly patience?: Patience
  /** Milliseconds between two looks for expired documents; a minute when absent. */
  readonly sweepEvery?: number
}

/** A store, reached through its URI by the official driver. */
export interface Store {
  readonly kind: 'embedded'
  readonly uri: string
  /** The address by the port asked for, if this process runs the store with one. */
  readonly portUri: string | null
  /** This process runs the store; otherwise another one does. */
  readonly owner: boolean
  status(): Promise<StoreStatus>
  /** Copies the store, while it works, to a file that does not exist yet. */
  backup(file: string): Promise<void>
  /** Stops the store if this process runs it. */
  close(): Promise<void>
}

/** How a store is doing. */
export interface StoreStatus {
  readonly kind: 'embedded'
  readonly owner: boolean
  readonly pid: number
  readonly collections: number
  readonly documents: number
  /** Size of the data on disk, in bytes. */
  readonly bytes: number
  readonly connections: number
  readonly cursors: number
  readonly restarts: number
  /** The largest number of records the store is meant for. */
  readonly meantFor: number
  readonly notOffered: readonly string[]
}

const askTime = 15_000
const backupTime = 3_600_000
/** How long a second process waits for the owner to listen, in milliseconds. */
const ownerStartTime = 120_000

/**
 * Opens the store of a data folder. The first process owns it and keeps its server running in a child process; others connect to it.
 * Throws with a sentence that says what to do when the folder cannot be used.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const log = options.log ?? (() => {})
  const paths = await prepareFolders(options.dataDir)
  const deadline = performance.now() + ownerStartTime
  for (;;) {
    const taken = await takeLock(paths.folder, process.pid)
    if (isLock(taken)) return own(options, paths, taken, log)
    const endpoint = await endpointOf(paths, taken)
    if (endpoint) return guest(endpoint)
    if (performance.now() > deadline)
      throw new Error(
        `process ${taken.pid} owns ${paths.folder} but its store does not answer: stop that process, then start again`,
      )
    await pause(50)
  }
}

/** A data file that is gone where a store was before is no first start, and somebody should know. */
async function missingData({ data, process: noted }: StorePaths): Promise<string | null> {
  const sizeOf = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => 0,
    )
  if ((await sizeOf(noted)) === 0 || (await sizeOf(data)) > 0) return null
  return `${data} is missing or empty although a store was here before: it begins empty. If that was not meant, stop and restore a backup (npm run store -- restore FILE)`
}

interface Endpoint {
  readonly token: string
  readonly uri: string
  readonly socket: string
}

async function own(
  options: OpenOptions,
  paths: StorePaths,
  lock: Lock,
  log: NonNullable<OpenOptions['log']>,
): Promise<Store> {
  let running: Supervised | undefined
  try {
    await endLeftover(paths.process)
    const missing = await missingData(paths)
    if (missing) log('warn', missing)
    running = await supervise(
      {
        file: paths.data,
        socket: paths.socket,
        port: options.port ?? null,
        failPoints: options.failPoints ?? false,
        sweepEvery: options.sweepEvery ?? 60_000,
        logFile: options.logFile ?? null,
      },
      log,
      options.patience ?? defaultPatience,
      (pid) => noteProcess(paths.process, pid, lock.owner.token),
    )
    await publish(paths, { token: lock.owner.token, uri: running.uri, socket: paths.socket })
  } catch (error) {
    await running?.close()
    await lock.release()
    throw error
  }
  const supervised = running
  return {
    ...questions(paths.socket, true, () => supervised.restarts),
    get uri() {
      return supervised.uri
    },
    get portUri() {
      return supervised.portUri
    },
    async close() {
      await supervised.close()
      await rm(paths.endpoint, { force: true })
      await lock.release()
    },
  }
}

function guest({ uri, socket }: Endpoint): Store {
  return {
    ...questions(socket, false, () => 0),
    uri,
    portUri: null,
    close: () => Promise.resolve(),
  }
}

function questions(
  socket: string,
  owner: boolean,
  restarts: () => number,
): Pick<Store, 'kind' | 'owner' | 'status' | 'backup'> {
  return {
    kind: 'embedded',
    owner,
    async status() {
      const reply = await ask(socket, documentOf(['storeStatus', 1], ['$db', 'admin']), askTime)
      return readStatus(reply, owner, restarts())
    },
    async backup(file) {
      await ask(socket, documentOf(['storeBackup', resolve(file)], ['$db', 'admin']), backupTime)
    },
  }
}

function readStatus(reply: Document, owner: boolean, restarts: number): StoreStatus {
  const count = (field: string): number => Number(reply.get(field) ?? 0)
  const list = reply.get('notOffered')
  return {
    kind: 'embedded',
    owner,
    pid: count('pid'),
    collections: count('collections'),
    documents: count('documents'),
    bytes: count('bytes'),
    connections: count('connections'),
    cursors: count('cursors'),
    restarts,
    meantFor: count('meantFor'),
    notOffered: Array.isArray(list) ? list.map(String) : [],
  }
}

/** Says in a file how the store is reached; whole or not at all. */
async function publish(paths: StorePaths, endpoint: Endpoint): Promise<void> {
  const draft = `${paths.endpoint}.${endpoint.token}`
  await writeFile(draft, JSON.stringify(endpoint), { mode: 0o600 })
  await rename(draft, paths.endpoint)
}

/** How the owner is reached, once it says so and answers. */
async function endpointOf(paths: StorePaths, owner: Owner): Promise<Endpoint | null> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(paths.endpoint, 'utf8'))
  } catch {
    return null
  }
  if (!isEndpoint(value) || value.token !== owner.token || !(await isAlive(owner))) return null
  try {
    await ask(value.socket, documentOf(['ping', 1], ['$db', 'admin']), askTime)
    return value
  } catch {
    return null
  }
}

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' &&
    value !== null &&
    'token' in value &&
    'uri' in value &&
    'socket' in value &&
    typeof value.token === 'string' &&
    typeof value.uri === 'string' &&
    typeof value.socket === 'string'
  )
}
