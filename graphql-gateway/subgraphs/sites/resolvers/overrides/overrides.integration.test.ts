// What stands over sites: who may put it there, when it holds, over whom, and what is noted.
import { person, testNow } from '@shuxiang/permissions/fixture'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import { createExecutor } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { prepared, people, subgraph } from '../../editing/testing/site.ts'
import { mostInForce } from '../../overrides/read.ts'
import { personal } from '../../personal.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
let now = testNow * 1000
const execute = createExecutor(subgraph)
const nation = person({ subject: 'lu', username: 'ndl/lu', roles: ['reader', 'staff', 'national-admin'] })
const province = people.admin

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('overrides')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  audit = memoryAudit()
  now = testNow * 1000
})

const run = (query: string, principal?: Person, tenant: string | null = null) =>
  execute(
    query,
    {},
    { ...testContext(db, { audit, now: () => now, ...(principal && { principal }) }), tenant },
  )
const reason = async (query: string, principal?: Person): Promise<unknown> => {
  const extensions = (await run(query, principal)).errors?.[0]?.extensions
  return extensions?.['reason'] ?? extensions?.['code'] ?? 'done'
}
const words = (text: string): string => `words:[{language:"zh-CN",text:"${text}"}]`
const emergency = (region = '', key = 'a-key-001', more = ''): string =>
  `mutation{setEmergency(key:"${key}"${region && `,region:"${region}"`},${words('台风红色预警')}${more}){id inForce region}}`
const edges = async () => {
  const text = 'edge{emergencies{text} grey takenDown{path words{text}}}'
  const { data } = await run(`{${text} n33:site(code:"n33"){${text}} n44:site(code:"n44"){${text}}}`)
  return data
}
const warning = [[{ text: '台风红色预警' }]]

it('a notice of the nation stands over the portal and every site, one of a province over its own', async () => {
  expect(await reason(emergency(), nation)).toBe('done')
  expect(await edges()).toMatchObject({
    edge: { emergencies: warning },
    n33: { edge: { emergencies: warning } },
    n44: { edge: { emergencies: warning } },
  })
  await run('mutation{endOverride(id:"nation:a-key-001"){inForce}}', nation)
  expect(await reason(emergency('33'), province)).toBe('done')
  expect(await edges()).toMatchObject({
    edge: { emergencies: [] },
    n33: { edge: { emergencies: warning } },
    n44: { edge: { emergencies: [] } },
  })
  expect(audit.recorded.map(({ action, library, details }) => [action, library, details?.['what']])).toEqual([
    ['override.set', 'ndl', 'emergency'],
    ['override.set', 'ndl', 'end'],
    ['override.set', 'n33', 'emergency'],
  ])
})

it('holds from its time to its time', async () => {
  const day = 24 * 3600_000
  const at = (time: number): string => new Date(time).toISOString()
  const mourning = `mutation{setMourning(key:"a-key-002",from:"${at(now + day)}",until:"${at(now + 2 * day)}"){id}}`
  expect(await reason(mourning, nation)).toBe('done')
  expect(await edges()).toMatchObject({ edge: { grey: false } })
  now += day
  expect(await edges()).toMatchObject({ edge: { grey: true }, n44: { edge: { grey: true } } })
  now += day
  expect(await edges()).toMatchObject({ edge: { grey: false } })
})

it('ends by a press, once', async () => {
  await run(emergency(), nation)
  const end = 'mutation{endOverride(id:"nation:a-key-001"){inForce endedAt}}'
  now += 1_000
  const ended = await run(end, nation)
  expect(ended.data).toMatchObject({ endOverride: { inForce: false } })
  now += 5_000
  expect((await run(end, nation)).data).toEqual(ended.data)
  expect(audit.recorded).toHaveLength(2)
  expect((await run('{overrides{kind inForce by}}', nation)).data).toEqual({
    overrides: [{ kind: 'EMERGENCY', inForce: false, by: 'ndl/lu' }],
  })
})

it('asked for twice is there once', async () => {
  await run(emergency(), nation)
  await run(emergency(), nation)
  expect(audit.recorded).toHaveLength(1)
  expect(await edges()).toMatchObject({ edge: { emergencies: warning } })
})

it('a page or a site is taken down by the nation alone, and readers are told why', async () => {
  const down = (path = ''): string =>
    `mutation{takeDown(key:"a-key-00${path.length}",site:"n33"${path && `,path:"${path}"`},${words('依法撤下')}){id path site}}`
  expect(await reason(down('/about'), province)).toBe('role')
  expect(await reason(down('/about'), nation)).toBe('done')
  expect(await edges()).toMatchObject({
    n33: { edge: { takenDown: [{ path: '/about', words: [{ text: '依法撤下' }] }] } },
    n44: { edge: { takenDown: [] } },
  })
  await run(down(), nation)
  const { data } = await run('{overrides(site:"n33"){id kind path words{text}}}', province)
  expect(data?.['overrides']).toHaveLength(2)
  // Whose site it is may see it, and not lift it.
  expect(await reason('mutation{endOverride(id:"n33:a-key-000"){id}}', province)).toBe('role')
  expect(await reason('mutation{endOverride(id:"n33:a-key-000"){id}}', nation)).toBe('done')
})

it.each([
  [
    'a county over its province',
    emergency('33'),
    () => person({ memberships: [{ library: 'n330110', role: 'branch-admin', expires: null }] }),
    'library',
  ],
  ['a province over the nation', emergency(), () => province, 'library'],
  ['a province over another', emergency('44'), () => province, 'library'],
  ['a county by its own number', emergency('3301'), () => nation, 'region'],
  ['nobody', emergency(), () => undefined, 'UNAUTHENTICATED'],
  [
    'words in no Chinese',
    'mutation{setEmergency(key:"a-key-001",words:[{language:"en",text:"x"}]){id}}',
    () => nation,
    'words',
  ],
  ['no words', 'mutation{setEmergency(key:"a-key-001",words:[]){id}}', () => nation, 'BAD_USER_INPUT'],
  [
    'a time without a zone',
    emergency('', 'a-key-001', ',until:"2026-12-01T00:00:00"'),
    () => nation,
    'until',
  ],
  [
    'an end before the beginning',
    emergency('', 'a-key-001', ',until:"2026-01-01T00:00:00Z"'),
    () => nation,
    'until',
  ],
  ['a key of nothing', emergency('', 'x'), () => nation, 'BAD_USER_INPUT'],
])('is refused: %s', async (_, query, who, why) => {
  expect(await reason(query, who())).toBe(why)
  expect(await edges()).toMatchObject({ edge: { emergencies: [] } })
})

it('so many stand over one place and no more', async () => {
  for (let n = 0; n < mostInForce; n++) await run(emergency('', `a-key-${100 + n}`), nation)
  expect(await reason(emergency('', 'one-too-many'), nation)).toBe('too-many')
})

it('who goes is named no more', async () => {
  await run(emergency(), nation)
  await personal.erase({ db, now: () => new Date(now) }, 'lu')
  expect((await run('{overrides{by}}', nation)).data).toEqual({ overrides: [{ by: '' }] })
})
