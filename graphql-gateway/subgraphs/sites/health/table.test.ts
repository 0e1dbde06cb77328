import { describe, expect, it } from 'vitest'
import { healthKinds, type HealthFault } from './documents.ts'
import { findingsOf } from './keep.ts'
import { cell, tableOf } from './table.ts'

describe('a table for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '\n=1'])(
    'carries out nothing: %j',
    (text) => expect(cell(text).replace(/^"/, '').startsWith("'")).toBe(true),
  )
  it.each([
    ['a,b', '"a,b"'],
    ['说“好”', '说“好”'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['余杭区图书馆', '余杭区图书馆'],
  ])('keeps %j one cell', (text, written) => expect(cell(text)).toBe(written))
  it('has one line a site and one column a kind', () => {
    const judgedAt = new Date('2026-11-27T00:00:00Z')
    const lines = tableOf([
      { _id: 'n33', name: '=HYPERLINK("x")', place: '33', judgedAt, kinds: ['STALE'] },
    ]).split('\r\n')
    expect(lines[0]?.split(',')).toHaveLength(4 + healthKinds.length)
    expect(lines[1]).toBe(
      `n33,"'=HYPERLINK(""x"")",33,2026-11-27,${healthKinds.map((kind) => (kind === 'STALE' ? 1 : 0)).join(',')}`,
    )
  })
})

describe('findings', () => {
  const fault = (kind: HealthFault['kind']): HealthFault => ({
    kind,
    words: { 'zh-CN': '字', en: 'w' },
    mendedAt: 'PAGES',
    page: null,
    block: null,
  })
  it('keep the day since which they are, stand gravest first, and tell how many faults are not told', () => {
    const first = new Date('2026-11-01T00:00:00Z')
    const now = new Date('2026-11-27T00:00:00Z')
    const before = findingsOf([fault('STALE')], [], first)
    const found = findingsOf(
      [fault('STALE'), fault('UNOWNED'), ...Array.from({ length: 30 }, () => fault('BROKEN_LINK'))],
      before,
      now,
    )
    expect(found.map(({ kind, since, count, faults }) => [kind, since, count, faults.length])).toEqual([
      ['UNOWNED', now, 1, 1],
      ['BROKEN_LINK', now, 30, 20],
      ['STALE', first, 1, 1],
    ])
  })
})
