// Declaring kinds and putting them together.
import { facets, kinds as entries, words, type FacetEntry } from '@shuxiang/vocabulary'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordContent, type RecordContent } from './kernel.ts'
import { defineKind, kindsOf, UnknownKind } from './kind.ts'

const scale: FacetEntry = { id: 'scale', words: words('比例尺', 'Scale'), values: 'data' }
const manner = {
  describes: 'work',
  csl: 'map',
  bibtex: 'misc',
  ris: 'MAP',
  gbt: 'CM',
  marc: { type: 'e', level: 'm' },
} as const
const map = defineKind({
  entry: {
    id: 'map',
    words: words('地图', 'Map'),
    plural: words('地图', 'Maps'),
    schemaOrg: 'Map',
    cover: 'doc',
  },
  facets: [scale],
  details: z.object({ scale: z.int().min(1) }),
  dated: ['issued'],
  manner,
  search: ({ details }) => ({
    facets: { scale: [{ value: String(details.scale), label: `1:${details.scale}` }] },
    sorts: { scale: details.scale },
  }),
})

const record: RecordContent = recordContent.parse({
  id: 'm1',
  kind: 'map',
  title: '杭州府图',
  alternativeTitles: [],
  agents: [],
  dates: [{ role: 'issued', edtf: '1884' }],
  period: null,
  collection: null,
  identifiers: [],
  subjects: [],
  places: [],
  language: 'lzh-Hant',
  form: null,
  abstract: null,
  relations: [],
  rights: { label: '公有领域', statement: null },
  access: { policy: 'open' },
  source: { name: 'A', url: 'https://example.org/', licence: 'CC0' },
  contents: [],
  opening: null,
  scopes: ['*'],
  prior: 0,
  details: { scale: 50_000 },
})

describe('a kind', () => {
  it('reads the details by its own schema before it uses them', () => {
    expect(map.search(record).sorts).toEqual({ scale: 50_000 })
    expect(() => map.search({ ...record, details: { scale: 'large' } })).toThrow(/scale/)
    expect(map.problem({ scale: 0 })).toMatch(/^details\.scale: /)
    expect(map.problem({ scale: 1 })).toBeNull()
  })

  it('adds nothing to the exports unless it says so', () => {
    expect(map.exports(record)).toEqual({})
  })
})

describe('the kinds of an installation', () => {
  it('are found by id, with their facets behind those of the vocabulary', () => {
    const kinds = kindsOf([map], facets)
    expect(kinds.of('map')).toBe(map)
    expect(kinds.has('globe')).toBe(false)
    expect(() => kinds.of('globe')).toThrow(UnknownKind)
    expect(kinds.facets.map(({ id }) => id)).toEqual([...facets.map(({ id }) => id), 'scale'])
  })

  it('refuse two of one id, and a facet that means something else', () => {
    expect(() => kindsOf([map, map], facets)).toThrow('Two packages bring the kind "map"')
    expect(() => kindsOf([map], [{ ...scale, words: words('规模', 'Size') }])).toThrow('a facet "scale"')
  })
})

it('knows kinds of the vocabulary and of others by the same shape', () => {
  expect(entries.map(({ id }) => id)).not.toContain('map')
})
