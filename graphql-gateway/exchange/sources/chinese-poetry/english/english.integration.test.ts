// The list of English titles against the whole package: each of its works is one record, and no other record bears its titles.
import type { RecordInput } from '@shuxiang/record'
import { expect, it } from 'vitest'
import { putsOf } from '../../../puts.ts'
import { chinesePoetry } from '../index.ts'
import { namedWorks } from './names.ts'

it('finds every work of the list exactly once in the whole package', { timeout: 300_000 }, async () => {
  const found = new Map<string, RecordInput['record'][]>()
  for await (const entry of putsOf(chinesePoetry([]), 'all', new AbortController().signal)) {
    const { record } = entry.make().input
    if (!record.parallelTitles) continue
    const key = JSON.stringify(record.parallelTitles)
    found.set(key, [...(found.get(key) ?? []), record])
  }
  // Some works share a title: Lines, A Palace Poem. What tells them apart is that each has a record of its own.
  const listed = Map.groupBy(namedWorks(), ({ titles }) => JSON.stringify(titles))
  const wrong = [...listed].flatMap(([key, works]) => {
    const records = found.get(key) ?? []
    if (records.length === works.length) return []
    return [
      `${works.map(({ author, sign }) => `${author} ${sign}`).join(', ')}: ${records.map(({ title, agents }) => `${title} ${agents.map(({ name }) => name).join('+')}`).join(', ') || 'none'}`,
    ]
  })
  console.log(`${namedWorks().length} works, ${[...found.values()].flat().length} records; wrong:`, wrong)
  expect(wrong).toEqual([])
  expect(namedWorks().length).toBeGreaterThanOrEqual(330)
})
