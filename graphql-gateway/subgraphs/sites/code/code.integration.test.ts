// Code that libraries ask for, over a real store: asked for by one, let through by another, shown nowhere before and nowhere after.
import { createHash } from 'node:crypto'
import type { Person } from '@shuxiang/permissions'
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, prepared, subgraph } from '../editing/testing/site.ts'
import { personal } from '../personal.ts'
import { refreshesIn } from '../releases/documents.ts'
import { librariesIn } from '../store/documents.ts'
import { mostADay, mostAtOnce, mostBytes } from './bounds.ts'
import { settleCode } from './change.ts'
import { codesIn } from './documents.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
let now = testNow * 1000
const execute = createExecutor(subgraph)
const chief = (subject: string, facts: Partial<Person> = {}): Person =>
  person({ subject, username: `ndl/${subject}`, roles: ['reader', 'staff', 'national-admin'], ...facts })
const lu = chief('lu')
const admin = people.admin
const html = '<canvas></canvas><script>draw()</script>'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('codes')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  await librariesIn(db).insertMany(
    ['n33', 'n44'].map((_id) => ({
      ...{ _id, name: _id, level: 'PROVINCE', regionId: _id.slice(1), place: _id, demonstration: true },
    })),
  )
  audit = memoryAudit()
  now = testNow * 1000
})

const run = (query: string, principal?: Person, variables: object = {}, tenant: string | null = null) =>
  execute(
    query,
    { ...variables },
    { ...testContext(db, { audit, now: () => now, ...(principal && { principal }) }), tenant },
  )
async function did(...given: Parameters<typeof run>): Promise<unknown> {
  const { data, errors } = await run(...given)
  const why = errors?.[0]?.extensions
  return why ? (why['reason'] ?? why['code']) : Object.values(data ?? {})[0]
}
const ask = (more: object = {}, who: Person = admin) =>
  did(
    `mutation($key:String!,$site:String!,$title:String!,$html:String!,$height:Int!,$why:String!){
      requestCode(key:$key,site:$site,title:$title,html:$html,height:$height,why:$why)
        {id site state html bytes sha256 height title why askedBy mine settledBy settledAt reason}}`,
    who,
    { key: 'a-key-01', site: 'n33', title: '倒计时', html, height: 200, why: '馆庆', ...more },
  )
const id = 'n33-a-key-01'
const approve = (who: Person = lu, sha256 = hashOf(html)) =>
  did(`mutation{approveCode(id:"${id}",sha256:"${sha256}"){state settledBy mine}}`, who)
const refuse = (who: Person = lu, reason = '用途不清') =>
  did(`mutation{refuseCode(id:"${id}",reason:"${reason}"){state reason settledBy}}`, who)
const withdraw = (who: Person = admin) => did(`mutation{withdrawCode(id:"${id}"){state}}`, who)
const shown = (tenant: string | null = 'n33', sha256 = hashOf(html)) =>
  run(
    `{pageCode(id:"${id}"){id sha256 height} approvedCode(id:"${id}",sha256:"${sha256}")}`,
    undefined,
    {},
    tenant,
  ).then(({ data }) => data)
const nothing = { pageCode: null, approvedCode: null }

it('is asked for, let through by another person, and shown from then on', async () => {
  expect(await ask()).toEqual({
    ...{ id, site: 'n33', state: 'ASKED', html, bytes: html.length, sha256: hashOf(html), height: 200 },
    ...{ title: '倒计时', why: '馆庆', askedBy: 'n33/admin', mine: true },
    ...{ settledBy: null, settledAt: null, reason: null },
  })
  expect(await shown()).toEqual(nothing)
  expect(await approve()).toEqual({ state: 'APPROVED', settledBy: 'ndl/lu', mine: false })
  expect(await shown()).toEqual({
    pageCode: { id, sha256: hashOf(html), height: 200 },
    approvedCode: html,
  })
  // The same once more is the same, and is noted once.
  expect(await approve()).toMatchObject({ state: 'APPROVED' })
  expect(
    audit.recorded.map(({ action, library, object, details }) => [action, library, object, details]),
  ).toEqual([
    ['code.request', 'n33', `code:${id}`, { what: 'ask', sha256: hashOf(html) }],
    ['code.approve', 'n33', `code:${id}`, { what: 'approve', sha256: hashOf(html) }],
  ])
})

