/** Stored JSON is bounded and has one spelling. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, hashOf, jsonBounds, jsonFault } from './json.ts'
import type { Json } from './json.ts'

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 8 }), tie('value'), { maxKeys: 4 }),
  ),
})).value

test('equal values have equal spelling whatever the order of keys', () => {
  expect(canonicalJson({ b: 1, a: [{ d: 2, c: 3 }] })).toBe('{"a":[{"c":3,"d":2}],"b":1}')
})

test('the spelling reads back as the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the hash is SHA-256 of the spelling', async () => {
  expect(await hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  expect(await hashOf({ a: 1, b: 2 })).toBe(await hashOf({ b: 2, a: 1 }))
})

test('a depth bomb is refused without deep recursion', () => {
  let bomb: unknown = 'x'
  for (let n = 0; n < 200_000; n++) bomb = [bomb]
  expect(jsonFault(bomb)).toMatch(/nested deeper than 24/)
})

test('the path tells where', () => {
  expect(jsonFault({ blocks: { a: { fields: { n: Number.NaN } } } })).toBe(
    'blocks.a.fields.n: NaN is no JSON number',
  )
  expect(jsonFault({ list: [1, 'x'.repeat(jsonBounds.text + 1)] })).toMatch(/^list\[1\]: text longer/)
})

test.each([
  ['a function', () => 1],
  ['undefined inside', { a: undefined }],
  ['a lone surrogate', { a: '\ud800' }],
  ['a key of the machinery', JSON.parse('{"__proto__":{"x":1}}')],
  ['too many values', Array.from({ length: jsonBounds.values + 1 }, () => 0)],
])('%s is refused', (_, value) => {
  expect(jsonFault(value)).not.toBeNull()
})
