// Sessions as keycloak-js sees them: begun, found again, refreshed, raised, ended; with cookies of other sites and without.
import { makePerson } from '@shuxiang/identity/contract'
import type { JsProbe } from './probe.ts'

/** The plans of OpenID that keycloak-js can walk, and what our shell relies on. */
export const sessionProbes: readonly JsProbe[] = [
  {
    name: 'a silent check of a browser that knows nobody',
    answer: 'not signed in, still there',
    async ask({ open }) {
      const client = await open()
      const ended = await client.init({ onLoad: 'check-sso' })
      return `${ended}, ${client.page.url() === `${client.origin}/` ? 'still there' : 'led away'}`
    },
  },
  {
    name: 'signing in: what is asked, what init says, and what the tokens say',
    answer: 'name password, signed in, onAuthSuccess, Bearer site-keycloak-js 1, clean address',
    async ask({ open, person }) {
      const client = await open()
      await client.init()
      const asked = await client.leave()
      await client.answer(person)
      const ended = await client.start()
      const claims = await client.read(
        'tokenParsed.typ + " " + keycloak.tokenParsed.azp + " " + keycloak.tokenParsed.acr',
      )
      const clean = client.page.url() === `${client.origin}/auth/callback`
      return `${asked}, ${ended}, ${await client.heard()}, ${claims}, ${clean ? 'clean' : 'unclean'} address`
    },
  },
  {
    name: 'a silent check of another page of that browser, then a press',
    answer: 'signed in, back, signed in',
    async ask({ signedIn }) {
      const next = await (await signedIn()).next()
      const silent = await next.init({ onLoad: 'check-sso' })
      return `${silent}, ${await next.leave()}, ${await next.start()}`
    },
  },
  {
    name: 'a refresh, and three at once',
    answer: 'true, another token, true true true',
    async ask({ signedIn }) {
      const client = await signedIn()
      const before = await client.read('refreshToken')
      const once = await client.read('updateToken(-1)')
      const after = await client.read('refreshToken')
      const three = await client.read(
        'updateToken(-1) && Promise.all([1, 2, 3].map(() => keycloak.updateToken(-1))).then((all) => all.join(" "))',
      )
      return `${once}, ${before === after ? 'the same token' : 'another token'}, ${three}`
    },
  },
  {
    name: 'two pages that refresh at once',
    answer: 'true true',
    async ask({ signedIn }) {
      const one = await signedIn()
      const other = await one.next()
      await other.init({ onLoad: 'check-sso' })
      return (await Promise.all([one, other].map((page) => page.read('updateToken(-1)')))).join(' ')
    },
  },
  {
    name: 'a refresh token that was used: the page is signed out',
    answer: 'refused, onAuthSuccess onAuthRefreshSuccess onAuthLogout onAuthRefreshError, false',
    async ask({ signedIn }) {
      const client = await signedIn()
      const ended = await client.read(
        '{ const used = keycloak.refreshToken; await keycloak.updateToken(-1); keycloak.refreshToken = used; return keycloak.updateToken(-1).then(() => "refreshed", () => "refused") }',
      )
      return `${ended}, ${await client.heard()}, ${await client.read('authenticated')}`
    },
  },
  {
    name: 'signing out, and what another page learns at its next refresh',
    answer: 'signed out, refused, onAuthSuccess onAuthLogout onAuthRefreshError; then not signed in',
    async ask({ signedIn }) {
      const client = await signedIn()
      const other = await client.next()
      await other.init({ onLoad: 'check-sso' })
      await client.signOut()
      const out = client.page.url().startsWith(`${client.origin}/auth/signed-out`)
        ? 'signed out'
        : client.page.url()
      const ended = await other.read('updateToken(-1).then(() => "refreshed", () => "refused")')
      const heard = await other.heard()
      return `${out}, ${ended}, ${heard}; then ${await client.init({ onLoad: 'check-sso' })}`
    },
  },
  {
    name: 'signing out, and what the session frame of another page learns by itself',
    answer: 'signed in, onAuthLogout',
    async ask({ signedIn }) {
      const client = await signedIn()
      const other = await client.next()
      const ended = await other.init({
        onLoad: 'check-sso',
        checkLoginIframe: true,
        checkLoginIframeInterval: 1,
      })
      await client.signOut()
      await other.page.waitForFunction('heard.includes("onAuthLogout")', null, { timeout: 10_000 })
      return `${ended}, onAuthLogout`
    },
  },
  {
    name: 'stepping up: silently, then by code alone',
    answer: 'not signed in, code, signed in, 2 2',
    async ask({ tested, signedIn }) {
      const person = await makePerson(tested, { device: true })
      const client = await signedIn(person)
      await client.leave({ acrValues: '2', prompt: 'none' })
      const silent = await client.start()
      const asked = await client.leave({ acrValues: '2' })
      await client.answer(person)
      const ended = await client.start()
      const level = await client.read('tokenParsed.acr + " " + keycloak.idTokenParsed.acr')
      return `${silent}, ${asked}, ${ended}, ${level}`
    },
  },
  {
    name: 'a sign-in that asks again, and one that is too old',
    answer: {
      embedded: 'name password, name password',
      keycloak: 'password, password',
      why: 'Keycloak shows the name of who is signed in and asks for the password only; ours lets another card be used',
    },
    async ask({ signedIn }) {
      const client = await signedIn()
      const at = Number(await client.read('idTokenParsed.auth_time'))
      const again = await client.leave({ prompt: 'login' })
      await client.init()
      // Providers count whole seconds.
      await client.page.waitForFunction((since) => Date.now() / 1000 > since + 3, at)
      return `${again}, ${await client.leave({ maxAge: 1 })}`
    },
  },
  {
    name: 'a language that is asked for',
    answer: 'en zh-CN',
    async ask({ open }) {
      const client = await open()
      const spoken: (string | null)[] = []
      for (const locale of ['en', 'zh-CN']) {
        await client.init()
        await client.leave({ locale })
        spoken.push(await client.page.locator('html').getAttribute('lang'))
      }
      return spoken.join(' ')
    },
  },
  {
    name: 'what keycloak-js reads of the person',
    answer: 'age_band home_library name preferred_username sub',
    async ask({ signedIn, tested }) {
      const attributes = { display_name: ['林晚晴'], home_library: ['n330110'], age_band: ['adult'] }
      const client = await signedIn(await makePerson(tested, { attributes }))
      return String(await client.read('loadUserInfo().then((info) => Object.keys(info).sort().join(" "))'))
    },
  },
  {
    name: 'registering',
    answer: {
      embedded: 'a card and its code',
      keycloak: 'nobody',
      why: 'accounts come from cards: ours leads to the page that activates one, which beside a Keycloak has an address of its own',
    },
    async ask({ open }) {
      const client = await open()
      await client.init()
      await client.page.goto(String(await client.read('createRegisterUrl()')))
      if ((await client.page.locator('#activation').count()) > 0) return 'a card and its code'
      return (await client.page.locator('input').count()) > 0 ? 'anybody' : 'nobody'
    },
  },
  {
    name: 'a page of another site, cookies of other sites allowed',
    answer: 'signed in',
    async ask({ signedIn }) {
      const next = await (await signedIn(undefined, { site: 'other' })).next()
      return next.init({ onLoad: 'check-sso' })
    },
  },
  {
    name: 'a page of another site, cookies of other sites blocked: silently, by a redirect, by a press',
    answer: 'not signed in, led away and back: signed in, back, signed in',
    async ask({ signedIn }) {
      const next = await (await signedIn(undefined, { site: 'other', blocked: true })).next()
      const silent = await next.init({ onLoad: 'check-sso' })
      const led = next.page.waitForURL(/[#&]state=/)
      await next.page.goto(`${next.origin}/`)
      await Promise.all([
        led,
        next.start({ onLoad: 'check-sso', silentCheckSsoFallback: true }).catch(() => null),
      ])
      await next.page.waitForLoadState()
      const redirected = await next.start()
      await next.init()
      return `${silent}, led away and back: ${redirected}, ${await next.leave()}, ${await next.start()}`
    },
  },
]
