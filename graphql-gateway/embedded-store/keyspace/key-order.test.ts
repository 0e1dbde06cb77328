// Keys stand in MongoDB's order of values, whatever the values are.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, equal } from '../bson/compare.ts'
import {
  Binary,
  BSONRegExp,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from '../bson/values.ts'
import { afterPrefix, longestKey, makeKey } from './key-order.ts'

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -40, max: 40 }))
  .map(([digits, power]) => Decimal128.fromString(`${digits}E${power}`))
const near = fc
  .tuple(
    fc.constantFrom(2n ** 53n, 2n ** 60n, -(2n ** 53n), 2n ** 63n - 1000n, -(2n ** 63n) + 1000n),
    fc.bigInt(-900n, 900n),
  )
  .map(([base, more]) => base + more)
const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    false,
    new MinKey(),
    new MaxKey(),
    '',
    '\0',
    'a',
    'a\0',
    'ab',
    new Double(NaN),
  ),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  near,
  near.map((n) => new Double(Number(n))),
  near.map((n) => Decimal128.fromString(`${n}`)),
  fc.double().map((n) => new Double(n)),
  fc.integer({ min: -20, max: 20 }).map((n) => new Double(n / 10)),
  fc.integer({ min: -20, max: 20 }).map((n) => Decimal128.fromString(`${n / 10}`)),
  decimals,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('书香', '書香', '😀', 'é'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => new Binary(bytes)),
  fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom('a', 'b', 'ab').map((pattern) => new BSONRegExp(pattern, 'i')),
)
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'ab', ''), tie('value')), { maxLength: 3 })
      .map((pairs) => new Map(pairs)),
  ),
}))

const sign = (n: number): number => (n < 0 ? -1 : n > 0 ? 1 : 0)

describe('keys', () => {
  test('stand in the order of their values, ascending and descending', () => {
    fc.assert(
      fc.property(value, value, fc.boolean(), (a, b, descending) => {
        const [x, y] = [a, b].map((one) => makeKey(7, [one], [descending]))
        if (!x || !y) return
        const order = sign(descending ? y.key.compare(x.key) : x.key.compare(y.key))
        const wanted = sign(compare(a, b))
        // A shortened key keeps equality exact; its order may be that of a neighbour only when both are shortened.
        if (x.lossy && y.lossy) expect(order === 0).toBe(wanted === 0)
        else expect(order).toBe(wanted)
      }),
      { numRuns: 4000 },
    )
  })

  test('none is the beginning of another: a range of everything after one holds no other', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('\0', '\u0001', '\u0002', 'a'), maxLength: 4 }),
      fc.integer({ min: 238, max: 243 }).map((length) => 'x'.repeat(length)),
    )
    const other = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: value })
    fc.assert(
      fc.property(other, other, fc.boolean(), (a, b, descending) => {
        const [x, y] = [a, b].map((one) => makeKey(7, [one], [descending]).key)
        if (!x || !y || equal(a, b)) return
        expect(y.subarray(0, x.length).equals(x)).toBe(false)
      }),
      { numRuns: 4000 },
    )
  })

  test('of several values compare field by field', () => {
    const pair = fc.tuple(leaf, leaf)
    fc.assert(
      fc.property(pair, pair, fc.tuple(fc.boolean(), fc.boolean()), (a, b, descending) => {
        const [x, y] = [makeKey(7, a, descending), makeKey(7, b, descending)]
        const first = compare(a[0], b[0]) * (descending[0] ? -1 : 1)
        const second = compare(a[1], b[1]) * (descending[1] ? -1 : 1)
        if (x.lossy || y.lossy) expect(x.key.equals(y.key)).toBe(equal(a[0], b[0]) && equal(a[1], b[1]))
        else expect(sign(x.key.compare(y.key))).toBe(sign(first || second))
      }),
      { numRuns: 3000 },
    )
  })

  test('never grow beyond what the store takes, and stay distinct', () => {
    const long = (end: string): Value => [
      '书'.repeat(5000),
      'x'.repeat(4000),
      'y'.repeat(4000),
      'z'.repeat(4000),
      end,
    ]
    const [a, b] = [makeKey(1, [long('a')], []), makeKey(1, [long('b')], [])]
    expect(a.key.length).toBeLessThanOrEqual(longestKey)
    expect(a.key.equals(b.key)).toBe(false)
    expect(a.lossy).toBe(true)
  })

  test('one number has one key, whatever BSON type it comes as', () => {
    const forms: Value[] = [
      5,
      5n,
      new Double(5),
      Decimal128.fromString('5.0'),
      Decimal128.fromString('0.5E1'),
    ]
    const keys = new Set(forms.map((form) => makeKey(1, [form], []).key.toString('hex')))
    expect(keys.size).toBe(1)
    const large: Value[] = [2n ** 53n + 1n, Decimal128.fromString(`${2n ** 53n + 1n}`)]
    expect(new Set(large.map((form) => makeKey(1, [form], []).key.toString('hex'))).size).toBe(1)
  })
})

test('the key after a prefix stands after all keys with it, and before the next', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.uint8Array({ maxLength: 4 }),
      (prefix, rest) => {
        const after = afterPrefix(prefix)
        expect(Buffer.concat([prefix, rest]).compare(after)).toBe(-1)
      },
    ),
  )
})
