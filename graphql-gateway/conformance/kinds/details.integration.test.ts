// Details of kinds that other subgraphs bring: they stand once, in the record, and get their types where the kind lives.
import type { RecordInput } from '@shuxiang/record'
import { archiveFixtures } from '@shuxiang/subgraph-archive/fixtures'
import { archive } from '@shuxiang/subgraph-archive/module'
import { coursesFixtures } from '@shuxiang/subgraph-courses/fixtures'
import { courses } from '@shuxiang/subgraph-courses/module'
import { governmentFixtures } from '@shuxiang/subgraph-government/fixtures'
import { government } from '@shuxiang/subgraph-government/module'
import { defineUncheckedSubgraph } from '@shuxiang/subgraph-kit/testing'
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federate, type Asked } from '../federate.ts'

const records = [...governmentFixtures, ...coursesFixtures, ...archiveFixtures].map(({ record }) => record)
const nodes = records.map(({ id, kind, details }) => ({ id, details: { ...details, kind } }))
const withdrawn = { id: 'gone', details: null }

/** The part of the catalogue that matters here. */
const catalogue = defineUncheckedSubgraph({
  name: 'catalogue',
  typeDefs: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@inaccessible"])
    scalar JSON
    type Query { record(id: ID!): Record records: [Record!]! }
    type Record @key(fields: "id") { id: ID! details: JSON @inaccessible }
  `,
  resolvers: {
    Query: {
      record: (_: unknown, { id }: { readonly id: string }) =>
        [...nodes, withdrawn].find((node) => node.id === id),
      records: () => [...nodes, withdrawn],
    },
    Record: {
      __resolveReferences: async (references: readonly { readonly id: string }[]) =>
        references.map(({ id }) => [...nodes, withdrawn].find((node) => node.id === id) ?? null),
    },
  },
})

/** Every field of a type, and of the types below it. */
function allOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const below = getNamedType(field.type)
      return isObjectType(below) ? `${field.name} { ${allOf(below)} }` : field.name
    })
    .join(' ')
}

describe.each([
  ['in one process', false],
  ['behind signed HTTP', true],
])('%s', (_, remote) => {
  let asked: Asked
  beforeAll(async () => {
    const parts = await Promise.all([government, courses, archive].map((module) => module.create({})))
    asked = await federate([catalogue, ...parts], { remote })
  })
  afterAll(() => asked.close())

  it('one field is asked by itself', async () => {
    expect(await asked.ask('{ record(id: "fxgovernment") { government { documentNumber } } }')).toEqual({
      data: { record: { government: { documentNumber: '青政办发〔2024〕12号' } } },
    })
  })

  it.each(records.map((record): [string, RecordInput['record']] => [record.kind, record]))(
    'every detail of %s comes, and other kinds are null',
    async (kind, { id, details }) => {
      const type = asked.federation.schema.getType('Record')
      if (!isObjectType(type)) throw new Error('no Record')
      const { data, errors } = await asked.ask(`{ record(id: "${id}") { ${allOf(type)} } }`)
      expect(errors).toBeUndefined()
      const others = records.map((record) => record.kind).filter((other) => other !== kind)
      const nothing = Object.fromEntries(others.map((other) => [other, null]))
      expect(data).toEqual({ record: { id, ...nothing, [kind]: details } })
    },
  )

  it('records of every kind stand in one list, one that was withdrawn among them', async () => {
    const { data, errors } = await asked.ask(
      '{ records { id government { status } course { level } web { seed } } }',
    )
    expect(errors).toBeUndefined()
    const list = [...nodes, withdrawn].map(({ id }) => ({ id, government: null, course: null, web: null }))
    expect(data).toEqual({
      records: list.map((each) => ({
        ...each,
        ...(each.id === 'fxgovernment' ? { government: { status: 'inForce' } } : {}),
        ...(each.id === 'fxcourse' ? { course: { level: '本科生' } } : {}),
        ...(each.id === 'fxweb' ? { web: { seed: 'http://www.example.org/' } } : {}),
      })),
    })
  })

  it('the details as they are stored are nobody’s to ask for', async () => {
    const { errors } = await asked.ask('{ record(id: "fxweb") { details } }')
    expect(errors?.[0]?.message).toContain('Cannot query field "details"')
  })
})
