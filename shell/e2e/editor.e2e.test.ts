// A librarian at the desk: from a site that a template gave to one with her own words on it, which readers find; on a phone, by
// keyboard, without network, with a colleague at the same page, and with a tab that dies.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplaced } from './boxes.ts'
import { drawnMain } from './drawn-main.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
const library = 'n3306'
const address = `/console/edit/${library}`
const site = origin.replace('//', `//${library}.`)
let browser: Browser
let context: BrowserContext
let page: Page
let errors: readonly string[]

/** What a dying tab and a missing network leave in the console is no fault of a page. */
const faults = (): string[] => errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, context, errors } = reader)
  await page.getByRole('link', { name: '编辑网站' }).click()
  await opened(page)
}, 180_000)
afterAll(() => browser.close())

async function opened(on: Page): Promise<void> {
  await on.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}
const pane = (name: string, on = page) =>
  on.getByRole('navigation', { name: '显示' }).getByRole('button', { name, exact: true })
const saved = (on = page) => on.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
const row = (name: string, on = page) => on.locator('.outline .row', { hasText: name })
const canvas = (on = page) => on.frameLocator('.canvas iframe')
/** High enough for whole forms: what is scrolled half under an edge is judged smaller than it is. */
const high = (on = page) => on.setViewportSize({ width: 1280, height: 2400 })
const wide = (on = page) => on.setViewportSize({ width: 1280, height: 800 })
const phone = (on = page) => on.setViewportSize({ width: 360, height: 740 })

async function addBlock(type: string, on = page): Promise<void> {
  await on.getByRole('button', { name: '添加版块' }).click()
  await on.locator(`dialog [data-type=${type}]`).click()
}

test('on a phone: the page as a list, the fields of a block, the page itself; nothing beside the screen', async () => {
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  await addBlock('quotation')
  await page.getByRole('textbox', { name: '引文' }).fill('书犹药也，善读之可以医愚。')
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  await pane('预览').click()
  await canvas().getByText('书犹药也').waitFor()
  expect(await violations(page)).toEqual([])
  await saved()
})

test('by keyboard: a block is found, written, moved, taken away and had back', async () => {
  await wide()
  await page.locator('.add').last().focus()
  await page.keyboard.press('Enter')
  const find = page.getByLabel('查找版块')
  await find.focus()
  await page.keyboard.type('书架')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await row('资源书架').first().waitFor()
  const title = page.getByRole('textbox', { name: '标题', exact: true })
  await title.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('馆长荐书')
  await canvas().getByRole('heading', { name: '馆长荐书' }).waitFor()
  await page.getByText(/现在符合 [\d,]+ 种/).waitFor()
  expect(await violations(page)).toEqual([])

  const rows = () => page.locator('.outline > .list > li > .row .title').allTextContents()
  const before = await rows()
  const name = row('馆长荐书').locator('.name')
  await name.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await rows()).indexOf('馆长荐书')).toBe(before.indexOf('馆长荐书') - 1)
  expect(await name.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.keyboard.press('Delete')
  await expect.poll(rows).not.toContain('馆长荐书')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('name')
  await page.keyboard.press('Control+z')
  await expect.poll(rows).toContain('馆长荐书')
  await page.keyboard.press('Control+z')
  await expect.poll(rows).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await rows()).indexOf('馆长荐书')).toBe(before.indexOf('馆长荐书') - 1)

  const region = () =>
    page.evaluate(() => document.activeElement?.closest('.bar, .left, .canvas-pane, .right')?.className ?? '')
  const visited = new Set<string>()
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('F6')
    visited.add(await region())
  }
  expect(visited.size).toBe(4)
  await saved()
})

test('records are picked one by one, each with a word, from what the library can use', async () => {
  await row('馆长荐书').locator('.name').click()
  await page.getByLabel('自己挑选').click()
  await page.getByLabel('在本馆可用的资源里查找').fill('论语')
  const first = page.locator('dialog li', { hasText: '论语' }).first()
  await first.getByRole('button', { name: /^选择/ }).click()
  expect(await violations(page)).toEqual([])
  await page.locator('dialog').getByRole('button', { name: '完成' }).click()
  await page.getByLabel('推荐语（可以不写）').fill('半部论语治天下')
  await page.getByLabel('列表，带推荐语').check()
  await canvas().getByText('半部论语治天下').waitFor()
  await saved()
})

