// Roles at libraries in the graph, over a real store: who may give them, four eyes, and what is left when a process ends midway.
import { openAuditLog } from '@shuxiang/audit'
import type { Person } from '@shuxiang/permissions'
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { daysOfProposal, daysOfRole, day } from './bounds.ts'
import { noCards } from './cards/testing/no-cards.ts'
import { operations } from './module.ts'
import { membershipsIn, proposalsIn } from './store/documents.ts'
import { membershipsOf } from './store/in-effect.ts'
import { seedMemberships } from './store/seed.ts'
import { createOperations } from './subgraph.ts'

let store: TestStore
let db: Db
let n = 0
let clock = 0
let audit = memoryAudit()
let provider: 'answers' | 'is away' = 'answers'
const accounts = [
  { subject: 'shen', username: 'n33/editor-1', hasDevice: true },
  { subject: 'zhou', username: 'n33/reader-1', hasDevice: false },
  { subject: 'lu', username: 'ndl/admin-1', hasDevice: true },
]
const execute = createExecutor(
  createOperations({
    staffAccounts: {
      async find(username) {
        if (provider === 'is away') throw new Error('no answer')
        return accounts.find((account) => account.username === username) ?? null
      },
    },
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
  provider = 'answers'
  db = store.db(`operations_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [operations])
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
const lu = national('lu')
const wang = national('wang')

const inDays = (days: number): string => new Date(testNow * 1000 + days * day).toISOString()
const later = inDays(100)
const terms = { library: 'n33', username: 'n33/editor-1', reason: '新馆员', expires: later }

interface Role {
  readonly id: string
  readonly state: string
}

async function answer(query: string, variables: object, principal: Person, log = audit) {
  clock += 1000
  return execute(query, { ...variables }, testContext(db, { principal, audit: log, now: () => clock }))
}
async function run(query: string, variables: object, principal: Person): Promise<Role> {
  const { data, errors } = await answer(query, variables, principal)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as Role
}
async function refusal(query: string, variables: object, principal: Person) {
  const { errors } = await answer(query, variables, principal)
  return [
    errors?.[0]?.extensions['code'],
    errors?.[0]?.extensions['code'] === 'FORBIDDEN' ? errors[0].extensions['reason'] : errors?.[0]?.message,
  ]
}

const header = '$library: ID!, $username: String!, $reason: String!, $expires: String!'
const passed = 'library: $library, username: $username, reason: $reason, expires: $expires'
const roleFields = 'id state role username expires granted { username reason } withdrawn { username reason }'
const grant = `mutation(${header}, $role: GrantedRole = EDITOR) { grantRole(${passed}, role: $role) { ${roleFields} } }`
const withdraw = `mutation($id: ID!, $reason: String = "离馆") { withdrawRole(id: $id, reason: $reason) { ${roleFields} } }`
const proposalFields = 'id state username mine proposed { username reason } decided { username }'
const propose = `mutation(${header}) { proposeAdmin(${passed}) { ${proposalFields} } }`
const confirm = `mutation($id: ID!) { confirmAdmin(id: $id) { ${proposalFields} } }`
const decline = `mutation($id: ID!) { declineAdmin(id: $id, reason: "人选有误") { ${proposalFields} } }`
const list = `query($library: ID!) { members(library: $library) { totalCount edges { node { ${roleFields} } } } }`

const done = () => audit.recorded.filter(({ outcome }) => outcome === 'done').map(({ action }) => action)
const roles = async (subject = 'shen') => (await membershipsOf(db, subject)).map(({ role }) => role)

describe('a role', () => {
  it('is given, counts, is told and noted, and given once whoever repeats it', async () => {
    const given = await run(grant, terms, fang)
    expect(given).toMatchObject({
      state: 'IN_EFFECT',
      role: 'EDITOR',
      granted: { username: 'n33/fang', reason: '新馆员' },
      withdrawn: null,
    })
    expect(await run(grant, terms, fang)).toEqual(given)
    expect(await membershipsOf(db, 'shen')).toEqual([
      { library: 'n33', role: 'editor', expires: testNow + 100 * 86_400 },
    ])
    expect(audit.recorded).toMatchObject([
      {
        actor: 'fang',
        action: 'member.grant',
        outcome: 'done',
        library: 'n33',
        reason: '新馆员',
        object: `membership:${given.id}`,
        details: { person: 'shen', role: 'editor', expires: later },
      },
    ])
  })

  it('that is withdrawn counts for nothing from that moment, stays as history, and can be given anew', async () => {
    const { id } = await run(grant, terms, fang)
    expect(await roles()).toEqual(['editor'])
    const gone = await run(withdraw, { id }, fang)
    expect(gone).toMatchObject({ state: 'WITHDRAWN', withdrawn: { username: 'n33/fang', reason: '离馆' } })
    expect(await roles()).toEqual([])
    expect(await run(withdraw, { id, reason: '又一次' }, fang)).toEqual(gone)
    const again = await run(grant, terms, fang)
    expect(again.id).not.toBe(id)
    expect(await roles()).toEqual(['editor'])
    const { data } = await answer(list, { library: 'n33' }, fang)
    expect(data?.['members']).toMatchObject({ totalCount: 2 })
    expect(done()).toEqual(['member.grant', 'member.withdraw', 'member.grant'])
  })

  it('is withdrawn once by two at once', async () => {
    const { id } = await run(grant, terms, fang)
    await Promise.all([fang, lu].map((who) => answer(withdraw, { id }, who)))
    expect(await roles()).toEqual([])
    expect(done()).toEqual(['member.grant', 'member.withdraw'])
  })

  it('is given once by two at once, on the terms of one', async () => {
    const both = await Promise.all(
      [fang, lu].map((who) => answer(grant, { ...terms, reason: who.subject }, who)),
    )
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    expect(await roles()).toEqual(['editor'])
    expect(done()).toEqual(['member.grant'])
  })

  it('ends at its time, and can then be given anew', async () => {
    await run(grant, { ...terms, expires: inDays(1) }, fang)
    clock += 2 * day
    const tomorrow = { ...fang, authenticatedAt: clock / 1000 }
    const { data } = await answer(list, { library: 'n33' }, tomorrow)
    expect(data?.['members']).toMatchObject({ edges: [{ node: { state: 'EXPIRED' } }] })
    expect(await run(grant, terms, tomorrow)).toMatchObject({ state: 'IN_EFFECT' })
  })

  it('on other terms asks for the first to be withdrawn', async () => {
    await run(grant, terms, fang)
    for (const other of [{ expires: inDays(7) }, { reason: '别的' }])
      expect(await refusal(grant, { ...terms, ...other }, fang)).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('has the role already'),
      ])
    expect(await run(grant, { ...terms, role: 'PUBLISHER' }, fang)).toMatchObject({ role: 'PUBLISHER' })
  })

  it.each([
    ['library', { library: 'nowhere' }, lu],
    ['there is no account', { username: 'n33/nobody' }, fang],
    ['no device', { username: 'n33/reader-1' }, fang],
    ['username', { username: ' ' }, fang],
    ['username', { username: 'x'.repeat(201) }, fang],
    ['reason', { reason: '  \n ' }, fang],
    ['at most 300', { reason: '因'.repeat(301) }, fang],
    ['reason', { reason: '\ud800' }, fang],
    ['with its zone', { expires: '2026-12-01' }, fang],
    ['with its zone', { expires: '2026-13-45T00:00:00Z' }, fang],
    ['to come', { expires: inDays(-1) }, fang],
    ['at most 366 days', { expires: inDays(daysOfRole + 1) }, fang],
  ])('is refused with a sentence: %s', async (sentence, wrong, who) => {
    for (const query of [grant, propose])
      if (query === grant || who === lu)
        expect(await refusal(query, { ...terms, ...wrong }, who)).toEqual([
          'BAD_USER_INPUT',
          expect.stringContaining(sentence),
        ])
    expect(await membershipsIn(db).countDocuments({})).toBe(0)
    expect(audit.recorded).toEqual([])
  })

  it('waits while the identity provider does not answer', async () => {
    provider = 'is away'
    expect(await refusal(grant, terms, fang)).toEqual([
      'SERVICE_UNAVAILABLE',
      expect.stringContaining('identity provider does not answer'),
    ])
  })

  it('is nobody’s to give or to take at another library, by whatever id or name', async () => {
    const { id } = await run(grant, terms, fang)
    expect(await refusal(grant, { ...terms, role: 'PUBLISHER' }, foreign)).toEqual(['FORBIDDEN', 'library'])
    expect(await refusal(withdraw, { id }, foreign)).toEqual(['FORBIDDEN', 'library'])
    expect(await refusal(list, { library: 'n33' }, foreign)).toEqual(['FORBIDDEN', 'library'])
    expect(await refusal('{ adminProposals { id } }', {}, fang)).toEqual(['FORBIDDEN', 'library'])
    expect(await refusal(withdraw, { id: 'x' }, foreign)).toEqual(['BAD_USER_INPUT', expect.any(String)])
    expect(await roles()).toEqual(['editor'])
    expect(audit.recorded.filter(({ outcome }) => outcome === 'refused')).toHaveLength(4)
  })

  it('is not refused in the log at libraries that are none, which would fill it', async () => {
    const reader = person({ client: 'portal' })
    const none = { ...terms, library: 'nowhere' }
    const audited = 'query($library: ID) { auditEntries(library: $library) { number } }'
    const proposals = 'query($library: ID) { adminProposals(library: $library) { id } }'
    for (const query of [grant, propose, list, audited, proposals])
      expect(await refusal(query, none, reader)).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('library'),
      ])
    expect(audit.recorded).toEqual([])
  })

  it('needs a fresh second factor', async () => {
    const tired = { ...fang, authenticatedAt: testNow - 1000 }
    expect((await refusal(grant, terms, tired))[0]).toBe('STEP_UP_REQUIRED')
  })

  it('of a branch admin is not another branch admin’s to withdraw', async () => {
    await seedMemberships(
      db,
      [{ library: 'n33', subject: 'fang', username: 'n33/admin-1', role: 'branch-admin' }],
      new Date(clock),
    )
    const [role] = await membershipsIn(db).find({}).toArray()
    const id = role?._id
    expect(await refusal(withdraw, { id }, fang)).toEqual(['FORBIDDEN', 'role'])
    expect(await run(withdraw, { id }, lu)).toMatchObject({ state: 'WITHDRAWN' })
    await seedMemberships(
      db,
      [{ library: 'n33', subject: 'fang', username: 'n33/admin-1', role: 'branch-admin' }],
      new Date(clock),
    )
    expect(await roles('fang')).toEqual([])
  })
})

describe('a branch admin', () => {
  it('is proposed by one and confirmed by another', async () => {
    const proposal = await run(propose, terms, lu)
    expect(await run(propose, terms, lu)).toEqual(proposal)
    expect(proposal).toMatchObject({ state: 'OPEN', mine: true, decided: null })
    expect(await roles()).toEqual([])
    expect(await refusal(confirm, proposal, lu)).toEqual(['FORBIDDEN', 'second-person'])
    expect(await run(confirm, proposal, wang)).toMatchObject({
      state: 'CONFIRMED',
      mine: false,
      proposed: { username: 'ndl/lu' },
      decided: { username: 'ndl/wang' },
    })
    expect(await roles()).toEqual(['branch-admin'])
    expect(await run(confirm, proposal, wang)).toMatchObject({ state: 'CONFIRMED' })
    expect(done()).toEqual(['admin.propose', 'admin.grant'])
    expect(audit.recorded).toContainEqual(
      expect.objectContaining({
        actor: 'lu',
        action: 'admin.grant',
        outcome: 'refused',
        reason: 'second-person',
      }),
    )
    expect(audit.recorded.at(-1)).toMatchObject({ details: { proposal: proposal.id, proposer: 'lu' } })
  })

  it('does not confirm themselves', async () => {
    const proposal = await run(propose, { ...terms, username: 'ndl/admin-1' }, wang)
    expect(await refusal(confirm, proposal, lu)).toEqual(['FORBIDDEN', 'second-person'])
    expect(await roles('lu')).toEqual([])
  })

  it('is nobody’s of a library to propose, confirm or decline', async () => {
    expect(await refusal(propose, terms, fang)).toEqual(['FORBIDDEN', 'role'])
    const proposal = await run(propose, terms, lu)
    for (const query of [confirm, decline])
      expect(await refusal(query, proposal, fang)).toEqual(['FORBIDDEN', 'role'])
  })

  it('is made once by two who confirm at once', async () => {
    const proposal = await run(propose, terms, lu)
    const both = await Promise.all([wang, national('zhao')].map((who) => answer(confirm, proposal, who)))
    expect(both.some(({ errors }) => errors === undefined)).toBe(true)
    expect(await roles()).toEqual(['branch-admin'])
    expect(done()).toEqual(['admin.propose', 'admin.grant'])
    expect((await run(confirm, proposal, national('zhao'))).state).toBe('CONFIRMED')
  })

  it('who was declined is not confirmed any more, and can be proposed anew', async () => {
    const proposal = await run(propose, terms, lu)
    expect(await run(decline, proposal, lu)).toMatchObject({ state: 'DECLINED' })
    expect(await run(decline, proposal, wang)).toMatchObject({ decided: { username: 'ndl/lu' } })
    expect(await refusal(confirm, proposal, wang)).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('declined'),
    ])
    expect((await run(propose, terms, lu)).id).not.toBe(proposal.id)
    expect(done()).toEqual(['admin.propose', 'admin.decline', 'admin.propose'])
  })

  it('is not confirmed after a month, and then proposed anew', async () => {
    const proposal = await run(propose, terms, lu)
    clock += (daysOfProposal + 1) * day
    const fresh = (who: Person): Person => ({ ...who, authenticatedAt: clock / 1000 })
    expect(await refusal(confirm, proposal, fresh(wang))).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('waited too long'),
    ])
    const { data } = await answer('{ adminProposals { state } }', {}, fresh(wang))
    expect(data?.['adminProposals']).toEqual([{ state: 'LAPSED' }])
    expect(await run(propose, terms, fresh(lu))).toMatchObject({ state: 'OPEN' })
    expect(await proposalsIn(db).countDocuments({})).toBe(2)
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
    ['before the note', before, 1],
    ['after the note', after, 2],
  ])('%s has given nothing; the same person goes on', async (_, log, notes) => {
    expect((await answer(grant, terms, fang, log())).errors).toHaveLength(1)
    expect(await roles()).toEqual([])
    expect((await answer(list, { library: 'n33' }, fang)).data?.['members']).toMatchObject({ totalCount: 0 })
    expect((await refusal(grant, terms, lu))[1]).toContain('Somebody else')
    await run(grant, terms, fang)
    expect(await roles()).toEqual(['editor'])
    expect(new Set(audit.recorded.map(({ object }) => object)).size).toBe(1)
    expect(done()).toHaveLength(notes)
  })

  it.each([
    ['before the note', before],
    ['after the note', after],
  ])('%s lets another begin anew after a minute', async (_, log) => {
    await answer(grant, terms, fang, log())
    clock += 60_000
    expect(await run(grant, { ...terms, reason: '另一人' }, lu)).toMatchObject({
      granted: { username: 'ndl/lu' },
    })
    expect(await roles()).toEqual(['editor'])
  })

  it.each([
    ['before the note', before],
    ['after the note', after],
  ])('%s has withdrawn nothing; asking again does', async (_, log) => {
    const { id } = await run(grant, terms, fang)
    await answer(withdraw, { id }, fang, log())
    expect(await roles()).toEqual(['editor'])
    expect(await run(withdraw, { id }, fang)).toMatchObject({ state: 'WITHDRAWN' })
  })

  it.each([
    ['before the note', before, () => wang],
    ['after the note', after, () => wang],
    ['after the note, for another', after, () => national('zhao')],
  ])('%s leaves a proposal that is confirmed by asking again', async (_, log, who) => {
    const proposal = await run(propose, terms, lu)
    await answer(confirm, proposal, wang, log())
    expect(await roles()).toEqual([])
    clock += 60_000
    expect(await run(confirm, proposal, who())).toMatchObject({ state: 'CONFIRMED' })
    expect(await roles()).toEqual(['branch-admin'])
  })

  it('between the role and the proposal gives the role once, whoever goes on', async () => {
    const proposal = await run(propose, terms, lu)
    await run(confirm, proposal, wang)
    const doc = await proposalsIn(db).findOne({ _id: proposal.id })
    const next = doc?.steps[1]
    if (!doc || !next) throw new Error('not confirmed')
    await proposalsIn(db).updateOne(
      { _id: doc._id },
      { $set: { state: 'open', next, steps: doc.steps.slice(0, 1) } },
    )
    clock += 60_000
    // Nobody may read that it was declined while the role is held.
    const sentence = (await refusal(decline, proposal, national('zhao')))[1]
    expect(sentence).toContain('given already')
    expect(await run(confirm, proposal, national('zhao'))).toMatchObject({ state: 'CONFIRMED' })
    expect(await roles()).toEqual(['branch-admin'])
    expect(done()).toEqual(['admin.propose', 'admin.grant'])
  })
})

describe('the audit log', () => {
  const read =
    'query($library: ID, $mine: Boolean, $person: String, $action: String, $from: String, $until: String, $before: Int, $first: Int = 50) { auditEntries(library: $library, mine: $mine, person: $person, action: $action, from: $from, until: $until, before: $before, first: $first) { number actor username action outcome details { name value username } } }'
  const reader = person({ subject: 'li', client: 'portal', azp: 'ndl-portal', level: 1 })

  beforeEach(async () => {
    const log = openAuditLog(db, () => clock)
    const entry = {
      client: null,
      action: 'member.grant',
      outcome: 'done',
      reason: null,
      object: null,
    } as const
    for (const [actor, library] of [
      ['fang', 'n33'],
      ['foreign', 'n44'],
      ['li', null],
    ] as const)
      await log.record({
        ...entry,
        actor,
        library,
        requestId: 'r',
        details: { role: 'editor', before: null },
      })
  })
  const actors = async (variables: object, who: Person) => {
    const { data, errors } = await answer(read, variables, who)
    const entries = data?.['auditEntries'] as { actor: string }[] | null
    return errors?.[0]?.extensions['code'] ?? entries?.map(({ actor }) => actor)
  }

  it('shows each what is theirs to see', async () => {
    expect(await actors({ library: 'n33' }, fang)).toEqual(['fang'])
    expect(await actors({ library: 'n44' }, fang)).toBe('FORBIDDEN')
    expect(await actors({}, fang)).toBe('FORBIDDEN')
    expect(await actors({}, lu)).toEqual(['li', 'foreign', 'fang'])
    expect(await actors({ before: 3, first: 1 }, lu)).toEqual(['foreign'])
    expect(await actors({}, reader)).toBe('FORBIDDEN')
    expect(await actors({ mine: true }, reader)).toEqual(['li'])
    expect(await actors({ mine: true, library: 'n44' }, reader)).toEqual([])
    expect(await actors({ first: 101 }, lu)).toBe('BAD_USER_INPUT')
    expect((await answer(read, { library: 'n33' }, fang)).data?.['auditEntries']).toMatchObject([
      {
        number: 1,
        outcome: 'DONE',
        details: [
          { name: 'role', value: 'editor' },
          { name: 'before', value: 'null' },
        ],
      },
    ])
  })

  it('names those who work or worked in the console, and finds what they did', async () => {
    await run(grant, terms, fang)
    const log = openAuditLog(db, () => clock)
    await answer(grant, { ...terms, role: 'PUBLISHER' }, fang, {
      ...audit,
      record: (entry) => log.record(entry),
    })
    const { data } = await answer(read, { library: 'n33', first: 1 }, fang)
    expect(data?.['auditEntries']).toMatchObject([
      { username: 'n33/fang', details: [{ name: 'person', username: 'n33/editor-1' }, {}, {}] },
    ])
    expect(await actors({ person: ' N33/Fang ' }, lu)).toEqual(['fang', 'fang'])
    expect(await actors({ person: 'n33/fang', library: 'n44' }, lu)).toEqual([])
    // Of readers there is no name, and whether there is such an account is not told.
    expect(await actors({ person: 'sh-xuhui/10001' }, lu)).toEqual([])
    expect(await actors({ person: 'n33/fang', mine: true }, foreign)).toEqual([])
    expect(await actors({ action: 'member.grant', library: 'n44' }, lu)).toEqual(['foreign'])
    expect(await actors({ action: 'member.withdraw' }, lu)).toEqual([])
    expect(await actors({ until: new Date(testNow * 1000).toISOString() }, lu)).toEqual([])
    expect(await actors({ from: new Date(testNow * 1000).toISOString() }, lu)).toHaveLength(4)
    for (const wrong of [
      { action: '$ne' },
      { action: '' },
      { from: '2026-11-01' },
      { until: 'x' },
      { person: '' },
    ])
      expect(await actors(wrong, lu)).toBe('BAD_USER_INPUT')
  })
})

describe('who is at work', () => {
  const query = '{ staff { username roles actions libraries { library roles { role expires } actions } } }'
  const asked = async (who: Person) => (await answer(query, {}, who)).data?.['staff']

  it('is told their roles, and what they may do where by the table of permissions', async () => {
    expect(await asked(fang)).toMatchObject({
      username: 'n33/fang',
      roles: [],
      actions: expect.not.arrayContaining(['member.read']),
      libraries: [
        {
          library: 'n33',
          roles: [{ role: 'BRANCH_ADMIN', expires: null }],
          actions: expect.arrayContaining(['member.read', 'member.grant', 'audit.read']),
        },
      ],
    })
    expect(await asked(lu)).toMatchObject({
      roles: ['NATIONAL_ADMIN'],
      actions: expect.arrayContaining(['admin.propose', 'admin.grant', 'audit.read']),
      libraries: [],
    })
  })

  it('has nothing of a role that has ended, and everything of one that wants a fresh code', async () => {
    const ended = { library: 'n44', role: 'editor', expires: testNow } as const
    expect(await asked({ ...fang, memberships: [ended] })).toMatchObject({ libraries: [] })
    const tired = { ...fang, level: 1, authenticatedAt: 0 } as const
    expect(await asked(tired)).toMatchObject({
      libraries: [{ actions: expect.arrayContaining(['member.grant']) }],
    })
  })

  it('is nobody outside of the console', async () => {
    expect(await asked({ ...fang, client: 'portal' })).toBe(null)
  })
})
