// A library gives a number to another person: nothing of who had it before comes with it, and nobody is cut off unasked.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  createLockOut,
  createPasswords,
  createPeople,
  createSealing,
  preparePeople,
  type People,
} from '../people/index.ts'
import {
  accountsOfPeople,
  createCards,
  prepareCards,
  type CardAccounts,
  type CardRow,
  type Cards,
} from './index.ts'

const sealing = createSealing(Buffer.alloc(32, 7))
const now = (): number => Date.parse('2026-11-26T12:00:00Z')
const username = 'n330110/1001'
const address = '203.0.113.9'
const before = { holder: '林晚晴', ageBand: 'adult' } as const
let store: TestStore
let db: Db
let people: People
let cards: Cards
/** What was asked of the provider, in order. */
let asked: string[]
let n = 0

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const cardsWith = (accounts: CardAccounts): Cards =>
  createCards({
    db,
    sealing,
    now,
    lockOut: createLockOut({ db, sealing, now }),
    accounts,
    warn: (sentence) => asked.push(sentence),
  })
const ours = (): CardAccounts =>
  accountsOfPeople(people, async (account) => void asked.push(`sessions of ${account}`))

beforeEach(async () => {
  asked = []
  db = store.db(`handing_on_${n++}`)
  await preparePeople(db)
  await prepareCards(db)
  const lockOut = createLockOut({ db, sealing, now })
  people = createPeople({ db, sealing, passwords: createPasswords({ ln: 4, r: 8, p: 1 }), lockOut, now })
  cards = cardsWith(ours())
  await cards.put([row()])
})

const row = (more: Partial<CardRow> = {}): CardRow => ({
  library: 'n330110',
  card: '1001',
  ...before,
  ...more,
})
const issued = async (name = username): Promise<string> => {
  const code = await cards.issueCode(name)
  if (code === null) throw new Error(`${name} has no card`)
  return code
}
const activate = (code: string, password: string, card = '1001') =>
  cards.activate({ library: 'n330110', card, code, address, password })
/** The account of the first holder, and that they can come in. */
const inUse = async (): Promise<string> => {
  const answer = await activate(await issued(), 'of the first holder')
  if (typeof answer === 'string') throw new Error(answer)
  return answer.account
}
const comesInTo = async (name: string, password: string): Promise<string | null> => {
  const account = await people.checkPassword(name, password, address)
  return account === 'refused' ? null : account.id
}
const other = row({ holder: '周小禾' })
const question = { asks: 'holder', known: before }

describe('a line that names somebody else', () => {
  test('is not taken until the library has said who it is, and the card stays with its holder', async () => {
    const account = await inUse()
    const rows = [other, row({ card: '1002' })]
    expect(await cards.check(rows)).toEqual([question, 'new'])
    expect(await cards.put(rows)).toEqual([question, 'new'])
    expect(await cards.find(username)).toMatchObject({ ...before, account })
    // A code for the card as it stands is the first holder's, as before.
    await activate(await issued(), 'set again by the first')
    expect(await comesInTo(username, 'set again by the first')).toBe(account)
  })

  test('about the same person changes the name and nothing else', async () => {
    const account = await inUse()
    const rows = [row({ holder: '林晚', holderIs: 'same-person' })]
    expect(await cards.check(rows)).toEqual(['changed'])
    expect(await cards.put(rows)).toEqual(['changed'])
    expect(await cards.find(username)).toMatchObject({ holder: '林晚', account, state: 'active' })
    expect(await comesInTo(username, 'of the first holder')).toBe(account)
    expect(await cards.put(rows)).toEqual(['same'])
  })

  test('about a new holder takes the card from the first one’s account, which stays', async () => {
    const account = await inUse()
    const rows = [{ ...other, holderIs: 'new-holder' as const }]
    expect(await cards.check(rows)).toEqual(['handed-on'])
    expect(await cards.find(username)).toMatchObject({ account })
    expect(await cards.put(rows)).toEqual(['handed-on'])
    expect(await cards.find(username)).toMatchObject({
      holder: '周小禾',
      state: 'waiting',
      account: null,
      hasCode: false,
    })
    expect(asked).toEqual([`sessions of ${account}`])
    expect(await comesInTo(username, 'of the first holder')).toBe(null)
    expect(await people.findByUsername(username)).toBe(null)
    expect(await people.find(account)).toMatchObject({ id: account, roles: ['reader'] })
    // The new holder's account is another one, with nothing of the first.
    const opened = await activate(await issued(), 'of the second holder')
    expect(opened).toMatchObject({ username })
    const second = await comesInTo(username, 'of the second holder')
    expect([account, null]).not.toContain(second)
    expect(await comesInTo(username, 'of the first holder')).toBe(null)
    expect(await cards.put(rows)).toEqual(['same'])
    expect(await cards.find(username)).toMatchObject({ account: second })
  })

  test('leaves the other cards of the account to the first holder, and their proof', async () => {
    const account = await inUse()
    await cards.put([row({ card: '1002' })])
    const second = { library: 'n330110', card: '1002', address, account }
    await cards.attach({ ...second, code: await issued('n330110/1002') })
    await cards.put([{ ...other, holderIs: 'new-holder' }])
    expect(await comesInTo('n330110/1002', 'of the first holder')).toBe(account)
    expect(await people.find(account)).toMatchObject({
      username: 'n330110/1002',
      names: ['n330110/1002'],
      roles: ['reader', 'reader-verified'],
    })
    expect(await comesInTo(username, 'of the first holder')).toBe(null)
  })

  test('makes the code that the first holder was sent worth nothing, activated or not', async () => {
    const code = await issued()
    expect(await cards.put([other])).toEqual([question])
    expect(await cards.put([{ ...other, holderIs: 'new-holder' }])).toEqual(['handed-on'])
    expect(await activate(code, 'of the first holder')).toBe('refused')
    expect(asked).toEqual([])
    const account = await inUse()
    const late = await issued()
    await cards.put([row({ holder: '程明', holderIs: 'new-holder' })])
    expect(await activate(late, 'by who had it before')).toBe('refused')
    expect(await people.find(account)).not.toBe(null)
  })

  test('is a correction while nobody has the card or a code for it', async () => {
    expect(await cards.put([other])).toEqual(['changed'])
    expect(await cards.find(username)).toMatchObject({ holder: '周小禾', state: 'waiting' })
  })

  test('may bring the new holder’s code; a code that only the new list has asks nothing before the card is in use', async () => {
    await issued()
    expect(await cards.put([{ ...other, code: 'of-the-list-1' }])).toEqual(['changed'])
    await activate('of-the-list-1', 'of the second holder')
    const next = row({ holder: '程明', code: 'of-the-list-2' })
    expect(await cards.put([next])).toEqual([{ asks: 'holder', known: { ...before, holder: '周小禾' } }])
    expect(await cards.put([{ ...next, holderIs: 'new-holder' }])).toEqual(['handed-on'])
    expect(await activate('of-the-list-2', 'of the third holder')).toMatchObject({ username })
  })
})

