// What was thrown at builders of sites, opened in the editor and pasted into it, with every content policy taken away: nothing
// runs, nothing is sent for, and the desk goes on.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyBlock } from '../../site-builder/blocks/testing/every-block.ts'
import { pageOf } from '../../site-builder/blocks/testing/fixture.ts'
import { poisonedFields } from '../../site-builder/blocks/testing/poison.ts'
import { openNewSite } from './at-work.ts'
import { launch } from './chromium.ts'
import { payloads } from './hostile/payloads.ts'
import { interactive } from './reader.ts'

const library = 'n330205'
const address = `/console/edit/${library}`
let browser: Browser
let context: BrowserContext
let page: Page
/** Programs that ran, and addresses elsewhere that were asked for. */
const ran: unknown[] = []
const asked: string[] = []
const texts = Object.values(payloads).map(([, text]) => text)

/** Every block of the registry with payloads in every place for text; `from`: of the first one. */
function hostileDocument(from: number): string {
  let next = from
  const payload = (): string => texts[next++ % texts.length] ?? ''
  const blocks = everyBlock.map(({ type, fixtures: { many } }) => ({
    type: type.type,
    fields: poisonedFields(type.fields, many.fields, payload),
    ...(many.slots && { slots: many.slots }),
  }))
  const title = { 'zh-CN': payload(), en: payload() }
  return JSON.stringify({ ...pageOf(blocks), meta: { title, description: title } })
}
let document = hostileDocument(0)

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, context } = reader)
  await page.setViewportSize({ width: 1280, height: 800 })
  await context.exposeBinding('ran', (_, what) => void ran.push(what))
  context.on('request', (request) => {
    if (request.url().includes('evil.example')) asked.push(request.url())
  })
  const protocol = await context.newCDPSession(page)
  await protocol.send('Page.enable')
  await protocol.send('Page.setBypassCSP', { enabled: true })
}, 180_000)
afterAll(() => browser.close())

const canvas = () => page.frameLocator('.canvas iframe')
async function opened(): Promise<void> {
  await page.goto(address)
  await interactive(page)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}

async function add(type: string): Promise<void> {
  await page.getByRole('button', { name: '添加版块' }).click()
  await page.locator(`dialog [data-type=${type}]`).click()
}

test('without its policies the page would let a program run: the trial is one', async () => {
  await opened()
  await page.evaluate(() => {
    const picture = new Image()
    picture.setAttribute('onerror', 'window.ran(0)')
    picture.src = 'data:,'
    globalThis.document.body.append(picture)
  })
  await expect.poll(() => ran).toEqual([0])
  ran.length = 0
})

test.each([0, 7, 19])('thirty payloads in every text of every block, from the %i. on', async (from) => {
  document = hostileDocument(from)
  await page.route('**/graphql', async (route) => {
    if (!/"EditedPage"|EditedPage\b/.test(route.request().postData() ?? '')) return route.fallback()
    const response = await route.fetch({ headers: await route.request().allHeaders() })
    const answer: { data?: { editedPage?: { document: string } | null } } = await response.json()
    if (answer.data?.editedPage) answer.data.editedPage.document = document
    return route.fulfill({ response, json: answer })
  })
  await opened()
  await canvas().locator('main > *').first().waitFor()
  const rows = page.locator('.outline .row .name')
  const count = await rows.count()
  expect(count).toBeGreaterThan(everyBlock.length / 2)
  for (let n = 0; n < count; n++) {
    await rows.nth(n).click()
    await page.locator('.right input, .right textarea, .right select, .right p').first().waitFor()
  }
  // Pointed at, focused and pressed: what waits for somebody.
  for (const one of (await canvas().locator('main a, main button, main img').all()).slice(0, 40))
    await one.dispatchEvent('mouseover').catch(() => {})
  expect(ran).toEqual([])
  expect(asked).toEqual([])
  expect(new URL(page.url()).pathname).toBe(address)
  // Alive: a word that is written is drawn.
  const quotation = page.locator('.outline .row', { hasText: '引文' }).first().locator('.name')
  await quotation.click()
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('照常写字')
  await canvas().getByText('照常写字').first().waitFor()
  expect(ran).toEqual([])
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

/** Texts of answers that a person has written, or that follow from what one has: each becomes a payload. */
const written = new Set(['text', 'name', 'by', 'changedBy', 'removedBy', 'body', 'reason', 'said'])
let thrown = 0
function poisoned(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (name === 'document' || name === 'published') return hostileDocument(11)
    return written.has(name) ? (texts[thrown++ % texts.length] ?? '') : value
  }
  if (Array.isArray(value)) return value.map((one) => poisoned(one, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisoned(one, key)]))
}

