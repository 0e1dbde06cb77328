// A plan never changes an answer: random documents, filters and sorts, with indexes and without.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { compare } from '../bson/compare.ts'
import { encode } from '../bson/encode.ts'
import { compileFilter } from '../engine/filter.ts'
import { compileSort } from '../engine/sort.ts'
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Decimal128,
  documentOf,
  Double,
  type Document,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from '../bson/values.ts'
import { Catalogue } from '../keyspace/catalogue.ts'
import { openKeyspace } from '../keyspace/keyspace.ts'
import type { IndexDefinition, Table } from '../keyspace/table.ts'
import type { SortField } from './contract.ts'
import { choosePlan } from './plan.ts'
import { countKeys, matching, rowsOf } from './rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-planner-'))
const keyspace = openKeyspace(join(folder, 'data.lmdb'))
const catalogue = new Catalogue(
  keyspace,
  (filter) => {
    const compiled = compileFilter(filter)
    return (document) => compiled(document)
  },
  () => new Uint8Array(16),
)
afterAll(async () => {
  await keyspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const long = 'x'.repeat(239)
const leaf: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  null,
  true,
  0,
  1,
  2,
  3,
  new Double(1.5),
  new Double(NaN),
  new Double(-0),
  2n ** 53n + 1n,
  new Double(2 ** 53),
  Decimal128.fromString('1.5'),
  Decimal128.fromString('0.1'),
  new Double(0.1),
  '',
  'a',
  'ab',
  'b',
  'a\0',
  'a\u0001',
  'a\u0001\u0001',
  '书香',
  long,
  `${long}y`,
  `${long}yy`,
  `${long}yz`,
  new Date(0),
  new Date(1000),
  new Date(-5),
  new BSONSymbol('ab'),
  new MinKey(),
  new MaxKey(),
  new Timestamp({ t: 1, i: 2 }),
  new Binary(new Uint8Array([97]), 0),
  new ObjectId('000000000000000000000001'),
)
const pattern = fc.constantFrom('^a', '^ab', '^x', '^书').map((text): Value => new BSONRegExp(text, ''))
/** What may stand in a document: patterns are values too, but no operator has an order for them. */
const stored = fc.oneof({ weight: 12, arbitrary: leaf }, { weight: 1, arbitrary: pattern })
const inner = fc.oneof(
  { weight: 6, arbitrary: stored },
  { weight: 2, arbitrary: fc.array(stored, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(leaf, { maxLength: 2 }), { maxLength: 2 }) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map(([x, y]): Value => documentOf(['x', x], ['y', y])) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.oneof(
        leaf,
        fc.tuple(leaf, leaf).map(([x, y]): Value => documentOf(['x', x], ['y', y])),
      ),
      {
        maxLength: 3,
      },
    ),
  },
)
const documents = fc.array(
  fc.record({
    a: fc.option(inner, { nil: undefined }),
    b: fc.option(inner, { nil: undefined }),
    c: fc.option(stored, { nil: undefined }),
  }),
  { minLength: 1, maxLength: 25 },
)
const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x', '_id', 'a.0')
const operand = fc.oneof(
  { weight: 8, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 2 }) },
)
const demand: fc.Arbitrary<Value> = fc.oneof(
  operand,
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), operand)
    .map(([name, to]): Value => documentOf([name, to])),
  fc.tuple(leaf, leaf).map(([low, high]): Value => documentOf(['$gte', low], ['$lt', high])),
  fc.tuple(leaf, leaf).map(([low, high]): Value => documentOf(['$gt', low], ['$lte', high])),
  fc.array(leaf, { maxLength: 4 }).map((values): Value => documentOf(['$in', values])),
  fc.boolean().map((there): Value => documentOf(['$exists', there])),
  pattern,
  fc.tuple(fc.constantFrom('$eq', '$regex'), pattern).map(([name, to]): Value => documentOf([name, to])),
)
const plain = fc.array(fc.tuple(path, demand), { maxLength: 3 }).map((pairs): Document => new Map(pairs))
const filter = fc.oneof(
  { weight: 3, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc
      .tuple(plain, fc.array(plain, { minLength: 1, maxLength: 3 }))
      .map(([beside, either]): Document => documentOf(['$and', [beside, documentOf(['$or', either])]])),
  },
)
const sort = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '_id', 'a.x'), fc.boolean()), { maxLength: 3 })
const index = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x'), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
      selector: ([field]) => field,
    }),
    fc.constantFrom('plain', 'sparse', 'partial'),
    fc.constantFrom<Value>(
      true,
      documentOf(['$exists', true]),
      documentOf(['$gt', 1]),
      documentOf(['$lte', 'b']),
    ),
    fc.nat(3).map((n) => n === 0),
  )
  .map(([fields, kind, partial, unique]): Omit<IndexDefinition, 'name'> => ({
    fields: fields.map(([one, descending]) => ({ path: one, descending })),
    unique,
    sparse: kind === 'sparse',
    partialFilter: kind === 'partial' ? documentOf(['c', partial]) : null,
    expireAfterSeconds: null,
  }))

