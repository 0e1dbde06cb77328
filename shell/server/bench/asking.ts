// The process that asks: as many connections as it is told, each with one request under way, over plain sockets, for a
// client of Node's own would be slower than what it measures. Prints rate and times as JSON.
import { connect } from 'node:net'

const [port = '', seconds = '', connections = '', host = '', paths = ''] = process.argv.slice(2)
const requests = paths
  .split(' ')
  .map((path) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip\r\nAccept-Language: zh-CN\r\n\r\n`,
    ),
  )
const HEAD_END = Buffer.from('\r\n\r\n')
const WARM_MS = 2_000

const times: number[] = []
let asked = 0
let wrong = 0
let ended = false

/** One connection after another: servers close them after some number of requests. */
function open(): void {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay()
  let began = 0
  /** Bytes of the answer that are still to come; -1: its head is not whole. */
  let left = -1
  let head = Buffer.alloc(0)
  let last = false
  const ask = (): void => {
    began = performance.now()
    left = -1
    const request = requests[asked++ % requests.length]
    if (request) socket.write(request)
  }
  socket.on('connect', ask)
  socket.on('data', (chunk) => {
    let bytes = chunk
    if (left < 0) {
      head = head.length > 0 ? Buffer.concat([head, bytes]) : bytes
      const end = head.indexOf(HEAD_END)
      if (end < 0) return
      const text = head.subarray(0, end).toString('latin1')
      left = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (!text.startsWith('HTTP/1.1 200') || !/content-encoding: gzip/i.test(text) || left === 0) wrong++
      last = /^connection: close/im.test(text)
      bytes = head.subarray(end + HEAD_END.length)
      head = Buffer.alloc(0)
    }
    left -= bytes.length
    if (left > 0) return
    times.push(performance.now() - began)
    if (last) socket.end()
    else if (!ended) ask()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    // A server may end a connection between two answers, never within one.
    if (ended) return
    if (left > 0) wrong++
    setImmediate(open)
  })
}

for (let n = 0; n < Number(connections); n++) open()
await new Promise((warm) => setTimeout(warm, WARM_MS))
process.stdout.write('warm\n')
times.length = 0
const from = performance.now()
await new Promise((later) => setTimeout(later, Number(seconds) * 1_000))
ended = true
const took = (performance.now() - from) / 1_000
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
process.stdout.write(
  `${JSON.stringify({ rate: sorted.length / took, p50: at(0.5), p99: at(0.99), count: sorted.length, wrong })}\n`,
)
process.exit(0)
