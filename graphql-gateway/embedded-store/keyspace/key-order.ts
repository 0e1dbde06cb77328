// Turns BSON values into bytes whose plain byte order is MongoDB's order of values.
import { createHash } from 'node:crypto'
import { EJSON } from 'bson'
import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from '../bson/values.ts'
import { emptyArray, type KeyPart } from '../bson/keys.ts'
import { placed, type PlacedNumber } from './exact-number.ts'

/** First byte of each kind of value, in MongoDB's comparison order (manual: "BSON types comparison and sort order"). */
export const kinds = {
  minKey: 0x02,
  emptyArray: 0x06,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
  code: 0x60,
  maxKey: 0x70,
} as const

/** Longest text kept whole inside a key, in bytes; longer texts keep this much and a digest. */
export const longestText = 240
/** Longest whole key in bytes; two of them must fit LMDB's 1978. */
export const longestKey = 900
const digestLength = 20

const digest = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(bytes).digest().subarray(0, digestLength)

/** The first byte a value's encoding has. */
export function kindOf(value: KeyPart): number {
  if (value === emptyArray) return kinds.emptyArray
  if (value === null) return kinds.null
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return kinds.number
    case 'string':
      return kinds.string
    case 'boolean':
      return kinds.boolean
  }
  if (value instanceof Double || value instanceof Decimal128) return kinds.number
  if (value instanceof Map) return kinds.object
  if (Array.isArray(value)) return kinds.array
  if (value instanceof ObjectId) return kinds.objectId
  if (value instanceof Date) return kinds.date
  if (value instanceof Binary) return kinds.binary
  if (value instanceof Timestamp) return kinds.timestamp
  if (value instanceof BSONRegExp) return kinds.regex
  if (value instanceof BSONSymbol) return kinds.string
  if (value instanceof MinKey) return kinds.minKey
  if (value instanceof MaxKey) return kinds.maxKey
  return kinds.code
}

/**
 * Writes keys into one growing buffer. `lossy` tells that something was shortened: equality on such a key is
 * exact (digest), but its order among keys sharing the kept part is not.
 */
export class KeyWriter {
  lossy = false
  truncated = false
  #bytes = Buffer.allocUnsafe(4096)
  #at = 0

  /** Starts a key in the space with this number. */
  begin(space: number): void {
    this.#at = 0
    this.lossy = false
    this.truncated = false
    this.#need(4)
    this.#at = this.#bytes.writeUInt32BE(space, 0)
  }

  /** Appends one value; descending values have all their bytes inverted. */
  add(value: KeyPart, descending: boolean): void {
    const start = this.#at
    this.#value(value)
    if (descending) for (let i = start; i < this.#at; i++) this.#bytes[i] = 0xff ^ (this.#bytes[i] ?? 0)
  }

  /** The finished key, shortened when it is too long for the store. */
  end(): Buffer {
    if (this.#at > longestKey) {
      this.lossy = true
      this.truncated = true
      const kept = longestKey - digestLength
      return Buffer.concat([this.#bytes.subarray(0, kept), digest(this.#bytes.subarray(0, this.#at))])
    }
    return Buffer.from(this.#bytes.subarray(0, this.#at))
  }

  #need(count: number): void {
    if (this.#at + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + count))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }

  #byte(byte: number): void {
    this.#need(1)
    this.#bytes[this.#at++] = byte
  }

  #raw(bytes: Uint8Array): void {
    this.#need(bytes.length)
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }

  /** Bytes ended by 0, so that a prefix sorts first. */
  #terminated(bytes: Uint8Array): void {
    this.#escaped(bytes)
    this.#byte(0)
  }

  /** Inside, 0 becomes 1 1 and 1 becomes 1 2: no text is the beginning of another's bytes. */
  #escaped(bytes: Uint8Array): void {
    if (!bytes.includes(0) && !bytes.includes(1)) return this.#raw(bytes)
    for (const byte of bytes) {
      if (byte <= 1) this.#byte(1)
      this.#byte(byte <= 1 ? byte + 1 : byte)
    }
  }

  #text(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    if (bytes.length <= longestText) return this.#terminated(bytes)
    this.lossy = true
    this.#escaped(bytes.subarray(0, longestText))
    // After the text of just this length, and unlike every text that goes on.
    this.#byte(1)
    this.#byte(3)
    this.#raw(digest(bytes))
  }

