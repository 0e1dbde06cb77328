// The kinds of this package: each takes its fixture, and says what is searched of it.
import { kindsOf, recordInput } from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import { facets } from '@shuxiang/vocabulary'
import { expect, it } from 'vitest'
import { coursesFixtures } from './fixtures.ts'
import { kinds as brought } from './kinds.ts'

const kinds = kindsOf(brought, facets)

it.each(coursesFixtures.map((input) => [input.record.kind, input] as const))(
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
    'course',
    {
      facets: { level: [{ value: '本科生', label: '本科生' }] },
      sorts: { duration: 64_800, lectureCount: 24 },
      texts: ['《诗经》', '楚辞', '汉乐府', '建安风骨', '盛唐气象'],
    },
  ],
  [
    'lecture',
    {
      titles: ['中国古代文学史（先秦至唐）'],
      facets: { level: [{ value: '本科生', label: '本科生' }] },
      sorts: { duration: 2712, position: 5 },
    },
  ],
])('what is searched of %s', (id, expected) => {
  const record = coursesFixtures.find(({ record }) => record.kind === id)?.record
  const searched = record && kinds.of(id).search(record)
  expect(searched).toEqual(expected)
  const known = kinds.facets.map((facet) => facet.id)
  for (const name of Object.keys(searched?.facets ?? {})) expect(known).toContain(name)
})

it.each([
  ['course', { syllabus: '楚辞' }, 'syllabus'],
  ['lecture', { duration: 0 }, 'duration'],
])('of %s, %j is refused by its path', (id, details, path) => {
  expect(kinds.of(id).problem(details)).toContain(`details.${path}: `)
})

it.each([
  [
    'course',
    [
      ['适合', '本科生'],
      ['讲数', '24'],
      ['总时长', '18小时'],
      ['内容', '《诗经》、楚辞、汉乐府、建安风骨、盛唐气象'],
    ],
  ],
  [
    'lecture',
    [
      ['所属课程', '中国古代文学史（先秦至唐）'],
      ['适合', '本科生'],
      ['时长', '45分钟12秒'],
    ],
  ],
])('what the page of %s tells of its details', (id, expected) => {
  const record = coursesFixtures.find((one) => one.record.kind === id)?.record
  const facts = record ? kinds.of(id).facts(record) : []
  const told = facts.map(({ label, value }) => [
    label['zh-CN'],
    typeof value === 'string' ? value : value['zh-CN'],
  ])
  expect(told).toEqual(expected)
})
