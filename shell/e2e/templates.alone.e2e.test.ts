// Sites as templates give them, in a browser and without the product: judged by axe and measured.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templates } from '../../site-builder/templates/index.ts'
import { sampleAnswers } from '../../site-builder/templates/testing/sample-answers.ts'
import { sitePage } from '../../site-builder/templates/testing/site-page.ts'
import { siteThemes } from '../../themes/branch.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { MODES, WIDTHS } from './modes.ts'

const LANGUAGES = ['zh-CN', 'en'] as const

/**
 * Every template with every theme, and of mode, language and width each two together at least once: 42 pages, where all
 * combinations of the home pages alone would be a thousand. Every second look is at another page of the site.
 */
const looks = templates.flatMap((template, t) => {
  const site = template.siteOf({ code: 'n330110', name: '余杭区图书馆' })
  const [home = '/', ...others] = site.pages.keys()
  return siteThemes.map(({ name }, n) => ({
    template: template.id,
    site,
    theme: name,
    path: n % 2 === 0 ? home : (others[((n - 1) / 2 + t * 3) % others.length] ?? home),
    look: MODES[(t + n) % MODES.length] ?? MODES[0],
    locale: LANGUAGES[(Math.floor(t / 2) + n) % LANGUAGES.length] ?? 'zh-CN',
    width: WIDTHS[(t + 2 * n) % WIDTHS.length] ?? 360,
  }))
})

/** The same sample stands in several blocks, and a hint that is longer than its box ends in dots. */
const NO_FAULT = /^landmark-unique: |^cut: .* in input#/

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await browser.newPage({ reducedMotion: 'reduce' })
})
afterAll(() => browser.close())

test('each two of template, theme, mode, language and width meet', () => {
  const values = looks.map(({ template, theme, look, locale, width }) => [
    template,
    theme,
    look.name,
    locale,
    width,
  ])
  const kinds = [templates.length, siteThemes.length, MODES.length, LANGUAGES.length, WIDTHS.length]
  kinds.forEach((many, a) =>
    kinds.slice(a + 1).forEach((others, n) => {
      const pairs = new Set(values.map((one) => `${one[a]} ${one[a + 1 + n]}`))
      expect(pairs.size).toBe(many * others)
    }),
  )
})

describe.each(templates.map(({ id }) => id))('%s', (id) => {
  test.each(looks.filter(({ template }) => template === id))(
    'is accessible and has every box in its place: $path in $theme, $look.name, $locale, $width px',
    async ({ site, path, theme, look, locale, width }) => {
      await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
      const { mode, scale } = look
      await page.setContent(
        sitePage(site, { path, locale, mode, large: scale === 'large', theme, styled: true }, sampleAnswers),
      )
      const found = [...(await misplaced(page)), ...(await smallTargets(page)), ...(await violations(page))]
      expect(found.filter((fault) => !NO_FAULT.test(fault))).toEqual([])
    },
  )
})
