// Puts an answer into OP_MSG or OP_REPLY; documents of a cursor batch are spliced in as they are stored.
import type { Batch, Reply } from '../commands/contract.ts'
import { encode, encodeAnswer } from '../bson/encode.ts'
import { documentOf, type Document } from '../bson/values.ts'

const opReply = 1
const opMessage = 2013

/** The bytes of an answer to the request with this id. */
export function writeReply(
  reply: Reply,
  requestId: number,
  ownId: number,
  form: 'message' | 'query',
): Buffer[] {
  const body = reply.batch ? withBatch(reply.fields, reply.batch) : Buffer.from(encodeAnswer(reply.fields))
  const head = Buffer.alloc(form === 'message' ? 21 : 36)
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(ownId, 4)
  head.writeInt32LE(requestId, 8)
  head.writeInt32LE(form === 'message' ? opMessage : opReply, 12)
  if (form === 'query') {
    head.writeInt32LE(8, 16)
    head.writeInt32LE(1, 32)
  }
  return [head, body]
}

function withBatch(fields: Document, batch: Batch): Buffer {
  const list = arrayOf(batch.documents)
  const rest = encode(documentOf(['id', batch.id], ['ns', batch.namespace]))
  const cursor = joined([Buffer.from(`\x04${batch.field}\0`, 'latin1'), list], rest)
  return joined([Buffer.from('\x03cursor\0', 'latin1'), cursor], encodeAnswer(fields))
}

/** A document of the given element bytes followed by the fields of another document. */
function joined(elements: readonly Uint8Array[], rest: Uint8Array): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), ...elements, rest.subarray(4)])
  whole.writeInt32LE(whole.length, 0)
  return whole
}

function arrayOf(documents: readonly Uint8Array[]): Buffer {
  let size = 5
  documents.forEach((document, i) => (size += document.length + 2 + `${i}`.length))
  const array = Buffer.allocUnsafe(size)
  let at = array.writeInt32LE(size, 0)
  documents.forEach((document, i) => {
    array[at++] = 0x03
    at += array.write(`${i}\0`, at, 'latin1')
    array.set(document, at)
    at += document.length
  })
  array[at] = 0
  return array
}
