// What readers write to libraries, over a real store: sent once, seen by those who may, erased by its age.
import { person, testNow } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { visiting } from '../module.ts'
import { createVisiting } from '../subgraph.ts'
import { contactKept, messageKept, mostADay, openKept } from './bounds.ts'
import { feedbackIn } from './documents.ts'
import { eraseOld } from './store.ts'

let store: TestStore
let db: Db
let n = 0
let time = testNow * 1000
let audit = memoryAudit()
const module = visiting({ libraries: async () => [] })
const execute = createExecutor(
  createVisiting({
    isLibrary: async (id) => /^n\d+$/.test(id),
    pagesChanged: async () => undefined,
    isShells: (_, key) => !key.startsWith('by-another-way'),
  }),
)
const member = (library: string, role: 'editor' | 'publisher') =>
  person({ memberships: [{ library, role, expires: null }] })
const publisher = member('n33', 'publisher')

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`feedback_${n++}`)
  audit = memoryAudit()
  time = testNow * 1000
  await prepareStore({ db, now: () => new Date(time) }, [module])
})

const run = (query: string, variables: Record<string, unknown> = {}, facts: object = {}) =>
  execute(query, variables, testContext(db, { now: () => time, audit, ...facts }))
const reasonOf = (errors: Awaited<ReturnType<typeof run>>['errors']): unknown =>
  errors?.[0] && (errors[0].extensions['reason'] ?? errors[0].extensions['code'])

async function send(message: object, key = `key-${n}-${Math.round(time)}`, tenant: string | null = 'n33') {
  const { data, errors } = await run(
    'mutation($key:String!,$message:FeedbackInput!){sendFeedback(key:$key,message:$message){reference}}',
    { key, message: { kind: 'COMPLAINT', text: '空调太冷', ...message } },
    { tenant },
  )
  return errors ? reasonOf(errors) : Object(data)['sendFeedback'].reference
}
const all = 'edges{node{id reference kind text contact page state note settledAt erasedAt}}totalCount'
async function seen(facts: object = { principal: publisher }, state: string | null = null) {
  const { data, errors } = await run(
    `query($state:FeedbackState){feedback(library:"n33",state:$state){${all}}}`,
    { state },
    facts,
  )
  return errors ? reasonOf(errors) : Object(data)['feedback']
}
const nodes = async (state: string | null = null) =>
  (await seen({ principal: publisher }, state)).edges.map(({ node }: { node: unknown }) => node)
const act = async (mutation: string, facts: object = { principal: publisher }) => {
  const { data, errors } = await run(`mutation{${mutation}{id state note text contact}}`, {}, facts)
  return errors ? reasonOf(errors) : Object.values(Object(data))[0]
}

it('a message is kept once, however often it is sent, and its reference is the same', async () => {
  const message = {
    kind: 'QUESTION',
    text: '  周一\r\n开门吗？\u202e ',
    contact: '13800000000',
    page: '/visit',
  }
  const reference = await send(message, 'one-and-the-same')
  expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  expect(await send(message, 'one-and-the-same')).toBe(reference)
  expect(await nodes()).toEqual([
    {
      ...{ id: 'n33:one-and-the-same', reference, kind: 'QUESTION', text: '周一\n开门吗？', state: 'OPEN' },
      ...{ contact: '13800000000', page: '/visit', note: '', settledAt: null, erasedAt: null },
    },
  ])
})

it('what is no message is refused, and nothing of it is kept', async () => {
  expect(await send({ text: ' \n ' })).toBe('empty')
  expect(await send({ text: '长'.repeat(2001) })).toBe('long')
  expect(await send({ contact: '1'.repeat(101) })).toBe('long')
  expect(await send({ text: '\ud800' })).toBe('long')
  expect(await send({}, 'short')).toBe('BAD_USER_INPUT')
  expect(await send({}, 'by-another-way')).toBe('form')
  expect(await send({}, 'a-good-key', null)).toBe('nowhere')
  expect(await nodes()).toEqual([])
  await send({ page: '//evil.example/x' }, 'another-page')
  expect(await nodes()).toMatchObject([{ page: null }])
})

