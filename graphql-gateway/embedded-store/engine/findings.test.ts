// What a reading of MongoDB's own source has found wrong here, and how it is now.
import { describe, expect, it } from 'vitest'
import { MongoError } from '../bson/errors.ts'
import { type Document, documentOf, Double, type Value } from '../bson/values.ts'
import { documentOr, parseExtendedJson } from '../conformance/extended-json.ts'
import type { Environment } from './environment.ts'
import { compileExpression } from './expression.ts'
import { compileFilter, type Match } from './filter.ts'
import { compilePipeline } from './pipeline.ts'
import { compileProjection } from './projection.ts'
import { compileUpdate } from './update.ts'
import { checkUpsertFilter, upsertDocument } from './upsert.ts'

const env: Environment = { now: new Date(0) }
const doc = (text: string): Document => documentOr(parseExtendedJson(text))
const docs = (text: string): Document[] => {
  const value = parseExtendedJson(text)
  return Array.isArray(value) ? value.map((item) => documentOr(item)) : []
}

/** The value, or the number of the error. */
function outcome(work: () => Value | undefined): Value | undefined {
  try {
    return work()
  } catch (error) {
    return error instanceof MongoError ? error.code : String(error)
  }
}

function updated(before: string, update: string, filter = '{}', arrayFilters = '[]'): Value | undefined {
  return outcome(() => {
    const match: Match = {}
    compileFilter(doc(filter))(doc(before), match)
    const spec = compileUpdate(doc(update), env, { arrayFilters: docs(arrayFilters) })
    return spec.apply(doc(before), match) ?? doc(before)
  })
}

describe('updates', () => {
  it.each([
    [
      'elements are chosen before any is changed',
      ['{"a":[{"b":1},{"b":5}]}', '{"$set":{"a.$[x].b":5,"a.$[y].c":1}}', '{}', '[{"x.b":1},{"y.b":5}]'],
      '{"a":[{"b":5},{"b":5,"c":1}]}',
    ],
    [
      'a position found and one named may be the same',
      ['{"a":[{"b":1},{"b":5}]}', '{"$set":{"a.$.c":1,"a.0.c":2}}', '{"a.b":1}'],
      40,
    ],
    ['a position named is not one found', ['{"a":[5,7]}', '{"$set":{"a.$":0}}', '{"a.1":7}'], 2],
    [
      'the array found lies below the one named',
      ['{"a":[{"b":[1,2,3]}]}', '{"$set":{"a.0.b.$":99}}', '{"a.0.b":2}'],
      '{"a":[{"b":[1,99,3]}]}',
    ],
    ['several places found', ['{"a":[0,5]}', '{"$set":{"a.$":9}}', '{"a":{"$gt":1,"$lt":3}}'], 115],
    ['$pop below a scalar', ['{"a":5}', '{"$pop":{"a.b":1}}'], 28],
    ['$pull below null', ['{"a":null}', '{"$pull":{"a.b":1}}'], 28],
    ['$pop by a name through an array', ['{"a":[{"b":[1]}]}', '{"$pop":{"a.b":1}}'], 28],
    [
      '$push sorts by whole values',
      ['{"a":[]}', '{"$push":{"a":{"$each":[{"s":[3,1]},{"s":2}],"$sort":{"s":1}}}}'],
      '{"a":[{"s":2},{"s":[3,1]}]}',
    ],
    ['an empty timestamp', ['{}', '{"t":{"$timestamp":{"t":0,"i":0}}}'], 115],
  ] as const)('%s', (_, [before, update, filter, arrayFilters], expected) => {
    expect(updated(before, update, filter, arrayFilters)).toEqual(
      typeof expected === 'number' ? expected : doc(expected),
    )
  })

  it('an upsert takes the fields of its filter by name, and none from $expr', () => {
    const update = compileUpdate(doc('{"$set":{"c":1}}'), env)
    expect([...upsertDocument(doc('{"z":1,"b":2,"_id":3}'), update).keys()]).toEqual(['_id', 'b', 'z', 'c'])
    const asked = doc('{"$and":[{"a":1},{"$expr":{"$eq":["$a",1]}}]}')
    expect(outcome(() => void checkUpsertFilter(asked))).toBe(224)
    const replacement = compileUpdate(doc('{"y":1}'), env)
    expect(outcome(() => upsertDocument(doc('{"_id.x":1}'), replacement))).toBe(111)
  })
})

