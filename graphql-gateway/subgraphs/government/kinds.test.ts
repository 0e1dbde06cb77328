// The kinds of this package: each takes its fixture, and says what is searched of it.
import { kindsOf, recordInput } from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import { facets } from '@shuxiang/vocabulary'
import { expect, it } from 'vitest'
import { governmentFixtures } from './fixtures.ts'
import { kinds as brought } from './kinds.ts'

const kinds = kindsOf(brought, facets)

it.each(governmentFixtures.map((input) => [input.record.kind, input] as const))(
  '%s takes its fixture',
  (id, input) => {
    const kind = kinds.of(id)
    expect(kind.problem(input.record.details)).toBeNull()
    expect(recordInput.parse(input)).toEqual(input)
    for (const { edtf } of input.record.dates) expect(spanOfEdtf(edtf), edtf).not.toBeNull()
    expect(input.record.dates.some(({ role }) => kind.dated.includes(role))).toBe(true)
    expect(kind.problem({ ...input.record.details, colour: 'red' })).toMatch(/colour/)
  },
)

it.each([
  [
    'government',
    {
      identifiers: ['青政办发〔2024〕12号', '002482510/2024-00317'],
      facets: {
        category: [
          { value: '文化、广电、新闻出版', label: '文化、广电、新闻出版' },
          { value: '文化', label: '文化' },
        ],
        genre: [{ value: '意见', label: '意见' }],
        status: [{ value: 'inForce', label: '现行有效' }],
      },
    },
  ],
])('what is searched of %s', (id, expected) => {
  const record = governmentFixtures.find(({ record }) => record.kind === id)?.record
  const searched = record && kinds.of(id).search(record)
  expect(searched).toEqual(expected)
  const known = kinds.facets.map((facet) => facet.id)
  for (const name of Object.keys(searched?.facets ?? {})) expect(known).toContain(name)
})

it.each([
  ['government', {}, 'categories'],
  ['government', { categories: [], status: 'valid' }, 'status'],
])('of %s, %j is refused by its path', (id, details, path) => {
  expect(kinds.of(id).problem(details)).toContain(`details.${path}: `)
})

it.each([
  [
    'government',
    [
      ['发文字号', '青政办发〔2024〕12号'],
      ['索引号', '002482510/2024-00317'],
      ['主题分类', '文化、广电、新闻出版 › 文化'],
      ['效力', '现行有效'],
    ],
  ],
])('what the page of %s tells of its details', (id, expected) => {
  const record = governmentFixtures.find((one) => one.record.kind === id)?.record
  const facts = record ? kinds.of(id).facts(record) : []
  const told = facts.map(({ label, value }) => [
    label['zh-CN'],
    typeof value === 'string' ? value : value['zh-CN'],
  ])
  expect(told).toEqual(expected)
})
