// keycloak-js, unchanged and without anything of ours, as a client of a provider: each question has one short answer.
import { expectedOf, makePerson, makeSite, type Tested } from '@shuxiang/identity/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { attackProbes } from './attacks.ts'
import { CLIENT, clientBrowser } from './client.ts'
import type { JsAsked } from './probe.ts'
import { serveClient, type Served } from './served.ts'
import { sessionProbes } from './sessions.ts'

/** `site`: whoever may make a client whose address is in clear text on this machine. */
export function keycloakJsSuite(tested: Tested, site: Tested['admin'] = tested.admin): void {
  describe('unchanged keycloak-js', () => {
    let served: Served
    let browser: Browser
    let asked: JsAsked
    beforeAll(async () => {
      served = await serveClient()
      browser = await launch()
      const { hostname } = new URL(tested.issuer)
      const of = (host: string): string => `http://${host}:${served.port}`
      const sites = { same: of(hostname), other: of(hostname === 'localhost' ? '127.0.0.1' : 'localhost') }
      await makeSite({ admin: site }, CLIENT.replace('site-', ''), Object.values(sites))
      const own = clientBrowser(browser, tested, sites)
      const person = await makePerson(tested)
      asked = {
        ...own,
        person,
        async signedIn(who = person, options = {}, before = () => {}) {
          const client = await own.open(options)
          await before(client)
          const ended = await client.signIn(who)
          if (ended !== 'signed in') throw new Error(`signing in ended so: ${ended}`)
          return client
        },
      }
    })
    afterAll(async () => {
      await browser.close()
      await served.close()
    })
    for (const { name, answer, ask } of [...sessionProbes, ...attackProbes])
      test(name, async () => {
        const opened = browser.contexts().length
        expect(await ask(asked)).toBe(expectedOf({ answer }, tested.kind))
        for (const context of browser.contexts().slice(opened)) await context.close()
      })
  })
}
