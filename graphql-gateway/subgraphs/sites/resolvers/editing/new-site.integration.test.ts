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
import { librariesIn, sitePagesIn, sitesIn } from '../../store/documents.ts'
import { openSite } from '../../store/open-site.ts'
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

/** A store of which the process ends at its n-th write: that one and all later ones are not done. */
function endingAt(n: number): Db {
  let writes = 0
  const ending = (target: object): object =>
    new Proxy(target, {
      get(on, name) {
        const member: unknown = Reflect.get(on, name, on)
        if (typeof member !== 'function') return member
        return (...given: readonly unknown[]) => {
          if (/^(insert|update|bulkWrite|replace|findOneAnd|delete)/.test(String(name)) && ++writes >= n)
            throw new Error('the process ends')
          const answer: unknown = Reflect.apply(member, on, given)
          return name === 'collection' ? ending(Object(answer)) : answer
        }
      },
    })
  return ending(db) as Db
}

/** As the product has it: pages that only one template has. */
const templates: typeof plainEditing.newSite = (template, library) => {
  const made = plainEditing.newSite(template, library)
  const page = made?.pages.get('/') ?? ''
  return made && { ...made, pages: new Map([...made.pages, [`/${made.template}`, page]]) }
}
const opening = createExecutor(
  createSites({ sitesOrigin: 'https://lib.example', ...plainEditing, newSite: templates }),
)
async function open(more: string, on = db): Promise<unknown> {
  const context = testContext(on, { audit, now: () => now.getTime(), principal: admin })
  const { data, errors } = await opening(
    `mutation{createSite(library:"n33"${more}){id pages{path}}}`,
    {},
    context,
  )
  const [error] = errors ?? []
  if (error) return error.extensions['reason'] ?? 'ended'
  return Object(data)
    ['createSite'].pages.map((one: { readonly path: string }) => one.path)
    .sort()
}

it('that was not finished is finished as it was begun, wherever the process ended', async () => {
  const ends: unknown[] = []
  for (let n = 1; ; n++) {
    const before = await open(',template:"city"', endingAt(n))
    if (before !== 'ended') break
    const begun = (await sitePagesIn(db).countDocuments({ site: 'n33' })) > 0
    const there = (await sitesIn(db).countDocuments({ _id: 'n33' })) > 0
    ends.push([begun, there])
    if (begun) {
      expect(await open(',template:"county"')).toBe(there ? 'there' : 'begun-otherwise')
      expect(await sitePagesIn(db).countDocuments({ path: '/county' })).toBe(0)
    }
    expect(await open(there || !begun ? ',template:"city"' : '')).toEqual(['/', '/city'])
    expect(await sitesIn(db).findOne({ _id: 'n33' })).toMatchObject({ template: 'city' })
    expect(await publicationsIn(db).countDocuments({ site: 'n33' })).toBe(1)
    for (const name of ['site_pages', 'sites', 'site_publications']) await db.collection(name).deleteMany({})
  }
  // Before anything, after the home page, after all pages, and after the site itself.
  expect(ends.slice(0, 3)).toEqual([
    [false, false],
    [true, false],
    [true, false],
  ])
  expect(ends.at(-1)).toEqual([true, true])
})

it('that two open at once of two templates is of one of them, whole', async () => {
  const answers = await Promise.all([open(',template:"city"'), open(',template:"county"')])
  const [{ template = '' } = {}] = await sitesIn(db).find({}).toArray()
  expect(answers.filter((answer) => typeof answer !== 'string')).toEqual([['/', `/${template}`]])
  expect(await sitePagesIn(db).countDocuments({ site: 'n33' })).toBe(2)
})

it('of which another template was begun is told, and nothing of it is written', async () => {
  const library = { code: 'n33', name: '浙江图书馆' }
  const [city, county] = [templates('city', library), templates('county', library)]
  if (!city || !county) throw new Error('There are no templates.')
  await expect(openSite(endingAt(2), city, now)).rejects.toThrow('the process ends')
  expect(await openSite(db, county, now)).toEqual({ begunAs: 'city' })
  expect(await sitePagesIn(db).countDocuments({})).toBe(1)
  expect(await openSite(db, city, now)).toBe('made')
  expect(await openSite(db, county, now)).toBe('there')
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
