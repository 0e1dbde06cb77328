/** How facet values are counted. */

import { expect, it } from 'vitest'
import type { Suite } from './suite.ts'
import { requestOf } from './works.ts'

export function facetTests(suite: Suite): void {
  const kinds = [{ name: 'kind', size: 10 }, { name: 'library', size: 10 }] // prettier-ignore

  it('counts the values of what was found, most frequent first', async () => {
    const { facets: [kind] } = await suite.engine.search(requestOf('', { facets: kinds })) // prettier-ignore
    expect(kind).toEqual({
      name: 'kind',
      values: [
        { value: 'poem', label: '诗词', count: 5, selected: false },
        { value: 'book', label: '图书', count: 2, selected: false },
      ],
      valueCount: 2,
    })
  })

  it('narrows hits by any value of each filter and counts a facet without its own filter', async () => {
    const filters = [
      { name: 'kind', anyOf: ['book'] },
      { name: 'library', anyOf: ['shanghai', 'guangzhou'] },
    ]
    const response = await suite.engine.search(requestOf('', { filters, facets: kinds }))
    expect(response.hits.map((hit) => hit.id)).toEqual(['red-chamber'])
    expect(response.total).toBe(1)
    const counts = response.facets.map(({ values }) =>
      values.map((one) => [one.value, one.count, one.selected]),
    )
    expect(counts).toEqual([
      [['poem', 3, false], ['book', 1, true]],
      [['nlc', 2, false], ['guangzhou', 1, true], ['shanghai', 1, true]],
    ]) // prettier-ignore
  })

  it('lists a selected value even when nothing has it', async () => {
    const filters = [{ name: 'kind', anyOf: ['video', 'book'] }]
    const { total, facets: [kind] } = await suite.engine.search(requestOf('登高', { filters, facets: kinds })) // prettier-ignore
    expect(total).toBe(0)
    expect(kind?.values).toEqual([
      { value: 'poem', label: '诗词', count: 2, selected: false },
      { value: 'book', label: '图书', count: 0, selected: true },
      { value: 'video', label: 'video', count: 0, selected: true },
    ])
  })

  it('cuts a long list but not the selected values', async () => {
    const filters = [{ name: 'author', anyOf: ['李白'] }]
    const asked = { filters, facets: [{ name: 'author', size: 1 }] }
    const { facets: [author] } = await suite.engine.search(requestOf('', asked)) // prettier-ignore
    expect(author?.values.length).toBe(2)
    expect(author?.valueCount).toBeGreaterThan(2)
    expect(author?.values.some((value) => value.value === '李白' && value.selected)).toBe(true)
  })

  it('answers unknown facets and filters with nothing', async () => {
    const asked = { filters: [{ name: '__proto__', anyOf: ['constructor'] }], facets: [{ name: 'constructor', size: 5 }] } // prettier-ignore
    const response = await suite.engine.search(requestOf('', asked))
    expect(response).toMatchObject({ total: 0, hits: [], facets: [{ name: 'constructor', values: [] }] })
  })
}
