// My library of a reader who is signed in, every part of it: four modes, two languages, three widths.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { typeCredentials } from './people.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const [lin] = inject('people')
if (!lin) throw new Error('The product has no reader to try.')
const reader = lin

/** Where it is, and what stands there when it has come. */
const parts = [
  ['/my', '.places'],
  ['/my?view=searches', 'h2'],
  ['/my?view=history', 'h2'],
  ['/my?view=account', 'h2'],
  ['/my/leave', '.room'],
] as const

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe.each(['zh-CN', 'en-GB'] as const)('in %s', (locale) => {
  let opened: Reader
  beforeAll(async () => {
    opened = await openReader(browser, origin, { locale })
    const { page } = opened
    await page.goto('/my')
    await interactive(page)
    await page.locator('[data-account] > a').click()
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await page.locator('[data-account] summary', { hasText: reader.name }).waitFor()
  })
  afterAll(() => opened.close())

  test.each(parts)('%s is accessible and fits', async (path, sign) => {
    const { page } = opened
    await page.goto(path)
    await interactive(page)
    await page.locator('[data-account] summary', { hasText: reader.name }).waitFor()
    await page.locator(`main ${sign}`).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await faultsInEveryMode(page, { colours: locale === 'zh-CN' })).toEqual([])
    expect(opened.errors).toEqual([])
  })
})
