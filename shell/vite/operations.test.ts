import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { buildSchema } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { generateOperations, readApiSchema, staleFiles } from './operations.ts'
import { packagesWithOperations } from './operations/packages.ts'
import { joinedOperations } from './targets.ts'

const repository = resolve(import.meta.dirname, '../..')
const schema = buildSchema(`
  type Query { book(id: ID!): Book, books(filter: Filter, order: Order = NEW, first: Int! = 2): [Book!]! any: Thing }
  type Book { id: ID! title: String! year: Int pages: [Page] }
  type Page { n: Int! }
  union Thing = Book | Page
  enum Order { NEW OLD }
  input Filter { words: [String!]!, inside: Filter, order: Order }
`)

let folder = ''
async function generate(files: Readonly<Record<string, string>>, over = schema) {
  folder = await mkdtemp(join(tmpdir(), 'operations-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return generateOperations(folder, over)
}
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('trusted operations', () => {
  it('carry only their own fragments and an id that is the hash of their text', async () => {
    const { registry } = await generate({
      'a.graphql': 'query A { book(id: 1) { ...Names } } query B { books { id } }',
      'b.graphql': 'fragment Names on Book { title }',
    })
    const documents: Record<string, string> = JSON.parse(registry.content)
    const texts = Object.values(documents)
    expect(texts[0]).toContain('fragment Names')
    expect(texts[1]).not.toContain('fragment')
    for (const [id, text] of Object.entries(documents)) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      expect(id).toBe(`sha256:${Buffer.from(digest).toString('hex')}`)
    }
  })

  it('of `operations/later` are constants apart, with their types and documents in the one place', async () => {
    const { module, later, registry } = await generate({
      'operations/a.graphql': 'query A { books { ...Names } } fragment Names on Book { title }',
      'operations/later/b.graphql': 'query B { books { ...Names } }',
    })
    expect(module.content).toContain('export const A')
    expect(module.content).toContain('export type BData')
    expect(module.content).not.toContain('export const B')
    expect(later?.content).toMatch(/import type \{ BData, BVariables \} from '.\/operations.generated.ts'/)
    expect(later?.content).toContain('export const B')
    expect(later?.content).not.toContain('export const A')
    expect(Object.keys(JSON.parse(registry.content))).toHaveLength(2)
    expect((await generate({ 'a.graphql': 'query A { books { id } }' })).later).toBeNull()
  })

  it('are the same bytes for the same sources, wherever they lie', async () => {
    const files = { 'a.graphql': 'query A { books { id } }' }
    const first = await generate(files)
    await rm(folder, { recursive: true })
    expect((await generate(files)).module.content).toBe(first.module.content)
  })

  it('are typed: null where the schema has it, optional where a directive or a default may leave it out', async () => {
    const { module } = await generate({
      'a.graphql': `query Find($filter: Filter, $first: Int! = 3, $order: Order, $deep: Boolean!) {
        found: books(filter: $filter, first: $first, order: $order) { id year pages @include(if: $deep) { n } }
      }`,
    })
    expect(module.content).toContain(`export type Filter = {
  readonly words: ReadonlyArray<string>
  readonly inside?: Filter | null | undefined
  readonly order?: Order | null | undefined
}`)
    expect(module.content).toContain(`export type FindVariables = Exact<{
  filter?: Filter | null | undefined
  first?: number
  order?: Order | null | undefined
  deep: boolean
}>`)
    expect(module.content).toContain("export type Order = 'NEW' | 'OLD'")
    expect(module.content).toContain('readonly year: number | null')
    expect(module.content).toContain('readonly pages?: ReadonlyArray<{ readonly n: number } | null> | null')
  })

  it('tell the members of a union apart by the name they select', async () => {
    const { module } = await generate({
      'a.graphql': 'query A { any { __typename ... on Book { title } ... on Page { n } } }',
    })
    expect(module.content).toContain("{ readonly __typename: 'Book'; readonly title: string }")
    expect(module.content).toContain("{ readonly __typename: 'Page'; readonly n: number }")
  })

  it('are nothing but their constants once types are erased', async () => {
    const { module } = await generate({
      'a.graphql':
        'query A($order: Order) { books(order: $order) { ...Names } } fragment Names on Book { title }',
    })
    const left = stripTypeScriptTypes(module.content).replaceAll(/^\/[/*].*$/gm, '')
    expect(left.trim()).toMatch(/^export const A +=/)
    expect(left.match(/\b(import|export|const)\b/g)).toEqual(['export', 'const'])
  })

  it.each([
    ['an unknown field', 'query A { books { isbn } }', /a\.graphql:1:19: .*isbn/],
    ['a syntax error', 'query A { books { id }', /a\.graphql:1:23: Syntax Error/],
    ['a missing argument', 'query A { book { id } }', /a\.graphql:1:11: .*"id"/],
    [
      'two operations of one name',
      'query A { books { id } } query A { books { id } }',
      /one operation named "A"/,
    ],
    ['an operation without a name', '{ books { id } }', /has no name/],
    ['an unused fragment', 'query A { books { id } } fragment F on Book { id }', /"F" is never used/],
  ])('are refused with file and place for %s', async (_what, text, message) => {
    await expect(generate({ 'a.graphql': text })).rejects.toThrow(message)
  })
})

describe('a package that is given answers instead of sending documents', () => {
  const own = JSON.stringify({ operations: { contract: './operation.ts' } })
  it('has the shape of each answer, whatever kinds a later graph has', async () => {
    const { module } = await generate({
      'package.json': own,
      'a.graphql':
        'query A { books { ...Names year } } fragment Names on Book { name: title pages { ... on Page { n } } }',
    })
    expect(module.content).toContain("from './operation.ts'")
    const constant = stripTypeScriptTypes(module.content).split('export const A')[1]
    expect(constant?.replaceAll(/\s/g, '')).toBe(
      "={name:'A',answer:{fields:{books:{list:{fields:{name:'text',pages:{maybe:{list:{maybe:{fields:{n:'whole'}}}}},year:{maybe:'whole'},},},},},},}",
    )
    expect(module.content).not.toMatch(/sha256|text: '/)
  })

  it.each([
    ['a union', 'query A { any { __typename ... on Book { title } } }', /A\.any/],
    ['a condition', 'query A($d: Boolean!) { books { id @include(if: $d) } }', /A.*directives/],
  ])('refuses %s, of which no shape can be said', async (_what, text, message) => {
    await expect(generate({ 'package.json': own, 'a.graphql': text })).rejects.toThrow(message)
  })
})

describe('operations that the server finds by name', () => {
  it('are joined when they are the same, and refused when only their names are', () => {
    const one = { 'sha256:1': 'query A { a }' }
    expect(joinedOperations([one, one, { 'sha256:2': 'query B { b }' }])).toEqual({
      ...one,
      'sha256:2': 'query B { b }',
    })
    expect(() => joinedOperations([one, { 'sha256:3': 'query A { b }' }])).toThrow(
      /two operations are named A/,
    )
  })
})

describe('a scalar of the schema', () => {
  it('is refused when nobody said what it is in TypeScript', async () => {
    const dated = buildSchema('scalar Day type Query { today: Day }')
    await expect(generate({ 'a.graphql': 'query A { today }' }, dated)).rejects.toThrow(
      /Day.*shell\/vite\/operations\/types\.ts/,
    )
  })
})

describe('the packages that ask the graph', () => {
  it('are those with operations, named nowhere', async () => {
    folder = await mkdtemp(join(tmpdir(), 'operations-'))
    for (const path of ['shell/part', 'shell/still', 'microfrontends/new/operations', 'microfrontends/plain'])
      await mkdir(join(folder, path), { recursive: true })
    for (const path of ['shell/part/a.graphql', 'microfrontends/new/operations/b.graphql'])
      await writeFile(join(folder, path), 'query A { books { id } }')
    expect(await packagesWithOperations(folder)).toEqual([
      join(folder, 'microfrontends/new'),
      join(folder, 'shell/part'),
    ])
  })
})

describe('the committed operations', async () => {
  const asking = (await packagesWithOperations(repository)).map((path) => relative(repository, path))
  it('are found', () => expect(asking).toContain('shell/server'))
  it.each(asking)('of %s are what their sources give now', async (path) => {
    const files = await generateOperations(join(repository, path), await readApiSchema())
    expect(await staleFiles(files)).toEqual([])
  })
})
