// Shelf and lists in the graph, over a real store: kept once, brought back, bounded, and nobody else's.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listCapacity, mostLists, mostMerged, mostMerges, mostRemovedLists, shelfCapacity } from './bounds.ts'
import { held, listFields, record, type AnsweredList, ports } from './fixtures.ts'
import { account } from './module.ts'
import { listsIn, mergesIn } from './store/documents.ts'
import { createAccount } from './subgraph.ts'

let store: TestStore
let db: Db
let n = 0
let clock = 0
const execute = createExecutor(createAccount(ports))
const audit = memoryAudit()

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  clock = Date.parse('2026-11-26T12:00:00Z')
  audit.recorded.length = 0
  db = store.db(`account_${n++}`)
  await prepareStore({ db, now: () => new Date(clock) }, [account])
})

const portal = { client: 'portal', azp: 'ndl-portal', level: 1 } as const
const li = person({ ...portal, subject: 'li' })
const du = person({ ...portal, subject: 'du' })

async function answer(query: string, variables: Record<string, unknown> = {}, principal = li) {
  clock += 1000
  return execute(query, variables, testContext(db, { principal, audit, now: () => clock }))
}

/** The one field that was asked for. */
async function run(
  query: string,
  variables: Record<string, unknown> = {},
  principal = li,
): Promise<AnsweredList> {
  const { data, errors } = await answer(query, variables, principal)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as AnsweredList
}
const refusal = async (query: string, variables: Record<string, unknown> = {}, principal = li) => {
  const { errors } = await answer(query, variables, principal)
  return { code: errors?.[0]?.extensions?.['code'], sentence: errors?.[0]?.message }
}

const put = `mutation($record: RecordToKeep!) { putOnShelf(record: $record) { ${listFields} } }`
const take = `mutation($id: ID!) { takeOffShelf(recordId: $id) { ${listFields} } }`
const create = `mutation($key: ID!, $name: String!) { createList(key: $key, name: $name) { ${listFields} } }`
const rename = `mutation($id: ID!, $name: String!) { renameList(id: $id, name: $name) { ${listFields} } }`
const remove = `mutation($id: ID!) { removeList(id: $id) { ${listFields} } }`
const restore = `mutation($id: ID!) { restoreList(id: $id) { ${listFields} } }`
const add = `mutation($id: ID!, $record: RecordToKeep!) { addToList(id: $id, record: $record) { ${listFields} } }`
const takeOut = `mutation($id: ID!, $r: ID!) { removeFromList(id: $id, recordId: $r) { ${listFields} } }`
const merge = `mutation($input: GuestLibrary!) { mergeGuest(input: $input) { left { list recordId } } }`

const shelf = async (principal = li) => {
  const { data } = await answer(`{ me { shelf { ${listFields} } } }`, {}, principal)
  return held((data?.['me'] as { shelf: AnsweredList }).shelf)
}
const lists = async (principal = li) => {
  const { data } = await answer(`{ me { lists { ${listFields} } } }`, {}, principal)
  return (data?.['me'] as { lists: AnsweredList[] }).lists
}

describe('the shelf', () => {
  it('is there and empty before anything was put on it, and reading it stores nothing', async () => {
    expect(await shelf()).toEqual([])
    expect(await listsIn(db).countDocuments({})).toBe(0)
  })

  it('keeps what is put on it once, newest first', async () => {
    for (const id of ['b1', 'b2', 'b1']) await run(put, { record: record(id) })
    expect(await shelf()).toEqual(['b2', 'b1'])
  })

  it('lets go what is taken off it, once, and takes it back at its old place', async () => {
    for (const id of ['b1', 'b2', 'b3']) await run(put, { record: record(id) })
    const { data } = await answer(`{ me { shelf { items { edges { node { recordId addedAt } } } } } }`)
    const kept = JSON.stringify(data)
    const addedAt = /"recordId":"b2","addedAt":"([^"]+)"/.exec(kept)?.[1]
    await run(take, { id: 'b2' })
    expect(held(await run(take, { id: 'b2' }))).toEqual(['b3', 'b1'])
    expect(held(await run(put, { record: record('b2', { addedAt }) }))).toEqual(['b3', 'b2', 'b1'])
  })

  it('is read page by page to its end, though the place one stood at is gone', async () => {
    for (const id of ['b1', 'b2', 'b3', 'b4', 'b5']) await run(put, { record: record(id) })
    const page = `query($after: String) { me { shelf { items(first: 2, after: $after) {
      edges { cursor node { recordId } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } } } }`
    const read = async (after: string | null) =>
      (
        (await answer(page, { after })).data?.['me'] as {
          shelf: { items: { pageInfo: { endCursor: string } } }
        }
      ).shelf.items
    const first = await read(null)
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    await run(take, { id: 'b4' })
    const second = await read(first.pageInfo.endCursor)
    expect(second).toMatchObject({ edges: [{ node: { recordId: 'b3' } }, { node: { recordId: 'b2' } }] })
    expect(await read(second.pageInfo.endCursor)).toMatchObject({
      edges: [{ node: { recordId: 'b1' } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    })
  })

  it('that is full says so, and takes what it has already', async () => {
    await run(put, { record: record('first') })
    const items = Array.from({ length: shelfCapacity }, (_, i) => ({
      ...record(`b${i}`),
      addedAt: new Date(0),
    }))
    await listsIn(db).updateOne({ owner: 'li' }, { $set: { items, count: items.length } })
    expect(await refusal(put, { record: record('onemore') })).toMatchObject({
      code: 'BAD_USER_INPUT',
      sentence: expect.stringContaining('The shelf is full: it holds 1000 records.'),
    })
    expect((await run(put, { record: record('b5') })).count).toBe(shelfCapacity)
  })

  it('never grows beyond its capacity, whoever comes at once', async () => {
    await run(put, { record: record('first') })
    const items = Array.from({ length: shelfCapacity - 1 }, (_, i) => ({
      ...record(`b${i}`),
      addedAt: new Date(0),
    }))
    await listsIn(db).updateOne({ owner: 'li' }, { $set: { items, count: items.length } })
    await Promise.all(['x1', 'x2', 'x3', 'x4'].map((id) => answer(put, { record: record(id) })))
    const stored = await listsIn(db).findOne({ owner: 'li' })
    expect([stored?.items.length, stored?.count]).toEqual([shelfCapacity, shelfCapacity])
  })
})

