// One client connection: bytes to messages, one command after the other, answers back.
import type { Socket } from 'node:net'
import type { CommandService, Peer, Request } from '../commands/contract.ts'
import { MongoError } from '../bson/errors.ts'
import { documentOf } from '../bson/values.ts'
import { announcedLength, readMessage, WireError, type Message } from './message.ts'
import { writeReply } from './reply.ts'

/** A client that sends more commands than this, or more bytes, while one is worked on has to wait. */
const mostWaiting = 32
const mostWaitingBytes = 64 * 1024 * 1024

/** Serves a socket until it closes. `warn` hears why a connection was cut. */
export function serveConnection(
  socket: Socket,
  options: Pick<Peer, 'id' | 'address' | 'local'> & {
    service: CommandService
    warn: (message: string) => void
  },
): void {
  const { id, address, local } = options
  const peer: Peer = { id, address, local, closed: () => socket.destroyed }
  let chunks: Buffer[] = []
  let buffered = 0
  let wanted = 4
  const waiting: Buffer[] = []
  let waitingBytes = 0
  let working = false
  let nextId = 1

  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes: Buffer) => {
    chunks.push(bytes)
    buffered += bytes.length
    if (buffered < wanted) return
    try {
      split()
    } catch (error) {
      cut(error)
      return
    }
    if (waiting.length >= mostWaiting || waitingBytes > mostWaitingBytes) socket.pause()
    void work()
  })

  /** Takes whole messages out of what has arrived. */
  function split(): void {
    let bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
    while (bytes.length >= 4) {
      const length = announcedLength(bytes)
      wanted = length
      if (bytes.length < length) break
      waiting.push(bytes.subarray(0, length))
      waitingBytes += length
      bytes = bytes.subarray(length)
    }
    if (bytes.length < 4) wanted = 4
    chunks = bytes.length > 0 ? [bytes] : []
    buffered = bytes.length
  }

  async function work(): Promise<void> {
    if (working) return
    working = true
    for (let bytes = waiting.shift(); bytes && !socket.destroyed; bytes = waiting.shift()) {
      waitingBytes -= bytes.length
      if (socket.isPaused() && waiting.length < mostWaiting / 2 && waitingBytes < mostWaitingBytes / 2)
        socket.resume()
      try {
        await answer(bytes)
      } catch (error) {
        cut(error)
        break
      }
    }
    working = false
  }

  async function answer(bytes: Buffer): Promise<void> {
    let message: Message
    try {
      message = readMessage(bytes)
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      // Framing was sound, the document inside was not: the client gets to know why.
      send({ fields: failure(error) }, bytes.readInt32LE(4), 'message')
      return
    }
    const [name] = message.body.keys()
    const request: Request = {
      name: name ?? '',
      command: message.body,
      sequences: message.sequences,
      size: bytes.length,
      peer,
    }
    const reply = await options.service.execute(request)
    if (reply.hangUp) socket.destroy()
    else if (message.wantsReply) send(reply, message.requestId, message.form)
    // A client that does not read its answers gets no more of them made.
    if (socket.writableNeedDrain) await taken()
  }

  function taken(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        socket.off('drain', done).off('close', done)
        resolve()
      }
      socket.on('drain', done).on('close', done)
    })
  }

  function send(reply: Parameters<typeof writeReply>[0], requestId: number, form: 'message' | 'query'): void {
    if (socket.destroyed) return
    socket.cork()
    for (const part of writeReply(reply, requestId, nextId++ & 0x7fffffff, form)) socket.write(part)
    socket.uncork()
  }

  function cut(error: unknown): void {
    const reason = error instanceof WireError || error instanceof MongoError ? error.message : String(error)
    options.warn(`connection ${peer.id} closed: ${reason}`)
    socket.destroy()
  }
}

function failure(error: MongoError): ReturnType<typeof documentOf> {
  return documentOf(['ok', 0], ['errmsg', error.message], ['code', error.code], ['codeName', error.codeName])
}
