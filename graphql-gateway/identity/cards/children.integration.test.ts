// A child's card in a real store: no account without a guardian, and the code from the counter proves one guardian.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  createLockOut,
  createPasswords,
  createPeople,
  createSealing,
  preparePeople,
  type People,
} from '../people/index.ts'
import { createChildCards, type ChildCards } from './children.ts'
import { cardsIn } from './documents.ts'
import { accountsOfPeople, createCards, prepareCards, type Cards } from './index.ts'
import { releaseCards } from './release.ts'

const sealing = createSealing(Buffer.alloc(32, 7))
let store: TestStore
let db: Db
let people: People
let cards: Cards
let children: ChildCards
let clock: number
let n = 0
const now = (): number => clock
const username = 'n330110/2001'
const line = { library: 'n330110', card: '2001', holder: '林小满', ageBand: 'under-14' }

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  db = store.db(`children_${n++}`)
  await preparePeople(db)
  await prepareCards(db)
  const lockOut = createLockOut({ db, sealing, now })
  people = createPeople({ db, sealing, passwords: createPasswords({ ln: 4, r: 8, p: 1 }), lockOut, now })
  const accounts = accountsOfPeople(people, async () => {})
  cards = createCards({ db, sealing, now, lockOut, accounts, warn: () => {} })
  children = createChildCards({ db, sealing, lockOut, now })
  await cards.put([
    line,
    { ...line, card: '2002', ageBand: 'adult' },
    { ...line, card: '2003', ageBand: '14-17' },
  ])
})

const issued = async (name = username): Promise<string> => (await cards.issueCode(name)) ?? ''
const claim = (code: string, guardian = 'mother', card = '2001') =>
  children.claim({ library: 'n330110', card, code, guardian })
const activate = (code: string, card = '2001') =>
  cards.activate({ library: 'n330110', card, code, address: '203.0.113.9', password: 'seven quiet rivers' })
/** The account, opened through a guardian. */
const opened = async (): Promise<string> => {
  const code = await issued()
  await claim(code)
  const answer = await activate(code)
  if (typeof answer === 'string') throw new Error(answer)
  return answer.account
}

test('no account is opened for a child before a guardian proved the card, and the code stays good', async () => {
  const code = await issued()
  expect(await activate(code)).toBe('needs-guardian')
  // Who does not have the code is not told that a child has the card.
  expect(await activate('AAAAA-AAAAA')).toBe('refused')
  expect(await people.findByUsername(username)).toBeNull()
  expect(await claim(code)).toEqual({ username, holder: '林小满', account: null, isChild: true })
  expect(await activate(code)).toMatchObject({ username })
  expect(await children.claimedBy('mother', [username])).toMatchObject([
    { account: (await people.findByUsername(username))?.id },
  ])
})

test('where the child has an account the code is spent', async () => {
  const account = await opened()
  const code = await issued()
  expect(await claim(code, 'father')).toMatchObject({ account })
  expect(await activate(code)).toBe('refused')
  expect(await children.claimedBy('father', [username])).toHaveLength(1)
  expect(await children.claimedBy('mother', [username])).toHaveLength(1)
})

test('again, by the same guardian, is the same; another gets nothing of a used code', async () => {
  for (const make of [issued, async () => (await opened(), issued())]) {
    const code = await make()
    const first = await claim(code)
    expect(await claim(code)).toEqual(first)
    expect(await claim(code, 'somebody')).toBe('refused')
    expect(await children.claimedBy('somebody', [username])).toEqual([])
  }
})

test('of two guardians with one code at once one is noted', async () => {
  for (const make of [issued, async () => (await opened(), issued())]) {
    const code = await make()
    const answers = await Promise.all(['one', 'two'].map((guardian) => claim(code, guardian)))
    expect(answers.filter((answer) => answer === 'refused')).toHaveLength(1)
  }
})

test('a press that comes twice at once is one', async () => {
  const code = await issued()
  const answers = await Promise.all([claim(code), claim(code), claim(code)])
  expect(answers.filter((answer) => answer === 'refused')).toEqual([])
  expect((await cardsIn(db).findOne({ _id: username }))?.guardians).toHaveLength(1)
})

