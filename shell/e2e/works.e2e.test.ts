// One work in several books: found by the words of any, read in any, with the differences marked and told.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { faultsInEveryMode, fit } from './modes.ts'
import { smallTargets } from './boxes.ts'
import { interactive, openReader } from './reader.ts'
import { ask, firstFound } from './records.ts'

const origin = inject('origin')
let browser: Browser
let poem = ''

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '静夜思', 'poem')
})
afterAll(() => browser.close())

interface Found {
  readonly search: {
    readonly edges: readonly {
      readonly node: { readonly url: string }
      readonly snippet: readonly { readonly text: string; readonly marked: boolean }[]
    }[]
  }
}

test.each(['牀前看月光', '床前明月光', '举头望明月', '舉頭望山月', '"床前明月光，疑是地上霜"'])(
  '%s finds the work first, and shows the reading that was asked for',
  async (line) => {
    const { search } = await ask<Found>(
      origin,
      `{ search(query: ${JSON.stringify(line)}, first: 1) { edges { node { url } snippet { text marked } } } }`,
    )
    const [first] = search.edges
    expect(first?.node.url).toBe(poem)
    const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length
    const marked = first?.snippet.filter((run) => run.marked).map((run) => run.text) ?? []
    expect(letters(marked.join(''))).toBe(letters(line))
  },
)

test('without JavaScript a reader chooses the text to read by its link', async () => {
  const reader = await openReader(browser, origin, { javaScript: false, width: 360, height: 740 })
  try {
    const { page } = reader
    await page.goto(poem)
    const verse = page.locator('.verse')
    expect(await verse.textContent()).toContain('看')
    expect(await page.locator('.verse .variant').count()).toBe(2)
    await page.locator('.witnesses').getByRole('link', { name: '千家诗' }).click()
    expect(new URL(page.url()).searchParams.get('text')).toMatch(/^w/)
    expect(await verse.textContent()).toContain('明月光')
    expect(await page.locator('.witnesses [aria-current=true]').textContent()).toContain('千家诗')
    expect(await page.locator('.witnesses ol li').allTextContents()).toEqual([
      expect.stringMatching(/^明：.*全唐诗作“看”/),
      expect.stringMatching(/^明：.*全唐诗作“山”/),
    ])
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(canonical && new URL(canonical).pathname + new URL(canonical).search).toBe(poem)
  } finally {
    await reader.close()
  }
})

test('by keyboard the text changes in place, is announced, and back leads back', async () => {
  const reader = await openReader(browser, origin, { width: 360, height: 740 })
  try {
    const { page, errors } = reader
    await page.goto(poem)
    await interactive(page)
    const link = page.locator('.witnesses').getByRole('link', { name: '千家诗' })
    await link.waitFor()
    for (let presses = 0; !(await link.evaluate((one) => one === document.activeElement)); presses += 1) {
      expect(presses).toBeLessThan(80)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.locator('.witnesses [aria-current=true]', { hasText: '千家诗' }).waitFor()
    expect(await page.locator('.verse').textContent()).not.toContain('看')
    await page.getByText('现在读的是千家诗的文字').waitFor({ state: 'attached' })
    await page.goBack()
    await page.locator('.witnesses [aria-current=true]', { hasText: '全唐诗' }).waitFor()
    expect(await page.locator('.verse').textContent()).toContain('看')
    expect(errors).toEqual([])
  } finally {
    await reader.close()
  }
})

describe.each(['zh-CN', 'en-GB'] as const)('in %s', (locale) => {
  test.each(['', '?layout=vertical'])(
    'the page%s is in its place and fit to use in every mode',
    async (query) => {
      const reader = await openReader(browser, origin, { locale })
      try {
        const { page } = reader
        await page.goto(`${poem}${query}`)
        await interactive(page)
        await page.locator('.witnesses').waitFor()
        expect(await faultsInEveryMode(page, { colours: query === '' })).toEqual([])
        await fit(page, 360)
        expect(await smallTargets(page)).toEqual([])
      } finally {
        await reader.close()
      }
    },
  )
})