describe('a list', () => {
  it('is made once for a key', async () => {
    const one = await run(create, { key: 'key-00001', name: '  唐诗 \n 选 ' })
    const again = await run(create, { key: 'key-00001', name: '别名' })
    expect(again).toMatchObject({ id: one.id, name: '唐诗 选', count: 0 })
    expect(await lists()).toHaveLength(1)
  })

  it('of two readers with one key are two', async () => {
    const own = await run(create, { key: 'key-00001', name: '甲' })
    const other = await run(create, { key: 'key-00001', name: '乙' }, du)
    expect(other.id).not.toBe(own.id)
    expect((await lists(du)).map(({ name }) => name)).toEqual(['乙'])
  })

  it('takes in, lets go and has a name', async () => {
    const { id } = await run(create, { key: 'key-00001', name: '甲' })
    await run(add, { id, record: record('b1') })
    expect(held(await run(add, { id, record: record('b1') }))).toEqual(['b1'])
    expect((await run(rename, { id, name: '读过' })).name).toBe('读过')
    expect(held(await run(takeOut, { id, r: 'b1' }))).toEqual([])
    expect(held(await run(takeOut, { id, r: 'b1' }))).toEqual([])
  })

  it('tells which records it holds, all lists in one trip', async () => {
    const { id } = await run(create, { key: 'key-00001', name: '甲' })
    await run(create, { key: 'key-00002', name: '乙' })
    await run(add, { id, record: record('b1') })
    await run(put, { record: record('b1') })
    let finds = 0
    const count = ({ commandName }: { commandName: string }) => void (finds += commandName === 'find' ? 1 : 0)
    store.client.on('commandStarted', count)
    const { data } = await answer(
      '{ me { shelf { holds(recordId: "b1") } lists { name holds(recordId: "b1") } } }',
    )
    store.client.off('commandStarted', count)
    expect(data?.['me']).toEqual({
      shelf: { holds: true },
      lists: [
        { name: '乙', holds: false },
        { name: '甲', holds: true },
      ],
    })
    expect(finds).toBe(3)
  })

  it('that is removed comes back with all it held', async () => {
    const { id } = await run(create, { key: 'key-00001', name: '甲' })
    await run(add, { id, record: record('b1') })
    expect((await run(remove, { id })).count).toBe(1)
    expect((await run(remove, { id })).count).toBe(1)
    expect(await lists()).toEqual([])
    expect(await refusal(add, { id, record: record('b2') })).toMatchObject({
      sentence: 'This list was removed; bring it back first.',
    })
    await run(restore, { id })
    expect((await lists()).map(held)).toEqual([['b1']])
  })

  it('that is removed gives way to later ones', async () => {
    for (let i = 0; i < mostRemovedLists + 2; i++) {
      const { id } = await run(create, { key: `key-${10000 + i}`, name: `${i}` })
      await run(remove, { id })
    }
    expect(await listsIn(db).countDocuments({})).toBe(mostRemovedLists)
  })

  it('that is full, and one list too many, say so', async () => {
    const { id } = await run(create, { key: 'key-00001', name: '甲' })
    const items = Array.from({ length: listCapacity }, (_, i) => ({
      ...record(`b${i}`),
      addedAt: new Date(0),
    }))
    await listsIn(db).updateOne({ owner: 'li' }, { $set: { items, count: items.length } })
    expect((await refusal(add, { id, record: record('onemore') })).sentence).toContain(
      'This list is full: it holds 500',
    )
    for (let i = 1; i < mostLists; i++) await run(create, { key: `key-${10000 + i}`, name: `${i}` })
    const tooMany = { code: 'BAD_USER_INPUT', sentence: expect.stringContaining('You have 100 lists') }
    expect(await refusal(create, { key: 'key-20000', name: '多' })).toEqual(tooMany)
    await run(remove, { id })
    await run(create, { key: 'key-20000', name: '多' })
    expect(await refusal(restore, { id })).toEqual(tooMany)
  })
})

