// @vitest-environment happy-dom
// What the account is asked and what its answers mean.
import { expect, it, vi } from 'vitest'
import { gatewayAway, mockPortal, type Answers } from '@shuxiang/sdk/testing'
import { kept } from '../testing/pages.ts'
import { inAccount } from './account.ts'
import { SHELF } from './kept.ts'

const { signal } = new AbortController()
const refusedFor = (code: string): Answers[string] => ({
  data: null,
  errors: [{ message: '', path: [], code }],
})
const open = (answers: Answers) => {
  const portal = mockPortal(answers)
  return { portal, keeping: inAccount(portal, window) }
}
const node = (recordId: string, record: object | null) => ({ node: { ...kept(recordId, 1), record } })
const items = {
  edges: [
    node('a1', { title: '新题名', withdrawn: null }),
    node('a2', { title: '撤下的', withdrawn: { at: '2026-11-20' } }),
    node('a3', null),
  ],
  pageInfo: { hasNextPage: true, endCursor: 'next' },
}

it('the shelf stands before the lists', async () => {
  const shelf = { count: 3, capacity: 1000 }
  const list = { id: 'l'.repeat(24), name: '甲', count: 0, capacity: 500 }
  const { keeping } = open({ Places: { data: { me: { shelf, lists: [list] } } } })
  expect(await keeping.places(signal)).toEqual([{ id: SHELF, name: '', ...shelf }, list])
})

it('a record has the title that it has now, or the one it was kept with', async () => {
  const errors = [{ message: '', path: ['me'], code: 'NULL_IN_ANSWER' }]
  const { keeping } = open({ KeptItems: { data: { me: { shelf: { items } } }, errors } })
  const page = await keeping.items(SHELF, null, signal)
  expect(page?.items.map(({ title, gone }) => [title, gone])).toEqual([
    ['新题名', undefined],
    ['撤下的', true],
    ['题名a3', true],
  ])
  expect(page?.next).toBe('next')
})

it('a list that was removed, or is none, is not there', async () => {
  for (const list of [{ removedAt: '2026-11-20T00:00:00Z', items }, null]) {
    const { keeping } = open({ KeptItems: { data: { me: { list } } } })
    expect(await keeping.items('l'.repeat(24), null, signal)).toBeNull()
  }
})

it('the places of a record are named', async () => {
  const me = {
    history: { on: true },
    shelf: { holds: true },
    lists: [
      { id: 'one', holds: false },
      { id: 'two', holds: true },
    ],
  }
  const { keeping } = open({ Holding: { data: { me } } })
  expect(await keeping.holding('a1', signal)).toEqual({ places: new Set([SHELF, 'two']), noted: true })
})

it('nobody signed in any more is no empty library', async () => {
  const { keeping } = open({ Places: { data: { me: null } } })
  await expect(keeping.places(signal)).rejects.toThrow('nobody is signed in')
})

it.each([
  ['full', 'BAD_USER_INPUT'],
  ['signed-out', 'UNAUTHENTICATED'],
  ['forbidden', 'FORBIDDEN'],
  ['away', 'SERVICE_UNAVAILABLE'],
] as const)('putting is refused: %s after %s', async (why, code) => {
  const { keeping } = open({ PutOnShelf: refusedFor(code) ?? {} })
  expect(await keeping.put(SHELF, kept('a1', 1))).toEqual({ done: false, why })
})

it('no answer is told as one that is away, and announces nothing', async () => {
  const { keeping } = open({ TakeOffShelf: gatewayAway() })
  const heard = vi.fn()
  const end = keeping.follow(heard)
  expect(await keeping.take(SHELF, 'a1')).toEqual({ done: false, why: 'away' })
  end()
  expect(heard).not.toHaveBeenCalled()
})

it('changes are sent to the shelf or the list, and told to the page', async () => {
  const id = 'l'.repeat(24)
  const { portal, keeping } = open({
    PutOnShelf: { data: { putOnShelf: { id: 's' } } },
    AddToList: { data: { addToList: { id } } },
    RemoveFromList: { data: { removeFromList: { id } } },
    CreateList: { data: { createList: { id } } },
    RenameList: { data: { renameList: { id } } },
    RemoveList: { data: { removeList: { id } } },
    RestoreList: { data: { restoreList: { id } } },
  })
  const heard = vi.fn()
  const end = keeping.follow(heard)
  const record = kept('a1', 1)
  expect(await keeping.put(SHELF, { ...record, gone: true })).toMatchObject({ done: true })
  await keeping.put(id, record)
  await keeping.take(id, 'a1')
  expect(await keeping.make('甲')).toEqual({ done: true, id })
  await keeping.rename(id, '乙')
  const removal = await keeping.remove(id)
  if (removal.done) await removal.undo()
  end()
  expect(heard).toHaveBeenCalledTimes(7)
  expect(portal.calls.gql.map(({ name, variables }) => [name, variables])).toEqual([
    ['PutOnShelf', { record }],
    ['AddToList', { id, record }],
    ['RemoveFromList', { id, recordId: 'a1' }],
    ['CreateList', { key: expect.stringMatching(/^[0-9a-f]{32}$/), name: '甲' }],
    ['RenameList', { id, name: '乙' }],
    ['RemoveList', { id }],
    ['RestoreList', { id }],
  ])
})
