// What a librarian looks at in the morning, from a line to the place where it is done; and help where one stands: the tour by
// keyboard, the shortcuts, the site to practise on.
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient, type Db } from 'mongodb'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
const library = 'n3415'
const site = origin.replace('//', `//${library}.`)
let browser: Browser
let page: Page
let errors: readonly string[]

const shots = process.env['SHOTS']
/** For whoever looks at it: nothing without a folder to write to. */
async function shot(name: string, full = true): Promise<void> {
  if (!shots) return
  for (const [width, dark] of [
    [360, false],
    [768, true],
    [1280, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: full })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await wide()
}
const wide = () => page.setViewportSize({ width: 1280, height: 800 })
const phone = () => page.setViewportSize({ width: 360, height: 740 })

/** In the store of the running product, as what comes by the day stands there. */
async function inStore(work: (db: Db) => Promise<void>): Promise<void> {
  const store = await openStore({ dataDir: inject('dataDir') })
  const client = new MongoClient(store.uri)
  try {
    await work(client.db('shuxiang'))
  } finally {
    await client.close()
    await store.close()
  }
}

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library)
  ;({ page, errors } = reader)
}, 180_000)
afterAll(() => browser.close())

const section = (name: string) =>
  page.locator('section.part', { has: page.getByRole('heading', { name, exact: true }) })

describe('the morning of a library', () => {
  test('what readers of its site searched in vain three times is there, and only then', async () => {
    const visitor = await openReader(browser, site)
    const words = '量子纠缠烹饪指南'
    const card = '33010619900101123'
    // Each asked anew, an hour after the other: what the gateway still has is not asked again.
    for (const [n, sort] of ['relevance', 'newest', 'oldest'].entries()) {
      await visitor.page.goto(`/search?q=${encodeURIComponent(words)}&sort=${sort}`)
      await visitor.page.goto(`/search?q=${card}&sort=${sort}`)
      await expect
        .poll(async () => {
          let moments = 0
          await inStore(async (db) => {
            const kept = await db.collection('missed_searches').findOne({ library, text: words })
            moments = Number(kept?.['moments'] ?? 0)
          })
          return moments
        })
        .toBe(n + 1)
      if (n === 1) {
        await page.goto(`/console?library=${library}`)
        await section('读者在本站没有找到的').getByText('读者搜索三次以上').waitFor()
        expect(await page.getByText(words).count()).toBe(0)
      }
      await inStore(async (db) => {
        await db.collection('missed_searches').updateMany({ library }, { $inc: { last: -3_600_000 } })
      })
    }
    await visitor.close()
    await page.goto(`/console?library=${library}`)
    const part = section('读者在本站没有找到的')
    await part.locator('.what', { hasText: words }).waitFor()
    expect(await part.locator('.what', { hasText: '3 次 ·' }).count()).toBe(1)
    expect(await page.getByText(card).count()).toBe(0)
    const nation = part.getByRole('link', { name: '看看全国有没有' })
    expect(await nation.getAttribute('href')).toBe(`/search?q=${encodeURIComponent(words)}`)
  })

  test('a fault has a button that ends at the block', async () => {
    let block = ''
    await inStore(async (db) => {
      const home = await db.collection('site_pages').findOne({ site: library, path: '/' })
      const document: unknown = JSON.parse(String(home?.['document'] ?? '{}'))
      block = Object(document).root?.[0] ?? ''
      const fault = {
        words: { 'zh-CN': '这个书架没有符合的资源。', en: 'Nothing fits this shelf.' },
        ...{ mendedAt: 'PAGES', page: '/', block },
      }
      const at = new Date()
      await db.collection<{ _id: string }>('site_health').updateOne(
        { _id: library },
        {
          $set: {
            ...{ name: '六安市图书馆', place: '3415', judgedAt: at, failures: 0, kinds: ['EMPTY_SHELF'] },
            nextAt: new Date(at.getTime() + 86_400_000),
            findings: [{ kind: 'EMPTY_SHELF', since: at, count: 1, faults: [fault] }],
          },
        },
        { upsert: true },
      )
    })
    expect(block).not.toBe('')
    await page.reload()
    const line = page.locator('.faults .line').first()
    await line.locator('.what', { hasText: '这个书架没有符合的资源。' }).waitFor()
    for (const part of await page.locator('section.part .skeleton').all())
      await part.waitFor({ state: 'detached' })
    await shot('today')
    await phone()
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    await wide()
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    await line.getByRole('link', { name: /^去改这一处/ }).click()
    await page.waitForURL((url) => url.pathname === `/console/edit/${library}`)
    await page.locator(`.outline [data-block="${block}"][aria-current=true]`).waitFor({ timeout: 20_000 })
  })
})

