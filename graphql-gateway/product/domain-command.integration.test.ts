// The command for hosts of sites, over a real store and a name server on the wire.
import { openAuditLog } from '@shuxiang/audit'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { openNameServer, type NameServer } from '@shuxiang/subgraph-sites/testing/name-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { domainCommand } from './domain-command.ts'

let store: TestStore
let names: NameServer
beforeAll(async () => {
  store = await openTestStore()
  names = await openNameServer()
  await store
    .db('hosts')
    .collection<{ _id: string }>('sites')
    .insertMany(['n3301', 'n3302'].map((_id) => ({ _id, state: 'live' })))
})
afterAll(async () => {
  await names.close()
  await store.close()
})

async function domain(...args: readonly string[]): Promise<string> {
  const told = await domainCommand(store.db('hosts'), args, { DNS_SERVERS: names.address })
  return 'refused' in told ? told.refused : told.join('\n')
}

it('gives a library a host of its own, by a record that it looks for, and takes it back', async () => {
  expect(await domain('n3301', 'list')).toBe('')
  const [, name = '', text = ''] =
    /TXT record {2}(\S+) {2}"([^"]+)"/.exec(await domain('n3301', 'claim', 'www.HZlib.cn')) ?? []
  expect(name).toBe('_shuxiang.www.hzlib.cn')
  await expect(domain('n3301', 'prove', 'www.hzlib.cn')).rejects.toThrow('There is no TXT record')
  names.records.set(name, [text])
  expect(await domain('n3301', 'prove', 'www.hzlib.cn')).toMatch(/^www.hzlib.cn +active$/)
  expect(await domain('n3301', 'primary', 'www.hzlib.cn')).toMatch(/active +primary since/)
  expect(await domain('n3302', 'retire', 'www.hzlib.cn')).toContain('n3302 has no')
  expect(await domain('n3301', 'retire', 'www.hzlib.cn')).toMatch(/retired +until/)
  expect(await domain('n3301', 'list')).toMatch(/^www.hzlib.cn +retired/)
  const noted = await openAuditLog(store.db('hosts'), Date.now).entries({ library: 'n3301', limit: 10 })
  expect(noted.map(({ actor, details }) => `${actor} ${String(details?.['what'])}`)).toEqual(
    ['retire', 'make-primary', 'prove', 'claim'].map((what) => `operator ${what}`),
  )
})

it.each([
  [['domain', 'n3301'], 'Use: npm run sites'],
  [['domain', 'n3301', 'list', 'x.cn'], 'Use: npm run sites'],
  [['domain', 'nobody', 'list'], 'The library nobody has no site'],
  [['domain', 'n3301', 'claim', '10.0.0.1'], 'give the name of a host'],
  [['domain', 'n3301', 'claim', 'n33.localhost'], 'belongs to the portal'],
  [['domain', 'n3301', 'prove', 'www.other.cn'], 'has not claimed'],
  [['domain', 'n3301', 'primary', 'www.other.cn'], 'does not serve'],
])('says what is wrong with %j', async (args, sentence) => {
  expect(await domain(...args.slice(1))).toContain(sentence)
})
