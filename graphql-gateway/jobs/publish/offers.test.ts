// What the portal says is offered on pages of sites; whatever else it says counts as not known.
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { offersAt } from './offers.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function portal(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  server = createServer((request, response) => {
    if (request.url === '/_offers') response.writeHead(status, headers).end(body)
    else response.end('{"offers":[]}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

test('those for sites are taken, and those for the portal alone are not', async () => {
  const offers = [
    { offer: 'account/shelf', on: ['portal', 'branch'], label: {}, about: {} },
    { offer: 'account/other', on: ['portal'] },
  ]
  expect(await offersAt(await portal(200, JSON.stringify({ offers })))).toEqual(new Set(['account/shelf']))
})

test.each([
  ['an error', 500, '{"offers":[]}', {}],
  ['no JSON', 200, '<html>', {}],
  ['another shape', 200, '{"offers":[{"offer":1}]}', {}],
  ['that it is elsewhere', 308, '', { location: '/elsewhere' }],
])('nothing is known when it says %s', async (_what, status, body, headers) => {
  expect(await offersAt(await portal(status, body, headers))).toBeUndefined()
})

test('nothing is known when it cannot be reached', async () => {
  expect(await offersAt('http://127.0.0.1:1')).toBeUndefined()
})
