// A product whose console has an origin of its own: staff sign in there, and what they hold counts nowhere else.
import { codeOf, stepAt } from '@shuxiang/identity/people'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './chromium.ts'
import { demoPeople, typeCredentials } from './people.ts'
import { startProduct, type Product } from './product.ts'
import { interactive, openReader } from './reader.ts'

let product: Product
let consoleOrigin: string
let browser: Browser
beforeAll(async () => {
  product = await startProduct({
    firstImport: 50,
    env: (port) => ({ NDL_CONSOLE_URL: `http://console.localhost:${port}` }),
  })
  consoleOrigin = product.origin.replace('localhost', 'console.localhost')
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await product.stop({ forget: true })
})

/** The status and the code of an error, when a page of an origin asks with a token. */
async function asked(origin: string, authorization: string): Promise<string> {
  const { page, close } = await openReader(browser, origin)
  try {
    await page.goto('/auth/signed-out')
    return await page.evaluate(async (header) => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: header },
        body: JSON.stringify({ query: '{ libraries(first: 1) { totalCount } }' }),
      })
      return `${answer.status} ${/"code":"([A-Z_]+)"/.exec(await answer.text())?.[1] ?? ''}`.trim()
    }, authorization)
  } finally {
    await close()
  }
}

test('staff sign in at the console, and their token counts there only', { timeout: 180_000 }, async () => {
  const staff = (await demoPeople(product)).find(
    ({ username }) => product.output().includes(username) && /admin/.test(username),
  )
  const secret = new RegExp(`${staff?.username}[^\\n]*secret=([A-Z2-7]+)`).exec(product.output())?.[1]
  if (staff === undefined || secret === undefined)
    throw new Error(`nobody of staff to try:\n${product.output()}`)
  const { page, errors, close } = await openReader(browser, product.origin)
  try {
    // The portal leads there.
    await page.goto('/console')
    await page.waitForURL(`${consoleOrigin}/console`)
    await interactive(page)
    let token = ''
    page.on('request', (request) => {
      const { authorization } = request.headers()
      if (request.url() === `${consoleOrigin}/graphql` && authorization !== undefined) token = authorization
    })
    await page.locator('main button.primary').first().click()
    await page.waitForURL(`${product.identity}/**`)
    await typeCredentials(page, staff)
    await page.locator('input[autocomplete=one-time-code]').fill(codeOf(secret, stepAt(Date.now())))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${consoleOrigin}/console`)
    await page.locator('[data-account] summary').waitFor()
    await expect.poll(() => token, { timeout: 30_000 }).toMatch(/^Bearer /)
    expect(errors).toEqual([])
    expect(await asked(consoleOrigin, token)).toBe('200')
    expect(await asked(product.origin, token)).toBe('403 TOKEN_OF_ANOTHER_ORIGIN')
    // A page of the portal, asked for at the console, is the portal's.
    await page.goto(`${consoleOrigin}/search`)
    expect(new URL(page.url()).origin).toBe(product.origin)
  } finally {
    await close()
  }
})