test('what services offer and what others keep are chosen, not typed', async () => {
  await addBlock('part-of-service')
  await page.getByLabel('哪一项服务').selectOption('我的书架')
  await expect.poll(() => page.getByLabel('哪一项服务').inputValue()).toBe('account/shelf')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await row('服务内容').waitFor({ state: 'detached' })
  await addBlock('shared-part')
  await page.getByText('这里还没有共用内容').waitFor()
  await page.keyboard.press('Control+z')
  await row('共用内容').waitFor({ state: 'detached' })
  await saved()
})

describe('a text with marks', () => {
  test('is written, and what a hostile page put on the clipboard is words', async () => {
    await addBlock('rich-text')
    const surface = page.locator('.surface')
    await surface.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('本馆新到一批地方志。')
    await page.keyboard.press('Enter')
    await page.evaluate(() => {
      Object.assign(window, { hits: [], PWN: (n: number) => Reflect.get(window, 'hits').push(n) })
      const data = new DataTransfer()
      data.setData(
        'text/html',
        `<h1>借阅办法</h1><p data-gjs-type="script" data-gjs-script="top.PWN(1)" onclick="top.PWN(2)">凭<b>读者证</b>借阅<img src=x onerror=top.PWN(3)></p><iframe srcdoc="<script>top.PWN(4)</scr` +
          `ipt>"></iframe><a href="javascript:top.PWN(5)">点</a><ul><li>一</li><li>二</li></ul>`,
      )
      document
        .querySelector('.surface')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await canvas().getByRole('heading', { name: '借阅办法' }).waitFor()
    expect(await canvas().locator('main strong', { hasText: '读者证' }).count()).toBe(1)
    expect(
      await canvas()
        .locator('main li', { hasText: /^[一二]$/ })
        .count(),
    ).toBe(2)
    expect(await page.evaluate(() => Reflect.get(window, 'hits'))).toEqual([])
    expect(
      await surface.evaluate((element) => element.querySelectorAll('[onclick], iframe, img, a').length),
    ).toBe(0)
    expect(await violations(page)).toEqual([])
    await saved()
  })

  test('takes a list by the bar above it, and leaves it by an empty line', async () => {
    const surface = page.locator('.surface')
    await surface.locator('li').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(() => surface.locator('li').count()).toBe(3)
    await page.keyboard.press('Enter')
    await page.keyboard.type('末段')
    await expect.poll(() => surface.locator('> p').last().textContent()).toBe('末段')
    await page.getByLabel('段落种类').selectOption('numbers')
    await canvas().locator('main ol li', { hasText: '末段' }).waitFor()
    await page.keyboard.press('Control+z')
    await canvas().locator('main p', { hasText: '末段' }).waitFor()
    await saved()
  })

  test('has words of another language that are marked as such', async () => {
    const surface = page.locator('.surface')
    await surface.locator('> p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Library Week')
    expect(await page.getByLabel('选中文字的语言').count()).toBe(0)
    await page.keyboard.press('Shift+Home')
    await page.getByLabel('选中文字的语言').selectOption({ label: '英语' })
    await canvas().locator('main p [lang=en]', { hasText: 'Library Week' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('选中文字的语言').selectOption('')
    await canvas().locator('main p [lang=en]').waitFor({ state: 'detached' })
    await saved()
  })
})

test('words are found in all texts of the page, whatever is drawn, and lead to their field', async () => {
  await page.getByRole('button', { name: '查找文字…' }).click()
  await page.getByLabel('找什么').fill('没有这几个字')
  await page.getByText('这个页面里没有“没有这几个字”。').waitFor()
  await page.getByLabel('找什么').fill('半部论语')
  const line = page.locator('dialog li', { hasText: '半部论语治天下' })
  await line.waitFor()
  expect(await line.textContent()).toContain('馆长荐书')
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await line.getByRole('button').click()
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  const inFields = () => page.evaluate(() => document.activeElement?.closest('.right') !== null)
  await expect.poll(inFields).toBe(true)
  await page.getByLabel('推荐语（可以不写）').waitFor()
})

test('without a network the work goes on, and is saved when there is one', async () => {
  await row('馆长荐书').locator('.name').click()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('断网时写的标题')
  await page.locator('.saved[data-state=offline]').waitFor({ timeout: 20_000 })
  await page.getByText('没有网络，已存在这台设备上').waitFor()
  expect(await violations(page)).toEqual([])
  await context.setOffline(false)
  await saved()
})

test('a sign-in that ends loses nothing, and what was written goes when there is one again', async () => {
  let ended = true
  await page.route('**/graphql', async (route) => {
    if (!ended || !route.request().postData()?.includes('SavePage')) return route.fallback()
    return route.fulfill({
      contentType: 'application/json',
      body: JSON.stringify({
        data: null,
        errors: [{ message: 'signed out', extensions: { code: 'UNAUTHENTICATED' } }],
      }),
    })
  })
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('过期时写的标题')
  await page.locator('.saved[data-state=signed-out]').waitFor({ timeout: 20_000 })
  ended = false
  await page.keyboard.press('Control+s')
  await saved()
  await page.unrouteAll()
})

test('a tab that dies right after the last key loses nothing', async () => {
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SavePage') ? route.abort() : route.fallback(),
  )
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('最后一个字')
  // The device has it within 150 ms.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
  await page.close({ runBeforeUnload: false })
  page = await context.newPage()
  await wide()
  await page.goto(address)
  await interactive(page)
  await opened(page)
  await row('最后一个字').waitFor()
  await saved()
})

test('two at one page: both have what the other wrote, and what clashes is a card with both texts', async () => {
  const other = await context.newPage()
  await wide(other)
  await other.goto(address)
  await opened(other)
  await saved()
  // Each on a device of their own: the pages share one here, so the other forgets what it kept.
  await row('最后一个字', other).locator('.name').click()
  await row('最后一个字').locator('.name').click()
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('甲的标题')
  await saved()
  await other.getByRole('textbox', { name: '标题', exact: true }).fill('乙的标题')
  await other.getByRole('region', { name: '两个人改了同一处' }).waitFor({ timeout: 20_000 })
  const card = other.locator('.card', { hasText: '乙的标题' })
  expect(await card.textContent()).toContain('甲的标题')
  expect(await violations(other)).toEqual([])
  await card.getByRole('button', { name: '换成另一个' }).click()
  await expect.poll(() => other.locator('.cards').count(), { timeout: 15_000 }).toBe(0)
  await row('乙的标题', other).waitFor()
  await saved(other)
  await other.close()
  await page.reload()
  await opened(page)
  await row('乙的标题').waitFor()
})

test('a page is made under an address of its title', async () => {
  await page.getByRole('button', { name: '页面', exact: true }).click()
  await page.getByRole('button', { name: '新建页面' }).click()
  await page.locator('dialog').getByLabel('页面标题').fill('读者须知')
  expect(await page.getByLabel('地址').inputValue()).toBe('/读者须知')
  await high()
  expect(await violations(page)).toEqual([])
  await wide()
  await page.locator('dialog').getByRole('button', { name: '新建', exact: true }).click()
  await page.waitForURL(({ searchParams }) => searchParams.get('path') === '/读者须知')
  await page.locator('.pages .here', { hasText: '读者须知' }).waitFor()
  await page.getByRole('button', { name: '大纲', exact: true }).first().click()
  await addBlock('quotation')
  await saved()
})

test('the site is published from the desk, and readers find what was written', async () => {
  await page.getByRole('button', { name: '页面', exact: true }).click()
  await page.locator('.pages').getByRole('link', { name: /首页/ }).click()
  await page.getByRole('button', { name: '大纲', exact: true }).first().click()
  await row('乙的标题').waitFor()
  await page.getByRole('button', { name: /^发布/ }).click()
  const changes = page.locator('dialog .changes')
  await changes.getByText('加了“资源书架”').first().waitFor()
  expect(await violations(page)).toEqual([])
  await changes.getByRole('button', { name: /^对照/ }).first().click()
  const compared = page.locator('dialog.wide')
  await compared.frameLocator('[data-side=after] iframe').getByText('乙的标题').first().waitFor()
  const live = compared.frameLocator('[data-side=before] iframe')
  await live.locator('main').waitFor()
  expect(await live.locator('main').textContent()).not.toContain('乙的标题')
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await page.keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })
  expect(await misplaced(page)).toEqual([])
  await wide()

  await page.getByLabel('定个时间').check()
  await page.locator('dialog footer .btn.primary').click()
  await page.getByText('请填写一个以后的时间').waitFor()
  await page.getByLabel('上线时间').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16))
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '定时发布' }).click()
  await page.getByText('已经定好').waitFor()
  await page.locator('dialog').getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.getByRole('button', { name: '取消定时发布' }).click()
  await page.getByText('已取消，到时候不会上线。').waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('dialog footer .btn.primary').click()
  await page.getByText('已经上线。').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  const reader = await openReader(browser, site, {})
  await expect
    .poll(
      async () => {
        await reader.page.goto('/')
        return reader.page.locator('main').textContent()
      },
      { timeout: 20_000 },
    )
    .toContain('乙的标题')
  const words = await reader.page.locator('main').textContent()
  for (const part of ['书犹药也', '半部论语治天下', '本馆新到一批地方志', '借阅办法'])
    expect(words).toContain(part)
  expect(await violations(reader.page)).toEqual([])
  await reader.close()
})

