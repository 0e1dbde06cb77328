// The kinds of this package: each takes its fixture, and says what is searched of it.
import { kindsOf, recordInput } from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import { facets } from '@shuxiang/vocabulary'
import { expect, it } from 'vitest'
import { archiveFixtures } from './fixtures.ts'
import { kinds as brought } from './kinds.ts'

const kinds = kindsOf(brought, facets)

it.each(archiveFixtures.map((input) => [input.record.kind, input] as const))(
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
    'web',
    {
      identifiers: ['http://www.example.org/', 'www.example.org'],
      facets: { site: [{ value: 'www.example.org', label: 'www.example.org' }] },
      sorts: { captureCount: 23 },
    },
  ],
  ['topic', { sorts: { seedCount: 312, captureCount: 7204 } }],
])('what is searched of %s', (id, expected) => {
  const record = archiveFixtures.find(({ record }) => record.kind === id)?.record
  const searched = record && kinds.of(id).search(record)
  expect(searched).toEqual(expected)
  const known = kinds.facets.map((facet) => facet.id)
  for (const name of Object.keys(searched?.facets ?? {})) expect(known).toContain(name)
})

it.each([
  ['web', { seed: 'ftp://example.org/', captureCount: 1 }, 'seed'],
  ['web', { seed: 'http://example.org/', captureCount: 1, httpStatus: 42 }, 'httpStatus'],
  ['topic', { seedCount: -1 }, 'seedCount'],
])('of %s, %j is refused by its path', (id, details, path) => {
  expect(kinds.of(id).problem(details)).toContain(`details.${path}: `)
})

it.each([
  [
    'web',
    [
      ['原网址', 'http://www.example.org/'],
      ['采集次数', '23'],
      ['格式', 'text/html'],
    ],
  ],
  [
    'topic',
    [
      ['网址数', '312'],
      ['采集次数', '7,204'],
    ],
  ],
])('what the page of %s tells of its details', (id, expected) => {
  const record = archiveFixtures.find((one) => one.record.kind === id)?.record
  const facts = record ? kinds.of(id).facts(record) : []
  const told = facts.map(({ label, value }) => [
    label['zh-CN'],
    typeof value === 'string' ? value : value['zh-CN'],
  ])
  expect(told).toEqual(expected)
})