describe('what a guest brings', () => {
  const guest = (more: object = {}) => ({
    id: 'merge-0001',
    shelf: [record('b1', { addedAt: '2026-11-01T00:00:00Z' }), record('b2')],
    lists: [{ key: 'key-00009', name: '想读', records: [record('b3')] }],
    ...more,
  })

  it('is kept beside what is there, and nothing twice', async () => {
    await run(put, { record: record('b1') })
    await run(merge, { input: guest() })
    expect(await shelf()).toEqual(['b2', 'b1'])
    expect((await lists()).map((list) => [list.name, held(list)])).toEqual([['想读', ['b3']]])
  })

  it('may come twice: the second time changes nothing, not even what was taken out between', async () => {
    await run(merge, { input: guest() })
    await run(take, { id: 'b1' })
    await run(merge, { input: guest() })
    expect(await shelf()).toEqual(['b2'])
    expect(await lists()).toHaveLength(1)
  })

  it('that was cut short comes whole at the next try', async () => {
    await run(merge, { input: guest() })
    await mergesIn(db).deleteMany({})
    await listsIn(db).deleteOne({ owner: 'li', shelf: false })
    await run(merge, { input: guest() })
    expect([await shelf(), (await lists()).map(held)]).toEqual([['b2', 'b1'], [['b3']]])
  })

  it('may come many times at once', async () => {
    const ids = ['merge-0001', 'merge-0001', 'merge-0002', 'merge-0003']
    await Promise.all(ids.map((id) => run(merge, { input: guest({ id }) })))
    expect(new Set(await shelf())).toEqual(new Set(['b1', 'b2']))
    expect((await lists()).map(held)).toEqual([['b3']])
  })

  it('does not bring back a list that was removed', async () => {
    await run(merge, { input: guest() })
    const [list] = await lists()
    await run(remove, { id: list?.id })
    expect(await run(merge, { input: guest({ id: 'merge-0002' }) })).toEqual({ left: [] })
    expect(await lists()).toEqual([])
  })

  it('may come so often and no more, for each is remembered', async () => {
    const at = new Date(clock)
    await mergesIn(db).insertMany(
      Array.from({ length: mostMerges - 1 }, (_, i) => ({ _id: `m${i}`, owner: 'li', left: [], at })),
    )
    const next = (id: string) => ({ input: { id, shelf: [record('b1')], lists: [] } })
    await run(merge, next('merge-last'))
    expect(await refusal(merge, next('merge-beyond'))).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await mergesIn(db).countDocuments({ owner: 'li' })).toBe(mostMerges)
    // One that came before may come again, and others have a count of their own.
    await run(merge, next('merge-last'))
    await run(merge, next('merge-beyond'), du)
  })

  it('is told apart by what has no room', async () => {
    await run(put, { record: record('first') })
    const items = Array.from({ length: shelfCapacity - 1 }, (_, i) => ({
      ...record(`x${i}`),
      addedAt: new Date(0),
    }))
    await listsIn(db).updateOne({ owner: 'li' }, { $set: { items, count: items.length } })
    for (let i = 0; i < mostLists; i++) await run(create, { key: `key-${10000 + i}`, name: `${i}` })
    const left = [
      { list: null, recordId: 'b2' },
      { list: 'key-00009', recordId: null },
      { list: 'key-00009', recordId: 'b3' },
    ]
    expect(await run(merge, { input: guest() })).toEqual({ left })
    expect(await run(merge, { input: guest() })).toEqual({ left })
  })
})

