// What an attacker hands to keycloak-js, and what may be found of a session (attacks S7, S8, S18, S19 of the notes).
import { keeps, TOKEN } from '../journeys/visit.ts'
import type { ClientPage } from './client.ts'
import type { JsProbe } from './probe.ts'

const forged = 'state=4a1f6a44-0000-4000-8000-000000000000'

/** A callback that nobody asked for: how init ends, and whether a token was asked for. */
async function calledBack(client: ClientPage, hash: string): Promise<string> {
  let asked = false
  client.page.on('request', (request) => (asked ||= request.url().endsWith('/token')))
  const ended = await client.init({}, `/auth/callback${hash}`)
  return `${ended}${asked ? ', asked for tokens' : ''}`
}

/** Whether a page of the provider shows in a frame. */
async function framed({ page }: ClientPage, address: string): Promise<string> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
    return new Promise((resolve) => (frame.onload = resolve))
  }, address)
  const frame = page.frames().at(-1)
  return frame?.url().startsWith('chrome-error:') === true ? 'not shown' : 'shown'
}

const callback = (name: string, hash: string): JsProbe => ({
  name: `a callback ${name}`,
  answer: 'not signed in',
  ask: async ({ open }) => calledBack(await open(), hash),
})

export const attackProbes: readonly JsProbe[] = [
  callback('with a forged state and a code (S7)', `#${forged}&code=stolen`),
  callback(
    'with a forged state and an error',
    `#${forged}&error=server_error&error_description=%3Cscript%3E`,
  ),
  callback('of nothing but names', '#state=&code=&session_state=&iss='),
  callback('of eight thousand letters', `#state=${'x'.repeat(8000)}&code=${'y'.repeat(8000)}`),
  {
    name: 'a callback that is used a second time',
    answer: 'not signed in',
    async ask({ signedIn }) {
      let answer = ''
      const client = await signedIn(undefined, {}, ({ page }) =>
        page.on('framenavigated', (frame) => {
          if (frame.url().includes('/auth/callback#')) answer = new URL(frame.url()).hash
        }),
      )
      return answer.includes('code=') ? calledBack(await client.next(), answer) : 'no callback was seen'
    },
  },
  {
    name: 'a wrong nonce (S8)',
    answer: 'refused: Invalid nonce., nobody',
    async ask({ open, person }) {
      const client = await open()
      await client.init()
      await client.leave()
      await client.answer(person)
      // What was kept of the request is another's: its answer is not for this browser.
      await client.page.evaluate(() => {
        for (const [key, value] of Object.entries({ ...localStorage }))
          if (key.startsWith('kc-callback-'))
            localStorage.setItem(key, value.replace(/"nonce":"[^"]+"/, '"nonce":"of-another"'))
      })
      const ended = await client.start()
      return `${ended}, ${(await client.read('authenticated')) === true ? 'somebody' : 'nobody'}`
    },
  },
  {
    name: 'a client that the provider does not know, in the silent frame',
    answer: 'no end',
    async ask({ open }) {
      const client = await open()
      await client.page.goto(`${client.origin}/`)
      return client.start({ onLoad: 'check-sso' }, { within: 3_000, clientId: 'site-nobody' })
    },
  },
  {
    name: 'a scope that the client does not have, silently',
    answer: 'not signed in',
    async ask({ open }) {
      return (await open()).init({ onLoad: 'check-sso', scope: 'openid offline_access' })
    },
  },
  {
    name: 'the pages of signing in, of an error and of signing out, in a frame (S18)',
    answer: 'not shown, not shown, not shown',
    async ask({ open, tested }) {
      const client = await open({ site: 'other' })
      await client.init()
      const login = String(await client.read('createLoginUrl()'))
      const pages = [
        login,
        login.replace('client_id=site-keycloak-js', 'client_id=site-nobody'),
        `${tested.issuer}/protocol/openid-connect/logout`,
      ]
      const shown: string[] = []
      for (const address of pages) shown.push(await framed(client, address))
      return shown.join(', ')
    },
  },
  {
    name: 'where tokens are found (S19)',
    answer: 'nowhere while signed in; the address of signing out',
    async ask({ signedIn }) {
      const addresses: string[] = []
      const client = await signedIn(undefined, {}, ({ page }) =>
        page.on('request', (request) => {
          // What a Keycloak keeps in an address of the request under way begins like a token and is none.
          const address = `${request.url()} ${request.headers()['referer'] ?? ''}`
          if (TOKEN.test(address.replaceAll(/client_data=[\w-]+/g, ''))) addresses.push(request.url())
        }),
      )
      await client.read('updateToken(-1)')
      const kept = TOKEN.test(await keeps(client.page, client.context)) || addresses.length > 0
      await client.signOut()
      const after = addresses.every((address) => address.includes('/logout?')) && addresses.length > 0
      return `${kept ? 'somewhere' : 'nowhere'} while signed in; ${after ? 'the address of signing out' : `${addresses.length} addresses`}`
    },
  },
]
