// A host of a library's own in the console: the wish, the record to add, what is told while it is not there, and the end of it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'

let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'n33/admin-1', '/console/hosts?library=n33')
  page = reader.page
  errors = reader.errors
}, 120_000)
afterAll(() => browser.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('a name that is none is refused at its field, and one that may be is asked for by keyboard', async () => {
  const field = page.getByLabel('域名', { exact: true })
  await field.fill('http://www.zjlib.example/')
  await page.keyboard.press('Enter')
  await page.getByText('这不是域名').waitFor()
  expect(await violations(page)).toEqual([])
  await field.fill('www.zjlib-shuxiang.example')
  await page.keyboard.press('Enter')
  await page.getByText('已经记下').waitFor()
  await page.getByText('_shuxiang.www.zjlib-shuxiang.example').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
})

test('the wish is given up after what it means was told', async () => {
  await button('停用').click()
  await page.getByText('不再申请使用 www.zjlib-shuxiang.example').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await button('确定停用').click()
  await page.getByText('还没有用自己的域名').waitFor()
  expect(errors).toEqual([])
})
