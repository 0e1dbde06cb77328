// BSON bytes to the value model: bounded depth and size, strict UTF-8, every length checked.
import { Buffer, isAscii } from 'node:buffer'
import { fail } from './errors.ts'
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Document,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from './values.ts'

/** Levels of nesting accepted, the document itself included (MongoDB's own limit). */
export const maxDepth = 100
/** The same for what wraps a stored document: an answer, the record of one, the description of a collection. */
export const answerDepth = maxDepth + 10
/** Bytes of one document (16 MiB plus the 16 KiB MongoDB allows its own commands). */
export const maxDocumentBytes = 16 * 1024 * 1024 + 16 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const invalid = (what: string): never => fail(22, `Invalid BSON: ${what}; send a well-formed document`)
const reach = { least: -8.64e15, most: 8.64e15 }

/**
 * Decodes one document that fills `bytes` exactly.
 * @throws MongoError 22 (InvalidBSON) when malformed, too deep or too large; 2 for types not supported.
 */
export function decode(bytes: Uint8Array): Document {
  return read(bytes, maxDepth)
}

/** {@link decode} for what `encodeAnswer` has made. */
export function decodeAnswer(bytes: Uint8Array): Document {
  return read(bytes, answerDepth)
}

function read(bytes: Uint8Array, depth: number): Document {
  if (bytes.length > maxDocumentBytes) {
    fail(10334, `BSON document of ${bytes.length} bytes is larger than ${maxDocumentBytes}`)
  }
  const reader = new Reader(bytes, depth)
  const document = reader.document(bytes.length, 1)
  if (reader.at !== bytes.length) invalid('bytes after the end of the document')
  return document
}

/** Recent keys of ASCII letters by a hash of their bytes; a wrong entry is only overwritten. */
const knownKeys: (string | undefined)[] = new Array<string | undefined>(1024).fill(undefined)

class Reader {
  at = 0
  readonly bytes: Buffer
  readonly deepest: number

