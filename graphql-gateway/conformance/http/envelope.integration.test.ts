// Whatever a client sends, its mistake is never told as a fault of the server, and the answer is GraphQL over HTTP.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGateway, type GatewayProcess } from './start.ts'

const runs = Number(process.env['FUZZ_RUNS'] ?? 400)
const trusted = 'query Items($first: Int) { items(first: $first) { id } } query Other { shelves { label } }'
const trustedId = `sha256:${createHash('sha256').update(trusted).digest('hex')}`
const json = { 'content-type': 'application/json' }
const responseJson = 'application/graphql-response+json'

interface Sent {
  readonly method: string
  readonly search: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | Buffer
}

interface Received {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Sends just these bytes: `fetch` would correct what is odd. */
function send(gateway: GatewayProcess, { method, search, headers, body }: Sent): Promise<Received> {
  const length = body.length > 0 ? { 'content-length': String(Buffer.byteLength(body)) } : {}
  return new Promise((resolve, reject) => {
    const sent = request(
      `${gateway.url}${search}`,
      { method, headers: { ...headers, ...length } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: String(response.headers['content-type'] ?? ''),
            text,
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const post = (gateway: GatewayProcess, body: unknown, headers: Record<string, string> = {}) =>
  send(gateway, {
    method: 'POST',
    search: '',
    headers: { ...json, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** GraphQL over HTTP, draft of 2025, sections 6.3 and 6.4; no 5xx, for nothing here is the server's fault. */
function judge({ method }: Sent, { status, type, text }: Received): void {
  expect(status).toBeGreaterThanOrEqual(200)
  expect(status).toBeLessThan(500)
  expect(type).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/)
  if (method === 'HEAD') return
  const answer: { data?: unknown; errors?: { message: unknown; extensions?: { code?: unknown } }[] } =
    JSON.parse(text)
  if (answer.errors !== undefined) {
    expect(answer.errors.length).toBeGreaterThan(0)
    for (const { message, extensions } of answer.errors) {
      expect(message).toEqual(expect.stringMatching(/./))
      expect(extensions?.code).toMatch(/^[A-Z_]+$/)
      expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR')
    }
  }
  if (answer.data === undefined) {
    expect(answer.errors).toBeDefined()
    if (type.startsWith(responseJson)) expect(status).toBeGreaterThanOrEqual(400)
  } else expect(status).toBe(200)
}

const documents = fc.oneof(
  fc.constantFrom(
    '{ items(first: 1) { id } }',
    'query A { __typename } query B { __typename }',
    'query($n: Int!) { items(first: $n) { id } }',
    'query($n: Int! = 1) { items(first: $n) { id } }',
    'query($t: String) { echo(text: $t) }',
    'mutation { x }',
    'mutation M { x } query Q { __typename }',
    'subscription { x }',
    'subscription S { __typename }',
    '{ items(first: 1) { ... @defer { id } } }',
    '{ items(first: 1) @stream { id } }',
    '{ __schema { types { name } } __type(name: "Query") { name } }',
    'query($n: String = "Query") { __type(name: $n) { name } }',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'fragment A on Query { __typename }',
    'query A { __typename } query A { __typename }',
    '{ __typename } { __typename }',
    'type A { b: Int }',
    'schema { query: A }',
    '',
    ' ',
    '#',
    '\ufeff{ __typename }',
    '{',
    '{}',
    '}',
    '"',
    '"""',
    '{ items(first: 99999999999999999999) { id } }',
    '{ items(first: -1e999) { id } }',
    '{ items(first: 1) { id(x: 1) } }',
    '{ items { nothing } }',
    '{ items }',
    '{ __typename @skip }',
    '{ __typename @skip(if: 1) }',
    'query($a: Nothing) { __typename }',
    'query($a: [[[[Int]]]]) { __typename }',
    'query($a: Int, $a: Int) { __typename }',
    'query @include(if: true) { __typename }',
    '{ __typename @include(if: $no) }',
    'query constructor { __typename }',
    '{ _entities(representations: []) { __typename } _service { sdl } }',
    `{ ${'a: __typename '.repeat(200)} }`,
    `{ ${'...on Query{'.repeat(200)}__typename${'}'.repeat(200)} }`,
    `query(${'$a: Int '.repeat(50)}) { __typename }`,
    `{ echo(text: "${'\\ud800'}") }`,
    '{ echo(text: "\\u{110000}") }',
    trusted,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        'query',
        'A',
        '$a',
        ':',
        '...',
        'on',
        '@',
        '"',
        '!',
        '1',
        '[',
        ']',
        '=',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(' ')),
)
const operationNames = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'A',
  'B',
  'C',
  'Items',
  'M',
  'Q',
  'S',
  '__proto__',
  'constructor',
  1,
  true,
  [],
  {},
  ['A'],
  'x'.repeat(3000),
  '\ud800',
  '\u0000',
)
const variables = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    {},
    [],
    '',
    '{}',
    1,
    false,
    { n: 1 },
    { n: '1' },
    { n: 1e300 },
    { n: null },
    { n: 2 ** 31 },
    { n: -1 },
    { t: { $ne: 1 } },
    { t: [] },
    { first: {} },
    { first: 'x' },
    { first: 1.5 },
    { first: 1 },
    { t: '\ud800' },
  ),
  fc.object({ maxDepth: 3 }),
)
const extensions = fc.constantFrom<unknown>(
  undefined,
  null,
  {},
  [],
  'x',
  1,
  { persistedQuery: null },
  { persistedQuery: 1 },
  { persistedQuery: {} },
  { persistedQuery: { version: 1 } },
  { persistedQuery: { version: 2, sha256Hash: 1 } },
  { persistedQuery: { version: 1, sha256Hash: 'zz' } },
  { persistedQuery: { version: 1, sha256Hash: trustedId.slice(7) } },
)
const documentIds = fc.constantFrom<unknown>(
  undefined,
  undefined,
  undefined,
  null,
  '',
  1,
  {},
  [],
  'zz',
  trustedId,
  `sha256:${'0'.repeat(64)}`,
)
const envelopes = fc.record({
  query: fc.oneof(
    { weight: 6, arbitrary: documents },
    fc.constantFrom<unknown>(undefined, null, 1, {}, [], { kind: 'Document' }),
  ),
  operationName: operationNames,
  variables,
  extensions,
  documentId: documentIds,
})

const bodies: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 8, arbitrary: envelopes.map((envelope) => JSON.stringify(envelope)) },
  fc.array(envelopes, { maxLength: 3 }).map((list) => JSON.stringify(list)),
  fc.json(),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(
    '',
    '{',
    'null',
    '1e999',
    '{"query":"{__typename}","query":1}',
    '{"query":"{__typename}","variables":{"a":1e999}}',
    '\ufeff{"query":"{__typename}"}',
    '{"__proto__":{"query":"{__typename}"}}',
    '{"constructor":1,"toString":1}',
    `{"query":"{__typename}","x":${'1'.repeat(20_000)}}`,
    `{"query":"{__typename}","variables":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
    `{"query":"{__typename}","x":"${'x'.repeat(70_000)}"}`,
    '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x--',
    'query=%7B__typename%7D',
  ),
)
const asParameter = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
/** Each parameter as it should be, missing, twice, or odd. */
const searches = fc.oneof(
  fc
    .tuple(envelopes, fc.subarray(['query', 'operationName', 'variables', 'extensions', 'documentId']))
    .map(([envelope, twice]) => {
      const parameters = new URLSearchParams()
      for (const [name, value] of Object.entries(envelope)) {
        if (value === undefined) continue
        parameters.append(name, asParameter(value))
        if (twice.includes(name)) parameters.append(name, asParameter(value))
      }
      return `?${parameters.toString()}`
    }),
  fc.constantFrom(
    '',
    '?',
    '?query',
    '?query=',
    '?query=%7B__typename%7D',
    '?query=%',
    '?query=%ff%fe',
    '?query=%00',
    '?%',
    '?&&&',
    '?variables=%7B',
    `?query=${'x'.repeat(5000)}`,
    '?query=%7B__typename%7D&variables=1',
    '?documentId',
  ),
)
const oddAccept = [
  `${responseJson}, application/json;q=0.9`,
  'application/json;q=0.5, */*;q=0.8',
  'application/*',
  ';;;,,,',
  'q=1',
  'text/html',
  'application/json;q=0',
  'application/json;q=zz',
  'multipart/mixed',
  'multipart/mixed;deferSpec=20220824, application/json',
  'application/graphql+json',
  'text/event-stream',
  'x'.repeat(2000),
]
const headers = fc
  .record(
    {
      accept: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(undefined, '*/*', 'application/json', responseJson) },
        fc.constantFrom(...oddAccept),
      ),
      'content-type': fc.oneof(
        { weight: 30, arbitrary: fc.constant('application/json') },
        fc.constantFrom(
          undefined,
          '',
          'application/json; charset=utf-8',
          'application/json; charset=utf-16',
          'application/json;x',
          'APPLICATION/JSON',
          'application/graphql',
          'application/graphql+json',
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'multipart/form-data',
          'json',
          '/',
          '\u00ff',
        ),
      ),
      'content-encoding': fc.oneof(
        { weight: 30, arbitrary: fc.constant(undefined) },
        fc.constantFrom('gzip', 'identity', 'br, gzip', ''),
      ),
      'apollo-require-preflight': fc.constantFrom(undefined, '1', ''),
      'x-apollo-operation-name': fc.constantFrom(undefined, 'A', '\u00ff'),
      'x-request-id': fc.constantFrom(undefined, 'good-request-id', '"}', 'x'.repeat(300)),
      'x-shuxiang-tenant': fc.constantFrom(undefined, undefined, 'zjlib', '../..', '__proto__'),
      'if-none-match': fc.constantFrom(undefined, '*', '"x"', 'W/"x", y'),
      expect: fc.constantFrom(undefined, undefined, undefined, undefined, '100-continue'),
    },
    { requiredKeys: [] },
  )
  .map((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  )
const requests: fc.Arbitrary<Sent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      method: fc.constant('POST'),
      search: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, searches),
      headers,
      body: bodies,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ method: fc.constant('GET'), search: searches, headers, body: fc.constant('') }),
  },
  fc.record({
    method: fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'GET'),
    search: searches,
    headers,
    body: bodies,
  }),
)

describe.each([
  ['development', {}],
  ['development, with kept answers', { cached: true }],
  ['production', { freeQueries: 'nobody', introspection: false }],
] as const)('the envelope of a request, in %s', (_, settings) => {
  let gateway: GatewayProcess
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-envelope-'))
    await mkdir(join(folder, 'search', '1.0.0'), { recursive: true })
    await writeFile(
      join(folder, 'search', '1.0.0', 'operations.json'),
      JSON.stringify({ [trustedId]: trusted }),
    )
    await writeFile(join(folder, 'search', 'current.json'), JSON.stringify({ version: '1.0.0' }))
    gateway = await startGateway({ ...settings, operationsDir: folder })
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(folder, { recursive: true })
  })

  it(`answers ${runs} random requests as GraphQL over HTTP, none with a 5xx`, async () => {
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(requests, async (sent) => {
        const received = await send(gateway, sent)
        statuses.set(received.status, (statuses.get(received.status) ?? 0) + 1)
        judge(sent, received)
      }),
      { numRuns: runs },
    )
    process.stdout.write(
      `envelope: ${[...statuses]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}\n`,
    )
  })

  it.each([
    ['an unknown name', { documentId: trustedId, operationName: 'Nothing' }],
    ['no name where there are two operations', { documentId: trustedId }],
    ['an empty name', { documentId: trustedId, operationName: '' }],
    ['the name of a fragment', { documentId: trustedId, operationName: 'constructor' }],
  ])('answers %s with 400, whatever is accepted', async (_case, body) => {
    for (const accept of ['', '*/*', 'application/json', responseJson]) {
      const { status, text } = await post(gateway, body, { accept })
      expect(status).toBe(400)
      expect(JSON.parse(text)).toMatchObject({
        errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
      })
      expect(JSON.parse(text)).not.toHaveProperty('data')
    }
  })
})

describe('a free query', () => {
  let gateway: GatewayProcess
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.stop())

  it.each([
    ['an unknown name', { query: 'query A { __typename }', operationName: 'B' }, 'no operation named "B"'],
    [
      'no name where there are two operations',
      { query: 'query A { __typename } query B { __typename }' },
      'operationName',
    ],
  ])('with %s is told what is missing', async (_, body, sentence) => {
    const { status, text } = await post(gateway, body)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        { message: expect.stringContaining(sentence), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
      ],
    })
  })

  it.each(['{ __typename } { __typename }', 'query A { __typename } { __typename }'])(
    'with an operation that no name could choose is 400, whatever is accepted: %s',
    async (query) => {
      for (const accept of ['', '*/*', 'application/json', responseJson]) {
        const { status, text } = await post(gateway, { query }, { accept })
        expect(status).toBe(400)
        expect(text).toContain('GRAPHQL_VALIDATION_FAILED')
        expect(text).toContain('anonymous operation must be the only')
      }
    },
  )

  it.each([
    ['mutation{x}', 'no mutations'],
    ['subscription{x}', 'no subscriptions'],
    ['mutation M($a: Int) { x(y: $a) { z } }', 'no mutations'],
    ['query Q { __typename } mutation M { x }', 'no mutations'],
  ])('%s is told as what it is', async (query, sentence) => {
    const { status, text } = await post(gateway, { query, operationName: 'Q' }, { accept: responseJson })
    expect(status).toBe(400)
    const { errors } = JSON.parse(text)
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(sentence),
      locations: [{}],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
  })

  it.each([
    ['twice the same parameter', 'GET', '?query={__typename}&query={__typename}', 400],
    ['variables that are no JSON', 'GET', '?query={__typename}&variables={', 400],
    ['variables that are no object', 'GET', '?query={__typename}&variables=[]', 400],
    ['an unknown name', 'GET', '?query={__typename}&operationName=A', 400],
    ['a mutation', 'GET', '?query=mutation{x}', 405],
    ['nothing', 'GET', '', 400],
    ['a query', 'GET', '?query={__typename}', 200],
    ['empty parameters beside it', 'GET', '?query={__typename}&operationName=&variables=', 200],
  ])('by GET with %s', async (_, method, search, status) => {
    const sent = { method, search, headers: { 'apollo-require-preflight': '1' }, body: '' }
    expect((await send(gateway, sent)).status).toBe(status)
  })

  it.each([
    ['compressed', { ...json, 'content-encoding': 'gzip' }, 415],
    ['in another character set', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['for a client that takes no JSON', { ...json, accept: 'text/html' }, 406],
  ])('%s is refused', async (_, headers, status) => {
    const sent = { method: 'POST', search: '', headers, body: '{"query":"{__typename}"}' }
    expect((await send(gateway, sent)).status).toBe(status)
  })

  it('takes null for what may be left out', async () => {
    const body = {
      query: '{ __typename }',
      operationName: null,
      variables: null,
      extensions: null,
      documentId: null,
    }
    expect((await post(gateway, body)).text).toBe('{"data":{"__typename":"Query"}}\n')
  })
})
