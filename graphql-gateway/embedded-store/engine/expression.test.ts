// Mistakes are told when an expression is read, whatever the documents hold, and nothing is quietly approximated.
import { describe, expect, it } from 'vitest'
import { parseExtendedJson } from '../conformance/extended-json.ts'
import type { Environment } from './environment.ts'
import { MongoError } from '../bson/errors.ts'
import { compileExpression } from './expression.ts'
import { documentOf, Double, type Value } from '../bson/values.ts'

const env: Environment = { now: new Date(0) }

function value(spec: Value): Value | undefined {
  return compileExpression(spec, env).evaluate({ root: new Map(), bindings: undefined })
}

function errorOf(spec: string): number | undefined {
  try {
    value(parseExtendedJson(spec))
  } catch (error) {
    return error instanceof MongoError ? error.code : undefined
  }
  return undefined
}

describe('a mistake that is known when the expression is read', () => {
  it.each([
    ['{"$dateToString":{"date":"$missing","format":"%n"}}', 18536],
    ['{"$dateToString":{"date":"$missing","format":"100%"}}', 18535],
    ['{"$year":{"date":"$missing","timezone":"Mars/North"}}', 40485],
    ['{"$dateTrunc":{"date":"$missing","unit":"century"}}', 5439014],
    ['{"$dateTrunc":{"date":"$missing","unit":"day","binSize":0}}', 5439018],
    ['{"$dateTrunc":{"date":"$missing","unit":"week","startOfWeek":"someday"}}', 5439016],
    ['{"$dateAdd":{"startDate":"$missing","unit":"century","amount":1}}', 9],
    ['{"$dateAdd":{"startDate":"$missing","unit":"day","amount":1,"timezone":"Mars/North"}}', 40485],
  ])('%s', (spec, code) => {
    expect(errorOf(spec)).toBe(code)
  })
})

it('the variables of $let are computed even where nothing asks for them', () => {
  expect(errorOf('{"$let":{"vars":{"x":{"$divide":[{"$ifNull":["$a",1]},0]}},"in":1}}')).toBe(2)
})

it('a day that no calendar has is refused rather than moved', () => {
  expect(errorOf('{"$toDate":"2021-02-29"}')).toBe(241)
  expect(value(documentOf(['$toDate', '2020-02-29']))).toEqual(new Date('2020-02-29'))
})

it('of equal numbers of two types a set keeps the first', () => {
  const numbers = [new Double(1), 1, 2]
  expect(value(documentOf(['$setUnion', [numbers, [1]]]))).toEqual([new Double(1), 2])
  expect(value(documentOf(['$setDifference', [numbers, [2]]]))).toEqual([new Double(1)])
  expect(value(documentOf(['$setIntersection', [numbers, [1, 2]]]))).toEqual([new Double(1), 2])
})

it('replacing nothing by something is done between ASCII letters only', () => {
  const replace = (input: string): string =>
    JSON.stringify({ $replaceAll: { input, find: '', replacement: '-' } })
  expect(errorOf(replace('书'))).toBe(115)
  expect(value(parseExtendedJson(replace('ab')))).toBe('-a-b-')
})
