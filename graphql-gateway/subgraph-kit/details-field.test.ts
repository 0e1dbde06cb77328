// The field of a kind's details: what it answers, and what does not compile. Each @ts-expect-error is checked by
// `npm run types`, and fails there once the line is accepted.
import type { KindWith } from '@shuxiang/record'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { defineSubgraph, detailsField } from './index.ts'

interface MapDetails {
  readonly scale: number
  readonly projection?: string
}
interface RecordNode {
  readonly id: string
  readonly details?: unknown
}
/** As they are generated from the SDL below. */
interface Resolvers {
  readonly Record: {
    readonly __resolveReference: (reference: {
      readonly __typename: 'Record'
      readonly id: string
    }) => unknown
    readonly id: (record: RecordNode, args: object) => string
    readonly map: (record: RecordNode, args: object) => MapDetails | null
    readonly ratio: (record: RecordNode, args: { readonly unit: string }) => number | null
  }
  readonly MapDetails: {
    readonly scale: (map: MapDetails, args: object) => number
    readonly projection: (map: MapDetails, args: object) => string | null
  }
}
const name = 'maps'
const typeDefs = `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires"])
    scalar JSON
    extend type Record @key(fields: "id") {
      id: ID!
      details: JSON @external
      map: MapDetails @requires(fields: "details")
      ratio(unit: String!): Float
    }
    type MapDetails { scale: Int! projection: String }
  `

/** The part of a kind that the field reads. */
function kindOf<Details extends object>(read: (details: unknown) => Details) {
  const kind: Pick<KindWith<Details>, 'entry' | 'read'> = {
    entry: {
      id: 'map',
      words: { 'zh-CN': '地图', en: 'Map' },
      plural: { 'zh-CN': '地图', en: 'Maps' },
      schemaOrg: 'Map',
      cover: 'doc',
    },
    read,
  }
  return kind
}
const scaleOf = (details: unknown): number =>
  typeof details === 'object' && details && 'scale' in details ? Number(details.scale) : 0
const map = detailsField(kindOf((details): MapDetails => ({ scale: scaleOf(details) })))
const ratio: Resolvers['Record']['ratio'] = (_, { unit }) => unit.length

describe('the field of a kind', () => {
  it('is the details of a record of the kind, as the kind reads them', () => {
    expect(map({ details: { kind: 'map', scale: 50_000 } })).toEqual({ scale: 50_000 })
    expectTypeOf(map).returns.toEqualTypeOf<MapDetails | null>()
  })

  it.each([[{ kind: 'book', scale: 1 }], [{ scale: 1 }], [null], [undefined], ['map']])(
    'is null for %j',
    (details) => {
      expect(map({ details })).toBeNull()
    },
  )
})

describe('a subgraph that has it', () => {
  it('compiles with the kind whose details the schema describes', () => {
    expect(defineSubgraph<Resolvers>({ name, typeDefs, resolvers: { Record: { map, ratio } } }).name).toBe(
      'maps',
    )
  })

  it('does not with another kind', () => {
    const pages = detailsField(kindOf(() => ({ pages: 12 })))
    const worded = detailsField(kindOf(() => ({ scale: '1:50000' })))
    // @ts-expect-error: a map has a scale
    const wrong: Resolvers['Record']['map'] = pages
    // @ts-expect-error: a scale is a number
    const other: Resolvers['Record']['map'] = worded
    // @ts-expect-error: nor in its place in the definition
    defineSubgraph<Resolvers>({ name, typeDefs, resolvers: { Record: { map: pages, ratio } } })
    expect([wrong, other]).toHaveLength(2)
  })

  it('does not without the field, nor with a name that the schema lacks', () => {
    // @ts-expect-error: key objects have no map
    defineSubgraph<Resolvers>({ name, typeDefs, resolvers: { Record: { ratio } } })
    expect(() =>
      // @ts-expect-error: it is called map
      defineSubgraph<Resolvers>({ name, typeDefs, resolvers: { Record: { map, ratio, mapp: map } } }),
    ).toThrow('no field mapp')
  })

  it('does not with a resolver that wants an argument which the schema lacks', () => {
    const at = (_: RecordNode, { day }: { readonly day: string }) => day.length
    // @ts-expect-error: a ratio is asked by its unit
    defineSubgraph<Resolvers>({ name, typeDefs, resolvers: { Record: { map, ratio: at } } })
    expect(at).toBeTypeOf('function')
  })

  it('does not without the types of its schema', () => {
    // @ts-expect-error: nothing would be compared
    defineSubgraph({ name, typeDefs, resolvers: { Record: { map, ratio } } })
    expect(map).toBeTypeOf('function')
  })
})
