// Random expressions over documents whose fields have the types the operators ask, and now and then others.
import fc from 'fast-check'
import { documentOf, Double, type Document, isDocument, type Value } from '../bson/values.ts'
import { units } from '../engine/expressions/dates.ts'
import type { PeerCase } from './case.ts'

const texts = fc.constantFrom<Value>(
  '',
  'a',
  'ab',
  'aXbXc',
  ' 书香 ',
  '书,香',
  'Straße',
  '2024-02-29T12:30:45.678Z',
  '12',
)
const numbers = fc.constantFrom<Value>(
  0,
  1,
  -3,
  7,
  12,
  new Double(2.5),
  new Double(-0.5),
  new Double(12.345),
  5n,
  2n ** 40n,
)
const dates = fc.constantFrom<Value>(
  new Date('2024-02-29T23:30:45.678Z'),
  new Date('1969-12-31T23:59:59.999Z'),
  new Date('2021-01-03T00:00:00Z'),
  new Date('2026-11-01T05:59:00Z'),
)
const small = fc.constantFrom<Value>(1, 2, 'a', 'ab', null, new Double(2))
const lists = fc.oneof(
  fc.array(small, { maxLength: 4 }),
  fc.array(fc.constantFrom<Value>(3, 1, 2, 1), { maxLength: 4 }),
)
const objects = fc
  .tuple(fc.constantFrom('x', 'y'), small, fc.constantFrom('y', 'z'), small)
  .map(([a, x, b, y]): Value => documentOf([a, x], [b, y]))
const pairs = fc.array(
  fc.tuple(fc.constantFrom('x', 'y', 'z'), small).map(([k, v]): Value => documentOf(['k', k], ['v', v])),
  { maxLength: 3 },
)

const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | Value | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary },
    { weight: 1, arbitrary: fc.constantFrom<Value | undefined>(null, undefined, 'a', 1) },
  )

