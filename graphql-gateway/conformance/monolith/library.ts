// One set of data with two faces: five subgraphs, and a single schema over the same data.
import type { Subgraph } from '@shuxiang/subgraph-kit'
import { defineUncheckedSubgraph } from '@shuxiang/subgraph-kit/testing'
import { buildSchema, type GraphQLSchema } from 'graphql'

interface Item {
  readonly __typename: 'Book' | 'Recording'
  readonly id: string
  readonly sku: string
  readonly title: string | null
  readonly weight: number
  readonly pages: number
  readonly minutes: number
  readonly author: Author | null
  readonly shelf: Shelf | null
}
interface Author {
  readonly id: string
  readonly name: string
  readonly born: number | null
}
interface Shelf {
  readonly room: string
  readonly place: number
  readonly label: string
}

const authors: readonly Author[] = Array.from({ length: 7 }, (_, i) => ({
  id: `a${i}`,
  name: `Author ${i}`,
  born: i % 3 === 0 ? null : 1000 + i,
}))
const shelves: readonly Shelf[] = Array.from({ length: 4 }, (_, i) => ({
  room: `r${i % 2}`,
  place: i,
  label: `Shelf ${i}`,
}))
const items: readonly Item[] = Array.from({ length: 24 }, (_, i) => ({
  __typename: i % 3 === 2 ? 'Recording' : 'Book',
  id: `i${i}`,
  sku: `s-${i}`,
  title: i % 5 === 4 ? null : `Title ${i}`,
  weight: i * 10,
  pages: 100 + i,
  minutes: 10 + i,
  author: i % 4 === 3 ? null : (authors[i % authors.length] ?? null),
  shelf: i % 6 === 5 ? null : (shelves[i % shelves.length] ?? null),
}))
const itemById = new Map(items.map((item) => [item.id, item]))
const itemBySku = new Map(items.map((item) => [item.sku, item]))
const authorById = new Map(authors.map((author) => [author.id, author]))
const shelfOf = (room: string, place: number): Shelf | null =>
  shelves.find((shelf) => shelf.room === room && shelf.place === place) ?? null

interface Count {
  readonly first?: number | null
}
interface Id {
  readonly id: string
}
const page = <T>(all: readonly T[], first: number | null | undefined): readonly T[] =>
  all.slice(0, first ?? 5)
const cost = (weight: number, factor: number): number => weight * factor
const reviewsOf = (id: string) =>
  [0, 1].map((n) => ({ stars: (Number(id.slice(1)) + n) % 5, about: itemById.get(id) ?? null }))

const types = `
  interface Item { id: ID! sku: String! title: String author: Author shelf: Shelf reviews: [Review!]! shipping(factor: Int! = 2): Int! }
  type Book implements Item { id: ID! sku: String! title: String pages: Int! author: Author shelf: Shelf reviews: [Review!]! shipping(factor: Int! = 2): Int! }
  type Recording implements Item { id: ID! sku: String! title: String minutes: Int! author: Author shelf: Shelf reviews: [Review!]! shipping(factor: Int! = 2): Int! }
  union Found = Book | Recording | Author
  type Author { id: ID! name: String! born: Int works(first: Int): [Item!]! }
  type Shelf { room: ID! place: Int! label: String! items: [Item]! }
  type Review { stars: Int! about: Item }
  type Query {
    items(first: Int): [Item!]! item(id: ID!): Item books(first: Int): [Book!]! found(first: Int): [Found!]!
    author(id: ID!): Author shelves: [Shelf!]! reviews(first: Int): [Review!]!
  }
`

const worksOf = (author: { id: string }, { first }: Count): readonly Item[] =>
  page(
    items.filter((item) => item.author?.id === author.id),
    first,
  )
const itemsOn = (shelf: { room: string; place: number }): readonly (Item | null)[] =>
  items.filter((item) => item.shelf?.room === shelf.room && item.shelf.place === shelf.place).slice(0, 4)
const found = (first: number | null | undefined) =>
  page(
    items.flatMap((item): object[] =>
      item.author ? [item, { ...item.author, __typename: 'Author' }] : [item],
    ),
    first,
  )

