// Pictures and files by the digest of their bytes, over HTTP: types, tags, ranges, what is not there, a gateway that is away.
import { createServer, type Server } from 'node:http'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { pino } from 'pino'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { openFileStore } from './file-store.ts'
import { serveFile } from './serve-file.ts'

const picture = '1'.repeat(64)
const rules = '2'.repeat(64)
const text = 'abcdefghij'
const pieceBytes = 4
let asked: number[]
let away: boolean
let server: Server
let origin = ''

const client: GatewayClient = {
  async ask(_operation, variables) {
    const { hash, number } = Object(variables)
    if (away) throw new GqlUnavailable('away', true)
    asked.push(number)
    const type = hash === picture ? 'image/webp' : hash === rules ? 'application/pdf' : null
    const part = text.slice(number * pieceBytes, (number + 1) * pieceBytes)
    const piece = part === '' ? null : Buffer.from(part).toString('base64')
    return { data: { assetFile: type && { type, bytes: text.length, pieceBytes, piece } }, errors: [] }
  },
  run: async () => null,
}

beforeAll(async () => {
  const log = pino({ level: 'silent' })
  const signal = new AbortController().signal
  let files = openFileStore(client)
  server = createServer((incoming, response) => {
    if (incoming.url === '/forget') files = openFileStore(client)
    const url = new URL(incoming.url ?? '/', 'http://portal.test')
    const exchange = { request: incoming, response, url, requestId: 'x', place: null, log, signal }
    void serveFile(files, exchange)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => server.close())
beforeEach(async () => {
  asked = []
  away = false
  await (await request(`${origin}/forget`)).body.text()
})

async function get(path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const answer = await request(`${origin}${path}`, { headers, method })
  return { status: answer.statusCode, text: await answer.body.text(), headers: answer.headers }
}

it('sends a picture whole, for ever, and asks for each piece once', async () => {
  for (let n = 0; n < 2; n++) {
    const { status, text: body, headers } = await get(`/_files/${picture}.webp`)
    expect([status, body, headers['content-length']]).toEqual([200, text, '10'])
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  }
  expect(asked).toEqual([0, 1, 2])
})

it('asks for the same piece once for all who wait for it', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => get(`/_files/${picture}.webp`)))
  expect(answers.map((answer) => answer.text)).toEqual(Array(5).fill(text))
  expect(asked).toEqual([0, 1, 2])
})

it('sends the head alone, and nothing to who has it', async () => {
  const { headers } = await get(`/_files/${picture}.webp`, {}, 'HEAD')
  expect(headers['content-length']).toBe('10')
  const again = await get(`/_files/${picture}.webp`, { 'if-none-match': String(headers.etag) })
  expect([again.status, again.text]).toEqual([304, ''])
})

it('sends a part of a document, and asks for no piece that it does not need', async () => {
  const { status, text: body, headers } = await get(`/_files/${rules}.pdf`, { range: 'bytes=9-' })
  expect([status, body, headers['content-range']]).toEqual([206, 'j', 'bytes 9-9/10'])
  expect(headers['content-disposition']).toBe('inline')
  expect(asked).toEqual([0, 2])
  const past = await get(`/_files/${rules}.pdf`, { range: 'bytes=10-' })
  expect([past.status, past.headers['content-range']]).toEqual([416, 'bytes */10'])
  expect((await get(`/_files/${rules}.pdf`, { range: 'bytes=3-5', 'if-range': '"another"' })).status).toBe(
    200,
  )
})

it.each([
  `/_files/${picture}.pdf`,
  `/_files/${picture}.html`,
  `/_files/${picture}`,
  `/_files/${'3'.repeat(64)}.webp`,
  `/_files/${picture.toUpperCase().replace('1', 'A')}.webp`,
  '/_files/__proto__.webp',
])('%s is not there', async (path) => expect((await get(path)).status).toBe(404))

it('says that it cannot be had while the gateway is away', async () => {
  away = true
  const { status, headers } = await get(`/_files/${picture}.webp`)
  expect([status, headers['retry-after']]).toEqual([503, '2'])
})
