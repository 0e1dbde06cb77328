// Remote subgraphs that are slow, dead, mad or asked by a stranger.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { remoteTransport, routeTo, type Transport } from '@shuxiang/gateway'
import { signingKey, signRequest, tenantHeader } from '@shuxiang/subgraph-kit'
import { afterEach, describe, expect, it } from 'vitest'
import { behindHttp, contextOf, federate } from '../federate.ts'
import { byKey, subgraph } from './feature.ts'

const books = [
  { id: 'b1', title: 'One' },
  { id: 'b2', title: 'Two' },
]
const catalogue = subgraph(
  'catalogue',
  'type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! title: String! }',
  {
    Query: { books: () => books },
    Book: { __resolveReferences: byKey(books) },
  },
)
const stock = subgraph('stock', 'type Book @key(fields: "id") { id: ID! copies: Int }', {
  Book: {
    __resolveReferences: async (refs: readonly { id: string }[]) => refs.map(({ id }) => ({ id, copies: 3 })),
  },
})

const closers: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A server that answers with `answer`, in place of the subgraph `stock`. */
async function inPlaceOfStock(
  answer: Parameters<typeof createServer>[1],
  timeout = 500,
): Promise<(send: Transport) => Transport> {
  const server: Server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`
  const remote = remoteTransport({ subgraph: 'stock', url, secret: null, now: Date.now, timeout })
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return (send) =>
    routeTo(
      new Map([
        ['catalogue', send],
        ['stock', remote.send],
      ]),
    )
}

/** A good answer but for its length. */
const tooLong = '{"data":{"_entities":[{"copies":1},{"copies":2}]}}'.padEnd(17 * 1024 * 1024)

const partial = {
  books: [
    { title: 'One', copies: null },
    { title: 'Two', copies: null },
  ],
}

describe('a subgraph that', () => {
  it.each([
    ['never answers', () => {}, 'stock did not answer in time.'],
    [
      'breaks off',
      (_: unknown, response: { destroy(): void }) => response.destroy(),
      'stock cannot be reached.',
    ],
    [
      'answers no JSON',
      (_: unknown, response: { end(text: string): void }) => response.end('<html>'),
      'stock cannot be reached.',
    ],
    [
      'answers JSON that is no answer',
      (_: unknown, response: { end(text: string): void }) => response.end('[1]'),
      'stock cannot be reached.',
    ],
    [
      'says that its answer is too long',
      (_: unknown, response: { end(text: string): void }) => response.end(tooLong),
      'stock cannot be reached.',
    ],
    [
      'sends too much without a word',
      (_: unknown, response: { write(text: string): void; end(text: string): void }) => {
        response.write(tooLong)
        response.end(' ')
      },
      'stock cannot be reached.',
    ],
  ] as const)('%s costs its own fields only', async (_, answer, message) => {
    const wrap = await inPlaceOfStock(answer)
    const { ask } = await federate([catalogue, stock], { wrap })
    const began = performance.now()
    const result = await ask('{ books { title copies } }')
    expect(performance.now() - began).toBeLessThan(2500)
    expect(result.data).toEqual(partial)
    expect(result.errors?.map((error) => [error.message, error.path?.join('.')])).toEqual([
      [message, 'books.0'],
      [message, 'books.1'],
    ])
  })

  it('answers fields nobody asked for cannot pollute or leak', async () => {
    const wrap = await inPlaceOfStock((_, response) =>
      response.end(
        '{"data":{"_entities":[{"copies":1,"__proto__":{"polluted":true},"secret":2},null,{"copies":9}]}}',
      ),
    )
    const { ask } = await federate([catalogue, stock], { wrap })
    expect(await ask('{ books { title copies } }')).toEqual({
      data: {
        books: [
          { title: 'One', copies: 1 },
          { title: 'Two', copies: null },
        ],
      },
    })
    expect('polluted' in {}).toBe(false)
  })

  it('is asked once for equal queries at the same time', async () => {
    let asked = 0
    const wrap = await inPlaceOfStock((_, response) => {
      asked++
      setTimeout(() => response.end('{"data":{"_entities":[{"copies":1},{"copies":2}]}}'), 50)
    })
    const { ask } = await federate([catalogue, stock], { wrap })
    const results = await Promise.all([1, 2, 3].map(() => ask('{ books { copies } }')))
    expect(asked).toBe(1)
    for (const result of results) expect(result.data).toEqual({ books: [{ copies: 1 }, { copies: 2 }] })
  })
})

describe('equal queries at the same time', () => {
  it('are asked for each tenant, signed with it, and once for each', async () => {
    const asked: unknown[] = []
    const server = createServer((request, response) => {
      asked.push(request.headers[tenantHeader])
      request
        .resume()
        .on('end', () =>
          response.end(JSON.stringify({ data: { for: request.headers[tenantHeader] ?? null } })),
        )
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`
    const { send, close } = remoteTransport({ subgraph: 's', url, secret: Buffer.from('s'), now: Date.now })
    const tenants = ['libone', null, 'libtwo', 'libone', null]
    const answers = await Promise.all(
      tenants.map((tenant) =>
        send({
          subgraph: 's',
          query: '{ x }',
          operation: 'query',
          variables: {},
          context: { ...contextOf(), tenant },
        }),
      ),
    )
    expect(answers.map(({ data }) => data)).toEqual(tenants.map((tenant) => ({ for: tenant })))
    expect(asked.toSorted()).toEqual(['libone', 'libtwo', undefined])
    await close()
    server.close()
  })
})

describe('a remote subgraph', () => {
  const body = JSON.stringify({ query: '{ _service { sdl } }' })
  const secret = Buffer.from('a secret of the suite')

  async function post(url: string, headers: Record<string, string>, text = body): Promise<number> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    })
    return response.status
  }

  it('serves the gateway and refuses everybody else', async () => {
    const remote = await behindHttp(stock)
    closers.push(remote.close)
    const parts = {
      key: signingKey(secret),
      body,
      requestId: 'r',
      tenant: null,
      timestamp: Date.now(),
      nonce: 'n1',
    }
    const signed = { 'x-request-id': 'r', ...signRequest(parts) }
    expect(await post(remote.url, {})).toBe(401)
    expect(await post(remote.url, { ...signed, 'x-shuxiang-tenant': 'other' })).toBe(401)
    expect(await post(remote.url, signed, '{"query":"{ __typename }"}')).toBe(401)
    expect(
      await post(remote.url, {
        ...signed,
        ...signRequest({ ...parts, key: signingKey(Buffer.from('guess')) }),
      }),
    ).toBe(401)
    expect(await post(remote.url, signed)).toBe(200)
    expect(await post(remote.url, signed)).toBe(401)
    const old = signRequest({ ...parts, timestamp: Date.now() - 31_000, nonce: 'n2' })
    expect(await post(remote.url, { 'x-request-id': 'r', ...old })).toBe(401)
  })

  it('is not asked when the reader has gone', async () => {
    const remote = await behindHttp(stock)
    closers.push(remote.close)
    const gone = AbortSignal.abort()
    const request = {
      subgraph: 'stock',
      query: '{ _service { sdl } }',
      operation: 'query',
      variables: {},
      context: contextOf(gone),
    } as const
    await expect(remote.send(request)).rejects.toThrow('timeout')
  })
})
