// One browser for the tests of a file, and for each of them one reader, whose console must stay silent.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launch } from './chromium.ts'
import { openReader, type Device, type Reader } from './reader.ts'

/** Registers its hooks, so it is called at the top of a file; what comes of it opens the reader of the test that runs. */
export function eachReader(): (device?: Device) => Promise<Reader> {
  let browser: Browser
  let reader: Reader | null = null
  beforeAll(async () => {
    browser = await launch()
  })
  afterEach(async () => {
    expect(reader?.errors ?? []).toEqual([])
    await reader?.close()
    reader = null
  })
  afterAll(() => browser.close())
  return async (device = {}) => (reader = await openReader(browser, inject('origin'), device))
}