let made = 0

/** A collection with these documents and indexes; documents an index refuses are left out. */
function fill(
  list: readonly object[],
  indexes: readonly Omit<IndexDefinition, 'name'>[],
): { table: Table; all: Document[] } {
  const all: Document[] = []
  const table = keyspace.write(() => {
    const created = catalogue.create(`t.c${made++}`, new Map())
    indexes.forEach((definition, i) => {
      const built = catalogue.addIndex(created, { ...definition, name: `i${i}` })
      catalogue.finishIndex(created, built)
    })
    list.forEach((fields, id) => {
      const document: Document = new Map([['_id', id]])
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value)
      try {
        created.insert(encode(document), document)
        all.push(document)
      } catch (error) {
        if (!/parallel arrays|duplicate key/.test(String(error))) throw error
      }
    })
    return created
  })
  return { table, all }
}

test('documents found, their order and their number are those of a plain scan', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(index, { maxLength: 3 }),
      fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 8 }),
      (list, indexes, queries) => {
        const { table, all } = fill(list, indexes)
        for (const [asked, order] of queries) {
          const fields: SortField[] = [...new Map(order)].map(([one, descending]) => ({
            path: one,
            descending,
          }))
          const compiled = compileFilter(asked)
          const wanted = all.filter((document) => compiled(document))
          const plan = choosePlan(table, asked, fields)
          const rows = [
            ...matching(keyspace, rowsOf(keyspace, table, plan), plan, (document) => compiled(document)),
          ]
          const found = rows.flatMap((row) => (row ? [row.document] : []))
          const ids = (some: readonly Document[]): Value[] =>
            some.map((document) => document.get('_id') ?? null)
          expect(ids(found).sort(compare)).toEqual(ids(wanted).sort(compare))
          const counted = countKeys(keyspace, table, plan)
          if (counted !== null) expect(counted).toBe(wanted.length)
          if (fields.length > 0 && plan.sorted) {
            const compiledSort = compileSort(
              new Map(fields.map(({ path: one, descending }) => [one, descending ? -1 : 1])),
            )
            for (const [i, document] of found.entries()) {
              const before = found[i - 1]
              if (before) expect(compiledSort.compare(before, document)).toBeLessThanOrEqual(0)
            }
          }
        }
        keyspace.write(() => catalogue.drop(table))
      },
    ),
    { numRuns: Number(process.env['PLANNER_RUNS'] ?? 2000) },
  )
})

test(
  'after random changes every index holds exactly the entries of its documents',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(
        documents,
        documents,
        fc.array(index, { minLength: 1, maxLength: 3 }),
        (list, later, indexes) => {
          const { table, all } = fill(list, indexes)
          keyspace.write(() => {
            all.forEach((before, i) => {
              const id = before.get('_id') ?? null
              const key = [...rowsOf(keyspace, table, choosePlan(table, documentOf(['_id', id])))][0]?.key
              if (!key) throw new Error('a document has gone')
              const change = later[i]
              if (i % 3 === 0) return table.remove(key, before)
              const after: Document = new Map([['_id', id]])
              for (const [name, value] of Object.entries(change ?? {}))
                if (value !== undefined) after.set(name, value)
              try {
                table.replace(key, before, encode(after), after)
              } catch (error) {
                if (!/parallel arrays|duplicate key/.test(String(error))) throw error
              }
            })
          })
          const left = [...rowsOf(keyspace, table, choosePlan(table, new Map()))].flatMap((row) =>
            row ? [row] : [],
          )
          const fresh = fill([], indexes).table
          keyspace.write(() => {
            for (const { document } of left) fresh.insert(encode(document), document)
          })
          expect(left.length).toBe(table.count)
          table.indexes.forEach((one, i) => {
            const other = fresh.indexes[i]
            expect(other && countAll(other.space)).toBe(countAll(one.space))
          })
          keyspace.write(() => {
            catalogue.drop(table)
            catalogue.drop(fresh)
          })
        },
      ),
      { numRuns: 150 },
    )
  },
)

function countAll(space: number): number {
  const start = Buffer.alloc(4)
  start.writeUInt32BE(space)
  const end = Buffer.alloc(4)
  end.writeUInt32BE(space + 1)
  return keyspace.count({ start, end })
}
