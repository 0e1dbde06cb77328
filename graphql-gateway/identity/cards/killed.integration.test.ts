// A process killed in the midst of activating a card (SIGKILL): the code serves again, for the same one account.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peopleIn } from '../people/documents.ts'
import {
  createLockOut,
  createPasswords,
  createPeople,
  createSealing,
  preparePeople,
} from '../people/index.ts'
import { accountsOfPeople, createCards, prepareCards } from './index.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

test.each(['before', 'after'] as const)('killed %s the account is made', async (stand) => {
  const db = store.db(`killed_${stand}`)
  await preparePeople(db)
  await prepareCards(db)
  const sealing = createSealing(Buffer.alloc(32, 7))
  const now = Date.now
  const lockOut = createLockOut({ db, sealing, now })
  const people = createPeople({
    db,
    sealing,
    passwords: createPasswords({ ln: 4, r: 8, p: 1 }),
    lockOut,
    now,
  })
  const cards = createCards({
    db,
    sealing,
    now,
    lockOut,
    accounts: accountsOfPeople(people, () => Promise.resolve()),
    warn: () => {},
  })
  await cards.put([{ library: 'n330110', card: '1001', holder: '林晚晴', ageBand: 'adult' }])
  const code = (await cards.issueCode('n330110/1001')) ?? ''

  const script = new URL('./testing/activate-and-hang.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, store.uri, db.databaseName, stand, '1001', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await cards.find('n330110/1001')).toMatchObject({ state: 'activating', hasCode: true })

  const proof = { library: 'n330110', card: '1001', code, address: '203.0.113.9' }
  const answer = await cards.activate({ ...proof, password: 'typed again' })
  expect(answer).toMatchObject({ username: 'n330110/1001' })
  expect(await peopleIn(db).find({}).toArray()).toHaveLength(1)
  expect(await people.checkPassword('n330110/1001', 'typed again', 'x')).toMatchObject({
    username: 'n330110/1001',
  })
  expect(await people.checkPassword('n330110/1001', 'typed before', 'x')).toBe('refused')
  expect(await cards.activate({ ...proof, password: 'a third time' })).toBe('refused')
})
