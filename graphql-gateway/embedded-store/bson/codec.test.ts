import { deserialize, EJSON, serialize } from 'bson'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { encode, encodeFrom } from './encode.ts'
import { Double, type Value } from './values.ts'

const every = serialize({
  d: 1.5,
  s: '书香 library',
  o: { __proto__x: 1, '': 2 },
  a: [1, [2, { b: null }]],
  b: EJSON.deserialize({ $binary: { base64: 'AQID', subType: '00' } }),
  t: true,
  w: new Date(-5),
  i: -7,
  l: EJSON.parse('{"$numberLong":"9223372036854775807"}', { relaxed: false }),
  m: EJSON.parse('{"$numberDecimal":"1.10"}', { relaxed: false }),
  ts: EJSON.parse('{"$timestamp":{"t":5,"i":4294967295}}', { relaxed: false }),
  r: EJSON.parse('{"$regularExpression":{"pattern":"^a","options":"i"}}', { relaxed: false }),
  id: EJSON.parse('{"$oid":"65f000000000000000000001"}'),
  lo: EJSON.parse('{"$minKey":1}'),
  hi: EJSON.parse('{"$maxKey":1}'),
})

describe('decode and encode', () => {
  it('give back the same bytes for every type', () => {
    const document = decode(every)
    expect(Buffer.from(encode(document)).equals(Buffer.from(every))).toBe(true)
    expect(document.get('i')).toBe(-7)
    expect(document.get('l')).toBe(9223372036854775807n)
    expect(document.get('d')).toEqual(new Double(1.5))
  })

  it('are right wherever the buffer has to grow', () => {
    const document = decode(every)
    // Memory with something in it, so that a byte left out shows.
    for (let i = 0; i < 64; i++) Buffer.allocUnsafe(4000).fill(0xaa)
    for (let size = 1; size < every.length; size++)
      expect(Buffer.from(encodeFrom(document, size)).equals(Buffer.from(every)), `from ${size} bytes`).toBe(
        true,
      )
  })

  it('keep __proto__ as an ordinary key', () => {
    const document = new Map<string, Value>([['__proto__', 1]])
    expect([...decode(encode(document)).keys()]).toEqual(['__proto__'])
    expect(Object.keys(deserialize(encode(document)))).toEqual(['__proto__'])
  })

  it('keep order of keys that look like numbers', () => {
    const document = new Map<string, Value>([
      ['b', 1],
      ['1', 2],
      ['a', 3],
    ])
    expect([...decode(encode(document)).keys()]).toEqual(['b', '1', 'a'])
  })

  it('refuse every truncation of a document', () => {
    for (let end = 0; end < every.length; end++) expect(() => decode(every.subarray(0, end))).toThrow()
  })

  it('never crash on flipped bytes: a document or InvalidBSON', () => {
    for (let i = 0; i < every.length; i++) {
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const bytes = Uint8Array.from(every)
        bytes[i] = byte
        try {
          decode(bytes)
        } catch (error) {
          expect(error).toMatchObject({ name: 'MongoError' })
        }
      }
    }
  })

  it('refuse nesting beyond 100 levels both ways', () => {
    let deep: Value = 1
    for (let i = 0; i < 100; i++) deep = new Map([['a', deep]])
    const fits = deep as Map<string, Value>
    expect(decode(encode(fits)).size).toBe(1)
    expect(() => encode(new Map([['a', fits]]))).toThrow(/nested deeper/)
  })

  it('refuse a document with two fields of one name, which a query could not tell apart', () => {
    const bytes = Buffer.from(serialize({ a: 1, b: 2 }))
    bytes[bytes.indexOf('b')] = 0x61
    expect(() => decode(bytes)).toThrow(/two fields of one name/)
  })

  it('refuse text that is not UTF-8', () => {
    const bytes = serialize({ s: 'abcd' })
    bytes[bytes.length - 4] = 0xff
    expect(() => decode(bytes)).toThrow(/UTF-8/)
  })
})
