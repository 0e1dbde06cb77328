// OP_MSG and the one OP_QUERY drivers still send (the first hello), read with every length checked.
import { decode } from '../bson/decode.ts'
import type { Document } from '../bson/values.ts'

/** Largest message accepted, in bytes (MongoDB's own limit). */
export const largestMessage = 48_000_000
/** Most documents in one bulk command (MongoDB's own limit). */
export const mostDocuments = 100_000
/** A document may be this long plus the room MongoDB gives commands. */
const largestBody = 16 * 1024 * 1024 + 16 * 1024

const headerLength = 16
const opQuery = 2004
const opMessage = 2013
const checksumPresent = 1
const moreToCome = 2
/** Bits of the flags that a receiver must understand (specification: OP_MSG, "required bits"). */
const requiredFlags = 0xffff

const greetings = new Set(['hello', 'isMaster', 'ismaster'])

/** The bytes are not a message; the connection has to be closed. */
export class WireError extends Error {}

/** A message as it arrived. */
export interface Message {
  readonly requestId: number
  /** `query`: the old form, answered by OP_REPLY. */
  readonly form: 'message' | 'query'
  readonly wantsReply: boolean
  readonly body: Document
  readonly sequences: ReadonlyMap<string, readonly Uint8Array[]>
}

/** Length of the message that starts here, once four bytes are known. Throws WireError when it cannot be one. */
export function announcedLength(bytes: Buffer): number {
  const length = bytes.readInt32LE(0)
  if (length < headerLength || length > largestMessage)
    throw new WireError(`a message of ${length} bytes is outside ${headerLength} to ${largestMessage}`)
  return length
}

/** Reads one whole message. Throws WireError for broken framing, MongoError for broken BSON. */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4)
  const opcode = bytes.readInt32LE(12)
  if (opcode === opMessage) return readOpMessage(bytes, requestId)
  if (opcode === opQuery) return readOpQuery(bytes, requestId)
  throw new WireError(`opcode ${opcode} is not supported`)
}

function readOpQuery(bytes: Buffer, requestId: number): Message {
  const end = bytes.indexOf(0, headerLength + 4)
  if (end < 0 || end + 9 > bytes.length) throw new WireError('OP_QUERY without a collection name')
  const [query] = documentsIn(bytes.subarray(end + 9))
  if (!query) throw new WireError('OP_QUERY without a query')
  const body = decode(query)
  const [name = ''] = body.keys()
  if (!greetings.has(name)) throw new WireError(`OP_QUERY is answered for hello only, not for ${name}`)
  return { requestId, form: 'query', wantsReply: true, body: body.set('$db', 'admin'), sequences: new Map() }
}

function readOpMessage(bytes: Buffer, requestId: number): Message {
  if (bytes.length < headerLength + 4) throw new WireError('OP_MSG without flags')
  const flags = bytes.readUInt32LE(headerLength)
  if (flags & requiredFlags & ~(checksumPresent | moreToCome))
    throw new WireError(`unknown OP_MSG flags ${flags.toString(16)}`)
  const end = bytes.length - (flags & checksumPresent ? 4 : 0)
  const sequences = new Map<string, readonly Uint8Array[]>()
  let body: Document | undefined
  let at = headerLength + 4
  while (at < end) {
    const kind = bytes[at++]
    if (at + 4 > end) throw new WireError('OP_MSG section without a length')
    const length = bytes.readInt32LE(at)
    if (length < 5 || at + length > end) throw new WireError('OP_MSG section longer than its message')
    const section = bytes.subarray(at, at + length)
    at += length
    if (kind === 0) {
      if (body) throw new WireError('OP_MSG with two bodies')
      body = readBody(section, sequences)
    } else if (kind === 1) {
      const nameEnd = section.indexOf(0, 4)
      if (nameEnd < 0) throw new WireError('document sequence without a name')
      const name = section.toString('latin1', 4, nameEnd)
      if (sequences.has(name)) throw new WireError(`document sequence ${name} given twice`)
      sequences.set(name, documentsIn(section.subarray(nameEnd + 1)))
    } else throw new WireError(`unknown OP_MSG section kind ${kind}`)
  }
  if (!body) throw new WireError('OP_MSG without a body')
  return { requestId, form: 'message', wantsReply: (flags & moreToCome) === 0, body, sequences }
}

