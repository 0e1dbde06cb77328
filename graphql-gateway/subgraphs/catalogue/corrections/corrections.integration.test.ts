// Errors that readers report in texts, over a real store: sent once, seen by the nation's editors, decided, erased by their age.
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { book, kinds, poem } from '../fixtures/records.ts'
import { catalogue } from '../module.ts'
import type { CatalogueSearch } from '../search/port.ts'
import { withdraw } from '../store/withdraw.ts'
import { upsertMany } from '../store/write.ts'
import { createCatalogue } from '../subgraph.ts'
import { contactKept, day, mostADay, mostOfARecord, openContactKept, wordsKept } from './bounds.ts'
import { correctionsIn, type CorrectionDoc } from './documents.ts'
import { eraseOld } from './store.ts'

let store: TestStore
let db: Db
let n = 0
let time = testNow * 1000
let audit = memoryAudit()
const search: CatalogueSearch = {
  query: () => Promise.reject(new Error('nothing is searched here')),
  suggest: () => Promise.resolve([]),
  reading: () => null,
  highlight: (_, text) => [{ text, marked: false }],
}
const execute = createExecutor(
  createCatalogue({
    search,
    kinds,
    isLibrary: async () => true,
    isShells: (library, key) => !key.startsWith('by-another-way') && !key.startsWith(`not-${library}`),
  }),
)
const editor = person({ roles: ['reader', 'staff', 'national-editor'] })
const elsewhere = person({ memberships: [{ library: 'n33', role: 'branch-admin', expires: null }] })

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`corrections_${n++}`)
  audit = memoryAudit()
  time = testNow * 1000
  await prepareStore({ db, now: () => new Date(time) }, [catalogue])
  const own = poem({ id: 'pown', scopes: ['n44'] })
  await upsertMany(
    db,
    kinds,
    [poem({ id: 'p1', title: '静夜思' }), book('b1', 2), book('sole', 1), own],
    new Date(time),
  )
})

const run = (query: string, variables: Record<string, unknown> = {}, facts: object = {}) =>
  execute(query, variables, testContext(db, { now: () => time, audit, ...facts }))
const reasonOf = (errors: Awaited<ReturnType<typeof run>>['errors']): unknown =>
  errors?.[0] && (errors[0].extensions['reason'] ?? errors[0].extensions['code'])

async function send(correction: object = {}, key = `key-${n}-${time}`, tenant: string | null = null) {
  const { data, errors } = await run(
    'mutation($key:String!,$correction:CorrectionInput!){sendCorrection(key:$key,correction:$correction){reference}}',
    { key, correction: { record: 'p1', line: 'v2', wrong: '“疑”误作“凝”', ...correction } },
    { tenant },
  )
  return errors ? reasonOf(errors) : Object(data)['sendCorrection'].reference
}
const fields =
  'id reference part line title was now wrong should source contact state reason sentAt decidedAt erasedAt record{id title}'
async function seen(facts: object = { principal: editor }, state: string | null = null) {
  const { data, errors } = await run(
    `query($state:CorrectionState){corrections(state:$state){totalCount edges{node{${fields}}}}}`,
    { state },
    facts,
  )
  return errors ? reasonOf(errors) : Object(data)['corrections']
}
const nodes = async (state: string | null = null) =>
  (await seen({ principal: editor }, state)).edges.map(({ node }: { node: unknown }) => node)
const act = async (mutation: string, facts: object = { principal: editor }) => {
  const { data, errors } = await run(`mutation{${mutation}{state reason wrong contact}}`, {}, facts)
  return errors ? reasonOf(errors) : Object.values(Object(data))[0]
}
const decide = (id: string, decision: string, reason = '', facts?: object) =>
  act(`decideCorrection(id:"${id}",decision:${decision},reason:"${reason}")`, facts)

