/** A list longer than any number may skip, read to its end by going on behind its last record. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { docOf, inYear, requestOf } from '../contract-suite/works.ts'
import { QueryRefused, type SearchEngine, type SearchPlace, type SortOrder } from '../contract.ts'
import { openEmbeddedEngine } from './engine.ts'

const RECORDS = 12_345
let dir: string
let engine: SearchEngine

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'deep-paging-'))
  engine = await openEmbeddedEngine({ dir })
  const docs = Array.from({ length: RECORDS }, (_, no) =>
    docOf(`r${no}`, {
      title: [no % 3 === 0 ? '春望' : `春${no}`],
      date: inYear((no * 31) % 900),
      prior: no % 17,
    }),
  )
  for (let at = 0; at < docs.length; at += 1_000) await engine.index(docs.slice(at, at + 1_000))
})
afterAll(async () => {
  await engine.close()
  await rm(dir, { recursive: true })
})

/** Ids of the whole list, a page at a time; `between` is called once, in the middle. */
async function walk(text: string, sort: SortOrder, between: () => Promise<void> = async () => {}) {
  const ids: string[] = []
  let after: SearchPlace | null = null
  for (;;) {
    const { hits, from, total } = await engine.search(
      requestOf(text, { sort, size: 100, ...(after ? { after } : {}) }),
    )
    const last = hits.at(-1)
    if (!last) return { ids, total }
    ids.push(...hits.map((hit) => hit.id))
    if (ids.length === 6_000) await between()
    after = { id: last.id, place: from + hits.length - 1 }
  }
}

it.each(['relevance', 'title', 'oldest', 'popular'] as const)(
  'by %s each record comes once',
  async (sort) => {
    const { ids, total } = await walk('春', sort)
    expect([ids.length, new Set(ids).size, total]).toEqual([RECORDS, RECORDS, RECORDS])
  },
)

it('a record that goes while one reads leaves no gap', async () => {
  const { ids } = await walk('', 'popular')
  const { ids: rest } = await walk('', 'popular', () => engine.remove([{ id: ids[5_999] ?? '', rev: 9 }]))
  expect(rest).toEqual(ids)
})

it('a number that skips further than 10,000 is refused', async () => {
  await expect(engine.search(requestOf('春', { from: 10_001 }))).rejects.toThrow(QueryRefused)
})
