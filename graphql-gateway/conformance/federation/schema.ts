// What composition hides, narrows or shares: @inaccessible, enums and inputs that meet, shared roots, mutations, and the
// words of federation 1.
import { byKey, subgraph, type Feature } from './feature.ts'

export const visibility: Feature = {
  name: 'visibility',
  subgraphs: () => [
    subgraph(
      'a',
      `type Query { loans(filter: Filter): [Loan!]! best: Item }
       enum State { OPEN CLOSED LOST @inaccessible }
       input Filter { state: State limit: Int }
       type Loan @key(fields: "id") { id: ID! state: State secret: String @inaccessible }
       interface Item { id: ID! } type Loud implements Item @inaccessible { id: ID! } type Quiet implements Item { id: ID! }`,
      {
        Query: {
          loans: (_: unknown, { filter }: { filter?: { state?: string; limit?: number } | null }) =>
            [
              { id: '1', state: 'OPEN', secret: 's1' },
              { id: '2', state: 'LOST', secret: 's2' },
            ]
              .filter((loan) => !filter?.state || loan.state === filter.state)
              .slice(0, filter?.limit ?? 10),
          best: () => ({ __typename: 'Loud', id: '1' }),
        },
      },
    ),
    subgraph(
      'b',
      `type Loan @key(fields: "id") { id: ID! secret: String @external hint: String! @requires(fields: "secret") }`,
      {
        Loan: {
          __resolveReferences: async (refs: readonly { id: string; secret?: string }[]) =>
            refs.map((ref) => ({ ...ref })),
          hint: ({ secret }: { secret?: string }) => `hint of ${secret ?? 'nothing'}`,
        },
      },
    ),
  ],
  cases: [
    {
      title: 'a value that clients may not see becomes null',
      query: '{ loans { id state } }',
      data: {
        loans: [
          { id: '1', state: 'OPEN' },
          { id: '2', state: null },
        ],
      },
    },
    {
      title: 'what is hidden may still be required',
      query: '{ loans { hint } }',
      data: { loans: [{ hint: 'hint of s1' }, { hint: 'hint of s2' }] },
    },
    {
      title: 'input objects by variable and by value',
      query: 'query($f: Filter) { a: loans(filter: $f) { id } b: loans(filter: { limit: 1 }) { id } }',
      variables: { f: { state: 'OPEN' } },
      data: { a: [{ id: '1' }], b: [{ id: '1' }] },
    },
    {
      title: 'an object of a hidden type becomes null',
      query: '{ best { __typename id } }',
      data: { best: null },
    },
  ],
}

export const mutations: Feature = {
  name: 'mutations and shared roots',
  subgraphs: () => {
    let counter = 0
    const add = (_: unknown, { by }: { by: number }) => (counter += by)
    const notes = [{ id: 'n1', text: 'first' }]
    return [
      subgraph(
        'a',
        `type Query { shared: Shared! @shareable }
         type Shared @shareable { both: Int! left: Left }
         type Left { a: Int! }
         type Mutation { add(by: Int!): Int! note(text: String!): Note! fail: Int }
         type Note @key(fields: "id") { id: ID! text: String! }`,
        {
          Query: { shared: () => ({ both: 1, left: { a: 1 } }) },
          Mutation: {
            add,
            note: (_: unknown, { text }: { text: string }) => ({ id: 'n2', text }),
            fail: () => {
              throw new Error('no')
            },
          },
          Note: { __resolveReferences: byKey(notes) },
        },
      ),
      subgraph(
        'b',
        `type Query { shared: Shared! @shareable }
         type Shared @shareable { both: Int! right: Right }
         type Right { b: Int! }
         type Mutation { multiply(by: Int!): Int! }
         type Note @key(fields: "id") { id: ID! length: Int! }`,
        {
          Query: { shared: () => ({ both: 1, right: { b: 2 } }) },
          Mutation: { multiply: (_: unknown, { by }: { by: number }) => (counter *= by) },
          Note: {
            __resolveReferences: async (refs: readonly { id: string }[]) =>
              refs.map(({ id }) => ({ id, length: 4 })),
          },
        },
      ),
    ]
  },
  cases: [
    {
      title: 'mutations run one after the other, across subgraphs',
      query: 'mutation { five: add(by: 5) ten: multiply(by: 2) twelve: add(by: 2) all: multiply(by: 10) }',
      data: { five: 5, ten: 10, twelve: 12, all: 120 },
    },
    {
      title: 'the result of a mutation is completed by another subgraph',
      query: 'mutation { note(text: "good") { text length } }',
      data: { note: { text: 'good', length: 4 } },
    },
    {
      title: 'a mutation that fails does not stop the next',
      query: 'mutation { fail two: multiply(by: 1) }',
      data: { fail: null, two: 120 },
      errors: ['fail'],
    },
    {
      title: 'one root field, half of it in each of two subgraphs',
      query: '{ shared { both left { a } right { b } } }',
      data: { shared: { both: 1, left: { a: 1 }, right: { b: 2 } } },
    },
  ],
}

export const federationOne: Feature = {
  name: 'the words of federation 1',
  subgraphs: () => [
    subgraph(
      'a',
      `extend type Query { reader: Reader }
       type Reader @key(fields: "id") { id: ID! name: String! @shareable }`,
      {
        Query: { reader: () => ({ id: 'r1', name: 'Wang' }) },
        Reader: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, name: 'Wang' })),
        },
      },
    ),
    subgraph(
      'b',
      `type Query { readers: [Reader!]! }
       extend type Reader @key(fields: "id") { id: ID! @external name: String! @external badge: String! @requires(fields: "name") }`,
      {
        Query: { readers: () => [{ id: 'r2' }] },
        Reader: {
          __resolveReferences: async (refs: readonly { id: string; name?: string }[]) =>
            refs.map((ref) => ({ ...ref })),
          badge: ({ name }: { name?: string }) => `<${name ?? '?'}>`,
        },
      },
    ),
    subgraph('c', 'type Reader @extends @key(fields: "id") { id: ID! @external since: Int! }', {
      Reader: {
        __resolveReferences: async (refs: readonly { id: string }[]) =>
          refs.map(({ id }) => ({ id, since: 2001 })),
      },
    }),
  ],
  cases: [
    {
      title: 'extensions of a type',
      query: '{ reader { badge since } readers { id name badge since } }',
      data: {
        reader: { badge: '<Wang>', since: 2001 },
        readers: [{ id: 'r2', name: 'Wang', badge: '<Wang>', since: 2001 }],
      },
    },
  ],
}
