// The store that tests of the product ask: an embedded one of their own, or the server at STORE_URI.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { type Db, MongoClient } from 'mongodb'
import { watch } from './calls.ts'

/** A store for one test file. */
export interface TestStore {
  readonly uri: string
  readonly client: MongoClient
  /** A database of this run alone. */
  db(name: string): Db
  /** Removes what was made. @throws Error naming the lines of the product that left the portable subset. */
  close(): Promise<void>
}

/** Opens a store; every command of the product is held to the portable subset. */
export async function openTestStore(): Promise<TestStore> {
  const given = process.env['STORE_URI']
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), 'store-contract-')) : null
  const store = folder === null ? null : await openStore({ dataDir: folder })
  const uri = given ?? store?.uri ?? ''
  const client = new MongoClient(uri, { monitorCommands: true })
  const { faults } = watch(client)
  const prefix = `shuxiang_test_${randomBytes(4).toString('hex')}_`
  const made = new Set<string>()
  return {
    uri,
    client,
    db(name) {
      made.add(name)
      return client.db(prefix + name)
    },
    async close() {
      if (store === null) for (const name of made) await client.db(prefix + name).dropDatabase()
      await client.close()
      await store?.close()
      if (folder !== null) await rm(folder, { recursive: true })
      const found = faults()
      if (found.length > 0)
        throw new Error(`These leave the portable subset of MongoDB:\n${found.join('\n')}`)
    },
  }
}
