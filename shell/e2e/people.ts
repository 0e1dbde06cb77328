// Who can be signed in: the people to try, as the product prints them when its identity provider is ready.
import type { Page } from 'playwright-core'
import { type Product, waitFor } from './product.ts'

export interface Demo {
  readonly username: string
  readonly password: string
  readonly name: string
}

/** In the order in which they are printed: two readers first, then staff. */
export async function demoPeople(product: Product): Promise<Demo[]> {
  const found = (): Demo[] =>
    [...product.output().matchAll(/^ +(\w+\/[\w-]+) +((?:\w{4}-){2}\w{4}) +(\S+)/gm)].map(
      ([, username = '', password = '', name = '']) => ({ username, password, name }),
    )
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
