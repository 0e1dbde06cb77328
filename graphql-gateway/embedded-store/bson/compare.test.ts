import { describe, expect, it } from 'vitest'
import { compare, equal, identical, keyOf } from './compare.ts'
import {
  Binary,
  BSONRegExp,
  Decimal128,
  documentOf,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from './values.ts'

const decimal = (text: string): Value => Decimal128.fromString(text)

/** In BSON order, groups of equal values together. */
const ordered: Value[][] = [
  [new MinKey()],
  [null],
  [new Double(NaN), decimal('NaN')],
  [new Double(-Infinity), decimal('-Infinity')],
  [decimal('-1E+400')],
  [-1, -1n, new Double(-1), decimal('-1.00')],
  [0, 0n, new Double(-0), new Double(0), decimal('0E+5'), decimal('-0')],
  [decimal('0.1')],
  [new Double(0.1)],
  [new Double(0.5), decimal('0.50')],
  [9007199254740993n, decimal('9007199254740993')],
  [new Double(9007199254740994), 9007199254740994n],
  [9223372036854775807n],
  [new Double(2 ** 63), decimal('9223372036854775808')],
  [decimal('1E+400')],
  [new Double(Infinity), decimal('Infinity')],
  [''],
  ['a'],
  ['ab'],
  ['\uffff'],
  ['\u{10000}'],
  [documentOf()],
  [documentOf(['a', 1])],
  [documentOf(['b', 1])],
  [documentOf(['a', 'x'])],
  [[]],
  [[1]],
  [[1, 2]],
  [[2]],
  [new Binary(new Uint8Array([9]))],
  [new Binary(new Uint8Array([1, 2]))],
  [new ObjectId('000000000000000000000001')],
  [false],
  [true],
  [new Date(-1)],
  [new Date(1)],
  [new Timestamp(Long.fromBits(1, 2))],
  [new BSONRegExp('a', 'i')],
  [new MaxKey()],
]

describe('the BSON order', () => {
  it('puts every pair the right way round, across types', () => {
    for (const [i, group] of ordered.entries()) {
      for (const [j, other] of ordered.entries()) {
        for (const a of group) for (const b of other) expect(Math.sign(compare(a, b))).toBe(Math.sign(i - j))
      }
    }
  })

  it('agrees with the keys used for groups and joins', () => {
    const all = ordered.flat()
    for (const a of all) for (const b of all) expect(keyOf(a) === keyOf(b)).toBe(equal(a, b))
  })

  it('puts a missing value before null', () => {
    expect(compare(undefined, null)).toBeLessThan(0)
  })

  it('tells equal numbers of other types apart where bytes matter', () => {
    expect(identical(1, 1n)).toBe(false)
    expect(identical(documentOf(['a', 1], ['b', 2]), documentOf(['b', 2], ['a', 1]))).toBe(false)
    expect(identical([new Double(1)], [new Double(1)])).toBe(true)
  })
})