test('what is drawn on the desk is what readers get, element by element', async () => {
  await page.locator('dialog').getByRole('button', { name: '完成' }).click()
  const reader = await openReader(browser, site, {})
  await reader.page.goto('/')
  expect(await drawnMain(canvas())).toBe(await drawnMain(reader.page))
  await reader.close()
})

test('readers have the former version again by one press and a second one, and the drafts stay', async () => {
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.getByText('退回以前的版本').click()
  await page.getByRole('button', { name: /^退回第/ }).click()
  expect(await page.getByLabel('为什么退回').inputValue()).not.toBe('')
  expect(await page.locator('dialog .btn.primary').count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await page
    .locator('dialog form')
    .getByRole('button', { name: /^退回第/ })
    .click()
  await page.getByText('已经退回：读者现在看到的又是').waitFor()
  // Nothing here publishes at a slip what was just taken back.
  expect(await page.locator('dialog footer .btn').count()).toBe(1)
  const reader = await openReader(browser, site, {})
  await expect
    .poll(
      async () => {
        await reader.page.goto('/')
        return reader.page.locator('main').textContent()
      },
      { timeout: 20_000 },
    )
    .not.toContain('乙的标题')
  await reader.close()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.locator('dialog .changes .of b').getByText('首页', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await canvas().getByText('乙的标题').first().waitFor()
})

test('an earlier revision is named, compared with the page as it is, and had back by two presses', async () => {
  await page.getByRole('button', { name: '历史' }).click()
  const earlier = page.locator('dialog .revision').nth(1)
  await earlier.getByRole('button', { name: /^命名/ }).click()
  await page.keyboard.press('Enter')
  await page.getByText('请写一个名称。').waitFor()
  await page.getByLabel('名称', { exact: true }).fill('春节改版以前')
  await page.keyboard.press('Enter')
  await earlier.getByText('春节改版以前').waitFor()
  expect(await violations(page)).toEqual([])
  await earlier.getByRole('button', { name: /^对照/ }).click()
  const compared = page.locator('dialog.wide')
  await compared.frameLocator('[data-side=before] iframe').locator('main').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await earlier.getByRole('button', { name: '恢复到这里' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '确定恢复' }).click()
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  await opened(page)
})

test('what stands on every page is set beside it, and tried before it counts', async () => {
  await page.getByRole('button', { name: '网站', exact: true }).click()
  await page.getByLabel('ICP 备案号').fill('浙ICP备12345678号')
  await page.getByLabel('翠竹').check()
  await canvas().getByText('浙ICP备').waitFor({ state: 'detached' })
  await high()
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存，下次发布后读者能看到。').waitFor()
  await canvas().getByText('浙ICP备12345678号').waitFor()
  expect(faults()).toEqual([])
})
