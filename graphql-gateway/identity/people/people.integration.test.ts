// Accounts in a real store: one answer and one cost, lock-out, codes used once, what is kept.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  codeOf,
  createLockOut,
  createPasswords,
  createPeople,
  createSealing,
  demoPeople,
  drawSecret,
  preparePeople,
  seedDemoPeople,
  stepAt,
  type Account,
  type People,
} from './index.ts'
import { failuresIn, peopleIn } from './documents.ts'
import { defaultPolicy } from './lock-out.ts'
import { deriveKey } from './passwords.ts'

const sealing = createSealing(Buffer.alloc(32, 7))
let store: TestStore
let db: Db
let people: People
let clock: number
let derived: number
let n = 0

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const peopleWith = (of: Db, policy = defaultPolicy): People => {
  const now = () => clock
  const passwords = createPasswords({ ln: 4, r: 8, p: 1 }, (...given) => {
    derived += 1
    return deriveKey(...given)
  })
  return createPeople({
    db: of,
    sealing,
    passwords,
    lockOut: createLockOut({ db: of, sealing, now, policy }),
    now,
  })
}

beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  derived = 0
  db = store.db(`people_${n++}`)
  await preparePeople(db)
  await preparePeople(db)
  people = peopleWith(db)
})

const right = 'horse battery'
const home = '203.0.113.9'
const made = async (username = 'n330110/1001'): Promise<Account> => {
  const account = await people.create({ username, password: right, attributes: { home_library: 'n330110' } })
  if (account === 'taken') throw new Error(`${username} is taken`)
  return account
}
const attempt = async (username: string, password: string, address = home) => {
  derived = 0
  const answer = await people.checkPassword(username, password, address)
  return { answer: answer === 'refused' ? answer : 'accepted', derived }
}

test('wrong, unknown, disabled and locked have one answer, and the key is derived once for each', async () => {
  await made()
  const other = await made('n330110/1002')
  await people.update(other.id, { enabled: false })
  expect(await attempt('n330110/1001', right)).toEqual({ answer: 'accepted', derived: 1 })
  expect(await attempt('n330110/1001', 'wrong')).toEqual({ answer: 'refused', derived: 1 })
  expect(await attempt('n330110/9999', right)).toEqual({ answer: 'refused', derived: 1 })
  expect(await attempt('n330110/1002', right)).toEqual({ answer: 'refused', derived: 1 })
  for (let tries = 0; tries < 5; tries++) await attempt('n330110/1001', 'wrong')
  expect(await attempt('n330110/1001', right)).toEqual({ answer: 'refused', derived: 1 })
})

test('five failures lock for a minute, and the next lock again; a name that does not exist locks alike', async () => {
  await made()
  for (const username of ['n330110/1001', 'n330110/9999']) {
    for (let tries = 0; tries < 5; tries++) await attempt(username, 'wrong')
    const locks = await failuresIn(db).find({}).sort({ _id: 1 }).toArray()
    expect(locks.filter(({ until }) => until.getTime() === clock + 60_000)).toHaveLength(1)
    clock += 60_001
  }
  expect((await attempt('n330110/1001', 'wrong')).answer).toBe('refused')
  expect((await attempt('n330110/1001', right)).answer).toBe('refused')
  clock += 60_001
  expect((await attempt('n330110/1001', right)).answer).toBe('accepted')
  for (let tries = 0; tries < 4; tries++) await attempt('n330110/1001', 'wrong')
  expect((await attempt('n330110/1001', right)).answer).toBe('accepted')
})

test('fifty guesses at once are no more than five', async () => {
  await made()
  const guesses = Array.from({ length: 50 }, (_, guess) =>
    people.checkPassword('n330110/1001', `wrong ${guess}`, `10.0.0.${guess}`),
  )
  await Promise.all(guesses)
  const counters = await failuresIn(db)
    .find({ count: { $gt: 1 } })
    .toArray()
  expect(counters).toMatchObject([{ count: 5, until: new Date(clock + 60_000) }])
  expect((await attempt('n330110/1001', right)).answer).toBe('refused')
})

