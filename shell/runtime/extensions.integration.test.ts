/** Extensions in a real browser: taken over, brought by a navigation, undone when it leaves, and never in the way. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from '@shuxiang/e2e/axe'
import { launch } from '@shuxiang/e2e/chromium'
import { startFixtureShell, type FixtureShell } from '@shuxiang/shell-server/testing'

let shell: FixtureShell
let browser: Browser
let context: BrowserContext
let page: Page
let errors: string[]

beforeAll(async () => {
  shell = await startFixtureShell()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await shell?.close()
})
beforeEach(async () => {
  context = await browser.newContext({ baseURL: shell.origin, locale: 'en-GB', reducedMotion: 'reduce' })
  page = await context.newPage()
  errors = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
})
afterEach(() => context.close())

async function open(path: string): Promise<void> {
  await page.goto(path)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
}
const keys = (): Promise<string[]> =>
  page
    .locator('[data-extension]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-extension') ?? ''))
const follow = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click()

describe('extensions from the server', () => {
  it('are taken over without asking again, without a warning and without losing their elements', async () => {
    const asked: string[] = []
    page.on('request', (request) => void (request.url().endsWith('/graphql') && asked.push(request.url())))
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        Object.assign(window, { served: document.querySelector('.keep') })
      })
    })
    await open('/calm/poem-1')
    const keep = page.locator('.keep')
    await expect.poll(async () => (await keep.click(), keep.textContent())).toContain('Kept')
    expect(
      await page.evaluate(() => 'served' in window && window.served === document.querySelector('.keep')),
    ).toBe(true)
    expect(await keep.evaluate((button) => getComputedStyle(button).color)).toBe('rgb(7, 8, 9)')
    expect(asked).toEqual([])
    expect(errors).toEqual([])
  })
  it('are whole without scripts', async () => {
    const plain = await browser.newContext({
      baseURL: shell.origin,
      javaScriptEnabled: false,
      locale: 'en-GB',
    })
    const read = await plain.newPage()
    await read.goto('/calm/poem-1')
    expect(await read.locator('.keep, .notes, .first, .aside').count()).toBe(4)
    await read.goto('/calm/told-throw-both')
    expect(await read.locator('noscript .unavailable h2').isVisible()).toBe(true)
    await plain.close()
  })
  it('are not reached by the styles of the page around them', async () => {
    await open('/calm/poem-1')
    const spacing = (selector: string): Promise<string> =>
      page.locator(selector).evaluate((one) => getComputedStyle(one).letterSpacing)
    expect([await spacing('.after'), await spacing('p.aside')]).toEqual(['7px', 'normal'])
  })
  it('are accessible', async () => {
    await open('/calm/poem-1')
    expect(await violations(page)).toEqual([])
  })
  it('leave no gap and no shift where there is nothing', async () => {
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of ['/calm/bare-1', '/calm/faulty-throw-both']) {
      await open(path)
      if (path.includes('faulty')) await expect.poll(() => errors.join()).toContain('guest/4 failed in mount')
      const { width, own } = await page.locator('.actions').evaluate((row) => ({
        width: row.scrollWidth,
        own: row.firstElementChild?.getBoundingClientRect().width ?? 0,
      }))
      expect(width).toBeGreaterThanOrEqual(Math.floor(own))
      expect(await page.locator('.actions').evaluate((row) => getComputedStyle(row).gap)).toBe('40px')
      expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0)
    }
  })
})

describe('a navigation inside the microfrontend', () => {
  it('brings the extensions of the next record, in order, and takes those of the former away', async () => {
    await open('/calm/bare-1')
    expect(await keys()).toEqual([])
    await follow('poem-2')
    await page.locator('.chapter').waitFor()
    await expect.poll(keys).toEqual(['guest/0', 'guest/2', 'guest/1', 'guest/3'])
    expect(await page.locator('.keep').textContent()).toContain('Keep Item poem-2')
    await follow('book-1')
    await expect.poll(keys).toEqual(['guest/0', 'guest/1'])
    await expect.poll(() => page.locator('.notes .id').textContent()).toBe('book-1')
    expect(await page.locator('.chapter').count()).toBe(0)
    await follow('list')
    await page.getByRole('heading', { name: 'List' }).waitFor()
    await expect.poll(keys).toEqual([])
    await page.goBack()
    await expect.poll(keys).toEqual(['guest/0', 'guest/1'])
    expect(errors).toEqual([])
  })
  it('tells an extension that stays what changed, and it keeps what it holds', async () => {
    await open('/calm/poem-1')
    await expect
      .poll(async () => (await page.locator('.keep').click(), page.locator('.keep').textContent()))
      .toContain('Kept')
    await follow('poem-2')
    await expect.poll(() => page.locator('.notes .id').textContent()).toBe('poem-2')
    expect(await page.locator('.keep').textContent()).toContain('Kept')
  })
  it('leaves nothing behind, however often', async () => {
    await open('/calm')
    const count = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length)
    const before = await count()
    await page.evaluate(async () => {
      for (let i = 0; i < 100; i += 1) {
        history.pushState(null, '', i % 2 ? '/calm' : '/calm/poem-1')
        await new Promise((frame) => setTimeout(frame, 10))
      }
    })
    await page.getByRole('heading', { name: 'List' }).waitFor()
    await expect.poll(count).toBeLessThanOrEqual(before + 2)
  })
})

describe('an extension that fails in the browser', () => {
  it('is silence where nothing else was declared', async () => {
    await open('/calm/faulty-throw-browser')
    await expect.poll(() => errors.join()).toContain('extension guest/4 failed in mount')
    await expect.poll(() => page.locator('.faulty').count()).toBe(0)
    expect(await page.getByTestId('unavailable').count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Item faulty' }).count()).toBe(1)
    await follow('poem-2')
    await page.locator('.keep').waitFor()
  })
  it('is a named box with a way to try again where that was declared', async () => {
    await open('/calm/told-throw-both')
    const box = page.getByTestId('unavailable')
    await box.waitFor()
    expect(await box.textContent()).toContain('The guest')
    expect(await violations(page)).toEqual([])
    await box.getByRole('button').click()
    await expect.poll(() => box.count()).toBe(1)
  })
  it('to load leaves what the server rendered, and the rest alive', async () => {
    await page.route(/guest\/\w+\/record-body-v1-1\..*\.js$/, (route) => route.abort())
    await open('/calm/poem-1')
    await expect.poll(() => errors.join()).toContain('extension guest/1 failed in load')
    expect(await page.locator('.notes li').count()).toBeGreaterThan(0)
    await expect
      .poll(async () => (await page.locator('.keep').click(), page.locator('.keep').textContent()))
      .toContain('Kept')
  })
  it('to load after a navigation leaves no trace', async () => {
    await page.route(/guest\/\w+\/record-body-v1-1\..*\.js$/, (route) => route.abort())
    await open('/calm/bare-1')
    await follow('poem-2')
    await page.locator('.keep').waitFor()
    expect(
      await page.locator('[data-extension="guest/1"]').evaluate((one) => getComputedStyle(one).display),
    ).toBe('none')
  })
  it('and never answers does not hold up what comes next', async () => {
    await page.route(/guest\/\w+\/record-.*\.js$/, () => {})
    await open('/calm/bare-1')
    await follow('poem-2')
    await page.getByRole('heading', { name: 'Item poem-2' }).waitFor()
    const began = performance.now()
    await follow('list')
    await page.getByRole('heading', { name: 'List' }).waitFor()
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('what is offered on a page of blocks', () => {
  const part = (offer: string, n: number) => ({
    ...{ type: 'part-of-service', v: 1, slots: {} },
    fields: { offer, title: { en: `Title ${n} of ${offer}` } },
  })
  const publish = (...offers: readonly string[]): void => {
    const blocks = Object.fromEntries(offers.map((offer, n) => [`b${n}`, part(offer, n)]))
    const document = JSON.stringify({
      ...{ schema: 1, meta: { title: { en: 'Home' } } },
      ...{ root: Object.keys(blocks), blocks },
    })
    shell.answers.set('PortalPage', async () => ({ data: { page: { document } }, errors: [] }))
  }
  afterEach(() => void shell.answers.set('PortalPage', async () => ({ data: { page: null }, errors: [] })))
  const seen = (): Promise<string[]> =>
    page
      .locator('.part-of-service')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent ?? ''))

  it('lives, each by itself, and what fails or is not there is not seen, nor its heading', async () => {
    publish('guest/faulty', 'guest/note', 'nobody/there', 'guest/note')
    await open('/')
    const buttons = page.locator('.offered')
    await expect
      .poll(async () => (await buttons.nth(1).click(), buttons.nth(1).textContent()))
      .toMatch(/[1-9]$/)
    expect(await buttons.nth(0).textContent()).toBe('guest/note 0')
    await expect.poll(() => errors.join()).toContain('guest/9 failed in mount')
    expect(await seen()).toHaveLength(2)
    expect((await seen()).join()).not.toMatch(/faulty|nobody/)
    expect(await violations(page)).toEqual([])
  })
  it('comes with a navigation, and goes with its page', async () => {
    publish('guest/note')
    await open('/calm')
    await page.evaluate(() => history.pushState(null, '', '/libraries'))
    await page.locator('.offered').click()
    expect(await page.locator('.offered').textContent()).toBe('guest/note 1')
    await page.evaluate(() => history.pushState(null, '', '/calm'))
    await page.getByRole('heading', { name: 'List' }).waitFor()
    await expect.poll(keys).toEqual([])
  })
})

describe('extensions of pages of the site builder', () => {
  it('live, go with their page and come with the next', async () => {
    await open('/')
    const note = page.locator('.note')
    await expect.poll(async () => (await note.click(), note.textContent())).not.toBe('/ 0')
    await page.locator('.nav a[href="/libraries"]').click()
    await expect.poll(() => note.allTextContents()).toEqual(['/libraries 0'])
    await page.goBack()
    await expect.poll(() => note.allTextContents()).toEqual(['/ 0'])
    await note.click()
    await expect.poll(() => note.allTextContents()).toEqual(['/ 1'])
    expect(errors).toEqual([])
  })
})
