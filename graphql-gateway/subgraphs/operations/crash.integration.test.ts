// A process that dies at any write of any change, those of the audit log too: nothing holds that is not noted, and the same again completes it.
import { openAuditLog, verifyAuditLog } from '@shuxiang/audit'
import type { Person } from '@shuxiang/permissions'
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noCards } from './cards/testing/no-cards.ts'
import { operations } from './module.ts'
import { membershipsIn, proposalsIn } from './store/documents.ts'
import { idOf } from './store/ids.ts'
import { createOperations } from './subgraph.ts'

let store: TestStore
let n = 0
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const execute = createExecutor(
  createOperations({
    staffAccounts: { find: async (username) => ({ subject: username, username, hasDevice: true }) },
    isLibrary: async () => true,
    cards: noCards,
    audit: () => Promise.reject(new Error('not read here')),
  }),
)
const now = (): number => testNow * 1000
const national = (subject: string): Person =>
  person({ subject, username: `ndl/${subject}`, roles: ['reader', 'staff', 'national-admin'] })
const [lu, wang] = [national('lu'), national('wang')]
/** Writes of a change are fewer than this. */
const most = 16

async function run(db: Db, text: string, principal: Person): Promise<boolean> {
  const audit = openAuditLog(db, now)
  const { errors } = await execute(text, {}, testContext(db, { principal, audit, now }))
  return errors === undefined
}

const terms = (username: string): string =>
  `library: "n33", username: "${username}", reason: "新馆员", expires: "2027-01-01T00:00:00Z"`
const role = idOf('membership', 'n33', 'held', 'editor', 1)
const proposal = idOf('proposal', 'n33', 'open', 1)

async function prepared(): Promise<Db> {
  const db = store.db(`operations_crash_${n++}`)
  await prepareStore({ db, now: () => new Date(now()) }, [operations])
  expect(await run(db, `mutation { grantRole(${terms('held')}, role: EDITOR) { id } }`, lu)).toBe(true)
  expect(await run(db, `mutation { proposeAdmin(${terms('open')}) { id } }`, lu)).toBe(true)
  return db
}

/** What holds, and what has ended; each step that was taken is in the log, and the log is whole. */
async function state(db: Db): Promise<unknown> {
  const memberships = await membershipsIn(db).find({}).sort({ _id: 1 }).toArray()
  const proposals = await proposalsIn(db).find({}).sort({ _id: 1 }).toArray()
  const noted = await openAuditLog(db, now).entries({ limit: 200 })
  for (const doc of memberships)
    expect(
      new Set(noted.filter(({ object }) => object === `membership:${doc._id}`).map(({ action }) => action))
        .size,
    ).toBeGreaterThanOrEqual(doc.steps.length)
  for (const doc of proposals.filter(({ state }) => state !== 'new'))
    expect(noted.some(({ object }) => object === `proposal:${doc._id}`)).toBe(true)
  expect((await verifyAuditLog(db)).broken).toBeNull()
  return [...memberships, ...proposals].map(({ _id, subject, state, next, steps }) => ({
    _id,
    subject,
    state,
    next,
    steps: steps.map(({ state: taken, by }) => [taken, by]),
  }))
}

it.each([
  ['grantRole', `mutation { grantRole(${terms('new')}, role: PUBLISHER) { id } }`, lu],
  ['withdrawRole', `mutation { withdrawRole(id: "${role}", reason: "离馆") { id } }`, wang],
  ['proposeAdmin', `mutation { proposeAdmin(${terms('new')}) { id } }`, wang],
  ['confirmAdmin', `mutation { confirmAdmin(id: "${proposal}") { id } }`, wang],
  ['declineAdmin', `mutation { declineAdmin(id: "${proposal}", reason: "人选有误") { id } }`, wang],
] as const)('%s', async (_, change, who) => {
  const whole = await prepared()
  expect(await run(whole, change, who)).toBe(true)
  const wanted = await state(whole)
  for (let lives = 0; lives < most; lives++) {
    const db = await prepared()
    const survived = await run(dyingDb(db, lives), change, who)
    await state(db)
    expect(await run(db, change, who)).toBe(true)
    expect(await state(db)).toEqual(wanted)
    if (survived) {
      expect(lives).toBeGreaterThan(3)
      return
    }
  }
  throw new Error(`The change writes ${most} times or more.`)
})
