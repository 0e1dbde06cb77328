// A client of one question: asks a store's socket something and reads the answer.
import { connect } from 'node:net'
import { decodeAnswer } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import type { Document } from '../bson/values.ts'
import { announcedLength } from './message.ts'

/** Sends one command and answers its reply. Throws when nobody answers in time or the reply says no. */
export function ask(path: string, command: Document, milliseconds: number): Promise<Document> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    let bytes = Buffer.alloc(0)
    const late = setTimeout(
      () => finish(() => reject(new Error(`the store at ${path} did not answer`))),
      milliseconds,
    )
    const finish = (act: () => void): void => {
      clearTimeout(late)
      socket.destroy()
      act()
    }
    socket.on('error', (error) => finish(() => reject(error)))
    socket.on('close', () => finish(() => reject(new Error(`the store at ${path} closed the connection`))))
    socket.on('connect', () => {
      const body = encode(command)
      const head = Buffer.alloc(21)
      head.writeInt32LE(21 + body.length, 0)
      head.writeInt32LE(1, 4)
      head.writeInt32LE(2013, 12)
      socket.write(Buffer.concat([head, body]))
    })
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      if (bytes.length < 4 || bytes.length < announcedLength(bytes)) return
      const reply = decodeAnswer(bytes.subarray(21, announcedLength(bytes)))
      finish(() =>
        reply.get('ok') === 1
          ? resolve(reply)
          : reject(new Error(`the store answered: ${String(reply.get('errmsg'))}`)),
      )
    })
  })
}
