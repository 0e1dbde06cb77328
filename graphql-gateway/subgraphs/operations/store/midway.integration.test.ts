// What is left midway, and what is done twice at the same moment, brought about one after the other.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { operations } from '../module.ts'
import { membershipsIn, proposalsIn, type MembershipDoc, type Step } from './documents.ts'
import { hasStaff } from './in-effect.ts'
import { propose, type Candidate } from './propose.ts'
import { takeStep } from './step.ts'
import { steppedIn } from './stepped.ts'

const begun = new Date('2026-11-22T08:00:00Z')
const later = new Date('2026-11-22T08:10:00Z')
const expires = new Date('2027-06-01T00:00:00Z')
const nothing = async (): Promise<void> => {}

let store: TestStore
let db: Db
let places = 0
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`midway-${(places += 1)}`)
  await prepareStore({ db, now: () => begun }, [operations])
})

const step = (by: string, at: Date): Step => ({ state: 'open', by, name: by, at, reason: '新任馆长' })
const candidate = (by: string, at: Date): Candidate => ({
  library: 'n33',
  subject: 'fang',
  username: 'n33/admin-9',
  expires,
  step: step(by, at),
})

it('a proposal that was left before it was noted gives way to another’s, and counts for nothing', async () => {
  const broken = propose(db, candidate('lu', begun), () => Promise.reject(new Error('the log is away')))
  await expect(broken).rejects.toThrow('the log is away')
  const made = await propose(db, candidate('wang', later), nothing)
  expect(made).toMatchObject({ state: 'open', steps: [{ by: 'wang' }] })
  expect(await proposalsIn(db).countDocuments({})).toBe(1)
})

it('a step that another try of the same request has taken meanwhile is taken once', async () => {
  const { _id } = await propose(db, candidate('lu', begun), nothing)
  const proposals = steppedIn(db, 'admin_proposals')
  const declined: Step = { ...step('wang', later), state: 'declined' }
  const read = async () => {
    const doc = await proposals.findOne({ _id })
    if (doc === null) throw new Error('it is there')
    return doc
  }
  await takeStep(proposals, await read(), declined, async () => {
    await takeStep(proposals, await read(), declined, nothing)
  })
  expect((await read()).steps.map(({ state }) => state)).toEqual(['open', 'declined'])
})

it('a library has somebody at work while one of its roles has not ended', async () => {
  const role = (_id: string, facts: Partial<MembershipDoc>): MembershipDoc => ({
    ...{ _id, library: 'n33', role: 'editor', state: 'held', subject: _id, username: `n33/${_id}` },
    ...{ turn: 1, expires: null, proposal: null, next: null, rev: 1, steps: [step('lu', begun)] },
    ...facts,
  })
  const put = (...roles: readonly MembershipDoc[]) => membershipsIn(db).insertMany([...roles])
  expect(await hasStaff(db, 'n33', later)).toBe(false)
  await put(role('ended', { expires: begun }), role('taken', { state: 'withdrawn' }))
  expect(await hasStaff(db, 'n33', later)).toBe(false)
  await put(role('for-a-year', { expires }))
  expect(await hasStaff(db, 'n33', later)).toBe(true)
  expect(await hasStaff(db, 'n33', expires)).toBe(false)
  await put(role('for-good', {}))
  expect(await hasStaff(db, 'n33', expires)).toBe(true)
  expect(await hasStaff(db, 'n44', later)).toBe(false)
})