it('a report is kept once with the line that it is about, however often it is sent', async () => {
  const report = {
    wrong: ' 疑\u202e\r\n误作凝 ',
    should: '疑是地上霜。',
    source: '《全唐诗》卷165',
    contact: '13800000000',
  }
  const reference = await send(report, 'one-and-the-same')
  expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(await send(report, 'one-and-the-same')).toBe(reference)
  expect(await nodes()).toEqual([
    {
      ...{ id: 'one-and-the-same', reference, part: null, line: 'v2', title: '静夜思', was: '疑是地上霜。' },
      ...{ now: '疑是地上霜。', wrong: '疑 误作凝', should: '疑是地上霜。', source: '《全唐诗》卷165' },
      ...{ contact: '13800000000', state: 'OPEN', reason: '', decidedAt: null, erasedAt: null },
      ...{ sentAt: new Date(time).toISOString(), record: { id: 'p1', title: '静夜思' } },
    },
  ])
})

it.each([
  ['nothing said', { wrong: ' \n\u200f ' }, 'empty'],
  ['too much', { wrong: '长'.repeat(501) }, 'long'],
  ['too long a source', { source: '长'.repeat(301) }, 'long'],
  ['too long a contact', { contact: '1'.repeat(101) }, 'long'],
  ['half of a character', { should: '\ud800' }, 'long'],
  ['a line that is not there', { line: 'v5' }, 'gone'],
  ['a line of no form', { line: 'v1"]' }, 'gone'],
  ['a chapter that is not there', { part: 7 }, 'gone'],
  ['a chapter of no number', { part: -1 }, 'gone'],
  ['a record that is not there', { record: 'none' }, 'gone'],
  ['a record of no form', { record: '../p1' }, 'gone'],
])('%s is refused, and nothing of it is kept', async (_, correction, reason) => {
  expect(await send(correction)).toBe(reason)
  expect(await correctionsIn(db).countDocuments()).toBe(0)
})

it('it comes through the form alone, in the name of the site where it was written', async () => {
  expect(await send({}, 'short')).toBe('BAD_USER_INPUT')
  expect(await send({}, 'by-another-way')).toBe('form')
  expect(await send({}, 'not-portal-here')).toBe('form')
  expect(await send({}, 'not-n33-here', 'n33')).toBe('form')
  expect(await send({}, 'not-portal-here', 'n33')).toMatch(/^.{6}$/)
})

it('lines of chapters are reported too, and of the only chapter without its number', async () => {
  expect(await send({ record: 'b1', part: 2, line: 'p1' })).toMatch(/^.{6}$/)
  time += 1
  expect(await send({ record: 'sole', line: 'p1' })).toMatch(/^.{6}$/)
  expect(await nodes()).toMatchObject([{ was: '第1篇的正文' }, { part: 2, was: '第2篇的正文' }])
})

it('nobody reports on what is not shown to them: a record of one library', async () => {
  expect(await send({ record: 'pown' }, 'from-another-site', 'n33')).toBe('gone')
  expect(await send({ record: 'pown' }, 'from-its-own-site', 'n44')).toMatch(/^.{6}$/)
})

it('what is withdrawn has no lines to report', async () => {
  await withdraw(db, 'p1', { reason: '权利人要求', at: new Date(time) })
  expect(await send()).toBe('gone')
})

const kept = (k: number, facts: Partial<CorrectionDoc> = {}): CorrectionDoc => ({
  ...{
    _id: `report-${k}`,
    reference: 'ABC234',
    record: `other${k}`,
    title: '',
    part: null,
    line: 'v1',
    was: '',
  },
  ...{
    wrong: '错',
    should: '',
    source: '',
    contact: '',
    state: 'OPEN',
    sentAt: time - 1000,
    decidedAt: null,
  },
  ...{ reason: '', erasedAt: null, ...facts },
})

it('a flood is stopped: of one record, and of all', async () => {
  const ofOne = Array.from({ length: mostOfARecord }, (_, k) => kept(k, { record: 'p1' }))
  await correctionsIn(db).insertMany(ofOne)
  expect(await send()).toBe('full')
  await correctionsIn(db).deleteMany({})
  await correctionsIn(db).insertMany(Array.from({ length: mostADay }, (_, k) => kept(k)))
  expect(await send()).toBe('full')
  time += day
  expect(await send()).toMatch(/^.{6}$/)
})

