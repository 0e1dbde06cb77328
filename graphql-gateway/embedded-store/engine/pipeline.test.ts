import { describe, expect, it } from 'vitest'
import { documentOr, parseExtendedJson } from '../conformance/extended-json.ts'
import type { Environment } from './environment.ts'
import { MongoError } from '../bson/errors.ts'
import { compilePipeline } from './pipeline.ts'
import type { Document, Value } from '../bson/values.ts'

const list = (text: string): Document[] => {
  const value = parseExtendedJson(text)
  return Array.isArray(value) ? value.map((item) => documentOr(item)) : []
}
const env: Environment = { now: new Date('2026-11-22T08:00:00Z'), random: () => 0.5 }

async function run(pipeline: string, documents: Document[], around: Environment = env): Promise<Document[]> {
  const results: Document[] = []
  for await (const document of compilePipeline(list(pipeline), around).run(documents)) results.push(document)
  return results
}

const books = list(
  '[{"_id":1,"kind":"book","year":1990,"tags":["a","b"]},{"_id":2,"kind":"poem","year":2001,"tags":["a"]},' +
    '{"_id":3,"kind":"book","year":2010,"tags":[]},{"_id":4,"kind":"book","year":2010}]',
)

describe('pipelines', () => {
  it.each([
    ['[{"$match":{"year":{"$gt":2000}}},{"$count":"n"}]', '[{"n":3}]'],
    [
      '[{"$group":{"_id":"$kind","n":{"$sum":1},"last":{"$max":"$year"}}},{"$sort":{"_id":1}}]',
      '[{"_id":"book","n":3,"last":2010},{"_id":"poem","n":1,"last":2001}]',
    ],
    ['[{"$unwind":"$tags"},{"$sortByCount":"$tags"}]', '[{"_id":"a","count":2},{"_id":"b","count":1}]'],
    [
      '[{"$sort":{"year":-1,"_id":-1}},{"$skip":1},{"$limit":1},{"$project":{"year":1}}]',
      '[{"_id":3,"year":2010}]',
    ],
    [
      '[{"$facet":{"kinds":[{"$sortByCount":"$kind"}],"all":[{"$count":"n"}]}}]',
      '[{"kinds":[{"_id":"book","count":3},{"_id":"poem","count":1}],"all":[{"n":4}]}]',
    ],
    [
      '[{"$bucket":{"groupBy":"$year","boundaries":[1900,2000,2100]}}]',
      '[{"_id":1900,"count":1},{"_id":2000,"count":3}]',
    ],
    [
      '[{"$setWindowFields":{"partitionBy":"$kind","sortBy":{"year":1},"output":{"r":{"$rank":{}}}}},{"$match":{"r":2}},{"$project":{"_id":1}}]',
      '[{"_id":3},{"_id":4}]',
    ],
  ])('%s', async (pipeline, expected) => {
    expect(await run(pipeline, books)).toEqual(list(expected))
  })

  it('join other collections by equality and by pipeline', async () => {
    const people = list('[{"_id":"x","likes":["book","poem"]},{"_id":"y","likes":"book"},{"_id":"z"}]')
    const around: Environment = { ...env, collection: () => ({ documents: () => people }) }
    const [poem] = await run(
      '[{"$match":{"_id":2}},{"$lookup":{"from":"p","localField":"kind","foreignField":"likes","as":"who"}}]',
      books,
      around,
    )
    expect(poem?.get('who')).toEqual([people[0]])
    const [piped] = await run(
      '[{"$match":{"_id":2}},{"$lookup":{"from":"p","let":{"k":"$kind"},"pipeline":[{"$match":{"$expr":{"$eq":["$likes","$$k"]}}}],"as":"who"}}]',
      list('[{"_id":2,"kind":"book"}]'),
      around,
    )
    expect(piped?.get('who')).toEqual([people[1]])
  })

  it('ask an indexed source for the equality only', async () => {
    const asked: Value[][] = []
    const around: Environment = {
      ...env,
      collection: () => ({
        finds: (path) => path === '_id',
        documents(equality) {
          asked.push([...(equality?.values ?? [])])
          return books
        },
      }),
    }
    const joined = await run(
      '[{"$lookup":{"from":"b","localField":"ref","foreignField":"_id","as":"b"}}]',
      list('[{"ref":[1,3]}]'),
      around,
    )
    expect(asked).toEqual([[1, 3]])
    expect(joined[0]?.get('b')).toEqual([books[0], books[2]])
  })

  it.each([
    ['[{"$bork":{}}]', 40324],
    ['[{"$indexStats":{}}]', 40324],
    ['[{"$merge":"x"},{"$limit":1}]', 40601],
    ['[{"$match":{},"$limit":1}]', 40323],
    ['[{"constructor":{}}]', 40324],
    ['[{"__proto__":{}}]', 40324],
    ['[{"$project":{"a":{"$constructor":1}}}]', 168],
    ['[{"$group":{"_id":1,"a":{"$accumulator":{}}}}]', 15952],
    ['[{"$limit":0}]', 15958],
    ['[{"$facet":{"a":[{"$facet":{}}]}}]', 40600],
  ])('%s is refused with %i', (pipeline, code) => {
    expect(() => compilePipeline(list(pipeline), env)).toThrow(expect.objectContaining({ code }))
  })

  it('stop at the memory limit', async () => {
    const tight: Environment = { ...env, memoryLimit: 10_000 }
    const many = Array.from({ length: 1000 }, (_, i): Document => new Map([['_id', i]]))
    for (const stage of [
      '{"$sort":{"a":1}}',
      '{"$group":{"_id":"$_id"}}',
      '{"$group":{"_id":1,"all":{"$push":"$$ROOT"}}}',
    ]) {
      await expect(run(`[${stage}]`, many, tight)).rejects.toMatchObject({ code: 292 })
    }
  })

  it('ask for the time while they work', async () => {
    const late: Environment = {
      ...env,
      tick() {
        throw new MongoError(50, 'operation exceeded time limit')
      },
    }
    const many = Array.from({ length: 1000 }, (_, i): Document => new Map([['_id', i]]))
    await expect(run('[{"$match":{"a":1}}]', many, late)).rejects.toMatchObject({ code: 50 })
    await expect(run('[{"$project":{"a":{"$map":{"input":[1],"in":1}}}}]', many, late)).rejects.toMatchObject(
      { code: 50 },
    )
  })

  it('read no more than they need', async () => {
    let read = 0
    function* endless(): Generator<Document> {
      for (;;) yield new Map([['_id', read++]])
    }
    const pipeline = compilePipeline(list('[{"$match":{"_id":{"$gt":3}}},{"$limit":2}]'), env)
    const results: Document[] = []
    for await (const document of pipeline.run(endless())) results.push(document)
    expect(results.map((document) => document.get('_id'))).toEqual([4, 5])
    expect(read).toBe(6)
  })

  it('refuse ranges and nesting made to exhaust memory', async () => {
    await expect(
      run('[{"$project":{"a":{"$range":["$z",2000000000]}}}]', list('[{"z":0}]')),
    ).rejects.toMatchObject({ code: 292 })
    let deep = '1'
    for (let i = 0; i < 3000; i++) deep = `{"$abs":${deep}}`
    expect(() => compilePipeline(list(`[{"$project":{"a":${deep}}}]`), env)).toThrow(/nested/)
  })
})
