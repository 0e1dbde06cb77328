// Fields that declare what they need: the projection follows the declarations, and what is undeclared is refused.
import type { GraphQLResolveInfo } from 'graphql'
import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import {
  asStored,
  createExecutor,
  fieldOf,
  projection,
  selectedFields,
  type ProjectionPlace,
  type StoredType,
} from './index.ts'
import { defineUncheckedSubgraph, testContext } from './testing.ts'

interface BookDoc {
  readonly _id: string
  readonly slug: string
  readonly title: string
  readonly stamp: Date
  readonly gone?: true
}
const field = fieldOf<BookDoc>()
interface BookFields {
  readonly id: (book: BookDoc, args: object) => string
  readonly url: (book: BookDoc, args: object) => string
  readonly title: (book: BookDoc, args: object) => string
  readonly by: (book: BookDoc, args: { readonly first?: number }) => number | null
}
interface EdgeFields {
  readonly node: (edge: BookDoc, args: object) => BookDoc | null
  readonly mark: (edge: BookDoc, args: object) => string | null
}
const book: StoredType<BookDoc, BookFields> = {
  always: ['gone'],
  fields: {
    ...asStored<BookDoc>()(['title']),
    id: field(['_id'], ({ _id }) => _id),
    url: field(['_id', 'slug'], ({ _id, slug }) => `${_id}/${slug}`),
    by: field(['stamp'], (_, { first }: { readonly first?: number }) => first ?? null),
  },
}
/** An edge reads its book's title beside the book. */
const edge: StoredType<BookDoc, EdgeFields> = {
  fields: {
    node: { needs: [], resolve: () => null },
    mark: { needs: ['title'], resolve: () => null },
  },
}
const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { page: Page book: Book }
  type Page { edges: [Edge] total: Int }
  type Edge { node: Book mark: String }
  type Book @key(fields: "id") { id: ID url: String title: String by(first: Int): Int }`

/** What `read` makes of the field `name` in a query. */
async function reading<T>(query: string, name: string, read: (info: GraphQLResolveInfo) => T): Promise<T> {
  const found: T[] = []
  const subgraph = defineUncheckedSubgraph({
    name: 'books',
    typeDefs,
    stored: { Book: book, Edge: edge },
    resolvers: {
      Query: {
        [name]: (_: unknown, __: unknown, ___: unknown, info: GraphQLResolveInfo) => (
          found.push(read(info)),
          null
        ),
      },
    },
  })
  const db = new MongoClient('mongodb://127.0.0.1:1').db('none')
  const { errors } = await createExecutor(subgraph)(query, {}, testContext(db))
  if (errors?.[0]) throw errors[0]
  const [first] = found
  if (first === undefined) throw new Error('not resolved')
  return first
}
const projected = (query: string, name: string, place: ProjectionPlace = {}) =>
  reading(query, name, (info) => projection(info, place))

describe('a projection', () => {
  it('asks for what the selected fields declare, and always for what the roots look at', async () => {
    expect(await projected('{ book { url __typename } }', 'book')).toEqual({ _id: 1, gone: 1, slug: 1 })
    expect(await projected('{ book { by title } }', 'book')).toEqual({ _id: 1, gone: 1, stamp: 1, title: 1 })
  })

  it('follows a path through fragments, and asks also for what the types on the way need', async () => {
    const query =
      '{ page { ...p } } fragment p on Page { total edges { mark node { id ... on Book { url @skip(if: true) } } } }'
    expect(await reading(query, 'page', (info) => selectedFields(info))).toEqual(['total', 'edges'])
    expect(await projected(query, 'page', { at: ['edges', 'node'] })).toEqual({
      _id: 1,
      gone: 1,
      title: 1,
      slug: 1,
    })
  })

  it('takes the type of entities from their reference', async () => {
    expect(await projected('{ page { total } }', 'page', { type: 'Book' })).toEqual({ _id: 1, gone: 1 })
  })

  it('is not made for a type that declares nothing', async () => {
    await expect(projected('{ page { total } }', 'page')).rejects.toThrow('Page declares no stored fields')
  })
})

describe('a stored type', () => {
  it('gives a resolver the fields it names and no others', () => {
    // @ts-expect-error: `slug` is not among what the field needs
    field(['title'], ({ slug }) => slug)
    // @ts-expect-error: no such stored field
    field(['titel'], () => null)
    expect(field(['title'], ({ title }) => title).needs).toEqual(['title'])
  })

  it.each([
    ['a field that declares nothing', { fields: asStored<BookDoc>()(['title']) }, {}, 'the field id'],
    [
      'a field the SDL lacks',
      { fields: { ...book.fields, slug: { needs: [], resolve: () => null } } },
      {},
      'no field slug',
    ],
    ['a resolver beside it', book, { Book: { url: () => '' } }, 'the resolver of url'],
  ])('is refused with %s', (_, stored, resolvers, message) => {
    expect(() =>
      defineUncheckedSubgraph({ name: 'books', typeDefs, stored: { Book: stored }, resolvers }),
    ).toThrow(message)
  })
})
