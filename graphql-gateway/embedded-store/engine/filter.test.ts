import { describe, expect, it } from 'vitest'
import { documentOr, parseExtendedJson } from '../conformance/extended-json.ts'
import { compileFilter, type Match } from './filter.ts'
import type { Document } from '../bson/values.ts'

const doc = (text: string): Document => documentOr(parseExtendedJson(text))
const matches = (filter: string, document: string): boolean => compileFilter(doc(filter))(doc(document))

describe('filters', () => {
  it.each([
    ['{"a.b":1}', '{"a":[{"b":1},{"b":2}]}', true],
    ['{"a.0":1}', '{"a":[1,2]}', true],
    ['{"a.0":1}', '{"a":[[1]]}', false],
    ['{"a":[1,2]}', '{"a":[1,2]}', true],
    ['{"a":[1,2]}', '{"a":[[1,2],3]}', true],
    ['{"a":null}', '{}', true],
    ['{"a.b":null}', '{"a":[]}', false],
    ['{"a":{"$ne":1}}', '{"a":[1,2]}', false],
    ['{"a":{"$gt":1,"$lt":3}}', '{"a":[0,5]}', true],
    ['{"a":{"$elemMatch":{"$gt":1,"$lt":3}}}', '{"a":[0,5]}', false],
    ['{"a":{"$elemMatch":{"b":1,"c":2}}}', '{"a":[{"b":1,"c":1},{"b":1,"c":2}]}', true],
    ['{"a":{"$in":[1,null]}}', '{}', true],
    ['{"a":{"$nin":[1]}}', '{"a":[2,1]}', false],
    ['{"a":{"$exists":false}}', '{"a":null}', false],
    ['{"a":{"$not":{"$gt":1}}}', '{"a":"x"}', true],
    ['{"a":{"$gt":1}}', '{"a":"x"}', false],
    ['{"a":{"$gte":null}}', '{}', true],
    ['{"a":{"b":1}}', '{"a":{"b":1,"c":2}}', false],
    ['{"$or":[{"a":1},{"b":2}]}', '{"b":2}', true],
    ['{"$expr":{"$gt":["$a","$b"]}}', '{"a":2,"b":1}', true],
    ['{"a":{"$size":2}}', '{"a":[1,2]}', true],
    ['{"a":{"$all":[1,2]}}', '{"a":[2,3,1]}', true],
    ['{"a":{"$type":"number"}}', '{"a":{"$numberDecimal":"1"}}', true],
    ['{"__proto__":1}', '{"__proto__":1}', true],
    ['{"constructor":null}', '{}', true],
  ])('%s on %s is %s', (filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected)
  })

  it.each([
    ['{"$where":"1"}', 115],
    ['{"a":{"$near":[1,2]}}', 115],
    ['{"a":{"$bork":1}}', 2],
    ['{"$bork":1}', 2],
    ['{"a":{"__proto__":1,"$gt":2}}', undefined],
    ['{"a":{"$in":1}}', 2],
    ['{"$expr":{"$function":{}}}', 168],
    ['{"$expr":{"constructor":1}}', undefined],
  ])('%s is refused with %s', (filter, code) => {
    const compile = () => compileFilter(doc(filter))
    if (code === undefined) expect(compile).not.toThrow()
    else expect(compile).toThrow(expect.objectContaining({ code }))
  })

  it('note the place of the matched element', () => {
    const match: Match = {}
    compileFilter(doc('{"a.b":{"$gt":4}}'))(doc('{"a":[{"b":1},{"b":[2,9]}]}'), match)
    expect(match.position).toBe(1)
  })

  it('bound nesting made to overflow the stack', () => {
    let filter: Document = doc('{"a":1}')
    for (let i = 0; i < 90; i++) filter = new Map([['$and', [filter]]])
    expect(compileFilter(filter)(doc('{"a":1}'))).toBe(true)
  })
})
