// One card on the portal and on sites of other libraries, each of which is a host of its own.
import { expect, test } from 'vitest'
import { typeCredentials } from '../people.ts'
import { waitFor } from '../product.ts'
import { interactive } from '../reader.ts'
import type { Visit } from './visit.ts'

/** The site of a library of a product. */
export const siteOf = (portal: string, code: string): string => portal.replace('//', `//${code}.`)

/** Libraries whose sites the journey goes to; neither is that of the reader's card. */
export const SITES = ['n440305', 'n33'] as const

export function oneCard(visit: Visit): void {
  const { origin: portal, reader, tested } = visit.world
  const { named, press } = visit
  const [nanshan, zhejiang] = [siteOf(portal, SITES[0]), siteOf(portal, SITES[1])]

  test('a card of another library signs in on the site of one, and then everywhere without a second password', async () => {
    const { page } = visit
    const asks = (origin: string, client: string): string =>
      `${tested.issuer}/protocol/openid-connect/auth?${new URLSearchParams({
        client_id: client,
        redirect_uri: `${origin}/auth/callback`,
        response_type: 'code',
        scope: 'openid',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      })}`
    const known = async (origin: string, client: string): Promise<boolean> =>
      (await fetch(asks(origin, client), { redirect: 'manual' })).status < 400
    // The identity provider hears of a site some seconds after it was opened.
    await waitFor(
      async () => (await known(nanshan, 'site-n440305')) && (await known(zhejiang, 'site-n33')),
      30_000,
      () => 'the provider does not know the sites',
    )
    await page.goto(`${nanshan}/search?q=明月`)
    await interactive(page)
    await press('[data-account] > a')
    await page.waitForURL(`${visit.world.identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    expect(page.url()).toBe(`${nanshan}/search?q=%E6%98%8E%E6%9C%88`)
    for (const origin of [portal, zhejiang]) {
      await page.goto(`${origin}/search?q=明月`)
      await interactive(page)
      await press('[data-account] > a')
      await named().waitFor()
      expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
    }
    // Signed out on one of them, the reader is signed out of all.
    await press('[data-account] summary')
    await press('[data-sign-out]')
    await page.waitForURL(`${zhejiang}/auth/signed-out`)
    await page.goto(`${nanshan}/search`)
    await interactive(page)
    await page.locator('[data-account] > a').waitFor()
    expect(visit.opened.errors).toEqual([])
  })
}
