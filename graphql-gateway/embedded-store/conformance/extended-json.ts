// Reads canonical MongoDB Extended JSON (v2) into the value model, keeping the order of all keys.
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Document,
  Double,
  isDocument,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  type Value,
} from '../bson/values.ts'

/**
 * Parses one JSON text. `JSON.parse` moves keys that look like numbers, so it cannot be used. Plain JSON numbers become
 * int32 or double.
 */
export function parseExtendedJson(text: string): Value {
  const parser = new Parser(text)
  return parser.value()
}

const token = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y

class Parser {
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  private next(): string {
    token.lastIndex = this.at
    const match = token.exec(this.text)
    if (!match)
      throw new SyntaxError(`Unexpected text at ${this.at}: ${this.text.slice(this.at, this.at + 20)}`)
    this.at = token.lastIndex
    return match[0].trim()
  }

  private peek(): string {
    const at = this.at
    const found = this.next()
    this.at = at
    return found
  }

  value(): Value {
    const found = this.next()
    if (found === '{') return typed(this.object())
    if (found === '[') return this.array()
    if (found.startsWith('"')) return stringOf(found)
    if (found === 'true' || found === 'false') return found === 'true'
    if (found === 'null') return null
    const n = Number(found)
    return Number.isInteger(n) && Math.abs(n) < 2 ** 31 ? n : new Double(n)
  }

  private object(): Document {
    const result: Document = new Map()
    if (this.peek() === '}') this.next()
    else {
      do {
        const key = stringOf(this.next())
        this.next()
        result.set(key, this.value())
      } while (this.next() === ',')
    }
    return result
  }

  private array(): Value[] {
    const result: Value[] = []
    if (this.peek() === ']') this.next()
    else {
      do result.push(this.value())
      while (this.next() === ',')
    }
    return result
  }
}

function stringOf(source: string): string {
  const value: unknown = JSON.parse(source)
  if (typeof value !== 'string') throw new SyntaxError(`Expected a string, not ${source}`)
  return value
}

/** Turns `{"$numberInt": ".."}` and its like into values; other documents stay. */
function typed(document: Document): Value {
  const [entry] = document
  if (!entry?.[0].startsWith('$') || document.size > 2) return document
  const [key, value] = entry
  if (typeof value === 'string' && document.size === 1) {
    switch (key) {
      case '$numberInt':
        return Number(value)
      case '$numberLong':
        return BigInt(value)
      case '$numberDouble':
        return new Double(Number(value))
      case '$numberDecimal':
        return Decimal128.fromString(value)
      case '$oid':
        return new ObjectId(value)
      case '$code':
        return new Code(value)
      case '$symbol':
        return new BSONSymbol(value)
      case '$uuid':
        return new Binary(Buffer.from(value.replaceAll('-', ''), 'hex'), 4)
    }
  }
  if (key === '$date' && document.size === 1) {
    if (typeof value === 'bigint') return new Date(Number(value))
    if (typeof value === 'string') return new Date(value)
  }
  // The older form of a regular expression; in a filter it means the same as the operator.
  const options = document.get('$options')
  if (
    key === '$regex' &&
    typeof value === 'string' &&
    typeof options === 'string' &&
    /^[imsxlu]*$/.test(options)
  ) {
    return new BSONRegExp(value, options)
  }
  if (key === '$minKey') return new MinKey()
  if (key === '$maxKey') return new MaxKey()
  return isDocument(value) ? compound(key, value, document) : document
}

function compound(key: string, value: Document, document: Document): Value {
  const text = (name: string): string => String(value.get(name) ?? '')
  switch (key) {
    case '$binary':
      return new Binary(Buffer.from(text('base64'), 'base64'), parseInt(text('subType'), 16))
    case '$timestamp': {
      const part = (name: string): number => {
        const n = value.get(name)
        return n instanceof Double ? n.value : Number(n)
      }
      return new Timestamp(Long.fromBits(part('i') | 0, part('t') | 0, true))
    }
    case '$regularExpression':
      return new BSONRegExp(text('pattern'), text('options'))
  }
  return document
}

/** The value if it is a document, else the other one. */
export const documentOr = (value: Value | undefined, fallback: Document = new Map()): Document =>
  isDocument(value) ? value : fallback
