// Dragging on the page itself, on a wide screen: from place to place, into a column, from the palette; and the page stays the
// published one. Where there is no room, or somebody asks for less, the plain canvas stays.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'
import { drawnMain } from './drawn-main.ts'
import { openReader } from './reader.ts'

const origin = inject('origin')
const library = 'n3309'
const site = origin.replace('//', `//${library}.`)
let browser: Browser
let page: Page
let errors: readonly string[]
/** Addresses of other places that were asked for. */
const elsewhere: string[] = []

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, errors } = reader)
  await page.setViewportSize({ width: 1440, height: 900 })
  page.on('request', (request) => {
    const { hostname, protocol, href } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== new URL(origin).hostname && hostname !== '127.0.0.1')
      elsewhere.push(href)
  })
  await page.getByRole('link', { name: '编辑网站' }).click()
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}, 180_000)
afterAll(() => browser.close())

const frame = () => page.locator('.canvas iframe[src^="/_frame/"]')
const canvas = () => page.frameLocator('.canvas iframe[src^="/_frame/"]').frameLocator('iframe.gjs-frame')
const rows = () => page.locator('.outline .row .title').allTextContents()
const row = (name: string) => page.locator('.outline .row', { hasText: name })
const saved = () => page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const told = () => page.locator('[aria-live]').allTextContents()

/** Presses on one thing and moves to another, which may be there only once the first is lifted. */
async function drag(from: string, to: string, part: number, how = { letGo: true }): Promise<void> {
  await canvas().locator(from).first().scrollIntoViewIfNeeded()
  const start = await canvas().locator(from).first().boundingBox()
  if (!start) throw new Error(`${from} is not to be seen`)
  await page.mouse.move(start.x + 30, start.y + 8)
  await page.mouse.down()
  await page.mouse.move(start.x + 40, start.y + 18)
  await page.waitForTimeout(250)
  await over(to, part)
  if (how.letGo) await page.mouse.up()
}
async function over(to: string, part: number): Promise<void> {
  const target = canvas().locator(to).first()
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const aim = await target.boundingBox()
  if (!aim) throw new Error(`${to} is not to be seen`)
  for (let i = 0; i <= 8; i++) {
    await page.mouse.move(aim.x + 60 + i, aim.y + aim.height * part)
    await page.waitForTimeout(40)
  }
}

