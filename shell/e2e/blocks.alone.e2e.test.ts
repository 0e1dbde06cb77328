// Every block of the site builder in a browser, without the product: judged by axe and measured.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryPage } from '../../site-builder/blocks/testing/gallery.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/**
 * What is no fault here: the same sample stands on the page more than once, so that sections have the same names; and a
 * hint that is longer than its box ends in dots.
 */
const NO_FAULT = /: (?:landmark-unique: |cut: .* in input#)/

/** The first is a screen of 1280 at 400 %. */
const widths = [320, 360, 768, 1280]

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('in %s', (locale, colours) => {
  test.each(['many', 'long'] as const)(
    'every block has its place in every mode, and axe finds nothing: %s',
    async (state) => {
      // Colours that are on their way from one mode to another are of neither.
      const page = await browser.newPage({ reducedMotion: 'reduce' })
      try {
        await page.setContent(galleryPage({ state, locale, mode: 'light' }))
        const faults = await faultsInEveryMode(page, { widths, colours })
        expect(faults.filter((fault) => !NO_FAULT.test(fault))).toEqual([])
      } finally {
        await page.close()
      }
    },
  )
})
