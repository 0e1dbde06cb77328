// One record of every installed kind: each export and each detail asked alone through the gateway of the product, the exports read by programs of others.
import { readFile } from 'node:fs/promises'
import { titlesRead } from '@shuxiang/exchange/foreign-readers'
import { installedKinds, subgraphs } from '@shuxiang/product/subgraphs'
import { archiveFixtures } from '@shuxiang/subgraph-archive/fixtures'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { kindFixtures } from '@shuxiang/subgraph-catalogue/fixtures'
import { coursesFixtures } from '@shuxiang/subgraph-courses/fixtures'
import { governmentFixtures } from '@shuxiang/subgraph-government/fixtures'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { citationStyles, exportFormats, kinds } from '@shuxiang/vocabulary'
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFilled, type FilledGateway } from '../testing/filled-gateway.ts'

const fixtures = [...kindFixtures, ...governmentFixtures, ...coursesFixtures, ...archiveFixtures]
const records = fixtures.map(({ record }) => record)
const day = new Date('2026-11-22T00:00:00Z')
const schema = buildSchema(await readFile(new URL('../api.generated.graphql', import.meta.url), 'utf8'))

let gateway: FilledGateway

beforeAll(async () => {
  gateway = await startFilled(async (db) => {
    await prepareStore({ db, now: () => day }, subgraphs)
    const { refused } = await upsertMany(db, await installedKinds(), fixtures, day)
    expect(refused).toEqual([])
  })
})
afterAll(() => gateway.close())

/** What a record has at a field that is asked alone; neither status nor errors may tell of trouble. */
async function alone(id: string, field: string): Promise<unknown> {
  const query = `{ record(id: "${id}") { field: ${field} } }`
  const { status, body } = await gateway.ask('/graphql', { body: { query } })
  expect(body.errors, query).toBeUndefined()
  expect(status, query).toBe(200)
  return Object(body.data).record.field
}

/** The type that a kind adds to a record; null for one without details. */
function detailsType(kind: string): GraphQLObjectType | null {
  const record = schema.getType('Record')
  const type = isObjectType(record) ? record.getFields()[kind]?.type : undefined
  const named = type && getNamedType(type)
  return isObjectType(named) ? named : null
}

/** A field with all that lies below it. */
function whole(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const below = getNamedType(field.type)
    return isObjectType(below) ? `${field.name} ${whole(below)}` : field.name
  })
  return `{ ${fields.join(' ')} }`
}

it('there is a record of every kind', () => {
  expect(records.map(({ kind }) => kind).toSorted()).toEqual(kinds.map(({ id }) => id).toSorted())
})

describe.each(records.map((record) => [record.kind, record] as const))('%s', (kind, record) => {
  it.each(exportFormats.map(({ id }) => id))('as %s is read by others', async (format) => {
    const text = await alone(record.id, `export(format: ${format})`)
    const titles = await titlesRead[format]?.(String(text))
    expect(titles?.length).toBeGreaterThan(0)
    for (const title of titles ?? []) expect(title).toBe(record.title)
  })

  it.each(citationStyles.map(({ id }) => id))('in the style %s has its title', async (style) => {
    expect(await alone(record.id, `export(format: ${style})`)).toContain(record.title)
  })

  it('has its details, each alone as all together, and none of another kind', async () => {
    const type = detailsType(kind)
    if (!type) return expect(record.details).toEqual({})
    const all: unknown = await alone(record.id, `${kind} ${whole(type)}`)
    expect(all).not.toBeNull()
    for (const field of Object.values(type.getFields())) {
      const below = getNamedType(field.type)
      const asked = isObjectType(below) ? `${field.name} ${whole(below)}` : field.name
      expect(await alone(record.id, `${kind} { ${asked} }`)).toEqual({
        [field.name]: Object(all)[field.name],
      })
    }
    for (const other of records)
      if (other.kind !== kind) expect(await alone(other.id, `${kind} ${whole(type)}`), other.id).toBeNull()
  })
})
