// What the index holds of a record.
import { dayOf, yearSpan, yearsSpan } from '@shuxiang/record'
import { describe, expect, it } from 'vitest'
import { book, heldBy, kinds, poem } from '../fixtures/records.ts'
import { searchDocOf } from '../fixtures/search-doc.ts'
import { kindFixtures } from '../kinds/fixtures.ts'

const of = (input: Parameters<typeof searchDocOf>[1]) => searchDocOf(kinds, input)
const person = (name: string, role: 'author' | 'editor' | 'issuer', agentId: string | null) => ({
  name,
  role,
  agentId,
  type: 'person' as const,
})

describe('titles', () => {
  it.each([
    ['水调歌头·明月几时有', [], ['水调歌头·明月几时有', '水调歌头', '明月几时有']],
    ['靜夜思', ['静夜思'], ['靜夜思', '静夜思']],
    ['词·一', [], ['词·一']],
  ])('of the poem %s', (title, alternativeTitles, titles) => {
    expect(of(poem({ id: 'p1', title, alternativeTitles })).title).toEqual(titles)
  })

  it('of another language are found with their article and without', () => {
    const parallelTitles = ['The Analects', 'A', 'An Old Air', 'Another', 'Theatre'].map((title) => ({
      title,
      language: 'en',
    }))
    expect(of(book('b1', 1, { title: '论语', parallelTitles })).title).toEqual([
      '论语',
      'Analects',
      'The Analects',
      'A',
      'Old Air',
      'An Old Air',
      'Another',
      'Theatre',
    ])
  })

  it('of a book are whole', () => {
    expect(of(book('b1', 1, { title: '国风·关雎' })).title).toEqual(['国风·关雎'])
  })
})

describe('people', () => {
  const agents = [
    person('编者', 'editor', 'aeditor'),
    person('作者', 'author', 'aauthor'),
    person('佚名', 'author', null),
  ]

  it('who made it come first', () => {
    expect(of(poem({ id: 'p1', agents })).creator).toEqual(['作者', '佚名', '编者'])
  })

  it('who have a page of works are a facet, and bodies that issued it are another', () => {
    const { facets } = of(
      poem({
        id: 'p1',
        agents: [...agents, person('国务院', 'issuer', 'astate'), person('某局', 'issuer', null)],
      }),
    )
    expect(facets['author']?.map(({ value }) => value)).toEqual(['aeditor', 'aauthor'])
    expect(facets['issuer']).toEqual([
      { value: 'astate', label: '国务院' },
      { value: '某局', label: '某局' },
    ])
  })
})

describe('scopes', () => {
  it('of what is open to the nation are that one', () => {
    expect(of(poem({ id: 'p1', scopes: ['*', 'one'] }, { holdings: heldBy('two') })).scopes).toEqual(['*'])
  })

  it('else are its own, its libraries and the regions that they serve', () => {
    const holdings = heldBy('two', 'three').map((each) => ({ ...each, regions: ['r33'] }))
    expect(of(poem({ id: 'p1', scopes: ['one'] }, { holdings })).scopes).toEqual([
      'one',
      'two',
      'r33',
      'three',
    ])
  })

  it('of a record that nobody has are none', () => {
    expect(of(poem({ id: 'p1', scopes: [] }, { holdings: [] })).scopes).toEqual([])
  })
})

describe('dates', () => {
  const period = { id: 'tang', label: '唐', years: { from: 618, to: 907 } }

  it('order by what is stated, else by the period', () => {
    const dates = [{ role: 'created' as const, edtf: '0742' }]
    expect(of(poem({ id: 'p1', dates, period })).date).toEqual({ ...yearSpan(742), stated: true })
    expect(of(poem({ id: 'p1', period })).date).toEqual({ ...yearsSpan(618, 907), stated: false })
    expect(of(poem({ id: 'p1', period: null })).date).toBeNull()
  })

  it('of one role span all of them', () => {
    const dates = ['2001-03-04', '1999', '2000/..'].map((edtf) => ({ role: 'captured' as const, edtf }))
    expect(of(poem({ id: 'p1', dates })).dates).toMatchObject({ captured: { from: dayOf(1999), to: null } })
  })
})

it('names values in the words of the vocabulary', () => {
  const { facets } = of(poem({ id: 'p1' }))
  expect(facets['kind']).toEqual([{ value: 'poem', label: '诗词' }])
  expect(facets['access']).toEqual([{ value: 'open', label: '公开' }])
  expect(facets['language']).toEqual([{ value: 'lzh-Hant', label: '文言文（繁体字）' }])
  expect(facets['subject']).toEqual([{ value: '唐诗三百首', label: '唐诗三百首' }])
})

it.each(kindFixtures.map((input) => [input.record.kind, input] as const))(
  'takes what the kind %s adds',
  (kind, input) => {
    const doc = of(input)
    const added = kinds.of(kind).search(input.record)
    expect(doc.facets).toMatchObject(added.facets ?? {})
    expect(doc.sorts).toEqual(added.sorts ?? {})
    expect(doc.title).toEqual(expect.arrayContaining([...(added.titles ?? [])]))
    expect(doc.body).toContain((added.texts ?? []).join('\n'))
  },
)

it('finds a record whose kind is gone by what all records have', () => {
  const { facets, title } = of(poem({ id: 'p1', kind: 'map' }))
  expect([title, facets['kind']]).toEqual([['靜夜思'], [{ value: 'map', label: 'map' }]])
})
