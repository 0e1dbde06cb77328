// The gateway alone: any supergraph, plain HTTP subgraphs, free queries and introspection.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose } from './supergraph/compose.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'
const file = fileURLToPath(new URL('./standalone.ts', import.meta.url))
const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

describe('the gateway alone', () => {
  let folder: string
  let subgraph: Server
  let gateway: ChildProcess
  let url = ''
  const ask = async (query: string): Promise<unknown> => {
    const body = JSON.stringify({ query })
    return (
      await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    ).json()
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standalone-'))
    subgraph = createServer((request, response) => {
      request.resume()
      const errors = [{ message: 'no such place', path: ['wrong'], extensions: { code: 'OWN_CODE' } }]
      response.end(JSON.stringify({ data: { n: 7, wrong: null }, errors }))
    })
    subgraph.listen(0, '127.0.0.1')
    await once(subgraph, 'listening')
    const address = subgraph.address()
    const place = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`
    const sdl = await compose([{ name: 'a', sdl: `${link} type Query { n: Int wrong: Int }` }])
    await writeFile(join(folder, 'supergraph.graphql'), sdl.replace('url: ""', `url: "${place}"`))
    gateway = run('--supergraph', join(folder, 'supergraph.graphql'), '--port', '0')
    const lines = createInterface({ input: gateway.stdout ?? process.stdin })
    for await (const line of lines) {
      const { msg, address: at } = JSON.parse(line)
      if (msg !== 'gateway ready') continue
      url = String(at)
      break
    }
  })
  afterAll(async () => {
    const ended = once(gateway, 'exit')
    gateway.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    subgraph.close()
    await rm(folder, { recursive: true })
  })

  it('asks the subgraph and passes its errors on', async () => {
    expect(await ask('{ n wrong }')).toEqual({
      data: { n: 7, wrong: null },
      errors: [
        expect.objectContaining({
          message: 'no such place',
          path: ['wrong'],
          extensions: { code: 'OWN_CODE', serviceName: 'a' },
        }),
      ],
    })
  })

  it('answers introspection, alone and beside data', async () => {
    expect(
      await ask('{ __schema { queryType { name } } __type(name: "Query") { fields { name } } }'),
    ).toEqual({
      data: {
        __schema: { queryType: { name: 'Query' } },
        __type: { fields: [{ name: 'n' }, { name: 'wrong' }] },
      },
    })
    expect(await ask('{ __type(name: "Nothing") { name } n }')).toMatchObject({
      data: { __type: null, n: 7 },
    })
  })
})

describe('the command line', () => {
  it.each([
    ['no file', [], 'Usage'],
    ['a port that is none', ['--supergraph', 'x', '--port', '99999'], 'Usage'],
    ['an unknown option', ['--supergrph', 'x'], 'Usage'],
    ['a file that is not there', ['--supergraph', '/nowhere/x', '--port', '0'], 'cannot be read'],
    ['a file that is no supergraph', ['--supergraph', file, '--port', '0'], 'no GraphQL'],
  ])('with %s says what to do', async (_, args, sentence) => {
    const child = run(...args)
    let text = ''
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const [code] = await once(child, 'exit')
    expect(code).not.toBe(0)
    expect(text).toContain(sentence)
    expect(text).not.toContain('    at ')
  })
})
