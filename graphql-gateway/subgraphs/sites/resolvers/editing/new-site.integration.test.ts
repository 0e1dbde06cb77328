// A new site by one mutation: whose it may be, what it begins as, and that asking twice makes one.
import { person, testNow } from '@shuxiang/permissions/fixture'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { plainEditing } from '../../editing/testing/page-rules.ts'
import { sites } from '../../module.ts'
import { publicationsIn } from '../../releases/documents.ts'
import { librariesIn, sitesIn } from '../../store/documents.ts'
import { createSites } from '../../subgraph.ts'

let store: TestStore
let db: Db
let n = 0
let audit = memoryAudit()
const now = new Date(testNow * 1000)
const execute = createExecutor(createSites({ sitesOrigin: 'https://lib.example', ...plainEditing }))
const member = (library: string, role: 'publisher' | 'branch-admin') =>
  person({ memberships: [{ library, role, expires: null }] })
const admin = member('n33', 'branch-admin')

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`new_site_${n++}`)
  audit = memoryAudit()
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now: () => now }, [module])
  await librariesIn(db).insertOne({
    ...{
      _id: 'n33',
      name: '浙江图书馆',
      level: 'PROVINCE',
      regionId: '33',
      demonstration: true,
      place: '33',
    },
  })
})

async function create(more = '', principal?: Person, library = 'n33') {
  const { data, errors } = await execute(
    `mutation{createSite(library:"${library}"${more}){id names{text} pages{path}}}`,
    {},
    testContext(db, { audit, now: () => now.getTime(), ...(principal && { principal }) }),
  )
  const [error] = errors ?? []
  return error ? (error.extensions['reason'] ?? error.extensions['code']) : Object(data)['createSite']
}

it('is opened by an admin of the library, of a template, and asks to be published', async () => {
  expect(await create(',template:"city"', admin)).toEqual({
    id: 'n33',
    names: [{ text: '浙江图书馆' }],
    pages: [{ path: '/' }],
  })
  expect(await sitesIn(db).findOne({ _id: 'n33' })).toMatchObject({ template: 'city', state: 'live' })
  expect(await publicationsIn(db).countDocuments({ site: 'n33' })).toBe(1)
  expect(audit.recorded).toMatchObject([
    {
      ...{ action: 'site.configure', outcome: 'done', object: 'site:n33' },
      details: { what: 'create', template: 'city' },
    },
  ])
})

it('is opened once, however often it is asked for, and never written over', async () => {
  await create('', admin)
  expect(await create('', admin)).toMatchObject({ id: 'n33' })
  expect(await create(',template:"city"', admin)).toBe('there')
  expect(await publicationsIn(db).countDocuments({ site: 'n33' })).toBe(1)
  expect(audit.recorded.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
})

it('is nobody else’s to open, and of nothing that is not there', async () => {
  expect(await create()).toBe('UNAUTHENTICATED')
  expect(await create('', member('n33', 'publisher'))).toBe('role')
  expect(await create('', member('n32', 'branch-admin'))).toBe('library')
  expect(await create('', admin, 'n99')).toBe('no-library')
  expect(await create(',template:"palace"', admin)).toBe('no-template')
  expect(await sitesIn(db).countDocuments({})).toBe(0)
})

it('everybody may read what templates there are', async () => {
  const { data } = await execute('{siteTemplates{id name{text} about{text}}}', {}, testContext(db, {}))
  expect(data).toEqual({
    siteTemplates: [{ id: 'county', name: [{ text: '县级馆' }], about: [{ text: '一县之馆' }] }],
  })
})
