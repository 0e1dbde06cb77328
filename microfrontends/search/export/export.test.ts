import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gql } from '@shuxiang/sdk/contract'
import { atomFeed, xmlText } from './atom.ts'
import { csvCell, csvTable } from './csv.ts'
import documents from './documents.ts'

/** Characters by which lines, cells and markup end, and such as stand in no text. */
const unit = fc.constantFrom(...'=+-@,"\'<>&]月a1 \t\r\n\u0000\u0085\u2028\u202e\ufffe', '\ud800', '𠀀')
const hostile = '</title><script>alert(1)</script>&\u202e\u0000\ud800]]>"'
const request = { names: {}, locale: 'zh-CN', origin: 'https://books.test', requestId: 'r' } as const

const node = (n: number) => ({
  id: `p${n}`,
  title: n === 0 ? hostile : `题${n}`,
  url: `/item/p${n}`,
  agents: [{ name: '=cmd()' }],
  export: `@misc{p${n}}`,
  updatedAt: `2026-01-0${(n % 9) + 1}T00:00:00.000Z`,
})

/** A graph with so many records; keeps what it was asked. */
function graph(total: number): { readonly gql: Gql; readonly asked: Record<string, unknown>[] } {
  const asked: Record<string, unknown>[] = []
  const gql = (async (operation: { name: string }, variables: Record<string, unknown>) => {
    asked.push(variables)
    if (operation.name === 'Suggest') return { data: { suggest: [{ text: '静夜思' }] }, errors: [] }
    const from = Number(variables['after'] ?? 0)
    const to = Math.min(from + Number(variables['first']), total)
    const edges = Array.from({ length: to - from }, (_, i) => ({ node: node(from + i) }))
    return {
      data: { search: { pageInfo: { hasNextPage: to < total, endCursor: String(to) }, edges } },
      errors: [],
    }
    // The test graph answers the two operations of this module.
  }) as unknown as Gql
  return { gql, asked }
}
const { signal } = new AbortController()

describe('the files of a search', () => {
  it('hold at most a thousand records, asked for a hundred at once, with filters and order', async () => {
    const { gql, asked } = graph(5_000)
    const query = '?q=月&period=tang&sort=oldest&page=7'
    const answer = await documents.answer({ ...request, query, suffix: 'bib' }, gql, signal)
    expect(answer.text.match(/@misc/g)).toHaveLength(1_000)
    expect(answer.file).toBe('shuxiang.bib')
    expect(asked).toHaveLength(10)
    expect(asked[0]).toMatchObject({
      query: '月',
      filter: [{ name: 'period', anyOf: ['tang'], ifKnown: true }],
      sort: 'OLDEST',
      first: 100,
    })
  })

  it('hold what was chosen and nothing else', async () => {
    const { gql, asked } = graph(2)
    const query = '?q=月&chosen=p1&chosen=p2&chosen=x%20OR%20y'
    await documents.answer({ ...request, query, suffix: 'ris' }, gql, signal)
    expect(asked[0]).toMatchObject({ query: 'id:p1 OR id:p2', format: 'RIS' })
    expect(asked[0]).not.toHaveProperty('filter')
  })

  it('say that the search is away', async () => {
    const away = (async () => Promise.reject(new Error('away'))) as unknown as Gql
    const answer = await documents.answer({ ...request, query: '', suffix: 'csv' }, away, signal)
    expect(answer.status).toBe(503)
  })

  it('are tables that no program calculates', async () => {
    const { gql } = graph(1)
    const { text } = await documents.answer({ ...request, query: '', suffix: 'csv' }, gql, signal)
    expect(text.startsWith('\ufeff题名,')).toBe(true)
    expect(text).toContain("'=cmd()")
    expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1+1', "'-1+1"],
    ['＝1', "'＝1"],
    ['\t=1', "'=1"],
    ['-202', '-202'],
    ['a,"b"', '"a,""b"""'],
    ['月\n光', '月 光'],
  ])('a cell of %j is %j', (value, cell) => expect(csvCell(value)).toBe(cell))

  it('keep one line a row, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        (rows) => {
          expect(csvTable(rows).split('\r\n')).toHaveLength(rows.length + 1)
        },
      ),
    )
  })
})

describe('the feed of a search', () => {
  it('has what changed last first, and its own address', async () => {
    const { gql, asked } = graph(3)
    const query = `?q=${encodeURIComponent('月')}&sort=title&page=3&kind=poem`
    const { text } = await documents.answer({ ...request, query, suffix: 'atom' }, gql, signal)
    expect(asked[0]).toMatchObject({ sortBy: { by: 'changed', descending: true }, first: 20 })
    expect(text).toContain('href="https://books.test/search.atom?q=%E6%9C%88&amp;kind=poem"')
    expect(text).toContain('<updated>2026-01-03T00:00:00.000Z</updated>')
  })

  it('is XML whatever was asked and whatever is found', async () => {
    const { gql } = graph(1)
    const query = `?q=${encodeURIComponent(hostile.toWellFormed().repeat(200))}`
    const { text } = await documents.answer({ ...request, query, suffix: 'atom' }, gql, signal)
    expect(text).not.toMatch(/<script|\u202e|\u0000|\]\]>/)
    expect(text.length).toBeLessThan(10_000)
  })

  it('has only characters of XML 1.0', () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(xmlText(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        expect(xmlText(text)).not.toMatch(/[<>"]/)
      }),
    )
    expect(
      atomFeed({ origin: 'https://a.test', title: '', language: 'en', self: '/', page: '/', entries: [] }),
    ).toContain('<updated>1970-')
  })
})

it('suggests to a browser as it asks', async () => {
  const { gql } = graph(0)
  const answer = await documents.answer({ ...request, query: '?q=静', suffix: 'suggestions' }, gql, signal)
  expect(JSON.parse(answer.text)).toEqual(['静', ['静夜思']])
})
