// @requires: plain, nested, with arguments, of each other, over fragments; and @provides and @override.
import { byKey, subgraph, type Feature } from './feature.ts'

const parcels = [
  {
    __typename: 'Parcel',
    id: 'p1',
    weight: 5,
    size: { height: 2, width: 3 },
    cover: { __typename: 'Hard', board: 2 },
    currency: 'CNY',
  },
  {
    __typename: 'Parcel',
    id: 'p2',
    weight: null,
    size: { height: 1, width: 1 },
    cover: { __typename: 'Soft', paper: 7 },
    currency: 'CNY',
  },
]

interface Needed {
  readonly id: string
  readonly weight?: number | null
  readonly size?: { height: number; width: number }
  readonly cover?: { board?: number; paper?: number }
  readonly postage?: number
  readonly area?: number
  readonly price?: number
}
const echo = async (refs: readonly Needed[]) => refs.map((ref) => ({ ...ref }))

export const requires: Feature = {
  name: '@requires',
  subgraphs: () => [
    subgraph(
      'parcels',
      `type Query { parcels: [Parcel!]! }
       type Parcel @key(fields: "id") { id: ID! weight: Int size: Size! cover: Cover! price(currency: String!): Int! }
       type Size @shareable { height: Int! width: Int! }
       interface Cover { _: Boolean } type Hard implements Cover @shareable { _: Boolean board: Int! } type Soft implements Cover @shareable { _: Boolean paper: Int! }`,
      {
        Query: { parcels: () => parcels },
        Parcel: {
          __resolveReferences: byKey(parcels),
          price: (parcel: { id: string }, { currency }: { currency: string }) =>
            Number(parcel.id.slice(1)) * (currency === 'CNY' ? 7 : 1),
        },
      },
    ),
    subgraph(
      'post',
      `type Parcel @key(fields: "id") {
         id: ID! weight: Int @external size: Size! @external cover: Cover! @external price(currency: String!): Int! @external
         postage: Int @requires(fields: "weight")
         area: Int! @requires(fields: "size { height width }")
         binding: String! @requires(fields: "cover { ... on Hard { board } ... on Soft { paper } }")
         duty(rate: Int!): Int! @requires(fields: "price(currency: \\"CNY\\")")
       }
       type Size @shareable { height: Int! width: Int! }
       interface Cover { _: Boolean } type Hard implements Cover @shareable { _: Boolean board: Int! } type Soft implements Cover @shareable { _: Boolean paper: Int! }`,
      {
        Parcel: {
          __resolveReferences: echo,
          postage: ({ weight }: Needed) => (weight === null || weight === undefined ? null : weight * 3),
          area: ({ size }: Needed) => (size ? size.height * size.width : -1),
          binding: ({ cover }: Needed) =>
            cover?.board ? `board ${cover.board}` : `paper ${cover?.paper ?? '?'}`,
          duty: ({ price }: Needed, { rate }: { rate: number }) => (price ?? -1) * rate,
        },
      },
    ),
    subgraph(
      'totals',
      `type Parcel @key(fields: "id") { id: ID! postage: Int @external area: Int! @external total: Int! @requires(fields: "postage area") }`,
      {
        Parcel: {
          __resolveReferences: echo,
          total: ({ postage, area }: Needed) => (postage ?? 0) + (area ?? -100),
        },
      },
    ),
  ],
  cases: [
    {
      title: 'a field from elsewhere is fetched first; null is passed on as missing',
      query: '{ parcels { postage } }',
      data: { parcels: [{ postage: 15 }, { postage: null }] },
    },
    {
      title: 'nested fields',
      query: '{ parcels { id area } }',
      data: {
        parcels: [
          { id: 'p1', area: 6 },
          { id: 'p2', area: 1 },
        ],
      },
    },
    {
      title: 'fragments in the requirement',
      query: '{ parcels { binding } }',
      data: { parcels: [{ binding: 'board 2' }, { binding: 'paper 7' }] },
    },
    {
      title: 'a required field with an argument, beside the same field with another',
      query: '{ parcels { price(currency: "EUR") duty(rate: 2) } }',
      data: {
        parcels: [
          { price: 1, duty: 14 },
          { price: 2, duty: 28 },
        ],
      },
    },
    {
      title: 'requirements of requirements',
      query: '{ parcels { id total } }',
      data: {
        parcels: [
          { id: 'p1', total: 21 },
          { id: 'p2', total: 1 },
        ],
      },
    },
  ],
}

const films = [{ id: 'f1', title: 'Film', studio: { id: 's1', name: 'Studio here' }, year: 1990 }]

export const providesAndOverride: Feature = {
  name: '@provides and @override',
  subgraphs: () => [
    subgraph(
      'films',
      `type Query { films: [Film!]! featured: Feature }
       type Film @key(fields: "id") { id: ID! title: String! studio: Studio @provides(fields: "name") year: Int! @override(from: "archive") }
       type Studio @key(fields: "id") { id: ID! name: String! @external }
       type Talk @key(fields: "id", resolvable: false) { id: ID! }
       union Feature = Film | Talk`,
      {
        Query: { films: () => films, featured: () => ({ __typename: 'Talk', id: 't1' }) },
        Film: { __resolveReferences: byKey(films) },
      },
    ),
    subgraph(
      'archive',
      `type Film @key(fields: "id") { id: ID! year: Int! reels: Int! }
       type Talk @key(fields: "id") { id: ID! topic: String! }`,
      {
        Film: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, year: 1, reels: 3 })),
        },
        Talk: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, topic: `topic ${id}` })),
        },
      },
    ),
    subgraph('studios', 'type Studio @key(fields: "id") { id: ID! name: String! city: String! }', {
      Studio: {
        __resolveReferences: async (refs: readonly { id: string }[]) =>
          refs.map(({ id }) => ({ id, name: 'Studio there', city: 'Beijing' })),
      },
    }),
  ],
  cases: [
    {
      title: 'a provided field comes along',
      query: '{ films { studio { name } } }',
      data: { films: [{ studio: { name: 'Studio here' } }] },
    },
    {
      title: 'what is not provided is fetched',
      query: '{ films { studio { city } reels } }',
      data: { films: [{ studio: { city: 'Beijing' }, reels: 3 }] },
    },
    {
      title: 'an overridden field comes from its new owner',
      query: '{ films { year reels } }',
      data: { films: [{ year: 1990, reels: 3 }] },
    },
    {
      title: 'a member of a union whose field is external',
      query: '{ featured { __typename ... on Talk { topic } ... on Film { title } } }',
      data: { featured: { __typename: 'Talk', topic: 'topic t1' } },
    },
  ],
}
