// The store of a process of the product: the server that is named, or the embedded one of the data folder.
import { dirname, join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient, type Db } from 'mongodb'

export interface StoreOptions {
  /** Null: the embedded store. */
  readonly mongoUri: string | null
  readonly dataDir: string
  /** The log file of the process; the store writes its own beside it. Null: nowhere. */
  readonly logFile?: string | null
  readonly log?: (level: 'info' | 'warn' | 'error', message: string) => void
  /** Name of the process at the store. */
  readonly appName: string
  /** Milliseconds that an operation waits for a store that does not answer. */
  readonly patience: number
}

export interface ConnectedStore {
  readonly db: Db
  /** Whether this process runs the embedded store: then no other process of the product was there before. */
  readonly owner: boolean
  close(): Promise<void>
}

/** Errors: `StoreUnusable`, or `Error` with a sentence, when the data folder cannot be used. */
export async function connectStore(options: StoreOptions): Promise<ConnectedStore> {
  const { mongoUri, dataDir, logFile, log, appName, patience } = options
  const store =
    mongoUri === null
      ? await openStore({
          dataDir,
          ...(log ? { log: (level, message) => log(level, `store: ${message}`) } : {}),
          ...(logFile ? { logFile: join(dirname(logFile), 'store.log') } : {}),
        })
      : { uri: mongoUri, owner: false, close: async () => {} }
  const client = new MongoClient(store.uri, {
    serverSelectionTimeoutMS: patience,
    // The wait for an answer bounds the wait for a connection too; Node's own is half a minute.
    connectTimeoutMS: Math.min(patience, 30_000),
    appName,
  })
  return {
    db: client.db('shuxiang'),
    owner: store.owner,
    async close() {
      await client.close()
      await store.close()
    },
  }
}
