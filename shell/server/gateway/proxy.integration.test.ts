import { createServer, request, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Agent } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'
import { gatewayProxy } from './proxy.ts'

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-proxy-'))
const socketPath = join(folder, 'g.sock')
const absence = { version: '0', storeKind: 'embedded', searchKind: 'embedded', identityKind: 'embedded' }
let seen: { headers: NodeJS.Dict<string | string[]>; url: string }[] = []
let gateway: Server
let agent: Agent
let shell: FixtureShell

beforeAll(async () => {
  gateway = createServer((incoming, answer) => {
    seen.push({ headers: incoming.headers, url: incoming.url ?? '' })
    incoming.resume().on('end', () => {
      answer.writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'secret=1',
        server: 'inner',
        etag: '"1"',
      })
      answer.end(JSON.stringify({ data: 'x'.repeat(5_000) }))
    })
  })
  agent = new Agent({ connect: { socketPath } })
  shell = await startFixtureShell({ proxy: gatewayProxy(agent, absence) })
})
afterAll(async () => {
  await shell.close()
  await agent.destroy()
  gateway.close()
  rmSync(folder, { recursive: true })
})

function ask(
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
  method = body === undefined ? 'GET' : 'POST',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const message = request(
      {
        host: '127.0.0.1',
        port: shell.port,
        path,
        method,
        headers: { host: `localhost:${shell.port}`, ...headers },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    message.on('error', reject)
    message.end(body)
  })
}

describe('without a gateway', () => {
  it('operations are refused for a moment, in the shape of GraphQL', async () => {
    const answer = await ask('/graphql', { 'content-type': 'application/json' }, '{}')
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('1')
    expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('GATEWAY_UNAVAILABLE')
    expect(answer.text).not.toContain(folder)
  })
  it('readiness has the shape of readiness, and the shell itself lives', async () => {
    const ready = await ask('/health/ready')
    expect(ready.status).toBe(503)
    expect(JSON.parse(ready.text)).toEqual({
      status: 'starting',
      version: '0',
      store: { kind: 'embedded' },
      search: { kind: 'embedded', state: 'unavailable', records: 0, rebuilding: null },
      identity: { kind: 'embedded' },
      importing: null,
      preparing: null,
    })
    expect((await ask('/health/live')).status).toBe(200)
  })
})

describe('with a gateway', () => {
  beforeAll(() => new Promise<void>((listening) => gateway.listen(socketPath, listening)))

  it('passes on what is known and nothing else, both ways', async () => {
    seen = []
    const answer = await ask(
      '/graphql?x=1',
      {
        'content-type': 'application/json',
        cookie: 'sx_mode=dark',
        'x-forwarded-for': '1.2.3.4',
        'x-shuxiang-tenant': 'ndl',
        'x-request-id': 'abcdefgh-1',
      },
      '{}',
    )
    expect(answer.status).toBe(200)
    expect(seen[0]?.url).toBe('/graphql?x=1')
    expect(seen[0]?.headers['x-request-id']).toBe('abcdefgh-1')
    expect(seen[0]?.headers['cookie']).toBeUndefined()
    expect(seen[0]?.headers['x-forwarded-for']).toBeUndefined()
    // A reader does not choose for which library's site the gateway answers.
    expect(seen[0]?.headers['x-shuxiang-tenant']).toBeUndefined()
    expect(answer.headers['etag']).toBe('"1"')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['server']).toBeUndefined()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
  it('compresses for those who accept it', async () => {
    const answer = await ask(
      '/graphql',
      { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
      '{}',
    )
    expect(answer.headers['content-encoding']).toBe('gzip')
  })
  it('refuses a body beyond 64 KB with or without its length, and goes on serving', async () => {
    const large = 'x'.repeat(70_000)
    expect((await ask('/graphql', {}, large)).status).toBe(413)
    const chunked = await ask('/graphql', { 'transfer-encoding': 'chunked' }, large).catch(() => ({
      status: 413,
    }))
    expect(chunked.status).toBe(413)
    expect((await ask('/graphql', {}, '{}')).status).toBe(200)
  })
  it('refuses other methods in the shape of GraphQL, without asking', async () => {
    seen = []
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const answer = await ask('/graphql?query={__typename}', {}, '', method)
      expect(answer.status).toBe(405)
      expect(answer.headers['allow']).toContain('POST')
      expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED')
    }
    expect(seen).toEqual([])
  })
  it('takes whatever a client sends without failing', async () => {
    const header = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
    const headers = fc.record({
      'content-type': header('application/json', 'text/plain', '', '\u00ff', 'x'.repeat(4000)),
      'content-encoding': header('gzip', ''),
      accept: header('*/*', 'application/json', ';,', '\u00ff\u00fe'),
      'x-apollo-operation-name': header('A', '\u00ff'),
      authorization: header('', 'Bearer x', '\t'),
      'if-none-match': header('*', '"x"'),
    })
    const path = fc
      .oneof(fc.string({ unit: 'binary-ascii', maxLength: 30 }), fc.webQueryParameters())
      .map((query) => `/graphql?${encodeURI(query)}`)
    const body = fc.option(fc.uint8Array({ maxLength: 60 }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(path, headers, body, async (address, given, bytes) => {
        const kept = Object.entries(given).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        )
        const answer = await ask(address, Object.fromEntries(kept), bytes && Buffer.from(bytes))
        expect(answer.status).toBeLessThan(500)
        expect(answer.headers['content-type']).toContain('application/json')
        JSON.parse(answer.text)
      }),
      { numRuns: 300 },
    )
  })
  it('makes a request id of its own for one that could hurt a log', async () => {
    seen = []
    await ask('/graphql', { 'x-request-id': 'a\tb"}{"level":60' }, '{}')
    expect(seen[0]?.headers['x-request-id']).toMatch(/^[\w-]{36}$/)
  })
})
