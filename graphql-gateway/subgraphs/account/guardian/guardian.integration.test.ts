// The guardian of a child: others are refused by the stored link first; then what a guardian may, and when it ends.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostChildren } from '../bounds.ts'
import { carryOut } from '../deletion/carry-out.ts'
import { deletionsIn } from '../deletion/documents.ts'
import { personal } from '../deletion/personal.ts'
import { ports } from '../fixtures.ts'
import { account } from '../module.ts'
import type { ProvedCard } from '../ports.ts'
import { createAccount } from '../subgraph.ts'
import { childrenIn } from './documents.ts'

let store: TestStore
let db: Db
let n = 0
let time = 0
const now = (): number => time
const audit = memoryAudit()
const card = 'n330110/2001'
/** The registry's cards, and who proved which. */
let cards: Map<string, ProvedCard>
let proved: Set<string>
let away = false

const execute = createExecutor(
  createAccount({
    ...ports,
    cards: {
      async claim({ library, card: number, code, guardian }) {
        if (away) throw new Error('the store is away')
        const found = cards.get(`${library}/${number}`)
        if (!found || code !== 'right') return 'refused'
        if (!found.isChild) return 'no-child'
        proved.add(`${guardian} ${found.username}`)
        return found
      },
      async claimedBy(guardian, usernames) {
        if (away) throw new Error('the store is away')
        return usernames.flatMap((name) => (proved.has(`${guardian} ${name}`) ? (cards.get(name) ?? []) : []))
      },
      letGo: async (guardian, username) => void proved.delete(`${guardian} ${username}`),
    },
  }),
)

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`guardian_${n++}`)
  time = Date.parse('2026-11-27T08:00:00Z')
  audit.recorded.length = 0
  away = false
  proved = new Set()
  cards = new Map([
    [card, { username: card, holder: '林小满', account: 'child', isChild: true }],
    ['n330110/9', { username: 'n330110/9', holder: '许知远', account: 'grown', isChild: false }],
  ])
  await prepareStore({ db, now: () => new Date(now()) }, [account])
})

const who = (subject: string, facts: object = {}) =>
  person({
    client: 'portal',
    azp: 'ndl-portal',
    level: 1,
    subject,
    homeLibrary: 'n330110',
    authenticatedAt: Math.floor(time / 1000) - 60,
    ...facts,
  })
const mother = (facts: object = {}) => who('mother', facts)
const theChild = () => who('child', { ageBand: 'under-14', username: card })
const run = (text: string, principal = mother(), variables = {}) =>
  execute(text, variables, testContext(db, { principal, now, audit }))
const code = async (text: string, principal = mother(), variables = {}): Promise<unknown> =>
  (await run(text, principal, variables)).errors?.[0]?.extensions['code'] ?? null

const link = (name = card, typed = 'right') =>
  `mutation { linkChild(card: "${name}", code: "${typed}") { outcome child { id state name card library { id } } } }`
const linked = async (principal = mother()): Promise<string> => {
  await run(link(), principal)
  const found = await childrenIn(db).findOne({ owner: principal.subject })
  if (!found) throw new Error('nobody was linked')
  return found._id
}
const ofChild = [
  'mutation ($id: ID!) { unlinkChild(id: $id) }',
  'mutation ($id: ID!) { takeChild(id: $id) }',
  'mutation ($id: ID!) { askChildDeletion(id: $id) { dueAt } }',
  'mutation ($id: ID!) { cancelChildDeletion(id: $id) }',
]
const lookAt =
  'query ($id: ID!) { me { childPlace(child: $id, place: "AAAAAAAAAAAAAAAAAAAAAAAA") { count } } }'
const all = '{ me { children { id state name places { id name count } deletion { dueAt } } } }'

describe('refused is', () => {
  it.each([...ofChild, lookAt])('another adult: %s', async (text) => {
    const id = await linked()
    audit.recorded.length = 0
    expect(await code(text, who('stranger'), { id })).toBe('FORBIDDEN')
    expect(audit.recorded).toMatchObject([{ actor: 'stranger', outcome: 'refused', object: `child:${id}` }])
    expect(await childrenIn(db).countDocuments({})).toBe(1)
    expect(await deletionsIn(db).countDocuments({})).toBe(0)
  })

  it.each([...ofChild, lookAt])('the child: %s', async (text) => {
    const id = await linked()
    expect(await code(text, theChild(), { id })).toBe('FORBIDDEN')
  })

  it('a guardian who is none any more by the registry', async () => {
    const id = await linked()
    proved.clear()
    for (const text of ofChild.slice(1)) expect(await code(text, mother(), { id })).toBe('BAD_USER_INPUT')
    expect((await run(all)).data).toMatchObject({
      me: { children: [{ state: 'GONE', name: '', places: null }] },
    })
  })

  it('an id that is none, and a guest', async () => {
    for (const id of ['', '../x', 'A'.repeat(24), 'A'.repeat(5000)])
      for (const text of ofChild.slice(1)) expect(await code(text, mother(), { id })).toBe('BAD_USER_INPUT')
    const answer = await execute(link(), {}, testContext(db, { now, audit }))
    expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  })

  it.each(['under-14', '14-17', null] as const)('who links at the age of %s', async (ageBand) => {
    expect(await code(link(), mother({ ageBand }))).toBe('FORBIDDEN')
    expect(proved.size).toBe(0)
  })

  it('the deletion by a guardian whose sign-in is old', async () => {
    const id = await linked()
    const old = mother({ authenticatedAt: Math.floor(time / 1000) - 901 })
    expect(await code(ofChild[2] ?? '', old, { id })).toBe('SIGN_IN_AGAIN')
    expect(await deletionsIn(db).countDocuments({})).toBe(0)
  })
})

