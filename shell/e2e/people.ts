// Who can be signed in: the people to try, as the product prints them when its identity provider is ready.
import { codeOf, stepAt } from '@shuxiang/identity/people'
import type { Page } from 'playwright-core'
import { type Product, waitFor } from './product.ts'

export interface Demo {
  readonly username: string
  readonly password: string
  readonly name: string
  /** Of the device for one-time codes; null for readers. */
  readonly secret: string | null
}

/** In the order in which they are printed: two readers first, then staff. */
export async function demoPeople(product: Product): Promise<Demo[]> {
  const found = (): Demo[] =>
    [
      ...product
        .output()
        .matchAll(/^ +(\w+\/[\w-]+) +((?:\w{4}-){2}\w{4}) +(\S+)(?: +otpauth:\S+[?&]secret=([A-Z2-7]+))?/gm),
    ].map(([, username = '', password = '', name = '', secret = null]) => ({
      username,
      password,
      name,
      secret,
    }))
  await waitFor(
    async () => found().length > 0,
    30_000,
    () => `The identity provider is not ready:\n${product.output()}`,
  )
  return found()
}

/** On the provider's page: the name and password, by keyboard. */
export async function typeCredentials(page: Page, { username, password }: Demo): Promise<void> {
  await page.locator('input[name=card]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** The step of the last code that was given to the provider, by user name: it takes none a second time. */
const lastSteps = new Map<string, number>()

/** On the provider's page for it: the next code of the device, as soon as the provider would take it. */
export async function typeCode(page: Page, { username, secret }: Demo): Promise<void> {
  if (secret === null) throw new Error(`${username} has no device.`)
  const own = secret
  await page.locator('input[name=code]').waitFor()
  const step = Math.max(stepAt(Date.now()), (lastSteps.get(username) ?? 0) + 1)
  // One step ahead of its clock is taken, as of a device whose clock is off.
  await waitFor(
    async () => stepAt(Date.now()) >= step - 1,
    60_000,
    () => 'the next one-time code is not yet due',
  )
  lastSteps.set(username, step)
  await page.locator('input[name=code]').fill(codeOf(own, step))
  await page.keyboard.press('Enter')
}
