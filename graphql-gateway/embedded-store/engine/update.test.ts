import { describe, expect, it } from 'vitest'
import { documentOr, parseExtendedJson } from '../conformance/extended-json.ts'
import { compileFilter, type Match } from './filter.ts'
import { compileUpdate } from './update.ts'
import { upsertDocument } from './upsert.ts'
import type { Document } from '../bson/values.ts'

const now = new Date('2026-11-22T08:00:00Z')
const doc = (text: string): Document => documentOr(parseExtendedJson(text))
const docs = (text: string): Document[] => {
  const value = parseExtendedJson(text)
  return Array.isArray(value) ? value.map((item) => documentOr(item)) : []
}

function applied(document: string, update: string, filter = '{}', arrayFilters = '[]'): Document | undefined {
  const match: Match = {}
  compileFilter(doc(filter))(doc(document), match)
  const spec = update.startsWith('[') ? docs(update) : doc(update)
  return compileUpdate(spec, { now }, { arrayFilters: docs(arrayFilters) }).apply(doc(document), match)
}

describe('updates', () => {
  it.each([
    ['{"a":1}', '{"$inc":{"a":2,"b":3}}', '{"a":3,"b":3}'],
    ['{}', '{"$set":{"b":1,"a":2,"c.10":1,"c.9":1}}', '{"a":2,"b":1,"c":{"9":1,"10":1}}'],
    ['{"a":[1,2]}', '{"$push":{"a":{"$each":[3,0],"$sort":1,"$slice":-3}}}', '{"a":[1,2,3]}'],
    ['{"a":[1]}', '{"$addToSet":{"a":{"$each":[1,{"$numberDouble":"1.0"},2]}}}', '{"a":[1,2]}'],
    ['{"a":[{"b":1},{"b":2}]}', '{"$pull":{"a":{"b":{"$gt":1}}}}', '{"a":[{"b":1}]}'],
    ['{"a":1,"b":2}', '{"$rename":{"a":"c.d"}}', '{"b":2,"c":{"d":1}}'],
    ['{"a":[1,2]}', '{"$unset":{"a.0":""}}', '{"a":[null,2]}'],
    ['{"a":[1]}', '{"$set":{"a.3":9}}', '{"a":[1,null,null,9]}'],
    ['{"a":5}', '{"$max":{"a":9},"$min":{"b":1}}', '{"a":9,"b":1}'],
    ['{"a":1}', '[{"$set":{"b":{"$add":["$a",1]}}},{"$unset":"a"}]', '{"b":2}'],
  ])('%s changed by %s is %s', (document, update, expected) => {
    expect(applied(document, update)).toEqual(doc(expected))
  })

  it('answers undefined when nothing changes, and leaves the document alone', () => {
    expect(
      applied('{"a":1,"b":[1]}', '{"$set":{"a":1},"$addToSet":{"b":1},"$unset":{"z":1}}'),
    ).toBeUndefined()
    const before = doc('{"a":{"b":[1]}}')
    compileUpdate(doc('{"$push":{"a.b":2},"$set":{"a.c":1}}'), { now }).apply(before)
    expect(before).toEqual(doc('{"a":{"b":[1]}}'))
  })

  it('reaches the matched, every and the chosen elements', () => {
    expect(applied('{"a":[1,5,9]}', '{"$set":{"a.$":0}}', '{"a":{"$gt":4}}')).toEqual(doc('{"a":[1,0,9]}'))
    expect(applied('{"a":[{"n":1},{"n":2}]}', '{"$inc":{"a.$[].n":1}}')).toEqual(
      doc('{"a":[{"n":2},{"n":3}]}'),
    )
    expect(applied('{"a":[1,5,9]}', '{"$mul":{"a.$[x]":2}}', '{}', '[{"x":{"$gte":5}}]')).toEqual(
      doc('{"a":[1,10,18]}'),
    )
  })

  it.each([
    ['{"_id":1}', '{"$set":{"_id":2}}', 66],
    ['{"a":1}', '{"$set":{"a.b":2}}', 28],
    ['{"a":1}', '{"$set":{"a":1,"a.b":2}}', 40],
    ['{"a":"x"}', '{"$inc":{"a":1}}', 14],
    ['{"a":1}', '{"$push":{"a":1}}', 2],
    ['{"a":1}', '{"$bork":{"a":1}}', 9],
    ['{"a":1}', '{"$set":{"a..b":1}}', 56],
    ['{"a":[]}', '{"$set":{"a.2000000":1}}', 34],
    ['{"a":1}', '{"b":1,"$set":{"c":1}}', 52],
    ['{"a":1}', '[{"$match":{}}]', 72],
    ['{"a":[1]}', '{"$set":{"a.$[x]":1}}', 2],
  ])('%s with %s is refused with %i', (document, update, code) => {
    expect(() => applied(document, update)).toThrow(expect.objectContaining({ code }))
  })

  it('keeps __proto__ a plain field', () => {
    expect(applied('{}', '{"$set":{"__proto__.x":1}}')).toEqual(doc('{"__proto__":{"x":1}}'))
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('builds the document of an upsert from filter and update, _id first', () => {
    const update = compileUpdate(doc('{"$set":{"b":2},"$setOnInsert":{"c":3},"$inc":{"n":1}}'), { now })
    const made = upsertDocument(doc('{"a":1,"_id":7,"x":{"$gt":3},"$and":[{"y.z":4}]}'), update)
    expect([...made.keys()]).toEqual(['_id', 'a', 'y', 'b', 'c', 'n'])
    expect(made.get('y')).toEqual(doc('{"z":4}'))
    expect(() => upsertDocument(doc('{"a":1,"$and":[{"a":2}]}'), update)).toThrow(
      expect.objectContaining({ code: 54 }),
    )
  })
})