/** Splits documents standing one after the other. */
function documentsIn(bytes: Buffer): Buffer[] {
  const documents: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + 5 > bytes.length) throw new WireError('a document shorter than five bytes')
    const length = bytes.readInt32LE(at)
    if (length < 5 || at + length > bytes.length) throw new WireError('a document longer than its section')
    if (documents.length === mostDocuments) throw new WireError(`more than ${mostDocuments} documents`)
    documents.push(bytes.subarray(at, at + length))
    at += length
  }
  return documents
}

const listed = new Set(['documents', 'updates', 'deletes', 'ops'])

/**
 * Decodes the body, but takes the list of a bulk command out of it undecoded: its documents are stored as they
 * came, and together they may be longer than one document may.
 */
function readBody(section: Buffer, sequences: Map<string, readonly Uint8Array[]>): Document {
  let rest = section
  let at = 4
  while (at < rest.length - 1) {
    const type = rest[at]
    const nameEnd = rest.indexOf(0, at + 1)
    if (nameEnd < 0) throw new WireError('a field name without an end')
    const start = nameEnd + 1
    const size = sizeOf(type ?? 0, rest, start)
    if (size === null) break
    if (start + size > rest.length) throw new WireError('a value longer than its document')
    const name = rest.toString('latin1', at + 1, nameEnd)
    if (type === 0x04 && listed.has(name) && !sequences.has(name)) {
      const list = elementsOf(rest.subarray(start, start + size))
      if (list) {
        sequences.set(name, list)
        rest = Buffer.concat([rest.subarray(0, at), rest.subarray(start + size)])
        rest.writeInt32LE(rest.length, 0)
        continue
      }
    }
    at = start + size
  }
  if (rest.length > largestBody) throw new WireError(`a command of ${rest.length} bytes`)
  return decode(rest)
}

/** The documents of an array, or null when something else stands in it. */
function elementsOf(array: Buffer): Buffer[] | null {
  const documents: Buffer[] = []
  let at = 4
  while (at < array.length - 1) {
    if (array[at] !== 0x03) return null
    const nameEnd = array.indexOf(0, at + 1)
    if (nameEnd < 0 || nameEnd + 5 > array.length) throw new WireError('an array element without an end')
    const length = array.readInt32LE(nameEnd + 1)
    if (length < 5 || nameEnd + 1 + length > array.length) throw new WireError('an array element too long')
    if (documents.length === mostDocuments) throw new WireError(`more than ${mostDocuments} documents`)
    documents.push(array.subarray(nameEnd + 1, nameEnd + 1 + length))
    at = nameEnd + 1 + length
  }
  return documents
}

const fixedSizes = new Map([
  [0x01, 8],
  [0x06, 0],
  [0x07, 12],
  [0x08, 1],
  [0x09, 8],
  [0x0a, 0],
  [0x10, 4],
  [0x11, 8],
  [0x12, 8],
  [0x13, 16],
  [0x7f, 0],
  [0xff, 0],
])

/** Bytes of a value by its BSON type; null when this reader leaves the rest to the decoder. */
function sizeOf(type: number, bytes: Buffer, at: number): number | null {
  const fixed = fixedSizes.get(type)
  if (fixed !== undefined) return fixed
  if (at + 4 > bytes.length) throw new WireError('a value without its length')
  const length = bytes.readInt32LE(at)
  if (length < 0) throw new WireError('a value of negative length')
  if (type === 0x03 || type === 0x04) return Math.max(length, 5)
  if (type === 0x02 || type === 0x0d || type === 0x0e) return length + 4
  if (type === 0x05) return length + 5
  return null
}