describe('linking', () => {
  it('takes the card as it signs in, or a number of the guardian’s own library, and says who it is', async () => {
    const child = { state: 'UNDER_14', name: '林小满', card: '2001', library: { id: 'n330110' } }
    for (const name of [card, ' 2001 ', 'N330110/2001', 'ｎ330110／2001'])
      expect((await run(link(name))).data).toMatchObject({ linkChild: { outcome: 'LINKED', child } })
    expect(await childrenIn(db).countDocuments({})).toBe(1)
    expect(audit.recorded).toMatchObject([{ actor: 'mother', action: 'child.manage', outcome: 'done' }])
  })

  it('says what is wrong, and keeps nothing', async () => {
    expect((await run(link(card, 'wrong'))).data).toMatchObject({
      linkChild: { outcome: 'REFUSED', child: null },
    })
    expect((await run(link('n330110/9'))).data).toMatchObject({
      linkChild: { outcome: 'NO_CHILD', child: null },
    })
    expect(await code(link('x'.repeat(300)))).toBe('BAD_USER_INPUT')
    expect(await childrenIn(db).countDocuments({})).toBe(0)
    away = true
    expect(await code(link())).toBe('SERVICE_UNAVAILABLE')
  })

  it('by two presses at once is one', async () => {
    const answers = await Promise.all([run(link()), run(link()), run(link())])
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined])
    expect(await childrenIn(db).countDocuments({})).toBe(1)
  })

  it('has an end', async () => {
    for (let i = 0; i < mostChildren; i++)
      cards.set(`n330110/c${i}`, { username: `n330110/c${i}`, holder: '小', account: `c${i}`, isChild: true })
    for (let i = 0; i < mostChildren; i++) await run(link(`n330110/c${i}`))
    expect((await run(link())).data).toMatchObject({ linkChild: { outcome: 'TOO_MANY' } })
    expect(proved.has(`mother ${card}`)).toBe(false)
    expect((await run(link('n330110/c3'))).data).toMatchObject({ linkChild: { outcome: 'LINKED' } })
  })

  it('of a card without an account waits for it, and holds to the first that it opens', async () => {
    cards.set(card, { username: card, holder: '林小满', account: null, isChild: true })
    const id = await linked()
    expect((await run(all)).data).toMatchObject({ me: { children: [{ state: 'NOT_OPENED', places: null }] } })
    expect((await run('{ me { hasGuardian } }', theChild())).data).toEqual({ me: { hasGuardian: true } })
    cards.set(card, { username: card, holder: '林小满', account: 'child', isChild: true })
    expect((await run(all)).data).toMatchObject({
      me: { children: [{ state: 'UNDER_14', places: [{ count: 0 }] }] },
    })
    cards.set(card, { username: card, holder: '别人', account: 'another', isChild: true })
    expect((await run(all)).data).toMatchObject({
      me: { children: [{ state: 'GONE', name: '', places: null }] },
    })
    expect(await code(ofChild[1] ?? '', mother(), { id })).toBe('BAD_USER_INPUT')
  })
})

