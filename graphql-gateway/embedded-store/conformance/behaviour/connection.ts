// A connection that stays open and speaks the store's own values, so that types and key order survive both ways.
import { connect } from 'node:net'
import { once } from 'node:events'
import { decode } from '../../bson/decode.ts'
import { encode } from '../../bson/encode.ts'
import { MongoError } from '../../bson/errors.ts'
import { isDocument, toWhole, type Document, type Value } from '../../bson/values.ts'

/** Sends one command at a time. */
export interface Connection {
  /** The reply. @throws MongoError with the code of a reply that says no, or of its first write error. */
  run(command: Document): Promise<Document>
  close(): void
}

/** Connects to the socket of a store, or to a port of this machine. */
export async function connectTo(address: string | number): Promise<Connection> {
  const socket = typeof address === 'number' ? connect(address, '127.0.0.1') : connect(address)
  await once(socket, 'connect')
  let bytes = Buffer.alloc(0)
  let answered: ((reply: Document) => void) | undefined
  let failed: ((error: Error) => void) | undefined
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    if (bytes.length < 4 || bytes.length < bytes.readInt32LE(0)) return
    const reply = decode(bytes.subarray(21))
    bytes = Buffer.alloc(0)
    answered?.(reply)
  })
  socket.on('close', () => failed?.(new Error('the store closed the connection')))
  socket.on('error', () => {})
  return {
    async run(command) {
      const body = encode(command)
      const head = Buffer.alloc(21)
      head.writeInt32LE(21 + body.length, 0)
      head.writeInt32LE(2013, 12)
      const reply = await new Promise<Document>((resolve, reject) => {
        if (socket.destroyed) reject(new Error('the store has closed the connection'))
        answered = resolve
        failed = reject
        socket.write(Buffer.concat([head, body]))
      })
      return checked(reply)
    },
    close: () => socket.destroy(),
  }
}

function checked(reply: Document): Document {
  if (toWhole(reply.get('ok')) !== 1)
    throw new MongoError(toWhole(reply.get('code')) ?? 0, String(reply.get('errmsg')))
  return reply
}

/** The documents of a reply's first batch; there must be no second one. */
export function batchOf(reply: Document): Document[] {
  const cursor = reply.get('cursor')
  const list = isDocument(cursor) && toWhole(cursor.get('id')) === 0 ? cursor.get('firstBatch') : undefined
  if (!Array.isArray(list)) throw new Error('the reply has no whole batch')
  return documentsIn(list)
}

/** The documents in a list; none when it is no list. */
export const documentsIn = (value: Value | undefined): Document[] =>
  Array.isArray(value) ? value.filter((item) => isDocument(item)) : []
