// Updates of a template in the console: a site that is behind its template sees what is new, in words, and takes it over.
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient } from 'mongodb'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { interactive } from './reader.ts'

const dataDir = inject('dataDir')
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'n33/editor-1', '/console/template-updates?library=n33')
  page = reader.page
  errors = reader.errors
}, 120_000)
afterAll(() => browser.close())

async function faultless(): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
}

/** Two pages as an older version of the template gave them: one did not exist, the other read otherwise. */
async function fallBehind(): Promise<void> {
  const store = await openStore({ dataDir })
  const client = new MongoClient(store.uri)
  try {
    const sitePages = client.db('shuxiang').collection<{ _id: string; document: string }>('site_pages')
    const venues = await sitePages.findOne({ _id: 'n33:/venues' })
    if (!venues) throw new Error('The site has no page of its branches.')
    const document = venues.document
      .replace('一座城市的图书馆不只一处', '一座城市的图书馆有好几处')
      .replace('The library of a city is more than one house', 'A city’s library has several houses')
    expect(document).not.toBe(venues.document)
    await sitePages.updateOne({ _id: 'n33:/venues' }, { $set: { document } })
    expect((await sitePages.deleteOne({ _id: 'n33:/privacy' })).deletedCount).toBe(1)
  } finally {
    await client.close()
    await store.close()
  }
}

test('a site that has all of its template is told so', async () => {
  await page.getByText('没有新的内容').waitFor()
  await faultless()
})

test('a site that is behind sees what is new in words, and takes it over by keyboard', async () => {
  await fallBehind()
  await page.reload()
  await interactive(page)
  await page.locator('del', { hasText: '一座城市的图书馆有好几处' }).waitFor()
  await page.locator('ins', { hasText: '一座城市的图书馆不只一处' }).waitFor()
  await page.getByText('新页面 /privacy').waitFor()
  await faultless()
  await page.getByRole('heading', { name: '模板更新' }).focus()
  for (const of of ['采用：', '加上这一页：']) {
    const take = page.getByRole('button', { name: of })
    await take.focus()
    await page.keyboard.press('Enter')
    await take.waitFor({ state: 'detached' })
    await page.locator('[role=status]:focus', { hasText: '已经采用，在草稿里' }).waitFor()
  }
  await page.getByText('没有新的内容').waitFor()
  await faultless()
  expect(errors).toEqual([])
})