describe('a guardian', () => {
  const put = 'mutation { putOnShelf(record: { recordId: "b1", title: "西游记", kind: "book" }) { id } }'

  it('sees shelf and lists, and takes all away as one file', async () => {
    await run(put, theChild())
    await run('mutation { createList(key: "key-00001", name: "诗") { id } }', theChild())
    const id = await linked()
    const other = who('stranger')
    await run('mutation { createList(key: "key-00002", name: "别人的") { id } }', other)
    const listOf = async (principal = theChild()): Promise<string> => {
      const { data } = await run('{ me { lists { id } } }', principal)
      return /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? ''
    }
    const list = 'query ($id: ID!, $list: ID!) { me { childPlace(child: $id, place: $list) { name } } }'
    const named = async (of: string): Promise<unknown> => (await run(list, mother(), { id, list: of })).data
    expect(await named(await listOf())).toEqual({ me: { childPlace: { name: '诗' } } })
    expect(await named(await listOf(other))).toEqual({ me: { childPlace: null } })
    expect(await named('../x')).toEqual({ me: { childPlace: null } })
    const child = { id, state: 'UNDER_14', name: '林小满', deletion: null }
    const places = [
      { name: '', count: 1 },
      { name: '诗', count: 0 },
    ]
    const shown = (await run(all)).data
    expect(shown).toMatchObject({ me: { children: [{ ...child, places }] } })
    const shelf = /"places":\[\{"id":"([^"]+)"/.exec(JSON.stringify(shown))?.[1] ?? ''
    const items =
      'query ($id: ID!, $list: ID!) { me { childPlace(child: $id, place: $list) { items { edges { node { title } } } } } }'
    expect((await run(items, mother(), { id, list: shelf })).data).toMatchObject({
      me: { childPlace: { items: { edges: [{ node: { title: '西游记' } }] } } },
    })
    const { data } = await run(ofChild[1] ?? '', mother(), { id })
    expect(JSON.parse(String(data?.['takeChild']))).toMatchObject({
      format: 'shuxiang-account',
      login: { subject: 'child' },
    })
    expect((await run(all, who('stranger'))).data).toEqual({ me: { children: [] } })
  })

  it('is known to the child, without a name', async () => {
    expect((await run('{ me { hasGuardian } }', theChild())).data).toEqual({ me: { hasGuardian: false } })
    await linked()
    expect((await run('{ me { hasGuardian } }', theChild())).data).toEqual({ me: { hasGuardian: true } })
    const file = await personal.export({ db, now: () => new Date(time) }, 'child')
    expect(file).toMatchObject({ children: [{ lookedAfterByAGuardian: true }] })
    expect(JSON.stringify(file)).not.toContain('mother')
  })

  it('has the account deleted after the same week, and keeps it in time; each is audited', async () => {
    const id = await linked()
    audit.recorded.length = 0
    const dueAt = new Date(time + 7 * 86_400_000).toISOString()
    expect((await run(ofChild[2] ?? '', mother(), { id })).data).toEqual({ askChildDeletion: { dueAt } })
    expect((await run(all)).data).toMatchObject({ me: { children: [{ deletion: { dueAt } }] } })
    expect(await code(put, theChild())).toBe('BAD_USER_INPUT')
    expect((await run(ofChild[3] ?? '', mother(), { id })).data).toEqual({ cancelChildDeletion: true })
    expect((await run(ofChild[3] ?? '', mother(), { id })).data).toEqual({ cancelChildDeletion: false })
    expect(await code(put, theChild())).toBeNull()
    expect(audit.recorded).toMatchObject([
      { actor: 'mother', action: 'child.leave', object: 'account:child' },
      { actor: 'mother', action: 'child.manage', object: 'account:child' },
    ])
  })

  it('beside another sees the same, and neither ends the other', async () => {
    const one = await linked()
    await linked(who('father'))
    expect(await code(ofChild[0] ?? '', who('father'), { id: one })).toBe('FORBIDDEN')
    expect((await run(ofChild[0] ?? '', mother(), { id: one })).data).toEqual({ unlinkChild: true })
    expect((await run(ofChild[0] ?? '', mother(), { id: one })).data).toEqual({ unlinkChild: false })
    expect((await run(all, who('father'))).data).toMatchObject({ me: { children: [{ state: 'UNDER_14' }] } })
    expect((await run(all)).data).toEqual({ me: { children: [] } })
  })

  it('sees nothing of who has grown', async () => {
    const id = await linked()
    cards.set(card, { username: card, holder: '林小满', account: 'child', isChild: false })
    expect((await run(all)).data).toMatchObject({
      me: { children: [{ state: 'GROWN', name: '林小满', places: null, deletion: null }] },
    })
    for (const text of ofChild.slice(1)) expect(await code(text, mother(), { id })).toBe('BAD_USER_INPUT')
  })

  it('is told when the cards cannot be looked at, and everything else is there', async () => {
    await linked()
    away = true
    const answer = await run('{ me { children { id } shelf { count } } }')
    expect(answer.data).toEqual({ me: { children: null, shelf: { count: 0 } } })
  })
})

describe('the end', () => {
  const parts = () => ({ db, now: () => new Date(time) })
  const erase = (subject: string) => personal.erase(parts(), subject)

  it('of the child’s account ends the links, by the deletion that a guardian asked for', async () => {
    const id = await linked()
    await linked(who('father'))
    await run(ofChild[2] ?? '', mother(), { id })
    time += 8 * 86_400_000
    const steps = [{ name: 'account', run: erase }]
    const failed = (_: string, error: unknown): void => {
      throw error
    }
    expect(await carryOut({ ...parts(), steps, failed }, new AbortController().signal)).toBe(1)
    expect(await childrenIn(db).countDocuments({})).toBe(0)
  })

  it('of the guardian’s ends the guardian’s own', async () => {
    await linked()
    await linked(who('father'))
    await erase('mother')
    expect(await childrenIn(db).find({}).toArray()).toMatchObject([{ owner: 'father', child: 'child' }])
  })
})