test('dialogs show hostile revisions, changes, comments, names and both versions of a page, and nothing runs', async () => {
  await page.evaluate(() => indexedDB.deleteDatabase('shuxiang-editor'))
  await opened()
  for (let n = 0; n < 2; n++) {
    await add('quotation')
    await page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
  }
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch({ headers: await route.request().allHeaders() })
    return route.fulfill({ response, json: poisoned(await response.json()) })
  })
  await opened()
  const dialog = page.locator('dialog[open]').last()
  const close = async (): Promise<void> => {
    const open = await page.locator('dialog[open]').count()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(open - 1)
  }
  const both = async (): Promise<void> => {
    for (const side of ['before', 'after'])
      await page.frameLocator(`dialog.wide [data-side=${side}] iframe`).locator('main > *').first().waitFor()
    await close()
  }
  await page.getByRole('button', { name: '历史', exact: true }).click()
  await page.locator('dialog .revision').first().waitFor()
  await page.locator('dialog .revision').getByRole('button', { name: /^对照/ }).last().click()
  await both()
  await close()
  await page.getByRole('button', { name: '发布…' }).click()
  await page.locator('dialog .changes').getByRole('button', { name: /^对照/ }).first().click()
  await both()
  await dialog.locator('summary').first().click()
  await close()
  for (const [name, there] of [
    ['听一听…', 'li'],
    ['打印预览…', 'iframe'],
  ] as const) {
    await page.getByRole('button', { name }).click()
    await dialog.locator(there).first().waitFor()
    await close()
  }
  for (const tab of ['页面', '网站', '大纲'])
    await page.locator('.left').getByRole('button', { name: tab, exact: true }).click()
  expect(thrown).toBeGreaterThan(texts.length)
  expect(ran).toEqual([])
  expect(asked).toEqual([])
  expect(new URL(page.url()).pathname).toBe(address)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a hostile clipboard, pasted by its key into every kind of field, the page and the chooser, is words', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const evil = await context.newPage()
  await evil.setContent('<input autofocus>')
  const html = `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
    <p data-gjs-type="script" data-gjs-script="top.ran(1)" onclick="top.ran(2)">贴来的字<img src=x onerror="top.ran(3)"></p>
    <iframe srcdoc="<script>top.ran(4)</script>"></iframe><svg onload="top.ran(5)"><a href="javascript:top.ran(6)">点</a></svg>
    <form action="https://evil.example/"><button formaction="javascript:top.ran(7)">按</button></form>
    <style>@import url(https://evil.example/s.css)</style><script>top.ran(8)</script>`
  await evil.evaluate((text) => {
    globalThis.document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/html', text)
      event.clipboardData?.setData('text/plain', '贴来的字')
      event.preventDefault()
    })
  }, html)
  await evil.locator('input').press('Control+c')
  await evil.close()
  await page.bringToFront()
  // A device that kept what the pages before were made of is none of this trial.
  await page.evaluate(() => indexedDB.deleteDatabase('shuxiang-editor'))
  await opened()

  await add('quotation')
  const words = page.getByRole('textbox', { name: '引文', exact: true })
  await words.fill('')
  await words.press('Control+v')
  await expect.poll(() => words.inputValue()).toContain('贴来的字')

  await add('rich-text')
  const surface = page.locator('.surface')
  await surface.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+v')
  await expect.poll(() => surface.textContent()).toContain('贴来的字')
  expect(
    await surface.evaluate(
      (element) =>
        [...element.querySelectorAll('*')].filter((one) =>
          [...one.attributes].some(({ name }) => /^on|^data-gjs|srcdoc|action/.test(name)),
        ).length + element.querySelectorAll('script, iframe, svg, form, base, meta, style').length,
    ),
  ).toBe(0)

  await add('resource-shelf')
  for (const field of await page.locator('.right input[type=text]:visible, .right textarea:visible').all())
    await field.press('Control+v')
  await page.getByLabel('自己挑选').check()
  await page.getByLabel('在本馆可用的资源里查找').press('Control+v')
  await page.locator('dialog').getByRole('button', { name: '完成' }).click()

  const before = await canvas().locator('main').textContent()
  await canvas()
    .locator('main')
    .click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+v')
  expect(await canvas().locator('main').textContent()).toBe(before)
  expect(
    await canvas().locator('main script, main base, main meta, main [onclick], main [srcdoc]').count(),
  ).toBe(0)
  expect(ran).toEqual([])
  expect(asked).toEqual([])
  expect(new URL(page.url()).pathname).toBe(address)
})
