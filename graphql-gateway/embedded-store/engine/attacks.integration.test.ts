// Pipelines made to exhaust time or memory: each ends in an error of its own.
import { describe, expect, it } from 'vitest'
import { documentOr, parseExtendedJson } from '../conformance/extended-json.ts'
import { MongoError } from '../bson/errors.ts'
import { compilePipeline } from './pipeline.ts'
import type { Document } from '../bson/values.ts'

const list = (text: string): Document[] => {
  const value = parseExtendedJson(text)
  return Array.isArray(value) ? value.map((item) => documentOr(item)) : []
}

async function run(pipeline: string, documents: Document[]): Promise<Document[]> {
  const results: Document[] = []
  const compiled = compilePipeline(list(pipeline), { now: new Date('2026-11-22T08:00:00Z') })
  for await (const document of compiled.run(documents)) results.push(document)
  return results
}

describe('values that share parts', () => {
  const double = '{"$addFields":{"a":{"x":"$a","y":"$a"}}}'
  const twins = list('[{"_id":1,"a":1},{"_id":2,"a":1}]')

  it.each([
    '{"$sort":{"a":1}}',
    '{"$group":{"_id":"$a"}}',
    '{"$group":{"_id":1,"s":{"$addToSet":"$a"}}}',
    '{"$project":{"s":{"$setUnion":[["$a"],["$a"]]}}}',
    '{"$sortByCount":"$a"}',
  ])('do not make %s endless', async (stage) => {
    const begun = performance.now()
    await expect(run(`[${Array(80).fill(double).join()},${stage}]`, twins)).rejects.toBeInstanceOf(MongoError)
    expect(performance.now() - begun).toBeLessThan(30_000)
  })

  it.each([
    ['{"$concatArrays":["$$value","$$value"]}', '[1]'],
    ['{"a":"$$value","b":"$$value"}', '1'],
    ['["$$value","$$value"]', '1'],
    ['{"$concat":["$$value","$$value"]}', '"ab"'],
  ])('do not make $reduce of %s endless', async (inner, initial) => {
    const reduce = `{"$reduce":{"input":{"$range":["$_id",5000]},"initialValue":${initial},"in":${inner}}}`
    await expect(run(`[{"$project":{"r":${reduce}}}]`, twins)).rejects.toBeInstanceOf(MongoError)
  })
})
