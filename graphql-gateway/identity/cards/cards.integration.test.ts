// Cards in a real store: lists come in, codes go out, and each code opens one account once, whatever interrupts it.
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
import { peopleIn } from '../people/documents.ts'
import { cardsIn } from './documents.ts'
import {
  accountsOfPeople,
  createCards,
  demoCard,
  prepareCards,
  seedDemoCard,
  type CardAccounts,
  type CardRow,
  type Cards,
} from './index.ts'

const sealing = createSealing(Buffer.alloc(32, 7))
const now = () => clock
let store: TestStore
let db: Db
let people: People
let cards: Cards
let clock: number
let warnings: string[]
/** Accounts whose sessions were ended. */
let ended: string[]
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
    warn: (sentence) => warnings.push(sentence),
  })

const ours = (): CardAccounts => accountsOfPeople(people, async (account) => void ended.push(account))

beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  warnings = []
  ended = []
  db = store.db(`cards_${n++}`)
  await preparePeople(db)
  await prepareCards(db)
  const lockOut = createLockOut({ db, sealing, now })
  people = createPeople({ db, sealing, passwords: createPasswords({ ln: 4, r: 8, p: 1 }), lockOut, now })
  cards = cardsWith(ours())
  await cards.put([row('1001'), row('1002')])
})

const row = (card: string, more: Partial<CardRow> = {}): CardRow => ({
  library: 'n330110',
  card,
  holder: '林晚晴',
  ageBand: 'adult',
  ...more,
})
const address = '203.0.113.9'
const password = 'horse battery'
const proof = (code: string, card = '1001') => ({ library: 'n330110', card, code, address })
const issued = async (username = 'n330110/1001'): Promise<string> => {
  const code = await cards.issueCode(username)
  if (code === null) throw new Error(`${username} has no card`)
  return code
}
const canSignIn = async (typed: string) =>
  (await people.checkPassword('n330110/1001', typed, address)) !== 'refused'

describe('a list of cards', () => {
  test('is judged line by line, the same before and after', async () => {
    const rows = [
      row('1001'),
      row('1002', { holder: '周小禾' }),
      row('１００３'),
      row('1003'),
      row('1оо4'),
      row('9'.repeat(8000)),
      row('1005', { library: 'N 33?' }),
      row('1006', { holder: ' ' }),
      row('1007', { ageBand: '12' }),
      row('1008', { code: '123' }),
      row('1010', { code: '1990-05-17' }),
      row('1011', { code: '111111111111' }),
      row('8001234567', { code: 'N80-0123-4567' }),
      row('1012', { code: '70615-24898-31' }),
      row('1009', { code: 'given-code-9' }),
    ]
    const outcomes = [
      'same',
      'changed',
      'new',
      { fault: 'twice' },
      { fault: 'card' },
      { fault: 'card' },
      { fault: 'library' },
      { fault: 'holder' },
      { fault: 'age-band' },
      { fault: 'code' },
      { fault: 'code' },
      { fault: 'code' },
      { fault: 'code' },
      'new',
      'new',
    ]
    expect(await cards.check(rows)).toEqual(outcomes)
    expect(await cards.find('n330110/1003')).toBe(null)
    expect(await cards.put(rows)).toEqual(outcomes)
    expect(await cards.find('n330110/1003')).toMatchObject({
      state: 'waiting',
      account: null,
      hasCode: false,
    })
    expect(await cards.find('n330110/1002')).toMatchObject({ holder: '周小禾' })
    expect((await cards.put(rows)).filter((outcome) => outcome === 'same')).toHaveLength(5)
  })

  test('that comes again offers no code twice', async () => {
    const rows = [row('1001', { code: 'given-code-9' })]
    expect(await cards.put(rows)).toEqual(['changed'])
    expect(await cards.activate({ ...proof('GIVEN CODE 9'), password })).toMatchObject({
      username: 'n330110/1001',
    })
    expect(await cards.put(rows)).toEqual(['same'])
    expect(await cards.activate({ ...proof('given-code-9'), password: 'another one' })).toBe('refused')
  })

  test('keeps no code that could be read', async () => {
    const code = await issued()
    const kept = JSON.stringify(await cardsIn(db).find({}).toArray())
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(code.replace('-', ''))
  })
})

