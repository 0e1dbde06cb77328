// Somebody of the staff at a page of the console, signed in with their one-time code, on a phone.
import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import { typeCode, typeCredentials } from './people.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

const phone = { width: 360, height: 740 }

/** `address`: of the page that they open first and come back to. On a phone, where no other device is given. */
export async function openAtWork(
  browser: Browser,
  username: string,
  address: string,
  device: Device = phone,
): Promise<Reader> {
  const person = inject('people').find((each) => each.username === username)
  if (!person) throw new Error(`The product has no ${username} to try.`)
  const origin = inject('origin')
  const reader = await openReader(browser, origin, device)
  const { page } = reader
  await page.goto(address)
  await interactive(page)
  await page.locator('main .door button.primary').click()
  await page.waitForURL(`${inject('identity')}/**`)
  await typeCredentials(page, person)
  await typeCode(page, person)
  await page.waitForURL(`${origin}${address.split('?')[0]}**`)
  return reader
}

/** An admin of the nation where a library's site was just made of the template that fits it: at the console, on a phone. */
export async function openNewSite(browser: Browser, library: string, within = 30_000): Promise<Reader> {
  const reader = await openAtWork(browser, 'ndl/admin-1', `/console/publishing?library=${library}`)
  await reader.page.getByRole('button', { name: '建网站', exact: true }).click()
  await reader.page.locator('.now[data-state=live]').waitFor({ timeout: within })
  return reader
}
