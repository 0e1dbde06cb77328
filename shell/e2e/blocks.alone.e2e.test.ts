// Every block of the site builder in a browser, without the product: judged by axe and measured.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryPage } from '../../site-builder/blocks/testing/gallery.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/**
 * What is no fault here: the same sample stands on the page more than once, so that sections have the same names; and a
 * hint that is longer than its box ends in dots.
 */
const NO_FAULT = /^landmark-unique: |^cut: .* in input#/

/** The first is a screen of 1280 at 400 %. */
const WIDTHS = [320, 360, 768, 1280]
const MODES = [
  { name: 'light', mode: 'light' },
  { name: 'dark', mode: 'dark' },
  { name: 'high contrast', mode: 'contrast' },
  { name: 'large print', mode: 'light', large: true },
] as const

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test.each(MODES.flatMap((mode) => (['many', 'long'] as const).map((state) => ({ ...mode, state }))))(
    'every block has its place and axe finds nothing: $state, $name',
    async ({ name: _, ...look }) => {
      const page = await browser.newPage({ javaScriptEnabled: true })
      try {
        await page.setContent(galleryPage({ ...look, locale }))
        const faults: string[] = []
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
          const found = [
            ...(await misplaced(page)),
            ...(await smallTargets(page)),
            ...(await violations(page)),
          ]
          faults.push(
            ...found.filter((fault) => !NO_FAULT.test(fault)).map((fault) => `at ${width}: ${fault}`),
          )
        }
        expect(faults).toEqual([])
      } finally {
        await page.close()
      }
    },
  )
})
