// What does not compile: each @ts-expect-error is checked by `npm run types`, and fails there once the line is accepted.
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { BookDoc } from './fixtures/books/store.ts'
import type {
  BookEdgeResolvers,
  BookResolvers,
  LoanResolvers,
  QueryResolvers,
  ReaderResolvers,
  Resolvers,
} from './fixtures/books/schema/types.generated.ts'
import type { ReaderMapper } from './fixtures/books/schema/mappers.ts'
import {
  asStored,
  defineSubgraph,
  fieldOf,
  type ArgsOf,
  type CompleteResolvers,
  type ReferencesOf,
  type StoredType,
} from './index.ts'

const book: BookDoc = { _id: 'b1', title: 'Odes', slug: 'odes', pages: null, gone: false }
const field = fieldOf<BookDoc>()

/** Every field of a book, each with what it needs. */
const fields: StoredType<BookDoc, BookResolvers>['fields'] = {
  ...asStored<BookDoc>()(['title', 'pages']),
  id: field(['_id'], ({ _id }) => _id),
  url: field(['slug'], ({ slug }) => `/${slug}`),
  loans: fieldOf<BookDoc, BookResolvers['loans']>()(['_id'], (_, { year }) => [
    { by: null, at: new Date(Date.UTC(year, 0)) },
  ]),
}

const queries: QueryResolvers = {
  book: (_, { id }) => (id === book._id ? book : null),
  books: () => ({ edges: [{ node: book }], total: 1 }),
}
const mark: BookEdgeResolvers['mark'] = ({ node }) => node._id
const at: LoanResolvers['at'] = (loan) => loan.at.toISOString()
const greeting: ReaderResolvers['greeting'] = ({ name }) => `Hello ${name}`
const findBooks: ReferencesOf<BookResolvers> = async (references) =>
  references.map(({ id }) => (id === book._id ? book : null))

const complete: CompleteResolvers<Resolvers> = {
  Query: queries,
  BookEdge: { mark },
  Book: {
    __resolveReferences: findBooks,
    id: ({ _id }) => _id,
    title: () => book.title,
    url: () => '/',
    pages: () => null,
    loans: () => [],
  },
  Loan: { at },
  Reader: { greeting },
}

describe('a resolver', () => {
  it('knows its arguments, and that a client may say null where there is a default', () => {
    expectTypeOf<ArgsOf<QueryResolvers['books']>['first']>().toEqualTypeOf<number | null>()
    expectTypeOf<ArgsOf<QueryResolvers['books']>['order']>().toEqualTypeOf<'NEW' | 'OLD' | null | undefined>()
    // @ts-expect-error: no such argument
    const wrong: QueryResolvers['book'] = (_, { isbn }) => isbn
    expect(wrong).toBeTypeOf('function')
  })

  it('answers with what the schema says', () => {
    // @ts-expect-error: a text where the schema has a number
    const total: QueryResolvers['books'] = () => ({ edges: [], total: 'one' })
    // @ts-expect-error: a date where the schema has a text
    const date: LoanResolvers['at'] = (loan) => loan.at
    // @ts-expect-error: null where the schema has none
    const none: BookEdgeResolvers['mark'] = () => null
    expect([total, date, none]).toHaveLength(3)
  })

  it('is given the parent that stands behind its type, and of the root nothing', () => {
    // @ts-expect-error: the store's book has a slug, no url
    const url: BookResolvers['url'] = (doc) => doc.url
    // @ts-expect-error: nothing stands behind Query
    const root: QueryResolvers['book'] = (parent) => parent.book
    expect([url, root]).toHaveLength(2)
  })
})

describe('resolvers of a subgraph', () => {
  it('may leave out what the parents bring', () => {
    expect(Object.keys(complete)).not.toContain('BookPage')
  })

  it('are not complete without a field that the parent lacks or has in another shape', () => {
    // @ts-expect-error: an edge has no mark
    const edges: CompleteResolvers<Resolvers>['BookEdge'] = {}
    // @ts-expect-error: a loan's date is no text
    const loans: CompleteResolvers<Resolvers>['Loan'] = {}
    const { Loan: _, ...rest } = complete
    // @ts-expect-error: nor without the type
    const lacking: CompleteResolvers<Resolvers> = rest
    expect([edges, loans, lacking]).toHaveLength(3)
  })

  it('may leave out what may be absent where the schema has null', () => {
    interface Types {
      readonly Book: {
        readonly pages: (parent: { readonly pages?: number }, args: object) => number | null
        readonly title: (parent: { readonly title?: string }, args: object) => string
      }
    }
    const there: CompleteResolvers<Types> = { Book: { title: ({ title }) => title ?? 'untitled' } }
    // @ts-expect-error: a title is never null
    const lacking: CompleteResolvers<Types> = { Book: {} }
    expect([there, lacking]).toHaveLength(2)
  })

  it('find entities whose key object is not enough', () => {
    const { __resolveReferences: _, ...rest } = complete.Book
    // @ts-expect-error: a key object is no book
    const lacking: CompleteResolvers<Resolvers>['Book'] = rest
    // @ts-expect-error: a promise of readers is no promise of books
    const others: ReferencesOf<BookResolvers> = async (): Promise<ReaderMapper[]> => [{ id: 'r' }]
    expect([lacking, others]).toHaveLength(2)
  })
})

describe('a stored type', () => {
  it('has every field of the schema, each of its type', () => {
    const { url: _, ...rest } = fields
    // @ts-expect-error: url is missing
    const lacking: StoredType<BookDoc, BookResolvers>['fields'] = rest
    // @ts-expect-error: a number where the schema has a text
    const wrong: StoredType<BookDoc, BookResolvers>['fields'] = { ...fields, url: field(['slug'], () => 1) }
    const stored: StoredType<BookDoc, BookResolvers>['fields'] = {
      ...fields,
      // @ts-expect-error: what is stored under the name may be null
      title: asStored<BookDoc>()(['pages']).pages,
    }
    expect([lacking, wrong, stored]).toHaveLength(3)
  })

  it('takes no argument that the schema lacks', () => {
    const loans = field(['_id'], (_, { month }: { readonly month: number }) => [
      { by: null, at: new Date(month) },
    ])
    // @ts-expect-error: loans are asked by year
    const wrong: StoredType<BookDoc, BookResolvers>['fields'] = { ...fields, loans }
    expect(wrong).toHaveProperty('loans')
  })

  it('stands in the place of the type in a definition', () => {
    const { Book, ...resolvers } = complete
    const rest = {
      name: 'books',
      typeDefs: 'type Query { book(id: ID!): Book } type Book { id: ID! }',
      resolvers: { ...resolvers, Book: { __resolveReferences: Book.__resolveReferences } },
    }
    // The SDL is shorter than the one the types are from, and defineSubgraph says so when it runs.
    expect(() => defineSubgraph<Resolvers, 'Book'>({ ...rest, stored: { Book: { fields } } })).toThrow(
      'books',
    )
    // @ts-expect-error: books are stored, so their fields are declared
    expect(() => defineSubgraph<Resolvers, 'Book'>(rest)).toThrow('books')
  })
})
