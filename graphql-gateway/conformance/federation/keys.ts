// Entities: several keys, nested and composite keys, chains of keys, missing entities.
import { byKey, subgraph, type Feature } from './feature.ts'

const volumes = [
  { id: 'v1', isbn: '978-1', title: 'One', shelf: { room: { id: 'east' }, place: 1 }, loan: { card: 'c1' } },
  { id: 'v2', isbn: '978-2', title: 'Two', shelf: { room: { id: 'west' }, place: 2 }, loan: null },
]
const prices = [{ isbn: '978-1', price: 10 }]
const shelves = [
  { room: { id: 'east' }, place: 1, label: 'East one' },
  { room: { id: 'west' }, place: 2, label: 'West two' },
]

export const keys: Feature = {
  name: 'keys',
  subgraphs: () => [
    subgraph(
      'volumes',
      `type Query { volumes: [Volume!]! }
       type Volume @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String! title: String! shelf: Shelf loan: Loan }
       type Shelf @key(fields: "room { id } place", resolvable: false) { room: Room! place: Int! }
       type Room @shareable { id: ID! }
       type Loan @key(fields: "card", resolvable: false) { card: ID! }`,
      { Query: { volumes: () => volumes }, Volume: { __resolveReferences: byKey(volumes) } },
    ),
    subgraph('prices', 'type Volume @key(fields: "isbn") { isbn: String! price: Int }', {
      Volume: { __resolveReferences: byKey(prices) },
    }),
    subgraph(
      'rooms',
      `type Shelf @key(fields: "room { id } place") { room: Room! place: Int! label: String! }
       type Room @shareable { id: ID! }`,
      { Shelf: { __resolveReferences: byKey(shelves) } },
    ),
    subgraph(
      'cards',
      `type Query { card(id: ID!): Loan }
       type Loan @key(fields: "card") { card: ID! reader: Reader } type Reader @key(fields: "id", resolvable: false) { id: ID! }`,
      {
        Query: { card: (_: unknown, { id }: { id: string }) => ({ card: id, reader: { id: 'r9' } }) },
        Loan: {
          __resolveReferences: async (refs: readonly { card: string }[]) =>
            refs.map(({ card }) => ({ card, reader: { id: 'r1' } })),
        },
      },
    ),
    subgraph('readers', 'type Reader @key(fields: "id") { id: ID! name: String }', {
      Reader: {
        __resolveReferences: async (refs: readonly { id: string }[]) =>
          refs.map(({ id }) => (id === 'r1' ? { id, name: 'Li' } : null)),
      },
    }),
  ],
  cases: [
    {
      title: 'a key that the query did not ask for joins two subgraphs',
      query: '{ volumes { title price } }',
      data: {
        volumes: [
          { title: 'One', price: 10 },
          { title: 'Two', price: null },
        ],
      },
    },
    {
      title: 'a nested composite key',
      query: '{ volumes { shelf { label } } }',
      data: { volumes: [{ shelf: { label: 'East one' } }, { shelf: { label: 'West two' } }] },
    },
    {
      title: 'a chain of three subgraphs, broken by null',
      query: '{ volumes { id loan { reader { name } } } }',
      data: {
        volumes: [
          { id: 'v1', loan: { reader: { name: 'Li' } } },
          { id: 'v2', loan: null },
        ],
      },
    },
    {
      title: 'an entity that its subgraph does not know',
      query: '{ card(id: "x") { card reader { id name } } }',
      data: { card: { card: 'x', reader: { id: 'r9', name: null } } },
    },
    {
      title: 'aliases of key fields do not hide the key',
      query: '{ volumes { isbn: title a: isbn price } }',
      data: {
        volumes: [
          { isbn: 'One', a: '978-1', price: 10 },
          { isbn: 'Two', a: '978-2', price: null },
        ],
      },
    },
  ],
}
