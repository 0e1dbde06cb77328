// A page of results asks once which of its records stand on the shelf.
import { person } from '@shuxiang/permissions/fixture'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ports } from '../../fixtures.ts'
import { createAccount } from '../../subgraph.ts'

let store: TestStore
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())

const execute = createExecutor(createAccount(ports))
const who = (subject: string) => person({ subject, client: 'portal', azp: 'ndl-portal', level: 1 })
const run = (text: string, subject = 'li') =>
  execute(text, {}, testContext(store.db('holds'), { principal: who(subject) }))
const ask = (ids: readonly string[]) => `{ me { shelf { holdsOf(recordIds: ${JSON.stringify(ids)}) } } }`

it('answers those that are there, each once, of the reader alone, and no more than a hundred', async () => {
  for (const id of ['b1', 'b3'])
    await run(`mutation { putOnShelf(record: { recordId: "${id}", title: "书", kind: "book" }) { id } }`)
  const held = async (ids: readonly string[], subject = 'li'): Promise<unknown> =>
    (await run(ask(ids), subject)).data
  expect(await held(['b3', 'b2', 'b1', 'b3'])).toEqual({ me: { shelf: { holdsOf: ['b3', 'b1'] } } })
  expect(await held(['b1', 'b3'], 'du')).toEqual({ me: { shelf: { holdsOf: [] } } })
  expect(await held([])).toEqual({ me: { shelf: { holdsOf: [] } } })
  const code = async (ids: readonly string[]) => (await run(ask(ids))).errors?.[0]?.extensions['code']
  expect(await code(Array.from({ length: 101 }, (_, i) => `b${i}`))).toBe('BAD_USER_INPUT')
  expect(await code(['<script>'])).toBe('BAD_USER_INPUT')
})
