// The value model to BSON bytes, in one growing buffer.
import { Buffer } from 'node:buffer'
import { answerDepth, maxDepth, maxDocumentBytes } from './decode.ts'
import { fail } from './errors.ts'
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Document,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from './values.ts'

/**
 * Encodes a document. The answer owns its memory.
 * @throws MongoError 10334 when the document would pass 16 MiB, 15 (Overflow) when it nests deeper than 100.
 */
export function encode(document: Document): Uint8Array {
  return written(document, maxDepth)
}

/** {@link encode} for what wraps a stored document: an answer, the record of one, the description of a collection. */
export function encodeAnswer(document: Document): Uint8Array {
  return written(document, answerDepth)
}

function written(document: Document, depth: number): Uint8Array {
  const writer = new Writer(depth)
  writer.document(document, 1)
  return writer.taken()
}

/** {@link encode}, but beginning with room for so many bytes only: shows that growing changes nothing. */
export function encodeFrom(document: Document, bytes: number): Uint8Array {
  scratch = Buffer.allocUnsafe(bytes)
  return encode(document)
}

// One scratch buffer serves every call: encoding is synchronous and never re-entered.
let scratch = Buffer.allocUnsafe(64 * 1024)

class Writer {
  private at = 0
  private readonly deepest: number

  constructor(deepest: number) {
    this.deepest = deepest
  }

  taken(): Uint8Array {
    return Uint8Array.prototype.slice.call(scratch, 0, this.at)
  }

  document(document: Document, depth: number): void {
    const start = this.open(depth)
    for (const [key, value] of document) this.element(key, value, depth)
    this.close(start)
  }

  private array(values: Value[], depth: number): void {
    const start = this.open(depth)
    for (let i = 0; i < values.length; i++) this.element(String(i), values[i] ?? null, depth)
    this.close(start)
  }

  private open(depth: number): number {
    if (depth > this.deepest) fail(15, `Document is nested deeper than ${this.deepest} levels`)
    return this.take(4)
  }

  private close(start: number): void {
    this.room(1)[this.at - 1] = 0
    scratch.writeInt32LE(this.at - start, start)
  }

  /** Takes so many bytes; answers where they begin. */
  private take(count: number): number {
    this.room(count)
    return this.at - count
  }

  /** Takes so many bytes; answers the buffer they are in, which may be another one than before. */
  private room(count: number): Buffer {
    const from = this.at
    const end = from + count
    if (end > maxDocumentBytes) fail(10334, `BSONObj size is larger than the limit of ${maxDocumentBytes}`)
    if (end > scratch.length) {
      const larger = Buffer.allocUnsafe(Math.max(end, scratch.length * 2))
      scratch.copy(larger, 0, 0, from)
      scratch = larger
    }
    this.at = end
    return scratch
  }

  private text(value: string): void {
    const length = value.length
    const from = this.take(length)
    if (length < 40) {
      let i = 0
      for (; i < length; i++) {
        const unit = value.charCodeAt(i)
        if (unit > 127) break
        scratch[from + i] = unit
      }
      if (i === length) return
    }
    this.at = from
    const bytes = Buffer.byteLength(value)
    this.take(bytes)
    scratch.write(value, from, 'utf8')
  }

  private cstring(value: string): void {
    if (value.includes('\0')) fail(2, `Key or pattern ${JSON.stringify(value)} must not contain a zero byte`)
    this.text(value)
    this.room(1)[this.at - 1] = 0
  }

  private string(value: string): void {
    const start = this.take(4)
    this.text(value)
    this.room(1)[this.at - 1] = 0
    scratch.writeInt32LE(this.at - start - 4, start)
  }

  private head(type: number, key: string): void {
    this.room(1)[this.at - 1] = type
    this.cstring(key)
  }

  private element(key: string, value: Value, depth: number): void {
    switch (typeof value) {
      case 'string':
        this.head(0x02, key)
        return this.string(value)
      case 'number':
        this.head(0x10, key)
        this.room(4).writeInt32LE(value, this.at - 4)
        return
      case 'boolean':
        this.head(0x08, key)
        this.room(1)[this.at - 1] = value ? 1 : 0
        return
      case 'bigint':
        this.head(0x12, key)
        this.room(8).writeBigInt64LE(value, this.at - 8)
        return
    }
    if (value === null) return this.head(0x0a, key)
    if (value instanceof Map) {
      this.head(0x03, key)
      return this.document(value, depth + 1)
    }
    if (Array.isArray(value)) {
      this.head(0x04, key)
      return this.array(value, depth + 1)
    }
    this.object(key, value)
  }

  private object(
    key: string,
    value: Exclude<Value, null | Value[] | Document | string | number | boolean>,
  ): void {
    if (value instanceof Double) {
      this.head(0x01, key)
      this.room(8).writeDoubleLE(value.value, this.at - 8)
    } else if (value instanceof Date) {
      this.head(0x09, key)
      this.room(8).writeBigInt64LE(BigInt(value.getTime()), this.at - 8)
    } else if (value instanceof ObjectId) {
      this.head(0x07, key)
      this.raw(value.id)
    } else if (value instanceof Binary) {
      this.head(0x05, key)
      this.binary(value)
    } else if (value instanceof Decimal128) {
      this.head(0x13, key)
      this.raw(value.bytes)
    } else if (value instanceof Timestamp) {
      this.head(0x11, key)
      this.room(4).writeUInt32LE(value.i, this.at - 4)
      this.room(4).writeUInt32LE(value.t, this.at - 4)
    } else if (value instanceof BSONRegExp) {
      this.head(0x0b, key)
      this.cstring(value.pattern)
      this.cstring(value.options)
    } else if (value instanceof MinKey) this.head(0xff, key)
    else if (value instanceof MaxKey) this.head(0x7f, key)
    else if (value instanceof BSONSymbol) {
      this.head(0x0e, key)
      this.string(value.value)
    } else if (value instanceof Code) {
      this.head(0x0d, key)
      this.string(value.code)
    }
  }

  private raw(bytes: Uint8Array): void {
    this.room(bytes.length).set(bytes, this.at - bytes.length)
  }

  private binary(value: Binary): void {
    const bytes = value.buffer.subarray(0, value.position)
    const old = value.sub_type === 2
    this.room(4).writeInt32LE(bytes.length + (old ? 4 : 0), this.at - 4)
    this.room(1)[this.at - 1] = value.sub_type
    if (old) this.room(4).writeInt32LE(bytes.length, this.at - 4)
    this.raw(bytes)
  }
}