test('one address is stopped after many names, and another is not', async () => {
  people = peopleWith(db, { ...defaultPolicy, addressFailures: 8 })
  await made()
  for (let name = 0; name < 8; name++) await attempt(`n330110/20${name}`, 'wrong')
  // Whoever sends a flood of guesses is given no work of ours for it, whether there is an account or not.
  for (const name of ['n330110/1001', 'n330110/9999'])
    expect(await attempt(name, right)).toEqual({ answer: 'refused', derived: 0 })
  expect((await attempt('n330110/1001', right, '198.51.100.1')).answer).toBe('accepted')
  clock += 60_001
  expect((await attempt('n330110/1001', right)).answer).toBe('accepted')
})

test('right passwords use up nothing of an address, and its failures are forgotten with the window', async () => {
  people = peopleWith(db, { ...defaultPolicy, addressFailures: 8 })
  await made()
  const names = Array.from({ length: 7 }, (_, n) => `n33/${n}`)
  for (const name of names) await made(name)
  const crowd = await Promise.all(names.map((name) => people.checkPassword(name, right, home)))
  expect(crowd.filter((answer) => answer === 'refused')).toEqual([])
  for (let hour = 0; hour < 3; hour++) {
    for (let name = 0; name < 6; name++) await attempt(`n330110/30${hour}${name}`, 'wrong')
    expect((await attempt('n330110/1001', right)).answer).toBe('accepted')
    clock += 600_001
  }
})

test('names of failures cannot be read from the store: a reader may have typed a password there', async () => {
  await attempt('my secret password', 'x')
  const kept = JSON.stringify(await failuresIn(db).find({}).toArray())
  expect(kept).not.toMatch(/secret|203\.0/)
})

test('the case and width of a name do not matter, and it cannot be had twice', async () => {
  const { id } = await made()
  expect((await people.checkPassword('Ｎ330110/１００１', right, home)) !== 'refused').toBe(true)
  expect((await people.findByUsername('N330110/1001'))?.id).toBe(id)
  expect(await people.create({ username: 'N330110/1001' })).toBe('taken')
  expect(await people.create({ id, username: 'n330110/1003' })).toBe('taken')
  await expect(people.create({ username: 'n330110/1оо1' })).rejects.toThrow(TypeError)
})

test('a code is accepted once, and none older than the last', async () => {
  const { id } = await made()
  const secret = drawSecret()
  const codeAt = (steps: number) => codeOf(secret, stepAt(clock) + steps)
  expect(await people.checkCode(id, codeAt(0), home)).toBe(false)
  clock += 60_001
  expect(await people.enrolDevice(id, secret, 'junk')).toBe(false)
  expect(await people.enrolDevice(id, secret, codeAt(-1))).toBe(true)
  expect((await people.find(id))?.hasDevice).toBe(true)
  expect(await people.checkCode(id, codeAt(-1), home)).toBe(false)
  expect(await people.checkCode(id, codeAt(0), home)).toBe(true)
  expect(await people.checkCode(id, codeAt(0), home)).toBe(false)
  clock += 30_000
  const twice = await Promise.all([codeAt(0), codeAt(0)].map((code) => people.checkCode(id, code, home)))
  expect(twice.filter(Boolean)).toHaveLength(1)
})

test('wrong codes lock by themselves: a right password buys no new tries', async () => {
  const { id } = await made()
  const secret = drawSecret()
  await people.enrolDevice(id, secret, codeOf(secret, stepAt(clock) - 1))
  for (let tries = 0; tries < 5; tries++) {
    expect(await people.checkCode(id, '000000', home)).toBe(false)
    await people.checkPassword('n330110/1001', right, home)
  }
  expect(await people.checkCode(id, codeOf(secret, stepAt(clock)), home)).toBe(false)
  clock += 60_001
  expect(await people.checkCode(id, codeOf(secret, stepAt(clock)), home)).toBe(true)
})

