// A process that imports a list and comes to a stand where it is told to: the test then kills it.
import { MongoClient } from 'mongodb'
import { cardListJob } from '../job.ts'
import { plainRegistry } from './plain-registry.ts'

const [uri = '', name = '', stand = ''] = process.argv.slice(2)
const client = new MongoClient(uri)
const db = client.db(name)
const plain = plainRegistry(db)
const hang = (): Promise<never> => {
  process.stdout.write('stands\n')
  return new Promise(() => setInterval(() => {}, 1_000))
}
let batches = 0
const registry: typeof plain = {
  ...plain,
  async put(rows) {
    const last = ++batches === 2
    if (last && stand === 'before') return hang()
    const outcomes = await plain.put(rows)
    return last && stand === 'after' ? hang() : outcomes
  },
}
const audit = { record: () => (stand === 'noting' ? hang() : Promise.resolve()) }
const log = { debug() {}, info() {}, warn() {}, error() {} }
await cardListJob({ registry: () => registry, audit: () => audit }).run(
  { db, now: () => new Date(), log, dataDir: '', publicOrigin: '' },
  new AbortController().signal,
)
