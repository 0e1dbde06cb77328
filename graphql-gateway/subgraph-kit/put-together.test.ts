// What a subgraph answers, and what it refuses to be built from.
import { GraphQLScalarType } from 'graphql'
import { MongoClient } from 'mongodb'
import { describe, expect, it } from 'vitest'
import { createExecutor, type SubgraphContext } from './index.ts'
import { defineUncheckedSubgraph, testContext } from './testing.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", { name: "@shareable", as: "@common" }])'

function context(): SubgraphContext {
  // A client that never connects: these resolvers do not ask the store.
  const db = new MongoClient('mongodb://127.0.0.1:1').db('none')
  return testContext(db, { requestId: 'r1' })
}

describe('a subgraph', () => {
  it('asks each type once for all its key objects and answers in the order asked', async () => {
    const asked: string[][] = []
    const books = async (refs: readonly { readonly id: string }[]) => {
      asked.push(refs.map((ref) => ref.id))
      return refs.map((ref) =>
        ref.id === '2' ? null : ref.id === '3' ? new Error('lost') : { id: ref.id, title: `t${ref.id}` },
      )
    }
    const subgraph = defineUncheckedSubgraph({
      name: 'books',
      typeDefs: `${link} type Query { n: Int } type Book @key(fields: "id") { id: ID! title: String } type Shelf @key(fields: "id") { id: ID! }`,
      resolvers: { Book: { __resolveReferences: books } },
    })
    const result = await createExecutor(subgraph)(
      'query($r:[_Any!]!){_entities(representations:$r){__typename ... on Book{title}}}',
      {
        r: [
          { __typename: 'Book', id: '1' },
          { __typename: 'Shelf', id: 's' },
          { __typename: 'Book', id: '2' },
          { __typename: 'Book', id: '3' },
        ],
      },
      context(),
    )
    expect(asked).toEqual([['1', '2', '3']])
    expect(result.data?._entities).toEqual([
      { __typename: 'Book', title: 't1' },
      { __typename: 'Shelf' },
      null,
      null,
    ])
    expect(result.errors?.map((error) => error.path)).toEqual([['_entities', 3]])
  })

  it('passes the subgraph context and typed arguments to resolvers', async () => {
    const hello = (_: unknown, { to }: { readonly to: string }, { requestId }: SubgraphContext) =>
      `${to} ${requestId}`
    const subgraph = defineUncheckedSubgraph({
      name: 'a',
      typeDefs: 'type Query { hello(to: String!): String }',
      resolvers: { Query: { hello } },
    })
    expect(await createExecutor(subgraph)('{hello(to:"x")}', {}, context())).toEqual({
      data: { hello: 'x r1' },
    })
  })

  it.each([
    ['MongoServerSelectionError', 'SERVICE_UNAVAILABLE'],
    ['TypeError', undefined],
  ])('tells a store that is away from a fault: %s', async (name, code) => {
    const failing = () => {
      throw Object.assign(new Error('secret'), { name })
    }
    const subgraph = defineUncheckedSubgraph({
      name: 'a',
      typeDefs: 'type Query { n: Int m: Int }',
      resolvers: { Query: { n: failing, m: () => 1 } },
    })
    const { data, errors } = await createExecutor(subgraph)('{n m}', {}, context())
    expect(data).toEqual({ n: null, m: 1 })
    expect(errors?.[0]?.path).toEqual(['n'])
    expect(errors?.[0]?.extensions['code']).toBe(code)
  })

  it('takes over a scalar and knows federation directives by their imported names', async () => {
    const upper = new GraphQLScalarType({ name: 'Upper', serialize: (value) => String(value).toUpperCase() })
    const subgraph = defineUncheckedSubgraph({
      name: 'a',
      typeDefs: `${link} scalar Upper type Query { v: Upper @common }`,
      resolvers: { Upper: upper, Query: { v: () => 'abc' } },
    })
    const result = await createExecutor(subgraph)('{v _service{sdl}}', {}, context())
    expect(result.data?.v).toBe('ABC')
    expect(JSON.stringify(result.data)).toContain('@common')
  })

  it.each([
    ['a resolver of an unknown field', { Query: { m: () => 1 } }, 'no field m'],
    ['a resolver of an unknown type', { Nothing: { m: () => 1 } }, 'no such object'],
  ])('refuses %s', (_, resolvers, message) => {
    expect(() =>
      defineUncheckedSubgraph({ name: 'a', typeDefs: 'type Query { n: Int }', resolvers }),
    ).toThrow(message)
  })

  it.each([
    ['SDL that does not parse', 'a', 'type {'],
    ['a directive that was not imported', 'a', 'type Query { n: Int @nothing }'],
    ['a name with capitals', 'Books', 'type Query { n: Int }'],
  ])('refuses %s', (_, name, typeDefs) => {
    expect(() => defineUncheckedSubgraph({ name, typeDefs, resolvers: {} })).toThrow(/Subgraph/)
  })

  it.each([
    ['no __typename', [{ id: '1' }]],
    ['more than it takes', Array.from({ length: 5001 }, () => ({ __typename: 'Book', id: '1' }))],
    ['not an object', ['Book']],
  ])('refuses key objects: %s', async (_, r) => {
    const subgraph = defineUncheckedSubgraph({
      name: 'a',
      typeDefs: `${link} type Query { n: Int } type Book @key(fields: "id") { id: ID! }`,
      resolvers: {},
    })
    const result = await createExecutor(subgraph)(
      'query($r:[_Any!]!){_entities(representations:$r){__typename}}',
      { r },
      context(),
    )
    expect(result.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
})
