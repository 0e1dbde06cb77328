// From "I am the library of X" to a published site, on a phone: every step stored as it is left, left and come back to, by keyboard
// alone, skipped from one end to the other, and in English.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
const library = 'n3307'
const skipped = 'n3308'
const start = (of: string) => `/console/edit/${of}/start`
const siteOf = (of: string) => origin.replace('//', `//${of}.`)
let browser: Browser
let context: BrowserContext
let page: Page
let errors: readonly string[]

/** A missing network is no fault of a page. */
const faults = (): string[] => errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'ndl/admin-1', `/console/publishing?library=${library}`)
  ;({ page, context, errors } = reader)
}, 180_000)
afterAll(() => browser.close())

/** The step is there, its heading has the focus, and nothing is out of its place. */
async function at(n: number, title: string, { focus = true, on = page } = {}): Promise<void> {
  const heading = on.getByRole('heading', { level: 1, name: title, exact: true })
  await heading.waitFor({ timeout: 20_000 })
  await on.getByText(`第 ${n} 步，共 8 步`).waitFor()
  if (focus)
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
}
async function judged(): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
}
const active = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return element?.id || element?.textContent?.trim() || element?.tagName || ''
  })
/** By the key that goes from one to the next, as far as the one that is meant. */
async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if ((await active()) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The tab key does not come to ${name}, but to ${await active()}.`)
}
async function press(name: string): Promise<void> {
  await tabTo(name)
  await page.keyboard.press('Enter')
}
async function type(id: string, text: string): Promise<void> {
  await tabTo(id)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('its host is nobody’s, and the console and the desk lead to the beginning', async () => {
  const reader = await openReader(browser, siteOf(library), {})
  expect((await reader.page.goto('/'))?.status()).toBe(421)
  await reader.close()
  await page.getByRole('heading', { name: '给本馆建网站' }).waitFor()
  await judged()
  await page.goto(`/console/edit/${library}`)
  await page.getByRole('link', { name: '去建网站' }).click()
  await at(1, '选一个模板', { focus: false })
})

test('a template is chosen by keyboard and seen at once, then there is a site', async () => {
  const first = page.getByRole('radio').first()
  await first.waitFor()
  const canvas = page.frameLocator('.start-step iframe')
  await canvas.locator('main h1, main h2').first().waitFor({ timeout: 20_000 })
  await judged()
  await first.focus()
  await page.keyboard.press('Space')
  await canvas.getByText('开卷有益').waitFor()
  await press('用这个模板建网站')
  await at(2, '名称、印章和配色')
})

test('name, seal and colours are tried on the page as it looks on a phone', async () => {
  const canvas = page.frameLocator('.start-step iframe')
  await canvas.locator('main').getByText('开卷有益').waitFor({ timeout: 20_000 })
  await judged()
  await type('start-name-zh-CN', '婺州书院')
  await canvas.locator('header').getByText('婺州书院').first().waitFor()
  await type('start-seal', '三个字')
  await press('下一步')
  // Two characters fit into the field, whatever is typed.
  await at(3, '开放时间')
  await page.goBack()
  await at(2, '名称、印章和配色')
  await type('start-seal', '')
  await page.keyboard.press('Delete')
  await press('下一步')
  await page.getByText('印章上要有一个或两个字。').waitFor()
  expect(await active()).toBe('start-seal')
  await press('用“婺州”')
  await page.getByLabel('翠竹').focus()
  await page.keyboard.press('Space')
  await press('下一步')
  await at(3, '开放时间')
})

test('what is left in the middle is there when somebody comes back, on the step where they were', async () => {
  await judged()
  await type('start-opens', '830')
  await type('start-closes', '7')
  await press('下一步')
  await page.getByText('关门要比开门晚。').waitFor()
  await judged()
  await type('start-closes', '20：30')
  await page.close({ runBeforeUnload: false })
  page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(String(error)).toBe(''))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(start(library))
  await interactive(page)
  await at(3, '开放时间', { focus: false })
  await page.getByText('上次写了还没有保存的内容已经找回来了。').waitFor()
  expect(await page.locator('#start-opens').inputValue()).toBe('830')
  await page.locator('#start-open-WEDNESDAY').focus()
  await page.keyboard.press('Space')
  await judged()
  await press('下一步')
  await at(4, '地址和联系方式')
})

test('without a network nothing is lost, and the same press goes on when there is one', async () => {
  await judged()
  await type('start-address', '浙江省金华市婺城区书院路 1 号')
  await type('start-telephone', '电话')
  await press('下一步')
  await page.getByText('电话的写法不对').waitFor()
  await judged()
  await type('start-telephone', '0579-8888 8888')
  await context.setOffline(true)
  await press('下一步')
  await page.getByText('没有保存：没有网络').waitFor({ timeout: 30_000 })
  await judged()
  await context.setOffline(false)
  await press('下一步')
  await at(5, '备案号')
})

test('a step is skipped, gone back to, and taken then', async () => {
  await judged()
  await press('以后再说')
  await at(6, '首页的书架')
  await press('上一步')
  await at(5, '备案号')
  await type('start-icp', '浙ICP备12345678号')
  await press('下一步')
  await at(6, '首页的书架')
})

test('three shelves are proposed with their numbers, and put onto the home page once', async () => {
  await page.getByRole('checkbox').first().waitFor({ timeout: 30_000 })
  await judged()
  expect(await page.locator('.offer input:checked').count()).toBe(3)
  expect(await page.locator('.offer', { hasText: '大家常读' }).textContent()).toMatch(/[\d,]+ 种/)
  await press('下一步')
  await at(7, '法律还要求什么')
  await press('上一步')
  await at(6, '首页的书架')
  await page.locator('.standing').nth(2).waitFor({ timeout: 30_000 })
  expect(await page.locator('.offer input:checked').count()).toBe(0)
  await press('下一步')
  await at(7, '法律还要求什么')
})

test('what the law still asks is told with its article and a way to it', async () => {
  const line = (text: string) => page.locator('.start-step li', { hasText: text })
  await line('什么时候开放').waitFor()
  await judged()
  expect(await line('什么时候开放').textContent()).toContain('已填')
  expect(await line('向谁投诉').textContent()).toContain('《公共图书馆法》第四十二条')
  await line('向谁投诉').getByRole('link').focus()
  await page.keyboard.press('Enter')
  await at(4, '地址和联系方式')
  await page.goBack()
  // Back on the link that led away, as everywhere in the portal.
  await at(7, '法律还要求什么', { focus: false })
  await page.getByRole('heading', { level: 1 }).focus()
  await press('下一步')
  await at(8, '发布网站')
})

test('one press, and its host answers with the name, the hours and the shelves', async () => {
  await judged()
  await press('发布')
  await page.getByRole('heading', { name: '网站已经上线' }).waitFor({ timeout: 60_000 })
  await expect.poll(active).toBe('网站已经上线')
  await judged()
  expect(await page.getByRole('link', { name: '打开网站' }).getAttribute('href')).toBe(`${siteOf(library)}/`)
  const reader = await openReader(browser, siteOf(library), {})
  const words = async (path: string): Promise<string> => {
    await reader.page.goto(path)
    return reader.page.locator('body').innerText()
  }
  await expect.poll(() => words('/'), { timeout: 20_000 }).toContain('婺州书院')
  const home = await words('/')
  expect(home).toContain('浙ICP备12345678号')
  const titles = await reader.page.locator('main h2').allTextContents()
  expect(titles.filter((title) => title.trim() === '大家常读')).toHaveLength(1)
  // Below the hours, which readers come for first.
  const order = titles.map((title) => title.trim())
  expect(order.indexOf('大家常读')).toBeGreaterThan(order.indexOf('开放时间'))
  expect(order).toContain('开放时间')
  // What a library tells its visitors follows within seconds; a librarian takes longer than this test.
  for (const part of ['8:30', '20:30', '书院路', '0579-8888 8888'])
    await expect.poll(() => words('/visit'), { timeout: 30_000 }).toContain(part)
  expect(await violations(reader.page)).toEqual([])
  await reader.close()
  expect(faults()).toEqual([])
})

test('the desk has one quiet link to the beginning while something of it is not done', async () => {
  const other = await context.newPage()
  await other.goto(`/console/edit/${library}`)
  await other.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await other.waitForLoadState('networkidle')
  // All of it is done here: hours, contact, filing number.
  expect(await other.getByRole('link', { name: '开站向导' }).count()).toBe(0)
  await other.close()
})

test('who skips everything has a published site, too, and the desk leads back', async () => {
  await page.goto(start(skipped))
  await at(1, '选一个模板', { focus: false })
  await page.getByRole('radio').first().waitFor()
  await press('替我选')
  await at(2, '名称、印章和配色')
  for (const [n, title] of [
    [3, '开放时间'],
    [4, '地址和联系方式'],
    [5, '备案号'],
    [6, '首页的书架'],
    [7, '法律还要求什么'],
    [8, '发布网站'],
  ] as const) {
    await press('以后再说')
    await at(n, title)
  }
  const reader = await openReader(browser, siteOf(skipped), {})
  await expect.poll(async () => (await reader.page.goto('/'))?.status(), { timeout: 30_000 }).toBe(200)
  await reader.close()
  await page.goto(`/console/edit/${skipped}`)
  await page.getByRole('link', { name: '开站向导' }).click()
  await at(8, '发布网站', { focus: false })
})

test('in English', async () => {
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('header form[action="/preferences"]')
    const choice = form?.querySelector<HTMLElement>('[name=locale][value=en]')
    choice?.click()
    if (choice instanceof HTMLInputElement) form?.requestSubmit()
  })
  await page.getByRole('heading', { level: 1, name: 'Publish the site' }).waitFor({ timeout: 20_000 })
  await page.goto(`${start(skipped)}?step=hours`)
  for (const title of [
    'Opening hours',
    'Address and contact',
    'Filing numbers',
    'Shelves of the home page',
    'What the law still asks',
    'Publish the site',
  ]) {
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor({ timeout: 20_000 })
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    await judged()
    if (title !== 'Publish the site') await page.getByRole('button', { name: 'Skip for now' }).click()
  }
})
