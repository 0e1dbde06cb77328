// Hostile requests at the open port: a clear answer with the right status, in bounded time, telling nothing.
import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, inject, test } from 'vitest'

const origin = inject('origin')
const port = Number(new URL(origin).port)

/** A raw request: fetch would refuse or mend what an attacker sends. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const message = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: `localhost:${port}`, ...headers },
        timeout: 10_000,
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        )
        response.on('error', reject)
      },
    )
    message.on('timeout', () =>
      message.destroy(new Error(`${method} ${path.slice(0, 60)} took over ten seconds`)),
    )
    message.on('error', reject)
    message.end(body)
  })
}
const graphql = (body: unknown) =>
  raw(
    '/graphql',
    // With the older type of answer, what is well-formed but invalid is status 200 by GraphQL over HTTP.
    { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    'POST',
    JSON.stringify(body),
  )
const searchFor = (query: unknown) =>
  graphql({
    query: 'query ($q: String!) { search(query: $q, first: 2) { totalCount edges { node { id } } } }',
    variables: { q: query },
  })

const inner = /node_modules|\.ts:\d|at \w+ \(|SqliteError|MongoServerError|ECONNREFUSED|\/work|\/home/

describe('words that are no words', () => {
  test.each([
    ['ten thousand characters', '月'.repeat(10_000)],
    ['only punctuation', '，。！？“”——……《》'],
    ['emoji', '🌕🌖👩‍👩‍👧‍👦'],
    ['operators of full-text search', '"明月" NEAR(x y) AND OR NOT title:* ^ {a b} : - + ( )'],
    ['operators of SQL', `'; DROP TABLE records; --`],
    ['operators of MongoDB', '{"$gt":""}'],
    ['a bomb for regular expressions', `${'a'.repeat(50)}!(a+)+$`],
    ['a NUL', '明\u0000月'],
    ['prototype keys', '__proto__ constructor toString'],
    ['right-to-left overrides', '\u202e明月\u202c'],
  ])('%s: the API answers', async (_name, query) => {
    const { status, text } = await searchFor(query)
    expect(status).toBeLessThan(500)
    expect(text).not.toMatch(inner)
    expect(JSON.parse(text)).toHaveProperty(status === 200 ? 'data' : 'errors')
  })

  test('a lone surrogate: the API and the page answer', async () => {
    const answer = await raw(
      '/graphql',
      { 'content-type': 'application/json' },
      'POST',
      '{"query":"query($q:String!){search(query:$q){totalCount}}","variables":{"q":"\\ud83d"}}',
    )
    expect(answer.status).toBeLessThan(500)
    const page = await raw('/search?q=%ED%A0%BD')
    expect(page.status).toBeLessThan(500)
  })

  test('the page of a hostile query renders it as text', async () => {
    const { status, text } = await raw(
      `/search?q=${encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(1)>')}`,
    )
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script>alert|<img src=x/)
  })
})

describe('operations that are too much', () => {
  test.each([
    ['a thousand aliases', `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['depth', `{ ${'search(query:""){edges{node{related{'.repeat(30)}id${'}}}}'.repeat(30)} }`],
    ['a thousand directives', `{ search(query: "") { totalCount ${'@include(if: true) '.repeat(1000)} } }`],
    ['a circle of fragments', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ])('%s: refused with 400', async (_name, query) => {
    const { status, text } = await graphql({ query })
    expect(status).toBe(400)
    expect(text).not.toMatch(inner)
  })

  test('a batch of operations is refused', async () => {
    expect((await graphql([{ query: '{ __typename }' }, { query: '{ __typename }' }])).status).toBe(400)
  })

  test('an object where a text belongs is refused', async () => {
    const { status, text } = await searchFor({ $gt: '' })
    expect([200, 400]).toContain(status)
    expect(JSON.parse(text)).toHaveProperty('errors')
  })

  test('a body over the bound is refused with 413', async () => {
    expect((await graphql({ query: `{ __typename } #${'x'.repeat(200_000)}` })).status).toBe(413)
  })

  test('__proto__ in variables does nothing', async () => {
    const { status } = await raw(
      '/graphql',
      { 'content-type': 'application/json' },
      'POST',
      '{"query":"{__typename}","variables":{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}}',
    )
    expect(status).toBeLessThan(500)
  })

  test('a form of another site cannot post an operation', async () => {
    expect(
      (await raw('/graphql', { 'content-type': 'text/plain' }, 'POST', '{"query":"{ __typename }"}')).status,
    ).toBeGreaterThanOrEqual(400)
  })
})

describe('addresses and headers', () => {
  test.each([
    'evil.example',
    'localhost.evil.example',
    `localhost:${port}.evil.example`,
    '127.0.0.1.nip.io',
    `:${port}`,
  ])('the host "%s" is not ours: 421', async (host) => {
    const { status } = await raw('/', { host })
    expect([400, 421]).toContain(status)
  })

  test('two Host lines are one too many', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(port, '127.0.0.1')
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
      socket.write(
        `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      )
    })
    expect(answer).toMatch(/^HTTP\/1\.1 4/)
  })

  test('broken cookies are ignored', async () => {
    const { status } = await raw('/search?q=%E6%9C%88', {
      cookie: 'sx_mode=%E0%A4%A; sx_locale="><script>; =; ;;; sx_scale',
    })
    expect(status).toBe(200)
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%0d%0aset-cookie:x=1',
  ])('preferences never lead away: %s', async (path) => {
    const { headers } = await raw(`/preferences?mode=dark&return=${encodeURIComponent(path)}`)
    const target = new URL(String(headers['location'] ?? '/'), origin)
    expect(target.origin).toBe(origin)
    expect(headers['set-cookie']?.toString() ?? '').not.toContain('x=1')
  })

  test.each([
    '/item/..%2f..%2fetc%2fpasswd',
    '/_assets/..%2f..%2fpackage.json',
    '/_assets/%2e%2e/%2e%2e/package.json',
    '/item/%00',
  ])('no way out of the folders: %s', async (path) => {
    const { status, text } = await raw(path)
    expect([400, 404]).toContain(status)
    expect(text).not.toContain('"private"')
  })

  test('unknown ids are 404 in every format', async () => {
    for (const suffix of ['', '.bib', '.ris', '.jsonld', '.xml'])
      expect((await raw(`/item/nothing-of-that-name${suffix}`)).status).toBe(404)
  })

  test('a method that a page does not have is refused', async () => {
    expect((await raw('/search?q=x', {}, 'DELETE')).status).toBe(405)
  })

  test('every page carries the strict policies', async () => {
    const { headers } = await raw('/search?q=%E6%9C%88')
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src[^;]*'nonce-/)
    expect(policy).toMatch(/require-trusted-types-for 'script'/)
    expect(policy).not.toMatch(/unsafe-inline[^;]*script|script-src[^;]*unsafe-inline/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})