it('a flood is stopped and counts for one library alone', async () => {
  const message = { library: 'n33', kind: 'THANKS' as const, text: '谢谢', contact: '', page: null, note: '' }
  await feedbackIn(db).insertMany(
    Array.from({ length: mostADay }, (_, k) => ({
      ...{
        _id: `n33:message-${k}`,
        reference: 'ABC234',
        state: 'OPEN' as const,
        settledAt: null,
        erasedAt: null,
      },
      ...{ ...message, sentAt: time - 1000 * k },
    })),
  )
  expect(await send({})).toBe('full')
  expect(await send({}, 'another-library', 'n32')).toMatch(/^.{6}$/)
  time += 24 * 60 * 60 * 1000
  expect(await send({})).toMatch(/^.{6}$/)
})

it('only those of the library who publish see it', async () => {
  await send({})
  expect(await seen({})).toBeNull()
  expect(await seen({ principal: member('n33', 'editor') })).toBe('role')
  expect(await seen({ principal: member('n32', 'publisher') })).toBe('library')
  expect(await seen({ principal: person({ roles: ['reader', 'staff', 'national-admin'] }) })).toBe('role')
  expect(await act('settleFeedback(id:"n33:nothing-there",note:"")')).toBe('gone')
})

it('it is settled, taken up again and erased, each in the log without its words', async () => {
  await send({ contact: 'a@b.cn' }, 'to-be-settled')
  const id = '"n33:to-be-settled"'
  expect(await act(`settleFeedback(id:${id},note:"已回电")`, { principal: member('n32', 'publisher') })).toBe(
    'library',
  )
  expect(await act(`settleFeedback(id:${id},note:"已回电")`)).toMatchObject({
    state: 'SETTLED',
    note: '已回电',
  })
  // The same once more is the same; of two the second is told, and the first stands.
  expect(await act(`settleFeedback(id:${id},note:"已回电")`)).toMatchObject({ note: '已回电' })
  expect(await act(`settleFeedback(id:${id},note:"别的")`)).toBe('settled')
  const noted = audit.recorded.length
  expect(await act(`settleFeedback(id:${id},note:"${'长'.repeat(501)}")`)).toBe('long')
  expect(audit.recorded).toHaveLength(noted)
  expect(await nodes('OPEN')).toEqual([])
  expect(await act(`reopenFeedback(id:${id})`)).toMatchObject({ state: 'OPEN' })
  expect(await nodes('OPEN')).toHaveLength(1)
  expect(await act(`eraseFeedback(id:${id})`)).toMatchObject({ text: null, contact: null })
  const said = JSON.stringify(audit.recorded)
  expect(said).toContain('feedback:n33:to-be-settled')
  expect(said).not.toMatch(/空调|a@b\.cn/)
})

it('the way to reach somebody goes a month after the answer, the message a year later, and one that nobody answered in the end', async () => {
  await send({ contact: 'a@b.cn' }, 'answered-one')
  await send({ contact: 'c@d.cn' }, 'forgotten-one')
  await act('settleFeedback(id:"n33:answered-one",note:"")')
  const at = async (age: number) => {
    await eraseOld(db, new Date(testNow * 1000 + age))
    const found = await nodes()
    return found.map(({ id, text, contact }: Record<string, string | null>) => [
      id?.slice(4),
      text !== null,
      contact,
    ])
  }
  expect(await at(contactKept - 1)).toContainEqual(['answered-one', true, 'a@b.cn'])
  expect(await at(contactKept + 1)).toContainEqual(['answered-one', true, null])
  expect(await at(messageKept + 1)).toContainEqual(['answered-one', false, null])
  expect(await at(openKept - 1)).toContainEqual(['forgotten-one', true, 'c@d.cn'])
  expect(await at(openKept + 1)).toContainEqual(['forgotten-one', false, null])
  expect(module.jobs?.map(({ name }) => name)).toEqual(['feedback-erase'])
})
