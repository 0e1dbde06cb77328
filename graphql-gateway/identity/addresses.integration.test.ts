// Addresses in what the provider answers are its own, whatever a request calls it, and lead where they say.
import { request } from 'node:http'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveIdentity, type TestIdentity } from './testing/identity.ts'

let store: TestStore
let served: TestIdentity
beforeAll(async () => {
  store = await openTestStore()
  served = await serveIdentity({ db: store.db('addresses') })
})
afterAll(async () => {
  await served.close()
  await store.close()
})

/** What is answered to a request with these headers: its head and its body as one text. */
function answered(path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(`${served.issuer}${path}`, { headers }, (response) => {
      let text = JSON.stringify(response.headers)
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve(text))
    })
    asked.on('error', reject).end()
  })
}

it.each([
  ['Host', { host: 'evil.example' }],
  ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' }],
])('no address is made of the header %s', async (_, headers) => {
  const { origin } = served
  for (const path of [
    '/.well-known/openid-configuration',
    '/protocol/openid-connect/logout?state=x',
    '/protocol/openid-connect/auth?client_id=nobody',
  ]) {
    const text = await answered(path, headers)
    expect(text).not.toMatch(/evil\.example|gopher/)
    if (path.startsWith('/.well-known'))
      expect(text).toContain(`"token_endpoint":"${origin}/realms/ndl/protocol/openid-connect/token"`)
  }
})

it('a page of the protocol is there in the other language', async () => {
  const page = await fetch(`${served.issuer}/protocol/openid-connect/auth?client_id=nobody`)
  const [, path = ''] = /href="([^"]*kc_locale=en)"/.exec(await page.text()) ?? []
  const other = await fetch(new URL(path.replaceAll('&amp;', '&'), served.origin))
  expect(other.status).toBe(page.status)
  expect(other.headers.get('content-language')).toBe('en')
})
