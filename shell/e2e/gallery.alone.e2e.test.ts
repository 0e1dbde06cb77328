// The shared widgets as the gallery shows them, each in every state: judged by axe, measured, walked by keyboard.
import { createServer, type Server } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildGallery } from '../vite/gallery.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { interactive, openReader, type Device, type Reader } from './reader.ts'

/** As strict as the portal's own policy, but for nonces, which files that stand alone cannot have. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript',
}

let browser: Browser
let server: Server
let folder = ''
let origin = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuxiang-gallery-'))
  await buildGallery(folder)
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname === '/' ? '/index.html' : pathname
    readFile(join(folder, file)).then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(file)] ?? '', 'content-security-policy': POLICY })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the gallery is served at no port')
  origin = `http://127.0.0.1:${address.port}`
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

/** The first is a screen of 1280 at 400 %. */
const widths = [320, 360, 768, 1280]
const VIEWS = ['page', 'dialog', 'sheet', 'long', 'combobox'] as const

async function open(query: string, device: Device = {}): Promise<Reader> {
  const reader = await openReader(browser, origin, device)
  await reader.page.goto(`/?${query}`)
  await interactive(reader.page)
  return reader
}

/** The page itself, one of its dialogs open, or its first combobox with what fits. */
async function show(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  // A skeleton is seen only by who waits, and what is invisible is not judged.
  if (view === 'page')
    await page.waitForFunction(() =>
      document.querySelector('.skeleton')?.checkVisibility({ opacityProperty: true }),
    )
  else if (view === 'combobox') {
    // An open list lies over the page by intention: what it may cover is taken away.
    await page.evaluate(() => {
      for (const other of document.querySelectorAll('#told, section:not(#combobox), .combo ~ .combo'))
        other.remove()
    })
    await page.locator('[role=combobox]').first().fill('图书馆')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
  } else {
    await page.locator(`[data-opens=${view}]`).click()
    await page.locator('dialog[open]').waitFor()
  }
}

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('in %s', (lang, colours) => {
  test.each(VIEWS)('every box has its place in every mode, and axe finds nothing: %s', async (view) => {
    const { page, errors, close } = await open(`lang=${lang}`)
    try {
      await show(page, view)
      expect([...(await faultsInEveryMode(page, { widths, colours })), ...errors]).toEqual([])
    } finally {
      await close()
    }
  })
})

describe('by keyboard', () => {
  const focus = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement
      return { name: element?.getAttribute('data-opens') ?? '', inside: element?.closest('dialog') !== null }
    })

  test.each(['dialog', 'sheet', 'long'])(
    'the %s keeps the focus, closes on Escape and gives it back',
    async (view) => {
      const { page, close } = await open('lang=en')
      try {
        await page.locator(`[data-opens=${view}]`).focus()
        await page.keyboard.press('Enter')
        await page.locator('dialog[open]').waitFor()
        for (let i = 0; i < 30; i += 1) {
          expect(
            (await focus(page)).inside ||
              (await page.evaluate(() => document.activeElement === document.body)),
          ).toBe(true)
          await page.keyboard.press('Tab')
        }
        await page.keyboard.press('Escape')
        await page.locator('dialog').waitFor({ state: 'detached' })
        expect(await focus(page)).toEqual({ name: view, inside: false })
      } finally {
        await close()
      }
    },
  )

  test('long text in a dialog is scrolled', async () => {
    const { page, close } = await open('lang=zh-CN', { height: 500 })
    try {
      await show(page, 'long')
      await page.keyboard.press('Tab')
      await page.keyboard.press('End')
      await page.waitForFunction(() => (document.querySelector('dialog .body')?.scrollTop ?? 0) > 50)
    } finally {
      await close()
    }
  })

  test('a choice is made, taken back and made again', async () => {
    const { page, close } = await open('lang=zh-CN')
    try {
      const box = page.locator('[role=combobox]').first()
      await box.focus()
      await page.keyboard.press('ArrowDown')
      await page.locator('[role=option]').first().waitFor()
      expect(await page.locator('#told').textContent()).toBe('有 7 项可选，用上下方向键选择')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      expect(await box.inputValue()).toBe('黔西南布依族苗族自治州望谟县图书馆')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect([await box.inputValue(), await box.evaluate((one) => one === document.activeElement)]).toEqual([
        '',
        true,
      ])
      await box.fill('qqzz')
      await page.locator('.none:not(:empty)').first().filter({ hasText: 'qqzz' }).waitFor()
    } finally {
      await close()
    }
  })

  test('a cover of the grid shows which has the focus', async () => {
    const { page, close } = await open('lang=zh-CN')
    try {
      const link = page.locator('.card.grid a').first()
      await link.focus()
      await page.keyboard.press('Tab')
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body, '::after')
        return [style.outlineStyle, parseFloat(style.outlineWidth) >= 3, style.position]
      })
      expect(ring).toEqual(['solid', true, 'absolute'])
    } finally {
      await close()
    }
  })
})

test('nothing moves for who wants no motion, and a sheet rises for who does', async () => {
  const { page, close } = await open('lang=zh-CN')
  try {
    const running = () =>
      page.evaluate(
        () => document.getAnimations().filter((one) => one.effect?.getTiming().duration !== 1).length,
      )
    await page.locator('[data-opens=sheet]').click()
    expect(await running()).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.locator('[data-opens=sheet]').click()
    const moves = await page.evaluate(
      () => getComputedStyle(document.querySelector('dialog') ?? document.body).animationName,
    )
    expect(moves).toMatch(/rise/)
  } finally {
    await close()
  }
})

test('where the reader’s palette rules, what is chosen still differs from what is not', async () => {
  const { page, close } = await open('lang=zh-CN')
  try {
    await page.emulateMedia({ forcedColors: 'active' })
    const lines = await page
      .locator('#pager .pages')
      .nth(1)
      .locator('li > *')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('aria-current'), getComputedStyle(one).borderBottomColor]),
      )
    const current = lines.find(([now]) => now === 'page')?.[1]
    expect(lines.filter(([, colour]) => colour === current)).toHaveLength(1)
    await show(page, 'combobox')
    const outlines = await page
      .locator('[role=option]')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle))
    expect(outlines.slice(0, 2)).toEqual(['solid', 'none'])
  } finally {
    await close()
  }
})
