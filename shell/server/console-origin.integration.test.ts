// Portal and console on origins of their own: each answers for itself only.
import { request } from 'node:http'
import { MockAgent } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatewayProxy } from './gateway/proxy.ts'
import { startFixtureShell, type FixtureShell } from './testing/fixture-shell.ts'

const provider = 'http://identity.test'
const gateway = new MockAgent()
gateway.disableNetConnect()
let shell: FixtureShell
beforeAll(async () => {
  const absence = { version: '0', storeKind: 'embedded', searchKind: 'embedded', identityKind: 'embedded' }
  shell = await startFixtureShell(
    {
      consoleOrigin: 'http://console.test',
      identity: { url: provider, realm: 'ndl' },
      proxy: gatewayProxy(gateway, absence),
    },
    ['calm', 'desk', 'guest'],
  )
})
afterAll(async () => {
  await shell.close()
  await gateway.close()
})

interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly policy: string
  readonly text: string
}

/** fetch would not say another Host. */
function ask(
  host: 'portal.test' | 'console.test',
  path: string,
  more: { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { method = 'GET', body, headers = {} } = more
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: shell.port, path, method }
    const message = request(
      { ...options, headers: { host, 'accept-language': 'en', ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            policy: String(response.headers['content-security-policy']),
            text,
          }),
        )
      },
    )
    message.on('error', reject)
    message.end(body)
  })
}
const settingsIn = (html: string): Record<string, unknown> =>
  JSON.parse(/id="page-settings">([^<]*)</.exec(html)?.[1] ?? '{}')

describe('the console', () => {
  it('answers on its own host, as its own origin and signing in there', async () => {
    const { status, policy, text } = await ask('console.test', '/desk?x=1')
    expect(status).toBe(200)
    expect(text).toContain('<h1>Desk</h1>')
    expect(policy).toContain(
      `frame-src http://console.test/_embed/ ${provider} http://console.test/auth/silent`,
    )
    expect(policy).not.toContain('portal.test')
    expect(settingsIn(text)).toMatchObject({ origin: 'http://console.test', signIn: 'staff' })
  })

  it('knows what the portal’s microfrontends offer for pages, as the portal does', async () => {
    const [here, there] = [await ask('console.test', '/_offers'), await ask('portal.test', '/_offers')]
    expect([here.status, here.text]).toEqual([200, there.text])
    expect(JSON.parse(here.text).offers).toHaveLength(3)
  })

  it('is nowhere on the portal, which leads to it', async () => {
    expect(await ask('portal.test', '/desk?x=1')).toMatchObject({
      status: 307,
      location: 'http://console.test/desk?x=1',
    })
    const { text } = await ask('portal.test', '/calm')
    expect(text).not.toMatch(/desk/i)
    expect(settingsIn(text)).toMatchObject({ origin: 'http://portal.test', signIn: 'reader' })
  })

  it('has no page of the portal, and leads there; its first page is the address alone', async () => {
    for (const path of ['/calm/a?b=%2F', '/nothing-here', '/sitemap.xml', '/_fragment?path=%2F'])
      expect(await ask('console.test', path)).toMatchObject({
        status: 307,
        location: `http://portal.test${path}`,
      })
    expect(await ask('console.test', '/')).toMatchObject({ status: 307, location: '/console' })
    const settings = settingsIn((await ask('console.test', '/desk')).text)
    expect(JSON.stringify(settings['microfrontends'])).not.toContain('calm')
    expect(settings['documents']).toEqual([])
  })

  it('leads to no other host, whatever the path says', async () => {
    for (const path of ['//evil.example/a', '/\\evil.example', '/%2F%2Fevil.example'])
      expect((await ask('console.test', path)).location ?? 'http://portal.test/').toMatch(
        /^(\/console$|http:\/\/portal\.test\/)/,
      )
  })

  it.each(['/auth/sign-in?to=%2Fdesk', '/auth/callback', '/auth/signed-out', '/auth/silent'])(
    'has %s of its own, for staff',
    async (path) => {
      const { status, text } = await ask('console.test', path)
      expect(status).toBe(200)
      if (path !== '/auth/silent') expect(settingsIn(text)['signIn']).toBe('staff')
    },
  )

  it('takes nothing by other methods, and shows no crawler anything', async () => {
    expect((await ask('console.test', '/desk', { method: 'POST', body: 'x' })).status).toBe(405)
    expect(
      (await ask('console.test', '/auth/backchannel-logout', { method: 'POST', body: 'x' })).status,
    ).toBe(405)
    expect((await ask('console.test', '/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
  })
})

it.each(['portal', 'console'] as const)(
  'the gateway is told that a request came from the %s',
  async (place) => {
    const told: unknown[] = []
    gateway
      .get('http://gateway')
      .intercept({ path: '/graphql', method: 'POST' })
      .reply(200, ({ headers }) => {
        told.push(new Map(Object.entries(headers ?? {})).get('x-shuxiang-place'))
        return '{}'
      })
    const headers = { 'content-type': 'application/json', 'x-shuxiang-place': 'console' }
    await ask(`${place}.test`, '/graphql', { method: 'POST', body: '{}', headers })
    expect(told).toEqual([place])
  },
)
