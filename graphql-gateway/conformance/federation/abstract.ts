// Interfaces and unions across subgraphs, and @interfaceObject.
import { byKey, subgraph, type Feature } from './feature.ts'

const media = [
  { __typename: 'Audio', id: 'm1', title: 'Sound', minutes: 5 },
  { __typename: 'Video', id: 'm2', title: 'Moving', lines: 1080 },
]

export const interfaceObject: Feature = {
  name: '@interfaceObject',
  // The composer forgets that the field is external to the subgraph of the interface object.
  corrected: (supergraph) =>
    supergraph.replace(
      /(interface Media [^{]*\{[^}]*?title: String!)/,
      '$1 @join__field(graph: MARKS, external: true) @join__field(graph: MEDIA)',
    ),
  subgraphs: () => [
    subgraph(
      'media',
      `type Query { media: [Media!]! }
       interface Media @key(fields: "id") { id: ID! title: String! }
       type Audio implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }
       type Video implements Media @key(fields: "id") { id: ID! title: String! lines: Int! }`,
      {
        Query: { media: () => media },
        Media: {
          __resolveReferences: byKey(media),
          __resolveType: (value: { __typename: string }) => value.__typename,
        },
        Audio: { __resolveReferences: byKey(media) },
        Video: { __resolveReferences: byKey(media) },
      },
    ),
    subgraph(
      'marks',
      `type Query { best: [Media!]! }
       type Media @key(fields: "id") @interfaceObject { id: ID! title: String! @external stars: Int! headline: String! @requires(fields: "title") }`,
      {
        Query: { best: () => [{ id: 'm2' }, { id: 'm1' }] },
        Media: {
          __resolveReferences: async (refs: readonly { id: string; title?: string }[]) =>
            refs.map((ref) => ({ ...ref })),
          stars: ({ id }: { id: string }) => Number(id.slice(1)),
          headline: ({ title }: { title?: string }) => `* ${title ?? '?'} *`,
        },
      },
    ),
  ],
  cases: [
    {
      title: 'a field added to every implementation',
      query: '{ media { title stars } }',
      data: {
        media: [
          { title: 'Sound', stars: 1 },
          { title: 'Moving', stars: 2 },
        ],
      },
    },
    {
      title: 'from the interface object to what the interface knows',
      query: '{ best { id title } }',
      data: {
        best: [
          { id: 'm2', title: 'Moving' },
          { id: 'm1', title: 'Sound' },
        ],
      },
    },
    {
      title: 'beside fields of the implementations',
      query: '{ media { __typename stars ... on Audio { minutes } ... on Video { lines } } }',
      data: {
        media: [
          { __typename: 'Audio', stars: 1, minutes: 5 },
          { __typename: 'Video', stars: 2, lines: 1080 },
        ],
      },
    },
    {
      title: 'requirements of an interface object',
      query: '{ media { headline } }',
      data: { media: [{ headline: '* Sound *' }, { headline: '* Moving *' }] },
    },
    {
      title: 'the added field inside a fragment on one implementation',
      query: '{ media { id ... on Video { stars } } }',
      data: { media: [{ id: 'm1' }, { id: 'm2', stars: 2 }] },
    },
  ],
}

export const abstractTypes: Feature = {
  name: 'interfaces and unions',
  subgraphs: () => [
    subgraph(
      'a',
      `type Query { found: [Found!]! node(id: ID!): Node viewer: Viewer @shareable }
       union Found = Book | Map
       interface Node { id: ID! }
       type Book implements Node @key(fields: "id") { id: ID! title: String! @shareable }
       type Map implements Node @key(fields: "id") { id: ID! scale: Int! }
       type Viewer @shareable { item: Found }`,
      {
        Query: {
          found: () => [
            { __typename: 'Book', id: 'b1', title: 'B' },
            { __typename: 'Map', id: 'k1', scale: 100 },
          ],
          node: (_: unknown, { id }: { id: string }) =>
            id.startsWith('b')
              ? { __typename: 'Book', id, title: 'B' }
              : id.startsWith('k')
                ? { __typename: 'Map', id, scale: 1 }
                : null,
          viewer: () => ({ item: { __typename: 'Book', id: 'b1', title: 'B' } }),
        },
        Book: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, title: 'B' })),
        },
      },
    ),
    subgraph(
      'b',
      `union Found = Book | Song
       type Book @key(fields: "id") { id: ID! title: String! @shareable pages: Int! }
       type Song @key(fields: "id") { id: ID! title: String! }
       type Map @key(fields: "id") { id: ID! sheets: Int! }
       type Query { songs: [Found!]! }`,
      {
        Query: {
          songs: () => [
            { __typename: 'Song', id: 's1', title: 'S' },
            { __typename: 'Book', id: 'b2', title: 'B2', pages: 2 },
          ],
        },
        Book: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, title: 'B', pages: 9 })),
        },
        Map: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => ({ id, sheets: 4 })),
        },
      },
    ),
  ],
  cases: [
    {
      title: 'members of a union, each completed by another subgraph',
      query:
        '{ found { __typename ... on Book { title pages } ... on Map { scale sheets } ... on Song { title } } }',
      data: {
        found: [
          { __typename: 'Book', title: 'B', pages: 9 },
          { __typename: 'Map', scale: 100, sheets: 4 },
        ],
      },
    },
    {
      title: 'a member that a subgraph does not know is left empty',
      query: '{ found { ... on Song { title } } songs { ... on Song { title } ... on Map { scale } } }',
      data: { found: [{}, {}], songs: [{ title: 'S' }, {}] },
    },
    {
      title: 'an interface, its types completed by fragments with aliases',
      query:
        '{ one: node(id: "b7") { id ... on Book { n: pages } } two: node(id: "k7") { kind: __typename ... on Map { n: sheets } } }',
      data: { one: { id: 'b7', n: 9 }, two: { kind: 'Map', n: 4 } },
    },
    { title: 'null for an abstract field', query: '{ node(id: "x") { __typename } }', data: { node: null } },
    {
      title: 'named fragments in each other',
      query:
        '{ found { ...f } } fragment f on Found { ... on Book { ...b } ... on Node { id } } fragment b on Book { pages ... on Node { __typename } }',
      data: { found: [{ pages: 9, __typename: 'Book', id: 'b1' }, { id: 'k1' }] },
    },
    {
      title: '@include and @skip, as values and as variables',
      query:
        'query($yes: Boolean!, $no: Boolean!) { found { ... on Book @include(if: $yes) { pages } ... on Map @skip(if: $yes) { sheets } ... on Node @include(if: $no) { id } __typename @skip(if: true) } }',
      variables: { yes: true, no: false },
      data: { found: [{ pages: 9 }, {}] },
    },
    {
      title: 'nothing left to fetch',
      query: 'query($no: Boolean!) { found @include(if: $no) { __typename } __typename }',
      variables: { no: false },
      data: { __typename: 'Query' },
    },
  ],
}
