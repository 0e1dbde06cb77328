// Invitations to roles in the graph, over a real store: who may invite, who may accept, how often a code may be guessed.
import { openAuditLog } from '@shuxiang/audit'
import type { Person } from '@shuxiang/permissions'
import { person as personOf } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../bounds.ts'
import { noCards } from '../cards/testing/no-cards.ts'
import { operations } from '../module.ts'
import { membershipsOf } from '../store/in-effect.ts'
import { seedMemberships } from '../store/seed.ts'
import { createOperations } from '../subgraph.ts'
import { digestOf, drawCode } from './codes.ts'
import { invitationsIn } from './documents.ts'
import { triesOfAccount } from './tries.ts'

/** Of this very moment: the store ends what is past. */
const testNow = Math.floor(Date.now() / 1000)
const person = (facts: Partial<Person>): Person => personOf({ authenticatedAt: testNow - 60, ...facts })
let store: TestStore
let db: Db
let n = 0
let clock = 0
let audit = memoryAudit()
const execute = createExecutor(
  createOperations({
    staffAccounts: { find: async () => null },
    isLibrary: async (id) => ['n33', 'n44'].includes(id),
    cards: noCards,
    audit: async () => openAuditLog(db, () => clock),
  }),
)

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = testNow * 1000
  audit = memoryAudit()
  db = store.db(`invitations_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [operations])
  await seedMemberships(
    db,
    [{ library: 'n33', subject: 'fang', username: 'n33/fang', role: 'branch-admin' }],
    new Date(clock),
  )
})

const adminOf = (library: string, subject: string): Person =>
  person({
    subject,
    username: `${library}/${subject}`,
    memberships: [{ library, role: 'branch-admin', expires: null }],
  })
const national = (subject: string): Person =>
  person({ subject, username: `ndl/${subject}`, roles: ['reader', 'staff', 'national-admin'] })
const fang = adminOf('n33', 'fang')
const foreign = adminOf('n44', 'foreign')
const [lu, wang] = [national('lu'), national('wang')]
/** A card holder who has signed in on the console, with a device. */
const shen = person({ subject: 'shen', username: 'n33/a1001', roles: ['reader'] })
const zhou = person({ subject: 'zhou', username: 'n33/a1002', roles: ['reader'] })

const terms = {
  ...{ library: 'n33', key: 'first-invitation', role: 'EDITOR', guest: '沈老师', reason: '新馆员' },
  expires: new Date(testNow * 1000 + 100 * day).toISOString(),
}
const seenFields = 'library role guest state confirmed mine held invited { username reason }'
const fields = 'id role guest state until invited { username } decided { username reason }'
const inviteText = `mutation($library: ID!, $key: ID!, $role: LibraryRole!, $guest: String!, $reason: String!, $expires: String!) {
  invite(library: $library, key: $key, role: $role, guest: $guest, reason: $reason, expires: $expires) {
    code invitation { ${fields} } } }`
const on = (verb: string): string =>
  `mutation($code: String!) { ${verb}Invitation(code: $code) { ${seenFields} } }`
const [open, accept, decline] = [on('open'), on('accept'), on('decline')]
const revoke = `mutation($id: ID!) { revokeInvitation(id: $id, reason: "人选有误") { ${fields} } }`
const list = `query($library: ID = "n33") { invitations(library: $library) { ${fields} } }`

async function answer(query: string, variables: object, principal: Person, log = audit) {
  clock += 1000
  return execute(query, { ...variables }, testContext(db, { principal, audit: log, now: () => clock }))
}
async function run<T>(query: string, variables: object, principal: Person): Promise<T> {
  const { data, errors } = await answer(query, variables, principal)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as T
}
async function refusal(query: string, variables: object, principal: Person): Promise<string> {
  const { errors } = await answer(query, variables, principal)
  const [error] = errors ?? []
  const code = String(error?.extensions['code'])
  return `${code} ${code === 'FORBIDDEN' ? String(error?.extensions['reason']) : String(error?.message)}`
}
interface Invited {
  readonly code: string | null
  readonly invitation: { readonly id: string; readonly state: string }
}
const invite = (more: object = {}, who = fang) => run<Invited>(inviteText, { ...terms, ...more }, who)
const roles = async (subject: string) => (await membershipsOf(db, subject)).map(({ role }) => role)
const done = () => audit.recorded.filter(({ outcome }) => outcome === 'done').map(({ action }) => action)
const fresh = (who: Person): Person => ({ ...who, authenticatedAt: Math.floor(clock / 1000) })

describe('an invitation', () => {
  it('is made, seen, accepted, and gives the role from then on, by whom and why', async () => {
    const { code, invitation } = await invite()
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/)
    const seen = await run(open, { code }, shen)
    expect(seen).toEqual({
      ...{ library: 'n33', role: 'EDITOR', guest: '沈老师', state: 'OPEN', confirmed: false },
      ...{ mine: false, held: false, invited: { username: 'n33/fang', reason: '新馆员' } },
    })
    expect(await roles('shen')).toEqual([])
    expect(await run(accept, { code }, shen)).toMatchObject({ state: 'ACCEPTED', held: true })
    expect(await run(accept, { code }, shen)).toMatchObject({ state: 'ACCEPTED' })
    expect(await membershipsOf(db, 'shen')).toMatchObject([{ library: 'n33', role: 'editor' }])
    expect(await db.collection('memberships').findOne({ subject: 'shen' })).toMatchObject({
      username: 'n33/a1001',
      steps: [{ by: 'fang', name: 'n33/fang', reason: '新馆员' }],
    })
    expect(await run(list, {}, fang)).toMatchObject([
      { id: invitation.id, state: 'ACCEPTED', decided: { username: 'n33/a1001' } },
    ])
    expect(done()).toEqual(['invitation.create', 'member.grant'])
    expect(audit.recorded.at(-1)).toMatchObject({
      ...{ actor: 'shen', library: 'n33', reason: '新馆员' },
      details: { person: 'shen', role: 'editor', invitation: invitation.id, invitedBy: 'fang' },
    })
  })

  it('has a code that is kept nowhere, and that may be typed as people type', async () => {
    const { code } = await invite()
    const kept = JSON.stringify([await invitationsIn(db).find({}).toArray(), audit.recorded])
    expect(kept).not.toContain(code)
    const typed = ` ${code?.toLowerCase().replaceAll('-', ' ')} `
    expect(await run(open, { code: typed }, shen)).toMatchObject({ guest: '沈老师' })
  })

  it('that is asked for again by the same key is one, with a code in place of the first', async () => {
    const first = await invite()
    const second = await invite()
    expect(second.invitation.id).toBe(first.invitation.id)
    expect(await run(open, { code: first.code }, shen)).toBeNull()
    await run(accept, { code: second.code }, shen)
    expect((await invite()).code).toBeNull()
    expect(done()).toEqual(['invitation.create', 'member.grant'])
  })

  it('serves one person, whoever comes second', async () => {
    const { code } = await invite()
    const both = await Promise.all([shen, zhou].map((who) => answer(accept, { code }, who)))
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    expect([...(await roles('shen')), ...(await roles('zhou'))]).toEqual(['editor'])
    const loser = (await roles('shen')).length > 0 ? zhou : shen
    clock += 60_000
    expect(await refusal(accept, { code }, fresh(loser))).toContain('answered or taken back')
  })

  it('needs a device: a second factor of this moment', async () => {
    const { code } = await invite()
    for (const weak of [
      { ...shen, level: 1 } as const,
      { ...shen, authenticatedAt: testNow - 1000 },
      { ...shen, client: 'portal', level: 1 } as const,
    ])
      expect(await refusal(accept, { code }, weak)).toContain('STEP_UP_REQUIRED')
    expect(await roles('shen')).toEqual([])
    // To see it, and to decline it, needs none.
    expect(await run(open, { code }, { ...shen, client: 'portal', level: 1 })).toMatchObject({
      state: 'OPEN',
    })
    expect(await run(decline, { code }, { ...shen, client: 'portal', level: 1 })).toMatchObject({
      state: 'DECLINED',
    })
    expect(await refusal(accept, { code }, shen)).toContain('answered or taken back')
    expect(done()).toEqual(['invitation.create', 'invitation.decline'])
  })

  it('is not the inviter’s own to accept', async () => {
    const { code } = await invite()
    expect(await run(open, { code }, fang)).toMatchObject({ mine: true })
    expect(await refusal(accept, { code }, fang)).toContain('yourself')
  })

  it('ends after a week', async () => {
    const { code } = await invite()
    clock += 7 * day
    expect(await run(open, { code }, fresh(shen))).toMatchObject({ state: 'LAPSED' })
    expect(await refusal(accept, { code }, fresh(shen))).toContain('has ended')
    expect(await run(list, {}, fresh(fang))).toMatchObject([{ state: 'LAPSED' }])
    expect((await run<Invited>(inviteText, terms, fresh(fang))).code).toBeNull()
  })

  it('is taken back, and is then worth nothing', async () => {
    const { code, invitation } = await invite()
    expect(await refusal(revoke, invitation, foreign)).toBe('FORBIDDEN library')
    expect(await run(revoke, invitation, fang)).toMatchObject({ state: 'REVOKED' })
    expect(await refusal(accept, { code }, shen)).toContain('taken back')
    expect(await roles('shen')).toEqual([])
    expect(done()).toEqual(['invitation.create', 'invitation.revoke'])
  })

  it('that was accepted is not taken back: the role is withdrawn', async () => {
    const { code, invitation } = await invite()
    await run(accept, { code }, shen)
    expect(await refusal(revoke, invitation, fang)).toContain('Withdraw the role')
  })

  it('counts for nothing once the inviter is not admin any more', async () => {
    const { code } = await invite()
    await db.collection('memberships').updateOne({ subject: 'fang' }, { $set: { state: 'withdrawn' } })
    expect(await refusal(accept, { code }, shen)).toContain('no right')
    // What the nation has invited to stays.
    const { code: other } = await invite({ key: 'of-the-nation' }, lu)
    expect(await run(accept, { code: other }, shen)).toMatchObject({ state: 'ACCEPTED' })
  })

  it('is nobody’s to make or to see but an admin’s of the library', async () => {
    expect(await refusal(inviteText, terms, foreign)).toBe('FORBIDDEN library')
    expect(await refusal(inviteText, terms, shen)).toBe('FORBIDDEN role')
    expect(await refusal(list, {}, foreign)).toBe('FORBIDDEN library')
    expect(await refusal(inviteText, { ...terms, library: 'n99' }, fang)).toContain('no library')
    const tired = { ...fang, authenticatedAt: testNow - 1000 }
    expect(await refusal(inviteText, terms, tired)).toContain('STEP_UP_REQUIRED')
  })

  it.each([
    ['guest', { guest: ' ' }],
    ['guest', { guest: '名'.repeat(81) }],
    ['reason', { reason: '' }],
    ['key', { key: 'x' }],
    ['to come', { expires: '2020-01-01T00:00:00Z' }],
  ])('is refused with a sentence: %s', async (sentence, wrong) => {
    expect(await refusal(inviteText, { ...terms, ...wrong }, fang)).toMatch(
      `BAD_USER_INPUT ${sentence === 'to come' ? 'expires' : sentence}`,
    )
    expect(await invitationsIn(db).countDocuments({})).toBe(0)
  })
})

describe('an invitation to be branch admin', () => {
  it('is the nation’s to make, and needs a second person after it is accepted', async () => {
    const admin = { role: 'BRANCH_ADMIN', key: 'a-branch-admin' }
    expect(await refusal(inviteText, { ...terms, ...admin }, fang)).toBe('FORBIDDEN role')
    const { code, invitation } = await invite(admin, lu)
    expect(await refusal(revoke, invitation, fang)).toBe('FORBIDDEN role')
    expect(await run(accept, { code }, shen)).toMatchObject({
      state: 'ACCEPTED',
      confirmed: true,
      held: false,
    })
    expect(await roles('shen')).toEqual([])
    const [proposal] = await run<{ id: string }[]>('{ adminProposals(library: "n33") { id } }', {}, wang)
    const confirm = 'mutation($id: ID!) { confirmAdmin(id: $id) { state } }'
    expect(await refusal(confirm, { id: proposal?.id }, lu)).toBe('FORBIDDEN second-person')
    await run(confirm, { id: proposal?.id }, wang)
    expect(await roles('shen')).toEqual(['branch-admin'])
    expect(done()).toEqual(['invitation.create', 'admin.propose', 'admin.grant'])
  })
})

describe('codes', () => {
  it('are guessed at no more than twenty times in an hour by an account, whatever comes at once', async () => {
    const { code } = await invite()
    await Promise.all(
      Array.from({ length: triesOfAccount + 10 }, () => answer(open, { code: drawCode() }, shen)),
    )
    expect(await refusal(open, { code }, shen)).toContain('Too many wrong codes')
    expect(await run(open, { code }, zhou)).toMatchObject({ state: 'OPEN' })
    clock += 3_600_000
    expect(await run(open, { code }, fresh(shen))).toMatchObject({ state: 'OPEN' })
  })

  it('that are right cost no try', async () => {
    const { code } = await invite()
    for (let i = 0; i < triesOfAccount + 5; i++) await run(open, { code }, shen)
  })

  it.each(['', 'K7QPM', 'x'.repeat(10_000), '🙂'.repeat(15)])(
    'that are none are told so: %.20s',
    async (code) => expect(await run(open, { code }, shen)).toBeNull(),
  )

  it('are drawn from many', () => {
    const drawn = Array.from({ length: 200 }, drawCode)
    expect(new Set(drawn.map(digestOf)).size).toBe(200)
  })
})

describe('a process that ends', () => {
  const dead = () => Promise.reject(new Error('ended'))
  const before = () => ({ recorded: audit.recorded, record: dead })
  const after = () => ({
    recorded: audit.recorded,
    record: (entry: Parameters<typeof audit.record>[0]) => audit.record(entry).then(dead),
  })

  it.each([
    ['before the note', before],
    ['after the note', after],
  ])('%s has invited nobody; asking again does', async (_, log) => {
    expect((await answer(inviteText, terms, fang, log())).errors).toHaveLength(1)
    expect(await run(list, {}, fang)).toEqual([])
    const { code } = await invite()
    expect(await run(accept, { code }, shen)).toMatchObject({ state: 'ACCEPTED' })
  })

  it.each([
    ['before the note', before],
    ['after the note', after],
  ])('%s has given nothing; accepting again does, once', async (_, log) => {
    const { code } = await invite()
    expect((await answer(accept, { code }, shen, log())).errors).toHaveLength(1)
    expect(await roles('shen')).toEqual([])
    expect(await run(accept, { code }, shen)).toMatchObject({ state: 'ACCEPTED' })
    expect(await roles('shen')).toEqual(['editor'])
    expect(await db.collection('memberships').countDocuments({ subject: 'shen' })).toBe(1)
  })
})