describe('filters and projections', () => {
  it.each([
    '{"a":{"$elemMatch":{"$expr":{"$eq":["$b",1]}}}}',
    '{"a":{"$elemMatch":{"b":1,"$or":[{"$expr":true}]}}}',
    '{"a":{"$elemMatch":{"$ne":{"$regularExpression":{"pattern":"x","options":""}}}}}',
  ])('%s is refused', (filter) => {
    expect(outcome(() => compileFilter(doc(filter))(doc('{"a":[{"b":1}]}')))).toBe(2)
  })

  it('$slice beside _id: 1 keeps nothing else', () => {
    const project = compileProjection(doc('{"_id":1,"a":{"$slice":1}}'), env)
    expect(project(doc('{"_id":1,"a":[1,2],"b":1}'))).toEqual(doc('{"_id":1,"a":[1]}'))
  })
})

describe('expressions', () => {
  const value = (spec: Value): Value | undefined =>
    outcome(() => compileExpression(spec, env).evaluate({ root: new Map(), bindings: undefined }))
  const of = (name: string, ...args: Value[]): Value => documentOf([name, args])
  it.each<[Value, Value]>([
    [of('$add', new Double(0.1), new Double(0.2), new Double(0.3)), new Double(0.6000000000000001)],
    [of('$add', 2n ** 63n - 1n, 1, -1), new Double(2 ** 63)],
    [of('$add', 2 ** 31 - 1, 1, -1), 2 ** 31 - 1],
    [of('$add', new Date(0), new Double(0.4), new Double(0.4)), new Date(0)],
    [of('$multiply', 65536, 65536, 0), 0],
    [of('$mod', 10, new Double(3)), 115],
    [of('$slice', 'abc', 1, null), 28724],
    [of('$round', 'abc', null), 51081],
    [of('$round', new Double(1.5), 40), 115],
    [of('$toInt', new Double(2147483647.5)), 241],
    [of('$toString', new Date(253402300800000)), 18537],
    [of('$setIntersection', [1, 2, 3], [new Double(1)]), [new Double(1)]],
    [documentOf(['$hour', documentOf(['date', new Date(0)], ['timezone', 'PST'])]), 40485],
    [documentOf(['$hour', documentOf(['date', new Date(0)], ['timezone', 'America/new_york'])]), 40485],
    [documentOf(['$dateToString', documentOf(['date', new Date(0)], ['timezone', '+01:00'])]), 115],
  ])('%o', (spec, expected) => {
    expect(value(spec)).toEqual(expected)
  })
})

describe('stages', () => {
  const run = async (pipeline: string, documents: string): Promise<Value> => {
    const results: Document[] = []
    for await (const one of compilePipeline(docs(pipeline), env).run(docs(documents))) results.push(one)
    return results
  }
  it('a window goes into the documents of an array', async () => {
    const pipeline = '[{"$setWindowFields":{"sortBy":{"_id":1},"output":{"a.b":{"$documentNumber":{}}}}}]'
    expect(await run(pipeline, '[{"_id":1,"a":[{"x":1}]}]')).toEqual(docs('[{"_id":1,"a":[{"x":1,"b":1}]}]'))
  })
  it('sums of doubles are those of MongoDB to the last digit', async () => {
    const pipeline = '[{"$group":{"_id":null,"n":{"$sum":"$n"}}}]'
    const [row] = (await run(pipeline, '[{"n":54.56},{"n":9.44},{"n":95.83}]')) as Document[]
    expect(row?.get('n')).toEqual(new Double(159.82999999999998))
  })
  it.each([
    ['[{"$facet":{"all":[]}}]', 2],
    ['[{"$setWindowFields":{"output":{"a":{"$mergeObjects":"$b"}}}}]', 9],
    ['[{"$merge":{"into":"x","let":{"new":{"q":1}},"whenMatched":[{"$set":{"w":1}}]}}]', 51273],
  ])('%s is refused', async (pipeline, code) => {
    await expect(run(pipeline, '[]')).rejects.toMatchObject({ code })
  })
})