it('is shown on sites whose code it is, and of another hash not at all', async () => {
  await ask()
  await approve()
  expect(await shown('n330110')).toMatchObject({ approvedCode: html })
  for (const tenant of ['n44', 'n440106', null]) expect(await shown(tenant)).toEqual(nothing)
  expect(await shown('n33', '0'.repeat(64))).toMatchObject({ approvedCode: null })
  await codesIn(db).updateOne({ _id: id }, { $set: { site: 'ndl' } })
  for (const tenant of ['n44', null]) expect(await shown(tenant)).toMatchObject({ approvedCode: html })
})

describe('nobody lets through', () => {
  it('what they asked for themselves', async () => {
    await ask({}, lu)
    expect(await approve(lu)).toBe('second-person')
    expect(await refuse(lu)).toBe('second-person')
    expect(audit.recorded.at(-1)).toMatchObject({ outcome: 'refused', reason: 'second-person' })
    expect(await shown()).toEqual(nothing)
    expect(await approve(chief('shen'))).toMatchObject({ state: 'APPROVED' })
  })
  it('anything without a fresh sign-in, or as anybody but a national admin', async () => {
    await ask()
    expect(await approve(chief('tired', { authenticatedAt: testNow - 901 }))).toBe('STEP_UP_REQUIRED')
    for (const who of [admin, people.foreign, people.lin, people.national])
      expect(await approve(who)).toBe('role')
    expect(await shown()).toEqual(nothing)
  })
  it('bytes other than those that they looked at', async () => {
    await ask()
    expect(await approve(lu, hashOf('<p>other</p>'))).toBe('other-code')
    expect(await shown()).toEqual(nothing)
    expect(audit.recorded).toHaveLength(1)
  })
})

describe('is settled once', () => {
  it('refused with a reason, and then neither let through nor withdrawn', async () => {
    await ask()
    expect(await refuse(lu, ' ')).toBe('reason')
    expect(await refuse()).toEqual({ state: 'REFUSED', reason: '用途不清', settledBy: 'ndl/lu' })
    expect(await approve()).toBe('settled')
    expect(await withdraw()).toBe('settled')
    expect(await shown()).toEqual(nothing)
    expect(audit.recorded.map(({ reason }) => reason ?? null)).toEqual([null, '用途不清'])
  })
  it('withdrawn by the library or the nation, and then never shown again', async () => {
    for (const [key, who] of [
      ['a-key-01', admin],
      ['a-key-02', lu],
    ] as const) {
      await ask({ key })
      const of = `n33-${key}`
      await did(`mutation{approveCode(id:"${of}",sha256:"${hashOf(html)}"){state}}`, chief('shen'))
      expect(await did(`mutation{withdrawCode(id:"${of}"){state}}`, who)).toEqual({ state: 'WITHDRAWN' })
      expect(
        await did(`{approvedCode(id:"${of}",sha256:"${hashOf(html)}")}`, undefined, {}, 'n33'),
      ).toBeNull()
    }
    expect(await approve()).toBe('settled')
    // Its pages are drawn again, and say themselves that it is gone.
    expect(await refreshesIn(db).countDocuments({ _id: 'n33' })).toBe(1)
  })
  it('by one of two at once, and the other is told', async () => {
    await ask()
    const code = await codesIn(db).findOne({ _id: id })
    if (!code) throw new Error('It is not there.')
    const who = { by: 'x', name: 'x', at: new Date(now), reason: '' }
    await settleCode(db, code, ['ASKED', 'APPROVED'], 'WITHDRAWN', who)
    expect(await settleCode(db, code, ['ASKED'], 'APPROVED', who)).toMatchObject({ state: 'WITHDRAWN' })
    expect(await shown()).toEqual(nothing)
  })
})