describe('nobody', () => {
  const guestInput = { id: 'merge-0001', shelf: [], lists: [] }
  const changes: readonly (readonly [string, string, (id: string) => Record<string, unknown>])[] = [
    ['putOnShelf', put, () => ({ record: record('b1') })],
    ['takeOffShelf', take, () => ({ id: 'b1' })],
    ['createList', create, () => ({ key: 'key-00001', name: '甲' })],
    ['renameList', rename, (id) => ({ id, name: '乙' })],
    ['removeList', remove, (id) => ({ id })],
    ['restoreList', restore, (id) => ({ id })],
    ['addToList', add, (id) => ({ id, record: record('b1') })],
    ['removeFromList', takeOut, (id) => ({ id, r: 'b1' })],
    ['mergeGuest', merge, () => ({ input: guestInput })],
  ]

  it('who is not signed in has anything, and me is null for them', async () => {
    const context = testContext(db)
    expect(await execute('{ me { shelf { id } } }', {}, context)).toEqual({ data: { me: null } })
    for (const [, query, variables] of changes) {
      const { errors } = await execute(query, variables('A'.repeat(24)), context)
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
    }
    expect(await listsIn(db).countDocuments({})).toBe(0)
  })

  it('touches the list of another, by id, alias or nesting, and each try is written down', async () => {
    const { id } = await run(create, { key: 'key-00001', name: '甲' })
    await run(add, { id, record: record('b1') })
    const before = await listsIn(db).findOne({ _id: id })
    for (const [name, query, variables] of changes) {
      if (!query.includes('$id: ID!') || name === 'takeOffShelf') continue
      expect([name, (await refusal(query, variables(id), du)).code]).toEqual([name, 'FORBIDDEN'])
    }
    const nested = await answer(
      `query($id: ID!) { me { mine: list(id: $id) { name } list(id: $id) { items { edges { node { title } } } } } }`,
      { id },
      du,
    )
    expect(nested.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    expect(JSON.stringify(nested.data)).not.toContain('甲')
    expect(await listsIn(db).findOne({ _id: id })).toEqual(before)
    expect(audit.recorded).toHaveLength(7)
    expect(audit.recorded[0]).toMatchObject({
      actor: 'du',
      action: 'own.manage',
      outcome: 'refused',
      object: `list:${id}`,
    })
  })

  it('gets at a list by an id that is none, or at the shelf as a list', async () => {
    const { id } = await run(put, { record: record('b1') })
    for (const wrong of [id, 'x', '$ne', 'A'.repeat(24), '__proto__'])
      expect([wrong, (await refusal(remove, { id: wrong })).code]).toEqual([wrong, 'BAD_USER_INPUT'])
    expect(await shelf()).toEqual(['b1'])
  })

  it('without the role of a reader keeps anything', async () => {
    const stranger = person({ ...portal, subject: 'x', roles: [] })
    expect((await refusal('{ me { shelf { id } } }', {}, stranger)).code).toBe('FORBIDDEN')
    expect((await refusal(put, { record: record('b1') }, stranger)).code).toBe('FORBIDDEN')
  })
})

describe('what cannot be is refused with a sentence', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['key:', create, { key: 'short', name: '甲' }],
    ['key:', create, { key: 'x'.repeat(65), name: '甲' }],
    ['key:', create, { key: 'key.00001', name: '甲' }],
    ['name:', create, { key: 'key-00001', name: ' \n\t ' }],
    ['name:', create, { key: 'key-00001', name: '名'.repeat(61) }],
    ['name:', create, { key: 'key-00001', name: '\ud800' }],
    ['recordId:', put, { record: record('Nope!') }],
    ['title:', put, { record: record('b1', { title: '' }) }],
    ['kind:', put, { record: record('b1', { kind: 'Not a kind' }) }],
    ['language:', put, { record: record('b1', { language: 'not a language' }) }],
    ['addedAt:', put, { record: record('b1', { addedAt: 'yesterday' }) }],
    [
      'input:',
      merge,
      { input: { id: 'merge-0001', lists: [], shelf: Array(mostMerged + 1).fill(record('b1')) } },
    ],
    ['first:', '{ me { shelf { items(first: 101) { totalCount } } } }', {}],
    ['after:', '{ me { shelf { items(after: "zz") { totalCount } } } }', {}],
  ])('%s (%#)', async (begin, query, variables) => {
    const { code, sentence } = await refusal(query, variables)
    expect([code, sentence?.slice(0, begin.length)]).toEqual(['BAD_USER_INPUT', begin])
  })

  it('a clock that is ahead is not believed, and a title is cut', async () => {
    const added = { addedAt: '2099-01-01T00:00:00Z', title: '长'.repeat(300) }
    await run(put, { record: record('b1', added) })
    const stored = await listsIn(db).findOne({})
    expect(stored?.items[0]).toMatchObject({ addedAt: new Date(clock), title: '长'.repeat(200) })
  })

  it('the language of a title stays with it', async () => {
    await run(put, { record: record('b1', { language: 'lzh-Hans' }) })
    await run(put, { record: record('b2') })
    const { data } = await answer('{ me { shelf { items { edges { node { language } } } } } }')
    expect(JSON.stringify(data)).toContain('[{"node":{"language":null}},{"node":{"language":"lzh-Hans"}}]')
  })
})
