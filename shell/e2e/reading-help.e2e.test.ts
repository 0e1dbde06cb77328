// Help with reading: the other script, pinyin, what a character is, taking a text away. By keyboard, on a phone, without scripts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { ask, firstFound } from './records.ts'
import { interactive, openReader, type Device } from './reader.ts'

const origin = inject('origin')
const PHONE = { width: 360, height: 740 } as const
let browser: Browser
let poem = ''

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '静夜思 李白', 'poem')
})
afterAll(() => browser.close())

/** Opens an address on a phone, does something there, and holds that nothing was reported in the console. */
async function onPhone(address: string, device: Device, work: (page: Page) => Promise<void>): Promise<void> {
  const reader = await openReader(browser, origin, { ...PHONE, ...device })
  try {
    await reader.page.goto(address)
    if (device.javaScript !== false) {
      await interactive(reader.page)
      await reader.page.locator('.bar button').first().waitFor()
    }
    await work(reader.page)
    expect(reader.errors).toEqual([])
  } finally {
    await reader.close()
  }
}
const control = (page: Page, name: string) =>
  page.locator('.bar :is(a, button)', { hasText: new RegExp(`^\\s*${name}\\s*$`) })

describe('the other script', () => {
  test('is a link without scripts, and the original is one link away', () =>
    onPhone(poem, { javaScript: false }, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('靜夜思')
      await control(page, '简体').click()
      await page.waitForURL(/script=hans/)
      expect(await page.locator('h1').textContent()).toBe('静夜思')
      expect(await page.locator('.verse').getAttribute('lang')).toBe('lzh-Hans')
      expect(await page.locator('.verse').textContent()).toContain('举头望')
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${origin}${poem}`)
      await control(page, '原文').click()
      await page.waitForURL(/script=source/)
      expect(await page.locator('h1').textContent()).toBe('靜夜思')
      expect(await page.locator('.verse').getAttribute('lang')).toBe('lzh-Hant')
    }))

  test('is chosen in place, by keyboard, and kept for the next visit', () =>
    onPhone(poem, {}, async (page) => {
      const simplified = control(page, '简体')
      await simplified.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('h1').textContent()).toBe('静夜思')
      expect(await simplified.evaluate((link) => document.activeElement === link)).toBe(true)
      expect(await simplified.getAttribute('aria-current')).toBe('true')
      await page.goto(poem)
      await expect.poll(() => page.locator('h1').textContent()).toBe('静夜思')
    }))

  test('takes at most 100 ms of the thread that draws, on the longest chapter', async () => {
    const longest = await longestChapter()
    await onPhone(longest, {}, async (page) => {
      const protocol = await page.context().newCDPSession(page)
      await protocol.send('Performance.enable', { timeDomain: 'threadTicks' })
      const spent = async (): Promise<number> =>
        1000 *
        ((await protocol.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
          ?.value ?? Number.NaN)
      const times: number[] = []
      for (const name of ['简体', '原文', '简体', '原文', '简体']) {
        const before = await spent()
        await control(page, name).click()
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
        times.push((await spent()) - before)
      }
      const median = times.toSorted((a, b) => a - b)[2] ?? Number.NaN
      console.log(`script switch on ${longest}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`)
      expect(median).toBeLessThanOrEqual(100)
    })
  })
})

/** Of the classics that are imported, the chapter with the most characters. */
async function longestChapter(): Promise<string> {
  const { search } = await ask<{
    search: { edges: { node: { url: string; title: string } }[] }
  }>(origin, '{ search(query: "title:文字蒙求", first: 1) { edges { node { url title } } } }')
  const [found] = search.edges
  // Of a smaller first import another long one serves.
  return found?.node.title === '文字蒙求'
    ? `${found.node.url}?part=4`
    : `${await firstFound(origin, '孟子', 'book')}?part=2`
}

interface Heard {
  readonly role: string
  readonly name: string
}

/** What a screen reader is given of the text, in order. */
async function heardIn(page: Page, selector: string): Promise<readonly Heard[]> {
  const protocol = await page.context().newCDPSession(page)
  const { root } = await protocol.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await protocol.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node } = await protocol.send('DOM.describeNode', { nodeId })
  const { nodes } = await protocol.send('Accessibility.queryAXTree', { backendNodeId: node.backendNodeId })
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
    .map((one) => ({ role: 'text', name: String(one.name?.value ?? '') }))
}

describe('pinyin', () => {
  test('stands above the characters, and each line is heard once and whole', () =>
    onPhone(poem, {}, async (page) => {
      await control(page, '拼音').focus()
      await page.keyboard.press('Enter')
      await page.locator('.sounded rt').first().waitFor()
      expect(await page.locator('rt').allTextContents()).toContain('chuáng')
      expect(await heardIn(page, '.verse')).toEqual([
        { role: 'text', name: '牀前看月光，疑是地上霜。' },
        { role: 'text', name: '舉頭望山月，低頭思故鄉。' },
      ])
      // A clause stands on one line, and its marks with it.
      const heights = await page
        .locator('.sounded .clause')
        .evaluateAll((clauses) =>
          clauses.map(
            (clause) =>
              new Set(
                [...clause.querySelectorAll('.cell')].map((one) =>
                  Math.round(one.getBoundingClientRect().bottom),
                ),
              ).size,
          ),
        )
      expect(heights).toEqual([1, 1, 1, 1])
    }))

  test('is there without scripts', () =>
    onPhone(`${poem}?pinyin=on`, { javaScript: false }, async (page) => {
      expect(await page.locator('rt').first().textContent()).toBe('chuáng')
      expect(await page.locator('.legend').textContent()).toContain('词典')
    }))
})

describe('a character', () => {
  test('is looked up by keyboard, walked on from, and left for the text', () =>
    onPhone(poem, {}, async (page) => {
      const text = page.locator('[data-text]')
      await text.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      const panel = page.getByRole('dialog')
      await panel.getByText('qián', { exact: true }).waitFor()
      expect(await panel.textContent()).toContain('Unihan')
      await panel.getByRole('button', { name: '下一字' }).press('Enter')
      await panel.getByText('kàn', { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      expect(await text.evaluate((element) => document.activeElement === element)).toBe(true)
    }))

  test('is looked up again by a click on it, where other texts read otherwise too', async () => {
    const reader = await openReader(browser, origin)
    await reader.page.goto(poem)
    await interactive(reader.page)
    await reader.page.locator('.bar [aria-haspopup=dialog]').waitFor()
    const marked = reader.page.locator('.variant').first()
    for (let time = 0; time < 3; time++) {
      await marked.click({ position: { x: 10, y: 12 } })
      await reader.page.getByRole('dialog', { name: '“看”字' }).waitFor()
      await reader.page.keyboard.press('Escape')
      await reader.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(reader.errors).toEqual([])
    await reader.close()
  })

  test('is looked up by a tap on it, with pinyin and without', () =>
    onPhone(poem, { touch: true }, async (page) => {
      const at = async (): Promise<{ x: number; y: number }> =>
        page.locator('[data-n="0"]').evaluate((line) => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const place = node.textContent?.indexOf('月') ?? -1
            if (place < 0 || node.parentElement?.closest('.sr')) continue
            const range = document.createRange()
            range.setStart(node, place)
            range.setEnd(node, place + 1)
            const { left, top, width, height } = range.getBoundingClientRect()
            return { x: left + 0.8 * width, y: top + height / 2 }
          }
          return { x: 0, y: 0 }
        })
      for (const pinyin of [false, true]) {
        if (pinyin) {
          await control(page, '拼音').tap()
          await page.locator('.sounded').first().waitFor()
        }
        const { x, y } = await at()
        await page.touchscreen.tap(x, y)
        await page.getByRole('dialog', { name: '“月”字' }).getByText('yuè', { exact: true }).waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
    }))
})

test('the text is copied with its source', async () => {
  const reader = await openReader(browser, origin, PHONE)
  await reader.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reader.page.goto(poem)
  await control(reader.page, '更多').click()
  await control(reader.page, '全文和出处').click()
  await reader.page.locator('.told', { hasText: '已复制' }).first().waitFor()
  const copied = await reader.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(
    `牀前看月光，疑是地上霜。\n舉頭望山月，低頭思故鄉。\n\n——〔唐〕李白《靜夜思》\n${origin}${poem}`,
  )
  await reader.close()
})

describe.each(['zh-CN', 'en-GB'] as const)('in %s', (locale) => {
  test('controls, pinyin and panel stand well in every mode', () =>
    onPhone(`${poem}?pinyin=on`, { locale }, async (page) => {
      await page.locator('.sounded').first().waitFor()
      await page.locator('.bar [aria-expanded]').click()
      expect(await faultsInEveryMode(page, { colours: locale === 'zh-CN' })).toEqual([])
      await page.setViewportSize(PHONE)
      await page.locator('.bar [aria-haspopup=dialog]').click()
      await page.locator('dialog dl').waitFor()
      expect([
        ...(await violations(page)),
        ...(await misplaced(page)),
        ...(await smallTargets(page)),
      ]).toEqual([])
    }))

  test('the text is enlarged and set vertically', () =>
    onPhone(poem, { locale }, async (page) => {
      const before = await page
        .locator('.verse')
        .evaluate((verse) => parseFloat(getComputedStyle(verse).fontSize))
      await page.locator('.bar [aria-expanded]').click()
      await page.locator('.bar .joined').last().getByRole('button').last().click()
      await expect
        .poll(() => page.locator('.verse').evaluate((verse) => parseFloat(getComputedStyle(verse).fontSize)))
        .toBeGreaterThan(before)
      await page.locator('.bar a[href*="layout=vertical"]').click()
      await page.locator('.verse.down').waitFor()
      expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
    }))
})
