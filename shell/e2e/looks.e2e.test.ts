// What a page looks like where boxes alone do not tell: shelves of whole covers, a composed opening, paper.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { firstFound } from './records.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test.each([768, 1024, 1280, 1920])(
  'at %i pixels a shelf ends on a whole cover and has no scroll bar',
  async (width) => {
    const reader = await openReader(browser, origin, { width, height: 900 })
    try {
      await reader.page.goto('/')
      const shelves = await reader.page.locator('.shelf').evaluateAll((all) =>
        all.map((shelf) => {
          const edge = shelf.getBoundingClientRect()
          const covers = [...shelf.querySelectorAll('.cover')].map((cover) => cover.getBoundingClientRect())
          return {
            scrollBar: (shelf as HTMLElement).offsetHeight - shelf.clientHeight,
            cut: covers.filter(({ left, right }) => left < edge.right - 1 && right > edge.right + 1).length,
            whole: covers.filter(({ right }) => right <= edge.right + 1).length,
            // The last whole cover stands at the edge of the text, not somewhere before it.
            left: Math.min(...covers.map(({ right }) => edge.right - right).filter((rest) => rest >= 0)),
          }
        }),
      )
      expect(shelves).toHaveLength(2)
      for (const { scrollBar, cut, whole, left } of shelves) {
        expect([scrollBar, cut]).toEqual([0, 0])
        expect(whole).toBeGreaterThanOrEqual(2)
        expect(left).toBeLessThan(12)
      }
    } finally {
      await reader.close()
    }
  },
)

test.each([360, 480])('at %i pixels a part of the third cover is seen: there are more', async (width) => {
  const reader = await openReader(browser, origin, { width, height: 740 })
  try {
    await reader.page.goto('/')
    const shelf = reader.page.locator('.shelf').first()
    const [edge, cover] = await Promise.all([
      shelf.boundingBox(),
      shelf.locator('.cover').nth(2).boundingBox(),
    ])
    const right = (edge?.x ?? 0) + (edge?.width ?? 0)
    expect(cover?.x).toBeLessThan(right - 8)
    expect((cover?.x ?? 0) + (cover?.width ?? 0)).toBeGreaterThan(right)
  } finally {
    await reader.close()
  }
})

test('under a finger the next cover shows a part of itself and fades', async () => {
  const reader = await openReader(browser, origin, { width: 360, height: 740, touch: true })
  try {
    await reader.page.goto('/')
    const shelf = await reader.page
      .locator('.shelf')
      .first()
      .evaluate((element) => ({
        mask: getComputedStyle(element).maskImage,
        fine: matchMedia('(pointer: fine)').matches,
        more: element.scrollWidth > element.clientWidth,
      }))
    expect(shelf).toEqual({ mask: expect.stringMatching(/gradient/), fine: false, more: true })
  } finally {
    await reader.close()
  }
})

test('at 768 pixels the opening is composed: poem and search stand side by side and fill the line', async () => {
  const reader = await openReader(browser, origin, { width: 768, height: 1024 })
  try {
    await reader.page.goto('/')
    const [search, poem, line] = await reader.page.evaluate(() =>
      ['.hero .ask', '.daily', '.hero > .wrap'].map((name) => {
        const { left, right, top, bottom } =
          document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect()
        return { left, right, top, bottom }
      }),
    )
    expect(search && poem && search.right < poem.left && search.top < poem.bottom).toBe(true)
    expect((line?.right ?? 0) - (poem?.right ?? 0)).toBeLessThan(48)
  } finally {
    await reader.close()
  }
})

describe('a list of poems on a phone', () => {
  test.each([
    ['/search?q=明月', '.hit'],
    ['/search?q=李白&kind=poem', '.hit'],
  ])('%s has rows without drawn covers, none higher than its words ask for', async (address, row) => {
    const reader = await openReader(browser, origin, { width: 360, height: 800 })
    try {
      await reader.page.goto(address)
      await interactive(reader.page)
      const rows = await reader.page
        .locator(`${row}:not(.late, :has(.chapters, .beside))`)
        .evaluateAll((all) =>
          all
            // A title of several lines is shown whole.
            .filter((one) => (one.querySelector('.title')?.clientHeight ?? 0) < 40)
            .map((one) => Math.round(one.getBoundingClientRect().height)),
        )
      expect(rows.length).toBeGreaterThan(0)
      expect(Math.max(...rows)).toBeLessThanOrEqual(110)
      expect(await reader.page.locator(`${row} .cover`).first().isVisible()).toBe(false)
      expect(await reader.page.locator(`${row} .kind`).first().isVisible()).toBe(true)
    } finally {
      await reader.close()
    }
  })

  test('shows the clause with the words that were looked for, and covers where covers are wanted', async () => {
    const reader = await openReader(browser, origin, { width: 360, height: 800 })
    try {
      await reader.page.goto('/search?q=明月')
      const seen = await reader.page.locator('.hit .snippet:has(mark)').evaluateAll((all) =>
        all.filter((snippet) => {
          const [line] = snippet.querySelector('mark')?.getClientRects() ?? []
          return line && line.bottom <= snippet.getBoundingClientRect().bottom + 4
        }),
      )
      expect(seen).toHaveLength(await reader.page.locator('.hit .snippet:has(mark)').count())
      await reader.page.goto('/search?q=明月&view=covers')
      expect(await reader.page.locator('.hit .cover').first().isVisible()).toBe(true)
    } finally {
      await reader.close()
    }
  })
})

test.each(['zh-CN', 'en-GB'] as const)(
  'on a phone a poem begins in the upper half, in %s',
  async (locale) => {
    const reader = await openReader(browser, origin, { width: 360, height: 800, locale })
    try {
      await reader.page.goto(await firstFound(origin, '静夜思', 'poem'))
      await interactive(reader.page)
      await reader.page.locator('.keep .btn').first().waitFor()
      const top = await reader.page.locator('[data-text]').evaluate((one) => one.getBoundingClientRect().top)
      expect(top).toBeLessThan(420)
    } finally {
      await reader.close()
    }
  },
)

describe('on paper', () => {
  test.each([
    ['a result page', () => '/search?q=明月'],
    ['a poem', () => firstFound(origin, '静夜思', 'poem')],
  ])('%s carries its address, facts in one piece and nothing to press', async (_name, path) => {
    const reader = await openReader(browser, origin, { width: 794, height: 1123 })
    try {
      const { page } = reader
      await page.goto('/')
      await interactive(page)
      // Reached inside of the portal: the address of the page that was loaded would be the wrong one.
      await page.evaluate(
        (to) => {
          const link = document.createElement('a')
          link.href = to
          document.getElementById('main')?.append(link)
          link.click()
        },
        await path(),
      )
      await page.locator('.hit, dl.facts').first().waitFor()
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await page.emulateMedia({ media: 'print' })
      const printed = page.locator('.printed')
      expect(await printed.isVisible()).toBe(true)
      expect(await printed.textContent()).toContain(decodeURI(page.url()))
      expect(await page.locator('nav.nav, .ask, .acts').filter({ visible: true }).count()).toBe(0)
      for (const facts of await page.locator('dl.facts').all())
        expect(await facts.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid')
    } finally {
      await reader.close()
    }
  })
})
