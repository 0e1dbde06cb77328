// A process killed in the midst of an import (SIGKILL): the next one loses nothing, doubles nothing, and counts right.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, silentLog } from '@shuxiang/subgraph-kit/testing'
import { Binary } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../module.ts'
import { cardListJob } from './job.ts'
import type { Mapping } from './reading/rows.ts'
import { listsIn, partsIn } from './store/documents.ts'
import { plainRegistry } from './testing/plain-registry.ts'
import { begin } from './store/receive.ts'
import { start } from './store/decide.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const many = 1_200
const text = `读者证号,姓名\n${Array.from({ length: many }, (_, i) => `C${1000 + i},张伟\n`).join('')}`

test.each(['before', 'after', 'noting'] as const)('killed %s a batch is put', async (stand) => {
  const db = store.db(`killed_${stand}`)
  const at = new Date()
  const now = (): Date => at
  await prepareStore({ db, now }, [operations])
  const registry = plainRegistry(db)
  const content = Buffer.from(text)
  const list = {
    _id: 'list',
    library: 'n33',
    fileName: 'x',
    bytes: content.length,
    by: 'fang',
    name: 'fang',
    at,
  }
  const { expires } = await begin(db, list)
  await partsIn(db).insertOne({
    _id: 'list:0',
    list: 'list',
    position: 0,
    content: new Binary(content),
    expires,
  })
  const mapping: Mapping = {
    encoding: 'utf-8',
    separator: ',',
    header: true,
    columns: ['card', 'holder'],
    withoutBirth: 'adult',
  }
  await listsIn(db).updateOne({ _id: 'list' }, { $set: { state: 'checking', reading: 1, mapping } })
  const audit = memoryAudit()
  const job = cardListJob({ registry: () => registry, audit: () => audit })
  const run = () =>
    job.run({ db, now, log: silentLog, dataDir: '', publicOrigin: '' }, new AbortController().signal)
  await run()
  const checked = await listsIn(db).findOne({ _id: 'list' })
  if (!checked) throw new Error('the list is gone')
  await start(db, checked, 1, async () => {})

  const script = new URL('./testing/import-and-hang.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, store.uri, db.databaseName, stand], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await listsIn(db).findOne({ _id: 'list' })).toMatchObject({
    state: 'importing',
    done: stand === 'noting' ? many : 500,
  })

  await run()
  expect(await listsIn(db).findOne({ _id: 'list' })).toMatchObject({
    state: 'done',
    done: many,
    result: { new: many, changed: 0, same: 0, refused: 0 },
  })
  expect(await db.collection('plain_cards').countDocuments({})).toBe(many)
  expect(audit.recorded).toMatchObject([{ action: 'card.imported', details: { new: many } }])
})
