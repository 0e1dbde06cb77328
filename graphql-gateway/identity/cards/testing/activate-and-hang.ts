// A process that begins to activate a card and comes to a stand where it is told to: the test then kills it.
import { MongoClient } from 'mongodb'
import { createLockOut, createPasswords, createPeople, createSealing } from '../../people/index.ts'
import { accountsOfPeople, createCards, type CardAccounts } from '../index.ts'

const [uri = '', name = '', stand = '', card = '', code = ''] = process.argv.slice(2)
const client = new MongoClient(uri)
const db = client.db(name)
const sealing = createSealing(Buffer.alloc(32, 7))
const now = Date.now
const lockOut = createLockOut({ db, sealing, now })
const people = createPeople({ db, sealing, passwords: createPasswords({ ln: 4, r: 8, p: 1 }), lockOut, now })
const whole = accountsOfPeople(people, () => Promise.resolve())
const accounts: CardAccounts = {
  ...whole,
  async open(account) {
    const hang = (): Promise<never> => {
      process.stdout.write('stands\n')
      return new Promise(() => setInterval(() => {}, 1_000))
    }
    if (stand === 'before') return hang()
    await whole.open(account)
    return hang()
  },
}
const cards = createCards({ db, sealing, now, lockOut, accounts, warn: () => {} })
await cards.activate({ library: 'n330110', card, code, address: '203.0.113.9', password: 'typed before' })