test.each(['2002', '2003'])(
  'the card %s, of somebody older, is no child’s, and keeps its code',
  async (card) => {
    const code = await issued(`n330110/${card}`)
    expect(await claim(code, 'mother', card)).toBe('no-child')
    expect(await claim('AAAAA-AAAAA', 'mother', card)).toBe('refused')
    expect(await activate(code, card)).toMatchObject({ username: `n330110/${card}` })
  },
)

test('wrong codes are bounded, by guardian and card', async () => {
  const code = await issued()
  for (let i = 0; i < 5; i++) expect(await claim('AAAAA-AAAAA')).toBe('refused')
  expect(await claim(code)).toBe('refused')
  // Somebody else's tries do not keep the right one waiting.
  expect(await claim(code, 'father')).toMatchObject({ username })
  clock += 16 * 60_000
  const next = await issued()
  expect(await claim(next)).toMatchObject({ username })
})

test('a blocked card, an expired code and what is no card are refused', async () => {
  const code = await issued()
  clock += 91 * 86_400_000
  expect(await claim(code)).toBe('refused')
  const next = await issued()
  await cards.block(username)
  expect(await claim(next)).toBe('refused')
  for (const card of ['', '../2001', 'x'.repeat(5000), '２００１\u0000'])
    expect(await claim(next, 'm', card)).toBe('refused')
})

test('a card that joined somebody’s account makes nobody its guardian', async () => {
  const adult = await people.create({
    username: 'n33/1',
    password: 'horse battery',
    roles: ['reader'],
    attributes: {},
  })
  if (adult === 'taken') throw new Error('taken')
  const first = await issued()
  expect(
    await cards.attach({ library: 'n330110', card: '2001', code: first, address: 'a', account: adult.id }),
  ).toMatchObject({ username })
  expect(await claim(await issued())).toBe('no-child')
})

test('nor does one that a guardian proved first, and that then joined an account', async () => {
  const adult = await people.create({
    username: 'n33/1',
    password: 'horse battery',
    roles: ['reader'],
    attributes: {},
  })
  if (adult === 'taken') throw new Error('taken')
  const code = await issued()
  await claim(code)
  await cards.attach({ library: 'n330110', card: '2001', code, address: 'a', account: adult.id })
  expect(await children.claimedBy('mother', [username])).toEqual([])
})

test('a card that goes to another child, or whose account goes, has no guardian', async () => {
  await opened()
  await cards.put([{ ...line, holder: '周小禾', holderIs: 'new-holder' }])
  expect(await children.claimedBy('mother', [username])).toEqual([])
  expect(await activate(await issued())).toBe('needs-guardian')
  const account = await opened()
  await releaseCards(db, account, new Date(now()))
  expect(await children.claimedBy('mother', [username])).toEqual([])
  expect(await activate(await issued())).toBe('needs-guardian')
})

test('nor one that was corrected to another child before it had an account', async () => {
  await claim(await issued())
  clock += 91 * 86_400_000
  expect(await cards.put([{ ...line, holder: '周小禾' }])).toEqual(['changed'])
  expect(await children.claimedBy('mother', [username])).toEqual([])
  await claim(await issued())
  await cards.put([{ ...line, holder: '周小和', holderIs: 'same-person' }])
  expect(await children.claimedBy('mother', [username])).toMatchObject([{ holder: '周小和' }])
})

test('who has grown is said to have', async () => {
  await opened()
  await cards.put([{ ...line, ageBand: '14-17' }])
  expect(await children.claimedBy('mother', [username])).toMatchObject([{ isChild: false }])
})

test('a guardian who lets go is none any more; the store names nobody', async () => {
  await opened()
  expect(JSON.stringify(await cardsIn(db).find({}).toArray())).not.toContain('mother')
  await children.letGo('mother', username)
  await children.letGo('mother', username)
  expect(await children.claimedBy('mother', [username])).toEqual([])
})

test('a child has as many guardians as eight', async () => {
  await opened()
  for (let i = 1; i < 8; i++) expect(await claim(await issued(), `g${i}`)).toMatchObject({ username })
  const code = await issued()
  expect(await claim(code, 'ninth')).toBe('too-many')
  expect(await claim(code, 'mother')).toMatchObject({ username })
})
