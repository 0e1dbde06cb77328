// Who a reader is and where they are signed in, with the provider of the product itself.
import { expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { devices } from './journeys/devices.ts'
import { embeddedProvider } from './journeys/world.ts'

const origin = inject('origin')
const identity = inject('identity')
// A person of their own: other journeys sign in as the readers, too.
const [, second] = inject('people')
if (!second) throw new Error('The product has no second reader to try.')
const someone = second
const tested = embeddedProvider(identity, inject('dataDir'))
const signedIn = devices({ origin, identity, tested, someone })

test('who the reader is, with the card and the way to the pages that change it', async () => {
  const reader = await signedIn()
  const { page } = reader
  const facts = page.locator('.mine dl')
  await facts.waitFor()
  expect(await facts.innerText()).toContain(someone.username)
  expect(await facts.innerText()).toContain(someone.name)
  const [, number = ''] = someone.username.split('/')
  await page.locator('.number', { hasText: number }).waitFor()
  await page.getByRole('link', { name: '添加另一张读者证' }).click()
  await page.waitForURL(`${identity}/realms/ndl/account/card**`)
  await page.locator('input[name=activation]').waitFor()
  await reader.close()
})

test.each([
  [360, 'zh-CN', false],
  [768, 'en-GB', true],
  [1280, 'zh-CN', true],
] as const)(
  'at %i pixels in %s, dark: %s, nothing is cut and axe finds nothing',
  async (width, locale, dark) => {
    const reader = await signedIn({ width, height: 800, locale, dark })
    const overflow = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await violations(reader.page)).toEqual([])
    expect(reader.errors).toEqual([])
    await reader.close()
  },
)
