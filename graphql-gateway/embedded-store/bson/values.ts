// The value model: how each BSON type stands in JavaScript, and what type a value has.
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'

export { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp }

/** A BSON double (type 1). int32 is a plain `number`, int64 a `bigint`, so the three never get confused. */
export class Double {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** A BSON document: keys in order, and any key harmless (`__proto__` included). */
export type Document = Map<string, Value>

/** Any number: int32 `number`, int64 `bigint`, double, decimal. */
export type Numeric = number | bigint | Double | Decimal128

/**
 * A BSON value. A plain `number` is always an int32. A missing field is `undefined`, which is not a value
 * (BSON's deprecated `undefined` and DBPointer are refused when decoding).
 */
export type Value =
  | null
  | boolean
  | string
  | Numeric
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Code
  | BSONSymbol
  | Value[]
  | Document

/** BSON type names as `$type` spells them. */
export type TypeName =
  | 'double'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'null'
  | 'regex'
  | 'javascript'
  | 'javascriptWithScope'
  | 'symbol'
  | 'int'
  | 'timestamp'
  | 'long'
  | 'decimal'
  | 'minKey'
  | 'maxKey'

/** Type numbers of the BSON specification, by `$type` name. */
export const typeNumbers: Readonly<Record<TypeName, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
}

/** The BSON type of a value. */
export function typeOf(value: Value): TypeName {
  switch (typeof value) {
    case 'number':
      return 'int'
    case 'string':
      return 'string'
    case 'bigint':
      return 'long'
    case 'boolean':
      return 'bool'
  }
  if (value === null) return 'null'
  if (value instanceof Map) return 'object'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Double) return 'double'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Decimal128) return 'decimal'
  if (value instanceof Binary) return 'binData'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof BSONRegExp) return 'regex'
  if (value instanceof MinKey) return 'minKey'
  if (value instanceof MaxKey) return 'maxKey'
  if (value instanceof BSONSymbol) return 'symbol'
  return value.scope ? 'javascriptWithScope' : 'javascript'
}

/** What MongoDB's messages call the type of a value or of a missing field. */
export function typeNameOf(value: Value | undefined): TypeName | 'missing' {
  return value === undefined ? 'missing' : typeOf(value)
}

/** Whether a value is a number of any of the four types. */
export function isNumeric(value: Value | undefined): value is Numeric {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Double ||
    value instanceof Decimal128
  )
}

/** Whether a value is an embedded document. */
export function isDocument(value: Value | undefined): value is Document {
  return value instanceof Map
}

/** Whether a value is missing or null, the two that expressions treat alike. */
export function isNullish(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null
}

/** A document from pairs, in their order. */
export function documentOf(...pairs: (readonly [string, Value])[]): Document {
  return new Map(pairs)
}

const smallest = -0x80000000
const largest = 0x7fffffff

/** An integer in the narrowest BSON type that holds it: int32, then int64, then double. */
export function integer(n: number): Numeric {
  if (n >= smallest && n <= largest) return n
  return Number.isSafeInteger(n) ? BigInt(n) : new Double(n)
}

/** Whether a whole number fits int32. */
export function fitsInt32(n: number | bigint): boolean {
  return n >= smallest && n <= largest
}

/** Whether a bigint fits int64. */
export function fitsInt64(n: bigint): boolean {
  return BigInt.asIntN(64, n) === n
}

/** A number as JavaScript's double; int64 and decimal may lose digits. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  return value instanceof Double ? value.value : Number(value.toString())
}

/** The whole number a numeric value is exactly, or undefined when it has a fraction or is not finite. */
export function toWhole(value: Value | undefined): number | undefined {
  if (!isNumeric(value)) return undefined
  const n = toDouble(value)
  return Number.isSafeInteger(n) ? (n === 0 ? 0 : n) : undefined
}

/** A deep copy of containers; leaves are shared because nothing changes them in place. */
export function copy(value: Value): Value {
  if (value instanceof Map) return copyDocument(value)
  return Array.isArray(value) ? value.map(copy) : value
}

/** A deep copy of a document. */
export function copyDocument(document: Document): Document {
  const result: Document = new Map()
  for (const [key, value] of document) result.set(key, copy(value))
  return result
}
