import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient } from 'mongodb'
import { expect, it } from 'vitest'
import { storeFacts } from './store-facts.ts'

it('an embedded store at an address of MongoDB’s form says what it is', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-facts-'))
  const store = await openStore({ dataDir, port: 0 })
  const client = await new MongoClient(store.portUri ?? '').connect()
  try {
    const facts = await storeFacts(client.db('shuxiang'))
    expect(facts).toMatchObject({ kind: 'embedded', limits: { machines: 1, records: 1_000_000 } })
  } finally {
    await client.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