describe('a code', () => {
  test('opens an account named after the card, once', async () => {
    const code = await issued()
    const answer = await cards.activate({
      ...proof(code.toLowerCase().replace('-', ' '), ' １００１'),
      password,
    })
    expect(answer).toMatchObject({ username: 'n330110/1001' })
    const account = await people.findByUsername('n330110/1001')
    expect(account).toMatchObject({
      roles: ['reader', 'reader-verified'],
      attributes: { display_name: '林晚晴', home_library: 'n330110', age_band: 'adult' },
    })
    expect(await cards.activate({ ...proof(code), password: 'another one' })).toBe('refused')
    expect(await canSignIn(password)).toBe(true)
    expect(await cards.ofAccount(account?.id ?? '')).toMatchObject([
      { username: 'n330110/1001', state: 'active' },
    ])
  })

  test('of another card, a wrong or late one, and one for a blocked or unknown card are refused alike', async () => {
    const code = await issued()
    for (const wrong of [
      proof('AAAAA-AAAAA'),
      proof(code, '1002'),
      proof(code, '9999'),
      proof(''),
      { ...proof(code), library: 'n33' },
    ])
      expect(await cards.activate({ ...wrong, password })).toBe('refused')
    clock += 91 * 86_400_000
    expect(await cards.activate({ ...proof(code), password })).toBe('refused')
    const fresh = await issued()
    expect(await cards.block('n330110/1001')).toBe(true)
    expect(await cards.activate({ ...proof(fresh), password })).toBe('refused')
    expect(await cards.issueCode('n330110/1001')).toBe(null)
    expect(await cards.unblock('n330110/1001')).toBe(true)
    expect(await cards.unblock('n330110/1001')).toBe(false)
    expect(await cards.activate({ ...proof(await issued()), password })).not.toBe('refused')
    expect(await people.findByUsername('n330110/9999')).toBe(null)
  })

  test('is not used up by an outsider, whatever they try, nor does their waiting become the holder’s', async () => {
    const code = await issued()
    for (let tries = 0; tries < 60; tries++) {
      if (tries > 10) clock += 901_000
      await cards.activate({ ...proof('AAAAA-AAAAA'), password, address: `198.51.100.${tries % 7}` })
    }
    expect(await cards.activate({ ...proof(code), password })).toMatchObject({ username: 'n330110/1001' })
  })

  test('guessed five times from one address makes the next wait there, ever longer', async () => {
    const code = await issued()
    const guess = () => cards.activate({ ...proof('AAAAA-AAAAA'), password })
    for (let tries = 0; tries < 5; tries++) await guess()
    expect(await cards.activate({ ...proof(code), password })).toBe('refused')
    // Five more, each as soon as it may be: then the wait is two minutes.
    for (let tries = 0; tries < 5; tries++) {
      clock += 60_001
      await guess()
    }
    clock += 60_001
    expect(await cards.activate({ ...proof(code), password })).toBe('refused')
    clock += 60_001
    expect(await cards.activate({ ...proof(code), password })).not.toBe('refused')
  })

  test('of a reader’s neighbour in the same reading room is tried as if nobody had mistyped theirs', async () => {
    const code = await issued('n330110/1002')
    for (let tries = 0; tries < 8; tries++) await cards.activate({ ...proof('AAAAA-AAAAA'), password })
    expect(await cards.activate({ ...proof(code, '1002'), password })).toMatchObject({
      username: 'n330110/1002',
    })
  })

  test('new for a card in use sets a new password of the same account', async () => {
    await cards.activate({ ...proof(await issued()), password })
    const before = await people.findByUsername('n330110/1001')
    expect(await cards.activate({ ...proof(await issued()), password: 'another one' })).not.toBe('refused')
    expect((await people.findByUsername('n330110/1001'))?.id).toBe(before?.id)
    expect(await canSignIn('another one')).toBe(true)
    expect(await canSignIn(password)).toBe(false)
  })

  test('for a card whose account was removed opens another: what was kept for the first is not the second one’s', async () => {
    await cards.activate({ ...proof(await issued()), password })
    const first = (await people.findByUsername('n330110/1001'))?.id ?? ''
    await cards.attach({ ...proof(await issued('n330110/1002'), '1002'), account: first })
    await people.remove(first)
    const answer = await cards.activate({ ...proof(await issued()), password })
    const second = (await people.findByUsername('n330110/1001'))?.id ?? ''
    expect(answer).toEqual({ account: second, username: 'n330110/1001' })
    expect(second).not.toBe(first)
    // A card that was added is free again too.
    const added = proof(await issued('n330110/1002'), '1002')
    expect(await cards.attach({ ...added, account: second })).toMatchObject({ account: second })
    await people.remove(second)
    const own = proof(await issued('n330110/1002'), '1002')
    expect(await cards.activate({ ...own, password })).toMatchObject({ username: 'n330110/1002' })
    expect(
      await cards.activate({ ...proof(await issued('n330110/1002'), '1002'), password: 'another one' }),
    ).not.toBe('refused')
  })

  test('sent several times at once with one password opens one account, and every press is told so', async () => {
    const code = await issued()
    const answers = await Promise.all([1, 2, 3].map(() => cards.activate({ ...proof(code), password })))
    const [account] = await peopleIn(db).find({}).toArray()
    expect(answers).toEqual(Array(3).fill({ account: account?._id, username: 'n330110/1001' }))
    expect(await peopleIn(db).find({}).toArray()).toHaveLength(1)
    // A press that comes late, and one that comes too late.
    clock += 110_000
    expect(await cards.activate({ ...proof(code.toLowerCase()), password })).toEqual({
      account: account?._id,
      username: 'n330110/1001',
      again: true,
    })
    clock += 11_000
    expect(await cards.activate({ ...proof(code), password })).toBe('refused')
    expect(await canSignIn(password)).toBe(true)
  })

  test('that another process spends while the provider is asked is refused', async () => {
    await cards.activate({ ...proof(await issued()), password })
    await people.remove((await people.findByUsername('n330110/1001'))?.id ?? '')
    const code = await issued()
    const whole = ours()
    const slow = cardsWith({
      ...whole,
      async has(account) {
        const there = await whole.has(account)
        await cardsIn(db).updateOne({ _id: 'n330110/1001' }, { $set: { code: '' } })
        return there
      },
    })
    expect(await slow.activate({ ...proof(code), password })).toBe('refused')
    expect(await canSignIn(password)).toBe(false)
  })

  test('sent to two processes at once opens one account', async () => {
    const code = await issued()
    const both = [cards, cardsWith(ours())]
    const answers = await Promise.all(both.map((each) => each.activate({ ...proof(code), password })))
    const [account] = await peopleIn(db).find({}).toArray()
    expect(answers).toContainEqual({ account: account?._id, username: 'n330110/1001' })
    expect(await peopleIn(db).find({}).toArray()).toHaveLength(1)
    expect(await canSignIn(password)).toBe(true)
  })

  test('sent several times at once with different passwords sets the one whose sender is told so', async () => {
    const code = await issued()
    const passwords = ['seven quiet rivers', 'eight loud brooks', 'nine slow lakes']
    const answers = await Promise.all(
      passwords.map((typed) => cards.activate({ ...proof(code), password: typed })),
    )
    expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(1)
    const comesIn: boolean[] = []
    for (const typed of passwords) comesIn.push(await canSignIn(typed))
    expect(comesIn).toEqual(answers.map((answer) => typeof answer === 'object'))
    expect(await peopleIn(db).find({}).toArray()).toHaveLength(1)
  })

  test('whose first sender’s password is refused goes to the next who waits', async () => {
    const whole = ours()
    cards = cardsWith({
      ...whole,
      open: async (account) => (account.password === 'short' ? 'password-refused' : whole.open(account)),
    })
    const code = await issued()
    const sent = ['short', password].map((typed) => cards.activate({ ...proof(code), password: typed }))
    expect(await Promise.all(sent)).toMatchObject(['password-refused', { username: 'n330110/1001' }])
  })

  // As a kill -9 leaves the store: what was written is there, what should have followed is not.
  test.each(['before', 'after'] as const)(
    'cut short %s the account is made serves again, for one account',
    async (when) => {
      const whole = ours()
      let cut = true
      cards = cardsWith({
        ...whole,
        async open(account) {
          const answer = cut && when === 'before' ? 'taken' : await whole.open(account)
          if (cut) throw new Error('the process ended')
          return answer
        },
      })
      const code = await issued()
      await expect(cards.activate({ ...proof(code), password })).rejects.toThrow('ended')
      expect(await cards.find('n330110/1001')).toMatchObject({ state: 'activating' })
      cut = false
      expect(await cards.activate({ ...proof(code), password: 'typed again' })).not.toBe('refused')
      expect(await peopleIn(db).find({}).toArray()).toHaveLength(1)
      expect(await canSignIn('typed again')).toBe(true)
      expect(await cards.activate({ ...proof(code), password })).toBe('refused')
    },
  )

  test('gives no password to an account that was switched off', async () => {
    await cards.activate({ ...proof(await issued()), password })
    const account = (await people.findByUsername('n330110/1001'))?.id ?? ''
    await people.update(account, { enabled: false })
    expect(await cards.activate({ ...proof(await issued()), password: 'another one' })).toBe('refused')
    expect(warnings).toHaveLength(1)
    await people.update(account, { enabled: true })
    expect(await canSignIn('another one')).toBe(false)
    expect(await canSignIn(password)).toBe(true)
  })

  test('does not take an account that was made by other means', async () => {
    await people.create({ username: 'n330110/1001', password: 'of somebody' })
    expect(await cards.activate({ ...proof(await issued()), password })).toBe('refused')
    expect(warnings).toHaveLength(1)
    expect(await canSignIn('of somebody')).toBe(true)
  })
})

