// A name server on a UDP port of its own that answers questions for TXT records, in the wire format of RFC 1035.
import { createSocket } from 'node:dgram'

export interface NameServer {
  /** `127.0.0.1:<port>` */
  readonly address: string
  /** By name: the texts of its records; `silent` is never answered. */
  readonly records: Map<string, readonly string[] | 'silent' | 'failing'>
  close(): Promise<void>
}

export async function openNameServer(): Promise<NameServer> {
  const records: NameServer['records'] = new Map()
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    const { name, end } = nameIn(question)
    const found = records.get(name) ?? null
    if (found !== 'silent') socket.send(answer(question, end, found), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    close: () => new Promise((resolve) => void socket.close(resolve)),
  }
}

/** The name that is asked for, and where type and class after it end. */
function nameIn(question: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.subarray(at + 1, at + 1 + length).toString('latin1'))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 }
}

function answer(question: Buffer, end: number, texts: readonly string[] | 'failing' | null): Buffer {
  const header = Buffer.alloc(12)
  question.copy(header, 0, 0, 2)
  // A response, recursion desired and available; 2: the server failed, 3: there is no such name.
  header.writeUInt16BE(0x8180 | (texts === 'failing' ? 2 : texts === null ? 3 : 0), 2)
  header.writeUInt16BE(1, 4)
  const found = Array.isArray(texts) ? texts : []
  header.writeUInt16BE(found.length, 6)
  return Buffer.concat([header, question.subarray(12, end), ...found.map(recordOf)])
}

/** One TXT record of the name of the question, its text in pieces of at most 255 bytes. */
function recordOf(text: string): Buffer {
  const bytes = Buffer.from(text)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 40) {
    const piece = bytes.subarray(at, at + 40)
    pieces.push(Buffer.from([piece.length]), piece)
  }
  const data = Buffer.concat(pieces)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(16, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(0, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}
