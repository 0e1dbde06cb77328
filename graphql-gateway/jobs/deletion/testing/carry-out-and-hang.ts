// Carries out what is due and hangs before or after a step, for a test that kills it there. Says so by a line.
import { accountsById, asProvisioner } from '@shuxiang/identity/admin-client'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { carryOut } from '@shuxiang/subgraph-account/deletion'
import { personalKeepers } from '@shuxiang/subgraph-kit/module'
import { MongoClient } from 'mongodb'
import { stepsOf } from '../job.ts'

const [uri = '', database = '', origin = '', secretFile = '', at = '', stand = ''] = process.argv.slice(2)
const db = (await new MongoClient(uri).connect()).db(database)
const now = (): Date => new Date()
const accounts = accountsById(asProvisioner({ origin, realm: 'ndl', secretFile }))
const hang = (): Promise<never> => {
  process.stdout.write('there\n')
  return new Promise(() => setInterval(() => {}, 1_000))
}
const steps = stepsOf({ db, now }, { accounts }, await personalKeepers(subgraphs)).map((step) => ({
  ...step,
  async run(subject: string) {
    if (step.name === at && stand === 'before') await hang()
    await step.run(subject)
    if (step.name === at) await hang()
  },
}))
await carryOut(
  { db, now, steps, failed: (_, error) => process.stderr.write(String(error)) },
  AbortSignal.timeout(60_000),
)