test('who asks for less motion has the plain canvas, and so has a narrow screen; else blocks can be dragged', async () => {
  await page.frameLocator('.canvas iframe[src^="/_canvas/"]').locator('main h1, main h2').first().waitFor()
  expect(await frame().count()).toBe(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await canvas().locator('main h2').first().waitFor({ timeout: 20_000 })
  expect(await page.locator('.canvas iframe').count()).toBe(1)
  await page.setViewportSize({ width: 1000, height: 800 })
  await page.frameLocator('.canvas iframe[src^="/_canvas/"]').locator('main h2').first().waitFor()
  expect(await frame().count()).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await canvas().locator('main h2').first().waitFor({ timeout: 20_000 })
  expect(await misplaced(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await violations(page)).toEqual([])
})

test('a press on the page chooses the block', async () => {
  await canvas().locator('main h2', { hasText: '典籍' }).click()
  await page.locator('.outline .row.here', { hasText: '典籍' }).waitFor()
  await page.locator('.right').getByRole('textbox', { name: '标题', exact: true }).waitFor()
})

test('a block is dragged behind another, and taken back', async () => {
  const before = await rows()
  await drag('main h2:text("常读的诗词")', 'main h2:text("典籍")', 0)
  await expect.poll(async () => (await rows()).indexOf('常读的诗词')).toBe(before.indexOf('典籍'))
  await page.locator('.outline .row.here', { hasText: '常读的诗词' }).waitFor()
  await expect.poll(async () => (await told()).join()).toContain('常读的诗词')
  await page.keyboard.press('Control+z')
  await expect.poll(rows).toEqual(before)
})

test('a block comes from the palette to where it is let go, by dragging and by a press', async () => {
  const before = await rows()
  await page.getByRole('button', { name: '版块', exact: true }).click()
  expect(await violations(page)).toEqual([])
  const source = page.locator('.beside [data-type=quotation]')
  await source.scrollIntoViewIfNeeded()
  const start = await source.boundingBox()
  if (!start) throw new Error('the palette is not to be seen')
  await page.mouse.move(start.x + 40, start.y + 20)
  await page.mouse.down()
  await page.mouse.move(start.x + 80, start.y + 30)
  await over('main h2:text("典籍")', 0)
  await page.mouse.up()
  await canvas().locator('main blockquote').waitFor()
  await page.locator('.beside [data-type=columns]').click()
  await page.getByRole('button', { name: '大纲', exact: true }).first().click()
  await expect.poll(async () => (await rows()).length).toBe(before.length + 2)
  expect((await rows()).indexOf('典籍')).toBe(before.indexOf('典籍') + 2)
})

test('into a column that is empty, which opens while something is dragged', async () => {
  await drag('main blockquote', '.editor-empty-place', 0.5)
  await canvas().locator('main .columns blockquote').waitFor()
  await page.locator('.outline .inner .row', { hasText: '引文' }).waitFor()
  expect(await canvas().locator('.editor-empty-place').count()).toBe(0)
  await saved()
})

test('what cannot be done any more when it is let go changes nothing, and is said', async () => {
  await drag('main h2:text("常读的诗词")', 'main h2:text("典籍")', 0, { letGo: false })
  // Somebody else takes it away meanwhile.
  await row('常读的诗词')
    .locator('.name')
    .evaluate((name: HTMLElement) => name.click())
  await row('常读的诗词')
    .getByRole('button', { name: '删除' })
    .evaluate((remove: HTMLElement) => remove.click())
  const before = await rows()
  expect(before).not.toContain('常读的诗词')
  await page.mouse.up()
  await expect.poll(async () => (await told()).join()).toContain('不能放在这里')
  expect(await rows()).toEqual(before)
  await page.keyboard.press('Control+z')
  await expect.poll(rows).toContain('常读的诗词')
  await saved()
})

test('what is pasted onto the page, and dragged in from elsewhere, goes nowhere', async () => {
  const before = await drawnMain(canvas())
  const hits = await page.evaluate(async () => {
    Object.assign(window, { hits: [], PWN: (n: number) => Reflect.get(window, 'hits').push(n) })
    const outer = document.querySelector<HTMLIFrameElement>('.canvas iframe')?.contentDocument
    const inner = outer?.querySelector<HTMLIFrameElement>('iframe[src]')?.contentDocument
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<div data-gjs-type="script" data-gjs-script="top.PWN(1)" onclick="top.PWN(2)"><img src=x onerror=top.PWN(3)></div>',
    )
    for (const event of [
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      ...['dragenter', 'dragover', 'drop'].map(
        (name) => new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }),
      ),
    ])
      inner?.querySelector('main h2')?.dispatchEvent(event)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return Reflect.get(window, 'hits')
  })
  expect(hits).toEqual([])
  expect(await drawnMain(canvas())).toBe(before)
})

test('what is drawn is what readers get, element by element', async () => {
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.locator('dialog .btn.primary').click()
  await page.getByText('已经上线。').waitFor({ timeout: 30_000 })
  await page.locator('dialog').getByRole('button', { name: '完成' }).click()
  const reader = await openReader(browser, site, {})
  await expect
    .poll(
      async () => {
        await reader.page.goto('/')
        return drawnMain(reader.page)
      },
      { timeout: 20_000 },
    )
    .toBe(await drawnMain(canvas()))
  await reader.close()
})

test('when it fails the plain canvas is there', async () => {
  await page.route('**/frame-canvas.*.js', (route) => route.abort())
  await page.reload()
  await page.frameLocator('.canvas iframe[src^="/_canvas/"]').locator('main h2').first().waitFor()
  await page.unrouteAll()
  expect(elsewhere).toEqual([])
  expect(errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
})