  #number({ floor, exact }: PlacedNumber): void {
    this.#need(10)
    this.#byte(kinds.number)
    if (Number.isNaN(floor)) {
      this.#bytes.fill(0, this.#at, this.#at + 9)
      this.#at += 9
      return
    }
    const at = this.#bytes.writeDoubleBE(floor === 0 ? 0 : floor, this.#at)
    const first = this.#bytes[this.#at] ?? 0
    if (first & 0x80) for (let i = this.#at; i < at; i++) this.#bytes[i] = 0xff ^ (this.#bytes[i] ?? 0)
    else this.#bytes[this.#at] = first ^ 0x80
    this.#at = at
    if (exact === null) return this.#byte(0)
    this.lossy = true
    this.#byte(1)
    this.#raw(digest(Buffer.from(exact)))
  }

  #value(value: KeyPart): void {
    if (typeof value === 'number') return this.#number({ floor: value, exact: null })
    if (typeof value === 'bigint' || value instanceof Decimal128) return this.#number(placed(value))
    if (value instanceof Double) return this.#number({ floor: value.value, exact: null })
    this.#byte(kindOf(value))
    if (typeof value === 'string') return this.#text(value)
    if (typeof value === 'boolean') return this.#byte(value ? 1 : 0)
    if (value === null || value === emptyArray) return
    if (value instanceof ObjectId) return this.#raw(value.id)
    if (value instanceof Date) return this.#int64(BigInt(value.getTime()))
    if (value instanceof Map) {
      for (const [name, inner] of value) {
        this.#byte(1)
        this.#byte(kindOf(inner))
        this.#terminated(Buffer.from(name, 'utf8'))
        this.#value(inner)
      }
      return this.#byte(0)
    }
    if (Array.isArray(value)) {
      for (const inner of value) {
        this.#byte(1)
        this.#value(inner)
      }
      return this.#byte(0)
    }
    if (value instanceof Binary) {
      this.#need(5)
      this.#at = this.#bytes.writeUInt32BE(value.length(), this.#at)
      this.#byte(value.sub_type)
      return this.#raw(value.value())
    }
    if (value instanceof Timestamp) {
      this.#need(8)
      this.#at = this.#bytes.writeUInt32BE(value.t, this.#at)
      this.#at = this.#bytes.writeUInt32BE(value.i, this.#at)
      return
    }
    if (value instanceof BSONRegExp) {
      this.#terminated(Buffer.from(value.pattern))
      return this.#terminated(Buffer.from(value.options))
    }
    if (value instanceof BSONSymbol) return this.#text(value.value)
    if (value instanceof MinKey || value instanceof MaxKey) return
    this.#terminated(Buffer.from(value.code))
    if (value.scope) this.#terminated(Buffer.from(EJSON.stringify(value.scope)))
  }

  #int64(n: bigint): void {
    this.#need(8)
    this.#at = this.#bytes.writeBigUInt64BE(BigInt.asUintN(64, n + (1n << 63n)), this.#at)
  }
}

/** The smallest key after every key that starts with these bytes. */
export function afterPrefix(prefix: Uint8Array): Buffer {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const byte = prefix[i] ?? 0
    if (byte !== 0xff) {
      const next = Buffer.from(prefix.subarray(0, i + 1))
      next[i] = byte + 1
      return next
    }
  }
  return Buffer.alloc(2048, 0xff)
}

const writer = new KeyWriter()

/** A key, and what was lost in it. */
export interface MadeKey {
  readonly key: Buffer
  /** Equality is exact, order among equal beginnings is not. */
  readonly lossy: boolean
  /** The whole key was cut: what follows the kept part cannot be read from it. */
  readonly truncated: boolean
}

/** A key of the space `space` made of values; `descending[i]` inverts the i-th. */
export function makeKey(space: number, parts: readonly KeyPart[], descending: readonly boolean[]): MadeKey {
  writer.begin(space)
  parts.forEach((part, i) => writer.add(part, descending[i] ?? false))
  const key = writer.end()
  return { key, lossy: writer.lossy, truncated: writer.truncated }
}

/** Bytes of a truncated key that are still the beginning of the full one. */
export function keptPart(made: MadeKey): Buffer {
  return made.truncated ? made.key.subarray(0, longestKey - digestLength) : made.key
}

/** The bytes one value has inside a key (ascending), and whether they were shortened. */
export function partBytes(value: KeyPart): { bytes: Buffer; lossy: boolean } {
  const { key, lossy } = makeKey(0, [value], [])
  return { bytes: key.subarray(4), lossy }
}
