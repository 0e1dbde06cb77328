/** Dead links are found by asking real servers; nobody inside is asked, however the name or the turn is dressed up. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { deadLinks, isPublicAddress, mostLinks, type DeadLinksOptions } from './index.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine and what it was asked. */
async function serving(answer: RequestListener): Promise<{ port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return { port: address.port, asked }
}

const here = async (): Promise<readonly string[]> => ['127.0.0.1']
/** Lets the server of the test count as public, and nothing else. */
const open = (port: number): DeadLinksOptions => ({
  resolve: here,
  mayAsk: (address, at) => address === '127.0.0.1' && at === port,
})

describe('what answers', () => {
  test('a page that is there is alive, one that is gone is dead with its status', async () => {
    const { port, asked } = await serving(({ url }, response) => {
      response.statusCode = url === '/there' ? 200 : 404
      response.end()
    })
    const at = (path: string): string => `http://site.example:${port}${path}`
    const found = await deadLinks([at('/there'), at('/gone'), at('/there#part')], open(port))
    expect(found).toEqual({
      dead: [{ address: at('/gone'), because: { is: 'status', status: 404 } }],
      answered: [at('/there')],
      asked: 2,
      leftOut: 0,
    })
    expect(asked.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
      'GET /gone',
      'HEAD /gone',
      'HEAD /there',
    ])
    expect(asked[0]?.headers).toMatchObject({ host: `site.example:${port}` })
    expect(asked[0]?.headers).not.toHaveProperty('cookie')
  })

  test('a server that knows no HEAD is asked by GET, one that refuses programs is alive', async () => {
    const { port } = await serving(({ method, url }, response) => {
      response.statusCode = url === '/wary' ? 403 : method === 'HEAD' ? 501 : 200
      response.end('x')
    })
    const found = await deadLinks(
      [`http://site.example:${port}/`, `http://site.example:${port}/wary`],
      open(port),
    )
    expect(found.dead).toEqual([])
  })

  test('a server that drops HEAD without an answer is asked by GET', async () => {
    const { port, asked } = await serving(({ method }, response) => {
      if (method === 'HEAD') response.destroy()
      else response.end('x')
    })
    expect((await deadLinks([`http://site.example:${port}/`], open(port))).dead).toEqual([])
    expect(asked.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
  })

  test('one host is asked two questions at a time, so that a slow one holds up nobody else', async () => {
    const held: (() => void)[] = []
    let quick = 0
    const { port } = await serving(({ headers }, response) => {
      if (headers.host?.startsWith('slow.')) return void held.push(() => void response.end())
      response.end()
      quick++
      // Only now does the slow one answer what it was asked, and whatever else it is asked then.
      if (quick === 20) {
        expect(held.length).toBe(2)
        for (const answer of held.splice(0)) answer()
        held.push = (answer) => (answer?.(), 0)
      }
    })
    const at = (host: string): string[] =>
      Array.from({ length: 20 }, (_, n) => `http://${host}.example:${port}/${n}`)
    const found = await deadLinks([...at('slow'), ...at('quick')], open(port))
    expect(found).toMatchObject({ dead: [], asked: 40, leftOut: 0 })
  })

  test('the end comes to questions under way, and what they would have said is left out', async () => {
    const ending = new AbortController()
    const { port, asked } = await serving(() => ending.abort())
    const found = await deadLinks([`http://site.example:${port}/`], {
      ...open(port),
      patience: 60_000,
      signal: ending.signal,
    })
    expect(found).toEqual({ dead: [], answered: [], asked: 0, leftOut: 1 })
    expect(asked.map(({ method }) => method)).toEqual(['HEAD'])
  })

  test('turns are followed, but not for ever', async () => {
    const { port, asked } = await serving(({ url }, response) => {
      const location = url === '/moved' ? '/new' : url === '/circle' ? '/circle' : undefined
      response.writeHead(location ? 302 : 200, location ? { location } : {})
      response.end()
    })
    const found = await deadLinks(
      [`http://site.example:${port}/moved`, `http://site.example:${port}/circle`],
      open(port),
    )
    expect(found.dead).toEqual([{ address: `http://site.example:${port}/circle`, because: { is: 'turns' } }])
    expect(asked.length).toBeLessThan(10)
  })

  test('a server that says nothing is away after the time it has', async () => {
    const { port } = await serving(() => {})
    const found = await deadLinks([`http://site.example:${port}/`], { ...open(port), patience: 50 })
    expect(found.dead[0]?.because).toEqual({ is: 'away' })
  })

  test('an answer without end is not read', async () => {
    let sent = 0
    const { port } = await serving(({ method }, response) => {
      response.statusCode = method === 'HEAD' ? 405 : 200
      if (method === 'HEAD') return void response.end()
      const more = (): void => {
        if (response.destroyed) return
        sent += 65_536
        response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      more()
    })
    expect((await deadLinks([`http://site.example:${port}/`], open(port))).dead).toEqual([])
    expect(sent).toBeLessThan(10_000_000)
  })

  test('a name that nobody has, and a resolver that never answers, are away', async () => {
    const refused = await deadLinks(['http://nobody.example/'], {
      resolve: () => Promise.reject(new Error('ENOTFOUND')),
    })
    expect(refused.dead[0]?.because).toEqual({ is: 'away' })
    const silent = await deadLinks(['http://nobody.example/'], {
      resolve: () => new Promise(() => {}),
      patience: 20,
    })
    expect(silent.dead[0]?.because).toEqual({ is: 'away' })
  })

  test('what is no address of another site is not asked', async () => {
    const asked: string[] = []
    const found = await deadLinks(
      [
        '/visit',
        '#a',
        'mailto:a@example.org',
        'tel:1',
        'ftp://a.example/',
        'javascript:1',
        '//a.example',
        '',
      ],
      {
        resolve: async (host) => {
          asked.push(host)
          return []
        },
      },
    )
    expect([found.asked, asked]).toEqual([0, []])
  })

  test('beyond a number, and after the end, addresses are told as left out', async () => {
    const many = Array.from({ length: mostLinks + 3 }, (_, n) => `http://a.example/${n}`)
    const none = async (): Promise<readonly string[]> => []
    expect(await deadLinks(many, { resolve: none })).toMatchObject({ asked: mostLinks, leftOut: 3 })
    expect(await deadLinks(many, { resolve: none, signal: AbortSignal.abort() })).toMatchObject({ asked: 0 })
  })
})

describe('what is inside', () => {
  test.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254'],
    ...[
      '100.64.0.1',
      '100.100.100.200',
      '198.18.0.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
    ],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::7f00:1',
      '2002:7f00:1::',
      '2001:0:1::1',
    ],
    ...['localhost', '127.1', '0x7f000001', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  test.each([
    '8.8.8.8',
    '114.114.114.114',
    '172.32.0.1',
    '100.128.0.1',
    '2400:3200::1',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  /** The guard as it is in the product, but for the port, which a test cannot choose. */
  const guarded = { mayAsk: isPublicAddress }

  test.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', '017700000001', '[::1]', '[::ffff:127.0.0.1]'])(
    'the address http://%s/ is not asked',
    async (host) => {
      const { port, asked } = await serving((_, response) => response.end())
      const found = await deadLinks([`http://${host}:${port}/`], guarded)
      expect(found.dead[0]?.because).toEqual({ is: 'closed' })
      expect(asked).toEqual([])
    },
  )

  test('a name that leads inside is not asked, nor one that does so among others', async () => {
    const { port, asked } = await serving((_, response) => response.end())
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1']]) {
      const found = await deadLinks([`http://inside.example:${port}/`], {
        ...guarded,
        resolve: async () => addresses,
      })
      expect(found.dead[0]?.because).toEqual({ is: 'closed' })
    }
    expect(asked).toEqual([])
  })

  test('a turn that leads inside is not taken, to another scheme neither', async () => {
    const inner = await serving((_, response) => response.end('secret'))
    for (const location of [
      `http://127.0.0.1:${inner.port}/`,
      `http://inside.example:${inner.port}/`,
      'file:///etc/passwd',
      'http://a:b@example.org/',
    ]) {
      const outer = await serving((_, response) => {
        response.writeHead(302, { location })
        response.end()
      })
      const found = await deadLinks([`http://outside.example:${outer.port}/`], {
        resolve: here,
        mayAsk: (_, port) => port === outer.port,
      })
      expect(found.dead[0]?.because).toEqual({ is: 'closed' })
    }
    expect(inner.asked).toEqual([])
  })

  test('a name is looked up once a question: what it turns to afterwards is not asked', async () => {
    const { port, asked } = await serving((_, response) => response.end())
    let lookups = 0
    const found = await deadLinks([`http://turning.example:${port}/`], {
      ...guarded,
      // Public when it is looked at, inside when it is connected to.
      resolve: async () => [lookups++ === 0 ? '203.0.113.9' : '127.0.0.1'],
      mayAsk: (address) => address === '203.0.113.9' || isPublicAddress(address),
      patience: 300,
    })
    expect(lookups).toBe(1)
    expect(found.dead[0]?.because).toEqual({ is: 'away' })
    expect(asked).toEqual([])
  })

  test('other ports than those of the web are closed', async () => {
    const ports = [22, 6379, 8080]
    const found = await deadLinks(
      ports.map((port) => `http://a.example:${port}/`),
      { resolve: async () => ['8.8.8.8'] },
    )
    expect(found.dead.map(({ because }) => because)).toEqual(ports.map(() => ({ is: 'closed' })))
  })
})
