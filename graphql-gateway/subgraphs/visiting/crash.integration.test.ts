// A process that dies at any write of any change, those of the audit log too: nothing is shown that is not noted, and the same again completes it.
import { openAuditLog, verifyAuditLog } from '@shuxiang/audit'
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contactInput, hoursInput, noticeInput } from './fixtures.ts'
import { visiting } from './module.ts'
import { change } from './store/change.ts'
import { createVisiting } from './subgraph.ts'

let store: TestStore
let n = 0
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const execute = createExecutor(
  createVisiting({ isLibrary: async () => true, isShells: () => true, pagesChanged: async () => {} }),
)
const now = (): number => testNow * 1000
const principal = person({ memberships: [{ library: 'n33', role: 'publisher', expires: null }] })
/** Writes of a change are fewer than this. */
const most = 16

const variables = { hours: hoursInput(), contact: contactInput(), notice: noticeInput() }
const changes = {
  setHours: 'mutation($hours:HoursInput!){setHours(library:"n33",rev:0,hours:$hours){hoursRev}}',
  setContact:
    'mutation($contact:ContactInput!){setContact(library:"n33",rev:1,contact:$contact){contactRev}}',
  putNotice:
    'mutation($notice:NoticeInput!){putNotice(library:"n33",key:"a-new-one",rev:0,notice:$notice){rev}}',
  withdrawNotice: 'mutation{withdrawNotice(id:"n33:an-old-one",rev:1){rev}}',
}

async function run(db: Db, text: string, given: object = variables): Promise<boolean> {
  const audit = openAuditLog(db, now)
  const { errors } = await execute(text, { ...given }, testContext(db, { principal, audit, now }))
  return errors === undefined
}

async function prepared(): Promise<Db> {
  const db = store.db(`visiting_crash_${n++}`)
  await prepareStore({ db, now: () => new Date(now()) }, [visiting({ libraries: async () => [] })])
  const before = { ...variables, contact: contactInput({ email: 'before@lib.cn' }) }
  expect(await run(db, changes.setContact.replace('rev:1', 'rev:0'), before)).toBe(true)
  expect(await run(db, changes.putNotice.replace('a-new-one', 'an-old-one'))).toBe(true)
  return db
}

/** What readers see; each change of it is in the log, and the log is whole. */
async function shown(db: Db): Promise<unknown> {
  const query = '{here{hours{announceDays} contact{email} notices{id rev}}}'
  const { data, errors } = await execute(query, {}, testContext(db, { now, tenant: 'n33' }))
  expect(errors).toBeUndefined()
  const noted = await openAuditLog(db, now).entries({ limit: 200 })
  for (const name of ['library_hours', 'library_contacts', 'library_notices'])
    for (const { _id, rev } of await db
      .collection<{ _id: string; rev: number }>(name)
      .find({ rev: { $gte: 1 } })
      .toArray())
      expect(
        noted.some(({ object, details }) => object?.endsWith(`:${_id}`) && details?.['rev'] === rev),
      ).toBe(true)
  expect((await verifyAuditLog(db)).broken).toBeNull()
  return data
}

it.each(Object.entries(changes))('%s', async (_, change) => {
  const whole = await prepared()
  const before = await shown(whole)
  expect(await run(whole, change)).toBe(true)
  const after = await shown(whole)
  expect(after).not.toEqual(before)
  for (let lives = 0; lives < most; lives++) {
    const db = await prepared()
    const survived = await run(dyingDb(db, lives), change)
    expect([before, after]).toContainEqual(await shown(db))
    expect(await run(db, change)).toBe(true)
    expect(await shown(db)).toEqual(after)
    if (survived) {
      expect(lives).toBeGreaterThan(2)
      return
    }
  }
  throw new Error(`The change writes ${most} times or more.`)
})

it('two tries of one request at the same moment are one change', async () => {
  const db = await prepared()
  const wanted = {
    ...{ _id: 'n33', library: 'n33', rev: 0, value: { text: {}, link: null }, withdrawn: false },
    ...{ begins: '', ends: '', at: new Date(now()) },
  }
  let noted = 0
  const first = await change(db, 'library_lending_rules', wanted, async () => {
    noted++
    // The other try has done all of it meanwhile.
    if (noted === 1) expect(await change(db, 'library_lending_rules', wanted, async () => {})).toBe('changed')
  })
  expect(first).toBe('as it was')
  expect(
    await db.collection<{ _id: string; rev: number }>('library_lending_rules').findOne({ _id: 'n33' }),
  ).toMatchObject({ rev: 1 })
})