describe('is asked for', () => {
  it('once, however often it is sent; by that key nothing else', async () => {
    await ask()
    expect(await ask()).toMatchObject({ id, state: 'ASKED' })
    expect(await ask({ html: '<p>other</p>' })).toBe('key')
    expect(await codesIn(db).countDocuments()).toBe(1)
    expect(audit.recorded).toHaveLength(1)
  })
  it.each<[string, object, unknown]>([
    ['nothing', { html: ' \n' }, 'html'],
    ['more than is kept', { html: '长'.repeat(mostBytes / 3 + 1) }, 'html'],
    ['half a character', { html: '\ud800' }, 'html'],
    ['a direction that nobody sees', { html: '<p>\u202e</p>' }, 'unseen'],
    ['a space of no width', { html: 'a\u200bb' }, 'unseen'],
    ['an end of a text', { html: 'a\u0000b' }, 'unseen'],
    ['a height of nothing', { height: 79 }, 'height'],
    ['a tower', { height: 1201 }, 'height'],
    ['no title', { title: ' ' }, 'title'],
    ['no purpose', { why: '' }, 'why'],
    ['a purpose without end', { why: '长'.repeat(501) }, 'why'],
    ['a short key', { key: 'x' }, 'BAD_USER_INPUT'],
    ['a site that is not there', { site: 'n99' }, 'no-site'],
    ['the site of another library', { site: 'n44' }, 'library'],
  ])('never with %s', async (_, more, why) => {
    expect(await ask(more)).toBe(why)
    expect(await codesIn(db).countDocuments()).toBe(0)
  })
  it('with as many bytes as are kept, and lines of any kind', async () => {
    expect(await ask({ html: `\t\r\n${'x'.repeat(mostBytes - 3)}` })).toMatchObject({ bytes: mostBytes })
  })
  it('as often as a site may have, and as often as in a day', async () => {
    const key = (n: number) => ({ key: `many-key-${n}` })
    for (let n = 0; n < mostAtOnce; n++) expect(await ask(key(n))).toMatchObject({ state: 'ASKED' })
    expect(await ask(key(99))).toBe('full')
    await codesIn(db).updateMany({}, { $set: { state: 'WITHDRAWN' } })
    for (let n = mostAtOnce; n < mostADay; n++) await ask(key(n))
    await codesIn(db).updateMany({}, { $set: { state: 'REFUSED' } })
    expect(await ask(key(99))).toBe('full')
    now += 24 * 3600_000
    expect(await ask(key(99), { ...admin, authenticatedAt: now / 1000 })).toMatchObject({ state: 'ASKED' })
  })
})

describe('is listed', () => {
  const list = (args: string, who: Person | undefined) =>
    did(`{siteCodes${args}{totalCount edges{node{id library{id}}}}}`, who)
  it('to those of its site, and all that waits to the nation', async () => {
    await ask()
    now += 10
    await ask({ key: 'a-key-02', site: 'n44' }, people.foreign)
    await refuse()
    const one = (_id: string) => ({ node: { id: _id, library: { id: _id.slice(0, 3) } } })
    expect(await list('(site:"n33")', admin)).toEqual({ totalCount: 1, edges: [one(id)] })
    expect(await list('', lu)).toEqual({ totalCount: 2, edges: [one('n44-a-key-02'), one(id)] })
    expect(await list('(state:ASKED)', lu)).toMatchObject({ edges: [one('n44-a-key-02')] })
    expect(await list('(site:"n33",state:ASKED)', admin)).toMatchObject({ edges: [] })
  })
  it('to nobody else, nor is one of them shown', async () => {
    await ask()
    const one = `{siteCode(id:"${id}"){html mine}}`
    expect(await did(one, lu)).toEqual({ html, mine: false })
    expect(await did(one, people.foreign)).toBe('library')
    expect(await did(one, people.lin)).toBe('role')
    expect(await did(one)).toBeNull()
    expect(await list('', admin)).toBe('library')
    expect(await list('(site:"n33")', people.foreign)).toBe('library')
    expect(await list('', undefined)).toBeNull()
    expect(await did('{siteCode(id:"n33-no-such-code"){id}}', lu)).toBe('gone')
    expect(await did('{siteCode(id:"../x"){id}}', lu)).toBe('gone')
  })
})

it('who goes is named no more, and takes along what they did', async () => {
  await ask()
  await approve()
  const parts = { db, now: () => new Date(now) }
  expect(await personal.export(parts, 'admin')).toMatchObject({
    code: { asked: [{ code: id }], settled: [] },
  })
  expect(await personal.export(parts, 'lu')).toMatchObject({ code: { settled: [{ code: id }] } })
  for (const subject of ['admin', 'lu']) await personal.erase(parts, subject)
  expect(await did(`{siteCode(id:"${id}"){askedBy settledBy state}}`, lu)).toEqual({
    ...{ askedBy: '', settledBy: '', state: 'APPROVED' },
  })
})
