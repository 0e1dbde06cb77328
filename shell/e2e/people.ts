// Who can be signed in: the people to try, as the product prints them when its identity provider is ready.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, stepAt } from '@shuxiang/identity/people'
import type { Page } from 'playwright-core'
import { type Product, waitFor } from './product.ts'

export interface Demo {
  readonly username: string
  readonly password: string
  readonly name: string
  /** Of the device for one-time codes; null for readers. */
  readonly secret: string | null
  /** File with the step of the last code that was given: files of tests share one product and follow on each other. */
  readonly lastStep?: string
}

/** A card with its code, as a start of the product prints it while nobody has activated it. */
export interface CardToTry {
  readonly username: string
  readonly code: string
  readonly name: string
  /** The page that activates it. */
  readonly page: string
}

/** The card that is printed, when the identity process is ready. */
export async function demoCard(product: Pick<Product, 'output'>): Promise<CardToTry> {
  const found = (): CardToTry | null => {
    const line = /^ +(\w+\/\w+) +([\w-]+) +(\S+) +activation code, for (\S+)/m.exec(product.output())
    if (line === null) return null
    const [, username = '', code = '', name = '', page = ''] = line
    return { username, code, name, page }
  }
  await waitFor(
    async () => found() !== null,
    30_000,
    () => `No card to try was printed:\n${product.output()}`,
  )
  const card = found()
  if (card === null) throw new Error('A card was printed and is no more.')
  return card
}

/** Where a name is typed: on our pages, and on a Keycloak's. */
export const NAME_FIELD = 'input[name=card], input[name=username]'

/** Where a code of a device is. */
export const CODE_FIELD = 'input[name=code], input[name=otp]'

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
      lastStep: join(product.dataDir, `last-code-${username.replace('/', '-')}`),
    }))
  await waitFor(
    async () => found().length > 0,
    30_000,
    () => `The identity provider is not ready:\n${product.output()}`,
  )
  return found()
}

/** On the page of either provider: the name and password, by keyboard. */
export async function typeCredentials(
  page: Page,
  { username, password }: Pick<Demo, 'username' | 'password'>,
): Promise<void> {
  await page.locator(NAME_FIELD).fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** The step of the last code that was given to the provider, by user name: it takes none a second time. */
const lastSteps = new Map<string, number>()

function lastStepOf({ username, lastStep }: Demo): number {
  const kept = lastStep !== undefined && existsSync(lastStep) ? Number(readFileSync(lastStep, 'utf8')) : 0
  return Math.max(kept, lastSteps.get(username) ?? 0)
}

/** On the page of either provider for it: the next code of the device, as soon as the provider would take it. */
export async function typeCode(page: Page, person: Demo): Promise<void> {
  const { username, secret, lastStep } = person
  if (secret === null) throw new Error(`${username} has no device.`)
  const own = secret
  const field = page.locator(CODE_FIELD)
  await field.waitFor()
  const step = Math.max(stepAt(Date.now()), lastStepOf(person) + 1)
  // One step ahead of its clock is taken, as of a device whose clock is off.
  await waitFor(
    async () => stepAt(Date.now()) >= step - 1,
    60_000,
    () => 'the next one-time code is not yet due',
  )
  lastSteps.set(username, step)
  if (lastStep !== undefined) writeFileSync(lastStep, String(step))
  await field.fill(codeOf(own, step))
  await page.keyboard.press('Enter')
}