/** The whole as one schema. */
export function monolith(): GraphQLSchema {
  const schema = buildSchema(types)
  const attach = (type: string, field: string, resolve: (parent: never, args: never) => unknown): void => {
    const found = schema.getType(type)
    const target = found && 'getFields' in found ? found.getFields()[field] : undefined
    if (!target || !('args' in target)) throw new Error(`No field ${type}.${field}`)
    Object.assign(target, { resolve })
  }
  attach('Query', 'items', (_: unknown, { first }: Count) => page(items, first))
  attach('Query', 'item', (_: unknown, { id }: Id) => itemById.get(id))
  attach('Query', 'books', (_: unknown, { first }: Count) =>
    page(
      items.filter((item) => item.__typename === 'Book'),
      first,
    ),
  )
  attach('Query', 'found', (_: unknown, { first }: Count) => found(first))
  attach('Query', 'author', (_: unknown, { id }: Id) => authorById.get(id))
  attach('Query', 'shelves', () => shelves)
  attach('Query', 'reviews', (_: unknown, { first }: Count) =>
    page(
      items.flatMap((item) => reviewsOf(item.id)),
      first,
    ),
  )
  attach('Author', 'works', worksOf)
  attach('Shelf', 'items', itemsOn)
  for (const type of ['Book', 'Recording']) {
    attach(type, 'reviews', ({ id }: Id) => reviewsOf(id))
    attach(type, 'shipping', ({ weight }: Item, { factor }: { factor: number }) => cost(weight, factor))
  }
  return schema
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])`

/** The whole as five subgraphs that share entities by simple, alternative and composite keys. */
export function subgraphs(): readonly Subgraph[] {
  const byId = async (refs: readonly { id?: string; sku?: string }[]) =>
    refs.map((ref) => (ref.id === undefined ? itemBySku.get(ref.sku ?? '') : itemById.get(ref.id)) ?? null)
  const idOnly = async (refs: readonly Id[]) => refs.map(({ id }) => ({ id }))
  const shipping = ({ weight }: { weight: number }, { factor }: { factor: number }) => cost(weight, factor)
  const stub = (item: Item) => ({ __typename: item.__typename, id: item.id })
  return [
    defineUncheckedSubgraph({
      name: 'catalogue',
      typeDefs: `${link}
        type Query { items(first: Int): [Item!]! item(id: ID!): Item books(first: Int): [Book!]! found(first: Int): [Found!]! }
        interface Item { id: ID! sku: String! title: String author: Author shelf: Shelf }
        type Book implements Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: String! title: String pages: Int! author: Author shelf: Shelf weight: Int! @inaccessible }
        type Recording implements Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: String! title: String minutes: Int! author: Author shelf: Shelf weight: Int! @inaccessible }
        union Found = Book | Recording | Author
        type Author @key(fields: "id", resolvable: false) { id: ID! }
        type Shelf @key(fields: "room place", resolvable: false) { room: ID! place: Int! }`,
      resolvers: {
        Query: {
          items: (_: unknown, { first }: Count) => page(items, first),
          item: (_: unknown, { id }: Id) => itemById.get(id),
          books: (_: unknown, { first }: Count) =>
            page(
              items.filter((item) => item.__typename === 'Book'),
              first,
            ),
          found: (_: unknown, { first }: Count) => found(first),
        },
        Book: { __resolveReferences: byId },
        Recording: { __resolveReferences: byId },
      },
    }),
    defineUncheckedSubgraph({
      name: 'people',
      typeDefs: `${link}
        type Query { author(id: ID!): Author }
        type Author @key(fields: "id") { id: ID! name: String! born: Int works(first: Int): [Item!]! }
        interface Item { id: ID! }
        type Book implements Item @key(fields: "id", resolvable: false) { id: ID! }
        type Recording implements Item @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { author: (_: unknown, { id }: Id) => authorById.get(id) },
        Author: {
          __resolveReferences: async (refs: readonly Id[]) =>
            refs.map((ref) => authorById.get(ref.id) ?? null),
          works: (author: Author, args: Count) => worksOf(author, args).map(stub),
        },
      },
    }),
    defineUncheckedSubgraph({
      name: 'rooms',
      typeDefs: `${link}
        type Query { shelves: [Shelf!]! }
        type Shelf @key(fields: "room place") { room: ID! place: Int! label: String! items: [Item]! }
        interface Item { sku: String! }
        type Book implements Item @key(fields: "sku", resolvable: false) { sku: String! }
        type Recording implements Item @key(fields: "sku", resolvable: false) { sku: String! }`,
      resolvers: {
        Query: { shelves: () => shelves },
        Shelf: {
          __resolveReferences: async (refs: readonly Shelf[]) =>
            refs.map((ref) => shelfOf(ref.room, ref.place)),
          items: (shelf: Shelf) =>
            itemsOn(shelf).map((item) => (item ? { __typename: item.__typename, sku: item.sku } : null)),
        },
      },
    }),
    defineUncheckedSubgraph({
      name: 'reviews',
      typeDefs: `${link}
        type Query { reviews(first: Int): [Review!]! }
        type Review { stars: Int! about: Item }
        interface Item { id: ID! reviews: [Review!]! }
        type Book implements Item @key(fields: "id") { id: ID! reviews: [Review!]! }
        type Recording implements Item @key(fields: "id") { id: ID! reviews: [Review!]! }`,
      resolvers: {
        Query: {
          reviews: (_: unknown, { first }: Count) =>
            page(
              items.flatMap((item) => reviewsOf(item.id).map(stubbed)),
              first,
            ),
        },
        Book: { __resolveReferences: idOnly, reviews: ({ id }: Id) => reviewsOf(id).map(stubbed) },
        Recording: { __resolveReferences: idOnly, reviews: ({ id }: Id) => reviewsOf(id).map(stubbed) },
      },
    }),
    defineUncheckedSubgraph({
      name: 'post',
      typeDefs: `${link}
        type Query { postage: Int @inaccessible }
        interface Item { id: ID! shipping(factor: Int! = 2): Int! }
        type Book implements Item @key(fields: "id") { id: ID! weight: Int! @external shipping(factor: Int! = 2): Int! @requires(fields: "weight") }
        type Recording implements Item @key(fields: "id") { id: ID! weight: Int! @external shipping(factor: Int! = 2): Int! @requires(fields: "weight") }`,
      resolvers: { Book: { shipping }, Recording: { shipping } },
    }),
  ]
  function stubbed(review: { stars: number; about: Item | null }) {
    return { stars: review.stars, about: review.about ? stub(review.about) : null }
  }
}