test('neither passwords nor secrets can be read from the store, and a foreign key opens none', async () => {
  const { id } = await made()
  const secret = drawSecret()
  await people.enrolDevice(id, secret, codeOf(secret, stepAt(clock)))
  const doc = await peopleIn(db).findOne({ _id: id })
  expect(JSON.stringify(doc)).not.toMatch(new RegExp(`${secret}|${right}`))
  // The secret of one account put into another is of no use there.
  const other = await made('n330110/1002')
  await peopleIn(db).updateOne({ _id: other.id }, { $set: { device: doc?.device ?? '' } })
  await expect(people.checkCode(other.id, '000000', home)).rejects.toThrow(/another key/)
  expect(await people.removeDevice(other.id)).toBe(true)
  expect((await people.find(other.id))?.hasDevice).toBe(false)
})

test('a temporary password asks for another, which ends the asking', async () => {
  const { id } = await made()
  expect(await people.setPassword(id, 'given once', { temporary: true })).toBe(true)
  expect((await people.find(id))?.requiredActions).toEqual(['UPDATE_PASSWORD'])
  await people.setPassword(id, 'my own words')
  expect((await people.find(id))?.requiredActions).toEqual([])
  expect((await attempt('n330110/1001', 'my own words')).answer).toBe('accepted')
  expect(await people.setPassword('nobody', 'x')).toBe(false)
})

test('a further card leads to the same account, and to no second one', async () => {
  const { id } = await made()
  await made('n33/7')
  expect(await people.addName(id, 'ndl/5')).toBe('added')
  expect(await people.addName(id, 'ndl/5')).toBe('added')
  expect(await people.addName(id, 'n33/7')).toBe('taken')
  expect(await people.addName('nobody', 'n33/8')).toBe('missing')
  const found = await people.checkPassword('ndl/5', right, home)
  expect(found !== 'refused' && found.id).toBe(id)
})

test('accounts are walked through in the order of names, changed, and removed', async () => {
  for (const name of ['n33/3', 'n33/1', 'ndl/1', 'n33/2']) await made(name)
  const names = async (options: Parameters<People['page']>[0]) =>
    (await people.page(options)).map(({ username }) => username)
  expect(await names({ first: 2, after: null })).toEqual(['n33/1', 'n33/2'])
  expect(await names({ first: 9, after: 'n33/2' })).toEqual(['n33/3', 'ndl/1'])
  expect(await names({ first: 9, after: null, startsWith: 'n33/' })).toEqual(['n33/1', 'n33/2', 'n33/3'])
  expect(await names({ first: 9, after: 'n33/1', startsWith: 'n33/' })).toEqual(['n33/2', 'n33/3'])
  const { id } = (await people.findByUsername('n33/1')) ?? { id: '' }
  expect(
    await people.update(id, { roles: ['reader', 'staff'], attributes: { age_band: 'adult' } }),
  ).toMatchObject({
    roles: ['reader', 'staff'],
    attributes: { age_band: 'adult' },
  })
  expect(await people.update(id, {})).toMatchObject({ enabled: true })
  expect(await people.remove(id)).toBe(true)
  expect(await people.find(id)).toBe(null)
  expect(await people.update(id, { enabled: true })).toBe(null)
})

test('people to try with are made once, with what is said of them, and can sign in', async () => {
  const cast = demoPeople(sealing, '网络书香')
  expect(demoPeople(sealing, '网络书香')).toEqual(cast)
  expect(await seedDemoPeople(people, cast, () => clock)).toHaveLength(cast.length)
  expect(await seedDemoPeople(people, cast, () => clock)).toEqual([])
  for (const { username, password, device, roles } of cast) {
    const account = await people.checkPassword(username, password, home)
    expect(account).toMatchObject({ username, roles, hasDevice: device !== null })
    if (account !== 'refused' && device !== null)
      expect(await people.checkCode(account.id, codeOf(device, stepAt(clock)), home)).toBe(true)
  }
})