const documents = fc
  .array(
    fc.record({
      s: rare(texts),
      t: rare(texts),
      n: rare(numbers),
      m: rare(numbers),
      d: rare(dates),
      l: rare(lists),
      k: rare(lists),
      o: rare(objects),
      p: rare(pairs),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map((fields, id): Document => {
      const document: Document = new Map([['_id', id]])
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value)
      return document
    }),
  )

const S = fc.oneof(fc.constantFrom<Value>('$s', '$t'), texts)
const N = fc.oneof(fc.constantFrom<Value>('$n', '$m'), numbers)
const L = fc.constantFrom<Value>('$l', '$k', '$l')
const D = fc.constant<Value>('$d')
const O = fc.constant<Value>('$o')
const whole = fc.constantFrom<Value>(0, 1, 2, 3, 5)
const signed = fc.constantFrom<Value>(-2, -1, 0, 1, 2, 4)
const any = fc.constantFrom<Value>('$s', '$n', '$d', '$l', '$o', '$missing', null)
const zone = fc.constantFrom<Value>('UTC', 'Asia/Shanghai', '+0530', '-03', 'America/New_York')
const unit = fc.constantFrom<Value>(...units)

/** `{ $op: argument }` for one of the names. */
const of = (names: readonly string[], argument: fc.Arbitrary<Value>): fc.Arbitrary<Document> =>
  fc.tuple(fc.constantFrom(...names), argument).map(([name, value]) => documentOf([name, value]))
const args = (...parts: fc.Arbitrary<Value>[]): fc.Arbitrary<Value> =>
  fc.tuple(...parts).map((list): Value => list)
const named = (fields: Readonly<Record<string, fc.Arbitrary<Value>>>): fc.Arbitrary<Value> =>
  fc.record(fields).map((record): Value => new Map(Object.entries(record)))
const fixed = (value: Value): fc.Arbitrary<Value> => fc.constant(value)

const expression: fc.Arbitrary<Document> = fc.oneof(
  of(['$concat'], args(S, S)),
  of(['$toUpper', '$toLower', '$strLenCP'], S),
  of(['$substrCP'], args(S, whole, whole)),
  of(['$indexOfCP'], args(S, S)),
  of(['$indexOfCP'], args(S, S, whole, whole)),
  of(['$split'], args(S, fc.constantFrom<Value>('X', ',', 'a'))),
  of(['$trim', '$ltrim', '$rtrim'], named({ input: S })),
  of(['$trim', '$ltrim', '$rtrim'], named({ input: S, chars: fc.constantFrom<Value>('a', ' 香', 'ac') })),
  of(
    ['$replaceOne', '$replaceAll'],
    named({ input: S, find: fc.constantFrom<Value>('a', 'X', '书'), replacement: texts }),
  ),
  of(['$regexMatch'], named({ input: S, regex: fc.constantFrom<Value>('a', '^a', '香') })),
  of(['$add', '$multiply'], args(N, N, N)),
  of(['$subtract', '$divide', '$mod'], args(N, N)),
  of(['$add'], args(D, N)),
  of(['$subtract'], args(D, fc.oneof(D, N))),
  of(['$abs', '$ceil', '$floor'], N),
  of(['$round', '$trunc'], args(N, fc.constantFrom<Value>(-1, 0, 1, 2))),
  of(['$size', '$reverseArray', '$first', '$last', '$isArray'], args(L)),
  of(['$arrayElemAt'], args(L, signed)),
  of(['$slice'], args(L, signed)),
  of(['$slice'], args(L, signed, whole)),
  of(
    ['$concatArrays', '$setUnion', '$setIntersection', '$setDifference', '$setEquals', '$setIsSubset'],
    args(L, L),
  ),
  of(['$in'], args(small, L)),
  of(['$indexOfArray'], args(L, small)),
  of(['$indexOfArray'], args(L, small, whole, whole)),
  of(['$range'], args(signed, signed)),
  of(['$range'], args(signed, signed, fc.constantFrom<Value>(-1, 1, 2))),
  of(['$anyElementTrue', '$allElementsTrue'], args(L)),
  of(['$sum', '$avg', '$min', '$max'], L),
  of(['$sum', '$avg', '$min', '$max'], args(N, N)),
  of(['$filter'], named({ input: L, as: fixed('e'), cond: fixed(documentOf(['$gt', ['$$e', 1]])) })),
  of(['$map'], named({ input: L, as: fixed('e'), in: fixed(documentOf(['$ifNull', ['$$e', 'none']])) })),
  of(
    ['$reduce'],
    named({
      input: L,
      initialValue: fixed([]),
      in: fixed(documentOf(['$concatArrays', [['$$this'], '$$value']])),
    }),
  ),
  of(['$sortArray'], named({ input: L, sortBy: fc.constantFrom<Value>(1, -1) })),
  of(['$mergeObjects'], args(O, O)),
  of(['$objectToArray'], O),
  of(['$arrayToObject'], fixed('$p')),
  of(
    [
      '$year',
      '$month',
      '$dayOfMonth',
      '$hour',
      '$minute',
      '$second',
      '$millisecond',
      '$dayOfWeek',
      '$dayOfYear',
    ],
    D,
  ),
  of(['$week', '$isoWeek', '$isoWeekYear', '$isoDayOfWeek'], D),
  of(
    ['$year', '$month', '$dayOfMonth', '$hour', '$dayOfYear', '$week', '$isoWeek'],
    named({ date: D, timezone: zone }),
  ),
  of(
    ['$dateToString'],
    named({ date: D, format: fc.constantFrom<Value>('%Y-%m-%d', '%H:%M:%S.%L', '%j %u %V %G %w', '%z %Z') }),
  ),
  of(['$dateToString'], named({ date: D, format: fixed('%Y-%m-%d %H:%M %z'), timezone: zone })),
  of(['$dateAdd', '$dateSubtract'], named({ startDate: D, unit, amount: signed })),
  of(['$dateAdd', '$dateSubtract'], named({ startDate: D, unit, amount: signed, timezone: zone })),
  of(['$dateTrunc'], named({ date: D, unit })),
  of(['$dateTrunc'], named({ date: D, unit, binSize: fc.constantFrom<Value>(1, 2, 5), timezone: zone })),
  of(['$type', '$isNumber'], args(any)),
  of(['$toString', '$toInt', '$toLong', '$toDouble', '$toBool', '$toDate'], fc.oneof(S, N, D, any)),
  of(['$cond'], args(any, fixed('yes'), fixed('no'))),
  of(
    ['$switch'],
    named({
      branches: fixed([documentOf(['case', documentOf(['$gt', ['$n', 1]])], ['then', 'more'])]),
      default: any,
    }),
  ),
  of(['$ifNull'], args(any, any, fixed('none'))),
  of(
    ['$let'],
    named({ vars: fixed(documentOf(['x', '$n'])), in: fixed(documentOf(['$add', ['$$x', '$$x']])) }),
  ),
  of(['$eq', '$ne', '$gt', '$lte', '$cmp'], args(any, any)),
  of(['$and', '$or'], args(any, any)),
  of(['$not'], args(any)),
  of(['$setField'], named({ field: fixed('x'), input: O, value: any })),
)

/** Stages that shape a document by an expression. */
const shaping: fc.Arbitrary<Document> = fc.oneof(
  {
    weight: 10,
    arbitrary: expression.map((e) => documentOf(['$project', documentOf(['_id', 0], ['e', e])])),
  },
  { weight: 1, arbitrary: expression.map((e) => documentOf(['$addFields', documentOf(['e', e], ['l', 1])])) },
  {
    weight: 1,
    arbitrary: expression.map((e) =>
      documentOf(['$group', documentOf(['_id', null], ['all', documentOf(['$push', e])])]),
    ),
  },
)

/** One case: an expression, in one of the places where expressions stand. */
export const expressionCases: fc.Arbitrary<PeerCase> = fc.tuple(documents, shaping).map(([list, stage]) => ({
  documents: list,
  name: 'aggregate',
  kind: `expression ${operatorIn(stage)}`,
  fields: [
    ['pipeline', [documentOf(['$sort', documentOf(['_id', 1])]), stage]],
    ['cursor', documentOf(['batchSize', 1000])],
  ],
}))

const around = new Set(['$project', '$addFields', '$group', '$push'])

/** The operator a stage is about. */
function operatorIn(value: Value): string | undefined {
  if (!isDocument(value)) return undefined
  for (const [key, inner] of value) {
    const found = key.startsWith('$') && !around.has(key) ? key : operatorIn(inner)
    if (found !== undefined) return found
  }
  return undefined
}
