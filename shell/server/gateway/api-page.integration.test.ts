import { request } from 'node:http'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiExample } from '../operations.generated.ts'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'
import type { GatewayClient } from '@shuxiang/gateway-client'

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
let bodies: unknown[] = []
let away = false
const client: GatewayClient = {
  ask: async () => ({ data: null, errors: [] }),
  async run(body) {
    bodies.push(body)
    if (away) throw new GqlUnavailable('gone', true)
    return { data: { search: { totalCount: 7, note: '</code><script>' } } }
  },
}

function opened(
  shell: FixtureShell,
  path: string,
  headers: Record<string, string> = browser,
  method = 'GET',
): Promise<{ status: number; type: string; policy: string; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${shell.origin}${path}`, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers
        resolve({ status: response.statusCode ?? 0, type, policy: String(policy), text })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe.each([true, false])('a browser at /graphql, free queries taken: %s', (freeQueries) => {
  let shell: FixtureShell
  beforeAll(async () => {
    shell = await startFixtureShell({
      client,
      freeQueries,
      proxy: async ({ response }) => void response.end('{"proxied":true}'),
    })
  })
  afterAll(() => shell.close())
  const example = freeQueries
    ? `?query=${encodeURIComponent(ApiExample.text)}`
    : `?documentId=${encodeURIComponent(ApiExample.id)}`
  const pressed = { ...browser, 'sec-fetch-site': 'same-origin' }

  it('gets a page that says what it is, in both languages, with one example', async () => {
    const chinese = await opened(shell, '/graphql', { ...browser, 'accept-language': 'zh-CN' })
    expect(chinese.status).toBe(200)
    expect(chinese.type).toBe('text/html; charset=utf-8')
    expect(chinese.policy).toMatch(/default-src 'none'; script-src 'nonce-/)
    expect(chinese.text).toContain('<h1 tabindex="-1">数据接口</h1>')
    expect(chinese.text).toContain(freeQueries ? '任意查询' : '只回答已安装的查询')
    expect(chinese.text).toContain(freeQueries ? 'query ApiExample' : ApiExample.id)
    const english = await opened(shell, '/graphql', { ...browser, 'accept-language': 'en' })
    expect(english.text).toContain('Data interface')
    expect(english.text).toContain(freeQueries ? 'any query may be sent' : 'installed queries only')
    expect(english.text).toContain('/health/ready')
  })

  it('runs the example when its form is sent, without a script', async () => {
    bodies = []
    const { text } = await opened(shell, `/graphql${example}`, pressed)
    expect(bodies).toEqual([freeQueries ? { query: ApiExample.text } : { documentId: ApiExample.id }])
    expect(text).toContain('&quot;totalCount&quot;: 7')
    expect(text).not.toContain('</code><script>')
  })

  it.each([
    ['another site', { ...browser, 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', browser],
  ])('does not run what comes from %s', async (_, headers) => {
    bodies = []
    const { status, text } = await opened(shell, `/graphql${example}`, headers)
    expect(status).toBe(200)
    expect(text).toContain('role="status"')
    expect(bodies).toEqual([])
  })

  it('says so when the gateway does not answer', async () => {
    away = true
    expect((await opened(shell, `/graphql${example}`, pressed)).status).toBe(503)
    away = false
  })

  it.each([
    ['JSON', { accept: 'application/json' }],
    ['anything', { accept: '*/*' }],
    ['both', { accept: 'application/graphql-response+json, text/html' }],
  ])('leaves programs that take %s to the interface', async (_, headers) => {
    expect((await opened(shell, '/graphql', headers)).text).toBe('{"proxied":true}')
  })

  it('answers HEAD like GET, without a body', async () => {
    const { status, type, text } = await opened(shell, '/graphql', browser, 'HEAD')
    expect([status, type, text]).toEqual([200, 'text/html; charset=utf-8', ''])
  })
})

describe('the address of a query', () => {
  it('takes no query of others where only installed documents are answered', async () => {
    const shell = await startFixtureShell({ client, freeQueries: false })
    bodies = []
    await opened(shell, '/graphql?query={__typename}', { ...browser, 'sec-fetch-site': 'same-origin' })
    await opened(shell, '/graphql?documentId=sha256:0', { ...browser, 'sec-fetch-site': 'same-origin' })
    expect(bodies).toEqual([])
    await shell.close()
  })
  it('shows markup in it as text', async () => {
    const shell = await startFixtureShell({ client })
    const { text } = await opened(shell, `/graphql?query=${encodeURIComponent('</textarea><script>x')}`)
    expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;x</textarea>')
    await shell.close()
  })
})
