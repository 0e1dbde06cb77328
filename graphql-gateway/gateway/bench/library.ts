// The same library as three subgraphs and as one schema: books, their authors, and where copies are.
import type { Subgraph } from '@shuxiang/subgraph-kit'
import { defineUncheckedSubgraph, type UncheckedResolvers } from '@shuxiang/subgraph-kit/testing'

interface Book {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly authorId: string
}
const books: readonly Book[] = Array.from({ length: 1000 }, (_, i) => ({
  id: `b${i}`,
  title: `Book ${i}`,
  year: 1900 + (i % 120),
  authorId: `a${i % 100}`,
}))
const authors = new Map(
  Array.from({ length: 100 }, (_, i) => [`a${i}`, { id: `a${i}`, name: `Author ${i}` }]),
)
const libraries = Array.from({ length: 50 }, (_, i) => ({ id: `l${i}`, name: `Library ${i}` }))
const holdings = (id: string) => {
  const n = Number(id.slice(1))
  return [0, 1, 2].map((k) => ({
    copies: (n * 7 + k) % 9,
    callNumber: `TP${n}.${k}`,
    library: libraries[(n + k) % 50],
  }))
}
const available = (id: string): number => holdings(id).reduce((sum, holding) => sum + holding.copies, 0)
const page = (_: unknown, { first, offset }: { first: number; offset: number }) =>
  books.slice(offset, offset + first)

/** The question: 20 books from an offset, with author, copies and libraries. About 4 KB of JSON. */
export const question =
  'query Shelf($first: Int!, $offset: Int!) { books(first: $first, offset: $offset) { id title year author { id name } available holdings { copies callNumber library { id name } } } }'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'

/** Three subgraphs; an answer takes one root fetch and two entity fetches side by side. */
export function subgraphs(): readonly Subgraph[] {
  return [
    defineUncheckedSubgraph({
      name: 'books',
      typeDefs: `${link} type Query { books(first: Int!, offset: Int!): [Book!]! }
        type Book @key(fields: "id") { id: ID! title: String! year: Int author: Author! }
        type Author @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { books: page }, Book: { author: ({ authorId }: Book) => ({ id: authorId }) } },
    }),
    defineUncheckedSubgraph({
      name: 'people',
      typeDefs: `${link} type Query { author(id: ID!): Author } type Author @key(fields: "id") { id: ID! name: String! }`,
      resolvers: {
        Author: {
          __resolveReferences: async (refs: readonly { id: string }[]) =>
            refs.map(({ id }) => authors.get(id) ?? null),
        },
      },
    }),
    defineUncheckedSubgraph({
      name: 'holdings',
      typeDefs: `${link} type Query { holdings: Int }
        type Book @key(fields: "id") { id: ID! holdings: [Holding!]! available: Int! }
        type Holding { copies: Int! callNumber: String! library: Library! } type Library { id: ID! name: String! }`,
      resolvers: {
        Book: {
          __resolveReferences: async (refs: readonly { id: string }[]) => refs.map(({ id }) => ({ id })),
          ...ofBook(),
        },
      },
    }),
  ]
}

/** SDL and resolvers of the whole. */
export const whole: { readonly typeDefs: string; readonly resolvers: UncheckedResolvers } = {
  typeDefs: `type Query { books(first: Int!, offset: Int!): [Book!]! }
    type Book { id: ID! title: String! year: Int author: Author! holdings: [Holding!]! available: Int! }
    type Author { id: ID! name: String! } type Holding { copies: Int! callNumber: String! library: Library! }
    type Library { id: ID! name: String! }`,
  resolvers: {
    Query: { books: page },
    Book: { author: ({ authorId }: Book) => authors.get(authorId), ...ofBook() },
  },
}

function ofBook() {
  return {
    holdings: ({ id }: { id: string }) => holdings(id),
    available: ({ id }: { id: string }) => available(id),
  }
}