test('a card to try with is there once, with its code, until somebody activates it', async () => {
  const card = demoCard(sealing)
  expect(demoCard(sealing)).toEqual(card)
  expect(await seedDemoCard(cards, card)).toBe(true)
  expect(await seedDemoCard(cards, card)).toBe(true)
  expect(await cards.activate({ ...proof(card.row.code, card.row.card), password })).toMatchObject({
    username: card.username,
  })
  expect(await seedDemoCard(cards, card)).toBe(false)
})

describe('a second card', () => {
  const second = async () => {
    await cards.activate({ ...proof(await issued()), password })
    await cards.put([row('77', { library: 'ndl' })])
    const account = (await people.findByUsername('n330110/1001'))?.id ?? ''
    return { account, library: 'ndl', card: '77', code: await issued('ndl/77'), address }
  }
  test('is added by its code, once, and then leads to the same account', async () => {
    const given = await second()
    expect(await cards.attach({ ...given, code: 'AAAAA-AAAAA' })).toBe('refused')
    expect(await cards.attach(given)).toEqual({ account: given.account, username: 'ndl/77' })
    // A double press of the button.
    expect(await cards.attach(given)).toMatchObject({ account: given.account, username: 'ndl/77' })
    expect(await cards.attach({ ...given, account: 'somebody else’s' })).toBe('refused')
    expect(await people.checkPassword('ndl/77', password, address)).toMatchObject({ id: given.account })
    expect((await cards.ofAccount(given.account)).map(({ username }) => username)).toEqual([
      'n330110/1001',
      'ndl/77',
    ])
  })
  test('cannot set the password of the account: its library would decide about another’s reader', async () => {
    const given = await second()
    await cards.attach(given)
    const code = await issued('ndl/77')
    expect(await cards.activate({ ...given, code, password: 'by the other library' })).toBe('refused')
    expect(await canSignIn(password)).toBe(true)
  })
  test('with an account of its own is not taken from it', async () => {
    const given = await second()
    await cards.activate({ ...given, password: 'own password' })
    expect(await cards.attach({ ...given, code: await issued('ndl/77') })).toBe('refused')
    // An account that is gone is joined by nothing.
    await cards.put([row('78', { library: 'ndl' })])
    expect(await cards.attach({ ...given, account: 'gone', card: '78', code: await issued('ndl/78') })).toBe(
      'refused',
    )
    expect(warnings).toHaveLength(1)
  })
})
