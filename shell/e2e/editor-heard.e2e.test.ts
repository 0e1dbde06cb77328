// The editor as a screen reader has it: each control has a name, each dialog its title and the focus back, and what happens is
// said: added, moved, deleted, undone, saved, offline, a clash, published.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { launch } from './chromium.ts'
import { interactive } from './reader.ts'

const library = 'n330206'
const address = `/console/edit/${library}`
let browser: Browser
let context: BrowserContext
let page: Page
let protocol: CDPSession

/** Roles that somebody can do something with. */
const controls = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'slider', 'spinbutton'],
  ...['option', 'tab', 'switch', 'menuitem', 'DisclosureTriangle'],
])
/** Regions that somebody goes to. */
const regions = new Set(['region', 'dialog', 'navigation', 'Iframe', 'group'])

interface Heard {
  readonly role: string
  readonly name: string
  readonly ignored: boolean
}

async function tree(): Promise<readonly Heard[]> {
  const { nodes } = await protocol.send('Accessibility.getFullAXTree')
  return nodes.map(({ role, name, ignored }) => ({
    ...{ role: String(role?.value ?? ''), name: String(name?.value ?? '').trim(), ignored },
  }))
}

/** Controls and regions without a name; groups may be silent. */
async function unnamed(): Promise<string[]> {
  return (await tree())
    .filter(({ role, ignored, name }) => !ignored && name === '' && (controls.has(role) || regions.has(role)))
    .filter(({ role }) => role !== 'group')
    .map(({ role }) => role)
}

/** What was said since it was asked last: by the portal, and by what says its own state. */
async function said(): Promise<string> {
  return page.evaluate(() => {
    const words: string[] = Reflect.get(window, 'said') ?? []
    Reflect.set(window, 'said', [])
    return words.join('\n')
  })
}
const hears = (words: string | RegExp) => {
  let all = ''
  return expect.poll(async () => (all += `${await said()}\n`), { timeout: 20_000 }).toMatch(words)
}
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
  })

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, context } = reader)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.addInitScript(() => {
    Reflect.set(window, 'said', [])
    const live = '[aria-live], [role=status], [role=alert]'
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) {
          const element = node instanceof Element ? node : node.parentElement
          const place = element?.closest(live) ?? element?.querySelector(live)
          const text = place?.textContent?.trim()
          if (text) Reflect.get(window, 'said').push(text)
        }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.goto(address)
  protocol = await context.newCDPSession(page)
  await protocol.send('Accessibility.enable')
  await interactive(page)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}, 180_000)
afterAll(() => browser.close())

test('the desk is announced by the page and the site, its regions and everything in them have names', async () => {
  const names = await tree()
  expect(names.find(({ role }) => role === 'heading')?.name).toMatch(/编辑“首页”/)
  for (const region of ['大纲', '预览', '内容'])
    expect(names.some(({ role, name }) => role === 'region' && name === region)).toBe(true)
  expect(await unnamed()).toEqual([])
})

test('what is done to a block is said, and each state of the desk has names', async () => {
  const add = page.getByRole('button', { name: '添加版块' })
  await add.focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  const dialog = (await tree()).find(({ role, ignored }) => role === 'dialog' && !ignored)
  expect(dialog?.name).toBe('添加版块')
  expect(await unnamed()).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  expect(await focused()).toContain('添加版块')

  await page.keyboard.press('Enter')
  await page.locator('dialog [data-type=quotation]').focus()
  await page.keyboard.press('Enter')
  await hears('已添加引文')
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('听得见的话')
  await hears('已保存')
  expect(await unnamed()).toEqual([])
  const name = page.locator('.outline .row', { hasText: '引文' }).first().locator('.name')
  await name.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await hears(/现在是第 \d+ 个，共 \d+ 个/)
  await page.keyboard.press('Delete')
  await hears(/已删除.*可以撤销/)
  await page.keyboard.press('Control+z')
  await hears('已撤销')
  await page.keyboard.press('Control+Shift+z')
  await hears('已重做')
  await page.keyboard.press('Control+z')
  await hears('已保存')
})

test('every kind of field of every block on the page has a name', async () => {
  const rows = page.locator('.outline .row .name')
  for (let n = 0; n < (await rows.count()); n++) {
    await rows.nth(n).click()
    await page.locator('.right input, .right textarea, .right select, .right p').first().waitFor()
    expect(await unnamed(), (await rows.nth(n).textContent()) ?? '').toEqual([])
  }
})

test('no network and a network again are said', async () => {
  await page.locator('.outline .row', { hasText: '引文' }).first().locator('.name').click()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: '引文', exact: true }).fill('没有网络时的话')
  await hears('没有网络，已存在这台设备上')
  await context.setOffline(false)
  await hears('已保存')
})

test('dialogs are announced with their titles, and give the focus back', async () => {
  for (const [button, title] of [
    ['历史', /历史/],
    ['发布…', /发布/],
  ] as const) {
    const opens = page.locator('.bar').getByRole('button', { name: button })
    await opens.focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await expect
      .poll(async () => (await tree()).find(({ role, ignored }) => role === 'dialog' && !ignored)?.name)
      .toMatch(title)
    expect(await unnamed()).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await opens.evaluate((element) => element === document.activeElement)).toBe(true)
  }
})

test('that the site was published is said', async () => {
  await page.locator('.bar').getByRole('button', { name: /^发布/ }).click()
  await page.locator('dialog footer .btn.primary').click()
  await hears('已经上线')
  await page.keyboard.press('Escape')
})
