// Hostile requests get a clear answer with the right status, quickly, and learn nothing of the inside.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGateway, type GatewayProcess } from './start.ts'

let gateway: GatewayProcess
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.stop())

const repeat = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')
const nested = (depth: number): string =>
  `{ items { ${'author { works { '.repeat(depth)} id ${'} }'.repeat(depth)} } }`

describe('documents that would cost too much', () => {
  const bombs = repeat(
    14,
    (i) => `fragment f${i} on Author { works { author { ...f${i + 1} } two: author { ...f${i + 1} } } }`,
  )
  it.each([
    ['1,000 aliases', `{ ${repeat(1000, (i) => `a${i}: items { id }`)} }`],
    ['1,000 aliases below the root', `{ items { ${repeat(1000, (i) => `a${i}: id`)} } }`],
    ['400 root fields of one name', `{ ${repeat(400, () => 'shelves { label }')} }`],
    ['1,000 directives', `{ items { id ${repeat(1000, () => '@include(if: true)')} } }`],
    ['500 levels', nested(250)],
    ['500 nested lists as a value', `{ item(id: ${'['.repeat(500)}${']'.repeat(500)}) { id } }`],
    ['30,000 characters', `{ items { id } } #${'x'.repeat(30_000)}`],
    ['3,000 tokens', `{ items { ${repeat(3000, () => 'id')} } }`],
    ['an alias named __proto__', '{ __proto__: items { id } }'],
  ])('refuses %s', async (_, query) => {
    const began = performance.now()
    const response = await gateway.post({ query })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_LIMIT' } }] })
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('refuses fragments that multiply', async () => {
    const began = performance.now()
    const query = `{ author(id: "a1") { ...f0 } } ${bombs} fragment f14 on Author { id }`
    const answer: unknown = await (await gateway.post({ query })).json()
    expect(answer).toMatchObject({ errors: [{}] })
    expect(answer).not.toHaveProperty('data')
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('refuses fragments in a circle', async () => {
    const query = '{ author(id: "a1") { ...a } } fragment a on Author { ...b } fragment b on Author { ...a }'
    expect(await (await gateway.post({ query })).json()).toMatchObject({ errors: [{}] })
  })

  it('reports at most twenty errors', async () => {
    const answer = await (await gateway.post({ query: `{ ${repeat(19, (i) => `nothing${i}`)} }` })).text()
    expect(answer.split('"message"').length - 1).toBeLessThanOrEqual(20)
  })
})

describe('bodies that are no operation', () => {
  it.each([
    ['no JSON', '{"query":', 400],
    ['nothing', '', 400],
    ['a list of operations', '[{"query":"{__typename}"},{"query":"{__typename}"}]', 400],
    ['a string', '"{__typename}"', 400],
    ['null', 'null', 400],
    ['a number as query', '{"query":1}', 400],
    ['no query', '{}', 400],
    ['a list as variables', '{"query":"{__typename}","variables":[1]}', 400],
    [
      'JSON nested 10,000 deep',
      `{"query":"{__typename}","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      400,
    ],
    ['70,000 bytes', `{"query":"{__typename}","x":"${'x'.repeat(70_000)}"}`, 413],
  ])('answers %s', async (_, body, status) => {
    const response = await gateway.post(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ errors: [{}] })
  })

  it('answers bytes that are no UTF-8 with 400', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
    expect((await fetch(gateway.url, { method: 'POST', headers, body })).status).toBe(400)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses the content type "%s", which any page may send',
    async (type) => {
      const response = await gateway.post({ query: '{ __typename }' }, { 'content-type': type })
      expect(response.status).toBe(415)
    },
  )

  it.each([
    ['GET without a header that shows a preflight', 'GET', '?query={__typename}', 400],
    ['PUT', 'PUT', '', 405],
    ['DELETE', 'DELETE', '', 405],
    ['OPTIONS', 'OPTIONS', '', 405],
  ])('refuses %s', async (_, method, search, status) => {
    expect((await fetch(`${gateway.url}${search}`, { method })).status).toBe(status)
  })

  it('answers unknown addresses with 404', async () => {
    for (const path of ['/', '/graphql/', '/health', '/../etc/passwd', '/%00'])
      expect((await fetch(`${gateway.origin}${path}`)).status).toBe(404)
  })
})

describe('hostile values', () => {
  it.each([
    [
      '__proto__ in variables',
      '{"query":"query($t:String){echo(text:$t)}","variables":{"__proto__":{"polluted":1},"t":"x"}}',
      'x',
    ],
    ['a lone surrogate', '{"query":"query($t:String){echo(text:$t)}","variables":{"t":"\\ud800"}}', '\ud800'],
    ['a NUL', '{"query":"query($t:String){echo(text:$t)}","variables":{"t":"\\u0000"}}', '\u0000'],
    [
      'an operator of the store',
      '{"query":"query($t:String){echo(text:$t)}","variables":{"t":"{\\"$ne\\":1}"}}',
      '{"$ne":1}',
    ],
  ])('passes %s as plain text', async (_, body, text) => {
    const response = await gateway.post(body)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ data: { echo: text } })
    expect('polluted' in {}).toBe(false)
  })

  it('refuses an object where text belongs', async () => {
    const response = await gateway.post({
      query: 'query($t:String){echo(text:$t)}',
      variables: { t: { $ne: 1 } },
    })
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  })

  it('answers keys that objects inherit', async () => {
    const query =
      '{ constructor: counted toString: echo(text: "x") valueOf: item(id: "none") { hasOwnProperty: id } }'
    const answer: unknown = await (await gateway.post({ query })).json()
    expect(answer).toEqual({ data: { constructor: 1, toString: 'x', valueOf: null } })
  })

  it('makes its own request id when the given one is none', async () => {
    const good = await gateway.post({ query: '{__typename}' }, { 'x-request-id': 'abcdef-0123456789' })
    expect(good.headers.get('x-request-id')).toBe('abcdef-0123456789')
    const bad = await gateway.post({ query: '{__typename}' }, { 'x-request-id': '"}{"level":50' })
    expect(bad.headers.get('x-request-id')).toMatch(/^request-/)
  })

  it('survives a connection that breaks off', async () => {
    const port = Number(new URL(gateway.origin).port)
    for (let i = 0; i < 20; i++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query"',
      )
      await new Promise((resolve) => setImmediate(resolve))
      socket.destroy()
    }
    expect((await gateway.post({ query: '{ __typename }' })).status).toBe(200)
  })
})

describe('errors', () => {
  it('hides what a resolver threw behind an error id, and logs it', async () => {
    const text = await (await gateway.post({ query: '{ leak }' }, { 'x-request-id': 'leak-request' })).text()
    expect(text).not.toMatch(/hunter2|mongodb|stack/)
    expect(JSON.parse(text)).toMatchObject({
      data: { leak: null },
      errors: [{ path: ['leak'], extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: 'leak-request' } }],
    })
    expect(gateway.log()).toMatch(/leak-request.*ECONNREFUSED/)
  })

  it('shows an error meant for the reader', async () => {
    const answer: unknown = await (await gateway.post({ query: '{ blame __typename }' })).json()
    expect(answer).toMatchObject({
      data: { blame: null, __typename: 'Query' },
      errors: [
        {
          message: 'text: give at least one letter.',
          path: ['blame'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  })

  it('gives the rest of the answer, and the exact path of each failure', async () => {
    const query = '{ some: books(first: 3) { id wrong: mishap } }'
    const answer: unknown = await (await gateway.post({ query })).json()
    expect(answer).toMatchObject({
      data: {
        some: [
          { id: 'i0', wrong: 'fine i0' },
          { id: 'i1', wrong: null },
          { id: 'i3', wrong: null },
        ],
      },
    })
    const paths = JSON.stringify(answer).match(/"path":\[[^\]]*\]/g)
    expect(paths?.sort()).toEqual(['"path":["some",1]', '"path":["some",2,"wrong"]'])
  })
})