describe('help at the desk', () => {
  const card = () => page.getByRole('region', { name: '导览' })
  /** The card never lies over what it points at. */
  async function apart(): Promise<void> {
    const boxes = await page.evaluate(() =>
      ['.tour', '.ring'].map((selector) => {
        const { left, top, right, bottom } =
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return { left, top, right, bottom }
      }),
    )
    const [own, ring] = boxes
    if (!own || !ring) throw new Error('no tour')
    const over =
      Math.min(own.right, ring.right) > Math.max(own.left, ring.left) &&
      Math.min(own.bottom, ring.bottom) > Math.max(own.top, ring.top)
    expect(over, JSON.stringify(boxes)).toBe(false)
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    expect(own.left >= 0 && own.top >= 0 && own.right <= width && own.bottom <= height).toBe(true)
    expect(ring.bottom > 0 && ring.top < height, JSON.stringify(boxes)).toBe(true)
  }

  test('the tour is offered once, and walked by keyboard', async () => {
    const offer = page.getByRole('complementary', { name: '第一次来' })
    await offer.waitFor()
    expect(await violations(page)).toEqual([])
    await offer.getByRole('button', { name: '开始导览' }).focus()
    await page.keyboard.press('Enter')
    await card().getByText('第 1 步，共 8 步').waitFor()
    expect(await card().evaluate((own) => own === document.activeElement)).toBe(true)
    for (let n = 1; n <= 8; n++) {
      await card().getByText(`第 ${n} 步，共 8 步`).waitFor()
      await apart()
      if (shots) await page.screenshot({ path: `${shots}/tour-1280-${n}.png` })
      if (n === 1 || n === 4) expect(await violations(page)).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('ArrowLeft')
    await card().getByText('第 7 步').waitFor()
    // What it speaks of can be used meanwhile.
    await page.getByRole('button', { name: '页面', exact: true }).click()
    await card().waitFor()
    await page.getByRole('button', { name: '大纲', exact: true }).first().click()
    await page.keyboard.press('Escape')
    await expect.poll(() => card().count()).toBe(0)
    await page.reload()
    await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
    expect(await offer.count()).toBe(0)
  })

  test('every shortcut is in a list, by the question mark and by a press', async () => {
    await page.locator('.outline .name').first().focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: '帮助' })
    await dialog.getByText('版块上移').waitFor()
    expect(await violations(page)).toEqual([])
    await shot('help', false)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    // Where letters are written it is a letter.
    await page.getByRole('textbox').first().focus()
    await page.keyboard.press('?')
    expect(await dialog.count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '帮助', exact: true }).click()
    await dialog.waitFor()
  })

  test('on a phone the tour switches panes, and gives the focus back when it is left', async () => {
    await phone()
    await page.getByRole('dialog', { name: '帮助' }).getByRole('button', { name: '开始导览' }).click()
    await card().getByText('第 1 步').waitFor()
    const all = Number(/共 (\d+) 步/.exec((await card().textContent()) ?? '')?.[1])
    expect(all).toBeGreaterThanOrEqual(7)
    for (let n = 1; n <= all; n++) {
      await card().getByText(`第 ${n} 步`).waitFor()
      await apart()
      if (shots) await page.screenshot({ path: `${shots}/tour-360-${n}.png` })
      if (n < all) await card().getByRole('button', { name: '下一步' }).click()
    }
    expect(await violations(page)).toEqual([])
    await card().getByRole('button', { name: '完成' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('帮助')
    await wide()
  })
})

describe('the practice site', () => {
  const note = () => page.getByRole('complementary', { name: '练习网站' })
  const first = () => page.locator('.outline .row').first()

  test('is a whole desk of which no reader and no store hears', async () => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) sent.push(request.postData() ?? '')
    })
    await page.goto('/console')
    await page.getByRole('link', { name: '打开练习网站' }).click()
    await first().waitFor({ timeout: 20_000 })
    await note().getByText('什么都可以试').waitFor()
    await page.getByRole('button', { name: '添加版块' }).click()
    await page.locator('dialog [data-type=quotation]').click()
    await page.getByRole('textbox', { name: '引文' }).fill('练习时写的一句话')
    await page.frameLocator('.canvas iframe').getByText('练习时写的一句话').waitFor()
    await page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })
    await shot('practice', false)
    expect(await violations(page)).toEqual([])
    await phone()
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    await wide()
    expect(sent.filter((body) => body.includes('practice') || body.includes('练习时写的'))).toEqual([])
  })

  test('publishing tells what the checks find and what would have been live', async () => {
    await page.getByRole('button', { name: /^发布/ }).click()
    const dialog = page.getByRole('dialog', { name: '发布（练习）' })
    await dialog.locator('.word', { hasText: '检查通过' }).waitFor({ timeout: 20_000 })
    await dialog.getByText('有改动').waitFor()
    expect(await violations(page)).toEqual([])
    await shot('practice-publish', false)
    await dialog.getByRole('button', { name: '回去接着练' }).click()
    // Nothing of it answers anywhere.
    const answer = await page.request.get(`${origin.replace('//localhost', '//127.0.0.1')}/`, {
      headers: { host: new URL(origin).host.replace('localhost', 'practice.localhost') },
    })
    expect(answer.status()).toBe(421)
  })

  test('is still there after a reload, and as new when somebody starts over', async () => {
    await page.reload()
    await interactive(page)
    await page.locator('.outline .row', { hasText: '练习时写的' }).waitFor({ timeout: 20_000 })
    await note().getByRole('button', { name: '重新开始' }).click()
    await first().waitFor({ timeout: 20_000 })
    await expect.poll(() => page.locator('.outline .row', { hasText: '练习时写的' }).count()).toBe(0)
    expect(errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
  })
})