test('a reader who has grown is the same reader; one who has become younger is asked about', async () => {
  await cards.put([row({ card: '1003', ageBand: 'under-14' })])
  await activate(await issued('n330110/1003'), 'of a child of nine', '1003')
  expect(await cards.put([row({ card: '1003', ageBand: '14-17' })])).toEqual(['changed'])
  expect(await cards.put([row({ card: '1003', ageBand: 'under-14' })])).toEqual([
    { asks: 'holder', known: { holder: '林晚晴', ageBand: '14-17' } },
  ])
})

test('two lists at once about one card are taken in one after the other', async () => {
  await inUse()
  const lists = ['周小禾', '程明'].map((holder) => cards.put([row({ holder, holderIs: 'new-holder' })]))
  expect((await Promise.all(lists)).flat()).toContain('handed-on')
  expect(['周小禾', '程明']).toContain((await cards.find(username))?.holder)
  expect(await cards.find(username)).toMatchObject({ state: 'waiting' })
})

test('a blocked card that is handed on stays blocked, and leads to nobody', async () => {
  const account = await inUse()
  await cards.block(username)
  expect(await cards.put([{ ...other, holderIs: 'new-holder' }])).toEqual(['handed-on'])
  expect(await cards.find(username)).toMatchObject({ state: 'blocked', account: null })
  await cards.unblock(username)
  expect(await cards.find(username)).toMatchObject({ state: 'waiting' })
  expect(await comesInTo(username, 'of the first holder')).toBe(null)
  expect(await people.find(account)).not.toBe(null)
})

test('while the provider is away the card stays as it is, and the line says so', async () => {
  const account = await inUse()
  cards = cardsWith({ ...ours(), release: () => Promise.resolve('away') })
  expect(await cards.put([{ ...other, holderIs: 'new-holder' }])).toEqual([{ fault: 'provider-away' }])
  expect(await cards.find(username)).toMatchObject({ ...before, account })
})

// As a kill -9 leaves the store: what was written is there, what should have followed is not.
test.each(['before', 'after'] as const)(
  'cut short %s the account has lost the card, the same line goes on',
  async (when) => {
    const account = await inUse()
    cards = cardsWith({
      ...ours(),
      async release(of) {
        if (when === 'after') await ours().release(of)
        throw new Error('the process ended')
      },
    })
    const rows = [{ ...other, holderIs: 'new-holder' as const }]
    await expect(cards.put(rows)).rejects.toThrow('ended')
    cards = cardsWith(ours())
    // Whatever code goes out meanwhile, it opens nothing of the first holder's to somebody else.
    expect(await cards.check([other])).toEqual([question])
    expect(await cards.put(rows)).toEqual(['handed-on'])
    expect(await activate(await issued(), 'of the second holder')).toMatchObject({ username })
    expect([account, null]).not.toContain(await comesInTo(username, 'of the second holder'))
  },
)

test('an activation that is under way while the card is handed on ends with nothing', async () => {
  const code = await issued()
  const reached = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const whole = ours()
  cards = cardsWith({
    ...whole,
    async open(account) {
      reached.resolve()
      await goOn.promise
      return whole.open(account)
    },
  })
  const answer = activate(code, 'of the first holder')
  await reached.promise
  expect(await cards.put([{ ...other, holderIs: 'new-holder' }])).toEqual(['handed-on'])
  goOn.resolve()
  expect(await answer).toBe('refused')
  expect(await comesInTo(username, 'of the first holder')).toBe(null)
  cards = cardsWith(ours())
  expect(await activate(await issued(), 'of the second holder')).toMatchObject({ username })
})