  constructor(bytes: Uint8Array, deepest: number) {
    this.deepest = deepest
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  document(limit: number, depth: number): Document {
    const result: Document = new Map()
    const last = this.open(limit, depth)
    let count = 0
    for (; this.at < last; count++) {
      const type = this.bytes[this.at++] ?? 0
      const key = this.key(last)
      result.set(key, this.value(type, last, depth))
    }
    this.close(last)
    if (result.size !== count)
      fail(2, 'A document with two fields of one name is not supported by the embedded store')
    return result
  }

  private array(limit: number, depth: number): Value[] {
    const result: Value[] = []
    const last = this.open(limit, depth)
    while (this.at < last) {
      const type = this.bytes[this.at++] ?? 0
      this.at = this.zero(last) + 1
      result.push(this.value(type, last, depth))
    }
    this.close(last)
    return result
  }

  /** Reads a container's length and answers the place of its closing zero. */
  private open(limit: number, depth: number): number {
    if (depth > this.deepest) invalid(`nested deeper than ${this.deepest} levels`)
    const start = this.at
    const length = this.int32(limit)
    const end = start + length
    if (length < 5 || end > limit || this.bytes[end - 1] !== 0) invalid('wrong length of a document')
    return end - 1
  }

  private close(last: number): void {
    if (this.at !== last) invalid('element runs over the end of its document')
    this.at = last + 1
  }

  private need(count: number, limit: number): number {
    const from = this.at
    if (count < 0 || from + count > limit) invalid('value runs over the end of its document')
    this.at = from + count
    return from
  }

  private int32(limit: number): number {
    return this.bytes.readInt32LE(this.need(4, limit))
  }

  private zero(limit: number): number {
    const end = this.bytes.indexOf(0, this.at)
    return end < 0 || end >= limit ? invalid('key without an end') : end
  }

  private text(from: number, end: number): string {
    const length = end - from
    if (length < 48) {
      let ascii = true
      for (let i = from; i < end && ascii; i++) ascii = (this.bytes[i] ?? 0) <= 127
      if (ascii) return this.bytes.toString('latin1', from, end)
    } else if (isAscii(this.bytes.subarray(from, end))) return this.bytes.toString('latin1', from, end)
    try {
      return utf8.decode(this.bytes.subarray(from, end))
    } catch {
      return invalid('text that is not UTF-8')
    }
  }

  private cstring(limit: number): string {
    const from = this.at
    let end = from
    while (this.bytes[end] !== 0) end++
    if (end >= limit) invalid('key without an end')
    this.at = end + 1
    return this.text(from, end)
  }

  /** A key: the same names come again and again, so short ones are looked up by their bytes. */
  private key(limit: number): string {
    const from = this.at
    let end = from
    let hash = 0
    for (let byte = this.bytes[end]; byte !== 0; byte = this.bytes[++end]) {
      if (byte === undefined || end >= limit) return invalid('key without an end')
      hash = (hash * 31 + byte) | 0
    }
    if (end >= limit) return invalid('key without an end')
    this.at = end + 1
    const place = (hash ^ (hash >>> 15)) & (knownKeys.length - 1)
    const known = knownKeys[place]
    if (known !== undefined && this.isText(known, from, end)) return known
    const key = this.text(from, end)
    if (key.length === end - from && key.length <= 40) knownKeys[place] = key
    return key
  }

  private isText(known: string, from: number, end: number): boolean {
    if (known.length !== end - from) return false
    for (let i = from; i < end; i++) if (known.charCodeAt(i - from) !== this.bytes[i]) return false
    return true
  }

  private string(limit: number): string {
    const length = this.int32(limit)
    const from = this.need(length, limit)
    if (length < 1 || this.bytes[from + length - 1] !== 0) invalid('wrong length of a string')
    return this.text(from, from + length - 1)
  }

  private value(type: number, limit: number, depth: number): Value {
    switch (type) {
      case 0x01:
        return new Double(this.bytes.readDoubleLE(this.need(8, limit)))
      case 0x02:
        return this.string(limit)
      case 0x03:
        return this.document(limit, depth + 1)
      case 0x04:
        return this.array(limit, depth + 1)
      case 0x05:
        return this.binary(limit)
      case 0x07: {
        const from = this.need(12, limit)
        return new ObjectId(Uint8Array.prototype.slice.call(this.bytes, from, from + 12))
      }
      case 0x08: {
        const byte = this.bytes[this.need(1, limit)]
        return byte === 0 ? false : byte === 1 ? true : invalid('boolean that is neither 0 nor 1')
      }
      case 0x09: {
        const ms = Number(this.bytes.readBigInt64LE(this.need(8, limit)))
        if (ms < reach.least || ms > reach.most) fail(2, `Date of ${ms} ms is outside the supported range`)
        return new Date(ms)
      }
      case 0x0a:
        return null
      case 0x0b:
        return this.regex(limit)
      case 0x0d:
        return new Code(this.string(limit))
      case 0x0e:
        return new BSONSymbol(this.string(limit))
      case 0x10:
        return this.int32(limit)
      case 0x11: {
        const from = this.need(8, limit)
        return new Timestamp(new Long(this.bytes.readInt32LE(from), this.bytes.readInt32LE(from + 4), true))
      }
      case 0x12:
        return this.bytes.readBigInt64LE(this.need(8, limit))
      case 0x13: {
        const from = this.need(16, limit)
        return new Decimal128(Uint8Array.prototype.slice.call(this.bytes, from, from + 16))
      }
      case 0x7f:
        return new MaxKey()
      case 0xff:
        return new MinKey()
    }
    return fail(2, `BSON type ${type} is not supported by the embedded store`)
  }

  private regex(limit: number): BSONRegExp {
    const pattern = this.cstring(limit)
    const options = this.cstring(limit)
    if (!/^[ilmsux]*$/.test(options)) invalid('option of a regular expression')
    return new BSONRegExp(pattern, options)
  }

  private binary(limit: number): Binary {
    const length = this.int32(limit)
    const subType = this.bytes[this.need(1, limit)] ?? 0
    const from = this.need(length, limit)
    const bytes = Uint8Array.prototype.slice.call(this.bytes, from, from + length)
    if (subType !== 2) return new Binary(bytes, subType)
    if (length < 4 || this.bytes.readInt32LE(from) !== length - 4) invalid('wrong length of old binary')
    return new Binary(bytes.subarray(4), 2)
  }
}