it('only the editors and admins of the nation see it and decide', async () => {
  await send({}, 'to-be-seen')
  expect(await seen({})).toBeNull()
  for (const principal of [
    elsewhere,
    person({ roles: ['reader'] }),
    person({ roles: ['reader', 'staff', 'auditor'] }),
  ]) {
    expect(await seen({ principal })).toBe('role')
    expect(await decide('to-be-seen', 'ACCEPT', '', { principal })).toBe('role')
    expect(await act('eraseCorrection(id:"to-be-seen")', { principal })).toBe('role')
  }
  expect(await decide('to-be-seen', 'ACCEPT', '', {})).toBe('UNAUTHENTICATED')
  expect(await decide('nothing-there', 'ACCEPT')).toBe('gone')
  expect(await decide('../nothing', 'ACCEPT')).toBe('gone')
  expect(
    (await seen({ principal: person({ roles: ['reader', 'staff', 'national-admin'] }) })).totalCount,
  ).toBe(1)
})

it('it is accepted and settled, or declined with a reason, each in the log without its words', async () => {
  await send({ contact: 'a@b.cn' }, 'to-be-decided')
  const id = 'to-be-decided'
  expect(await decide(id, 'SETTLE')).toBe('decided')
  expect(await decide(id, 'DECLINE', '  ')).toBe('empty')
  expect(await decide(id, 'DECLINE', '长'.repeat(501))).toBe('long')
  expect(audit.recorded).toHaveLength(0)
  expect(await decide(id, 'ACCEPT', '据四部丛刊本')).toMatchObject({
    state: 'ACCEPTED',
    reason: '据四部丛刊本',
  })
  // The same once more is the same; of two the second is told, and the first stands.
  const noted = audit.recorded.length
  expect(await decide(id, 'ACCEPT', '据四部丛刊本')).toMatchObject({ state: 'ACCEPTED' })
  expect(audit.recorded).toHaveLength(noted)
  expect(await decide(id, 'DECLINE', '不是错误')).toBe('decided')
  expect(await nodes('ACCEPTED')).toHaveLength(1)
  expect(await nodes('OPEN')).toEqual([])
  expect(await decide(id, 'SETTLE', '已改')).toMatchObject({ state: 'SETTLED' })
  expect(await decide(id, 'REOPEN')).toMatchObject({ state: 'OPEN', reason: '' })
  expect(await decide(id, 'DECLINE', '底本如此')).toMatchObject({ state: 'DECLINED', reason: '底本如此' })
  expect(await act(`eraseCorrection(id:"${id}")`)).toMatchObject({ wrong: null, contact: null, reason: '' })
  expect(await act(`eraseCorrection(id:"${id}")`)).toMatchObject({ wrong: null })
  const said = JSON.stringify(audit.recorded)
  expect(said).toContain(`correction:${id}`)
  expect(said).not.toMatch(/误作|a@b\.cn|丛刊/)
})

it('staff see when the line has changed since, or is gone', async () => {
  await send({}, 'about-a-line')
  const texts = [{ n: 0, title: null, paragraphs: [{ text: '一句。', kind: 'verse' as const }] }]
  await upsertMany(db, kinds, [poem({ id: 'p1' }, { texts })], new Date(time + 1))
  expect(await nodes()).toMatchObject([{ was: '疑是地上霜。', now: null }])
})

it('contact and words go in their time, and what is accepted stays until it is settled', async () => {
  const decidedAt = new Date(time)
  const contact = 'a@b.cn'
  await correctionsIn(db).insertMany([
    kept(1, { state: 'ACCEPTED', decidedAt, contact }),
    kept(2, { state: 'DECLINED', decidedAt, contact }),
    kept(3, { contact, sentAt: time }),
  ])
  const at = async (age: number) => {
    await eraseOld(db, new Date(time + age))
    const docs = await correctionsIn(db).find().sort({ _id: 1 }).toArray()
    return docs.map((doc) => [doc.contact !== '', doc.wrong !== ''])
  }
  expect(await at(contactKept - 1)).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ])
  expect(await at(contactKept + 1)).toEqual([
    [false, true],
    [false, true],
    [true, true],
  ])
  expect(await at(wordsKept + 1)).toEqual([
    [false, true],
    [false, false],
    [true, true],
  ])
  expect(await at(openContactKept + 1)).toEqual([
    [false, true],
    [false, false],
    [false, true],
  ])
  expect(catalogue.jobs?.map(({ name }) => name)).toContain('corrections-erase')
})
