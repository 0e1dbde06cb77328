// Publishes what waits and hangs after a step, for a test that kills it there. Says so by a line.
import { MongoClient } from 'mongodb'
import { publishJob } from '../job.ts'
import type { Step } from '../ports.ts'
import { plainPorts } from './plain-ports.ts'

const [uri = '', database = '', at = '', time = ''] = process.argv.slice(2)
const db = (await new MongoClient(uri).connect()).db(database)
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const passed = async (step: Step): Promise<void> => {
  if (step !== at) return
  process.stdout.write('there\n')
  await new Promise(() => setInterval(() => {}, 1_000))
}
await publishJob({ ...plainPorts, passed }).run(
  { db, now: () => new Date(time), log: quiet, dataDir: '', publicOrigin: '' },
  AbortSignal.timeout(60_000),
)
process.stdout.write('done\n')
