// A reader of English finds works by the titles under which she knows them, on a phone, and reads them.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { eachReader } from './each-reader.ts'
import { interactive, type Device } from './reader.ts'

const phone: Device = { width: 360, height: 740, touch: true, locale: 'en-GB' }
const opened = eachReader()

const open = async (device: Device): Promise<Page> => (await opened(device)).page

async function looksRight(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplaced(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await picture(page, name)
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES']) await page.screenshot({ path: join(process.env['PICTURES'], `${name}.png`) })
}

const result = (page: Page) => page.locator('.hit h2 a').first()
const beside = (page: Page) => page.locator('main h1 + .beside')

test('Quiet Night Thought is suggested by its first letters, and leads to the poem', async () => {
  const page = await open(phone)
  await page.goto('/')
  await interactive(page)
  const box = page.locator('form[role=search] input[name=q]').first()
  await box.focus()
  await page.keyboard.type('quiet ni')
  await page.getByRole('option', { name: /^Quiet Night Thought \([静靜]夜思\)$/ }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await picture(page, 'english-suggested')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/item\//)
  await beside(page).waitFor()
  expect(await page.locator('main h1').innerText()).toMatch(/[静靜]夜思/)
  expect(await beside(page).innerText()).toBe('Quiet Night Thought')
  expect(await beside(page).getAttribute('lang')).toBe('en')
  expect(await page.locator('.verse').first().innerText()).toMatch(/[明看]月光/)
  expect(await page.locator('dl.facts').innerText()).toContain(
    'In the Quiet Night (Witter Bynner and Kiang Kang-hu, The Jade Mountain, 1929)',
  )
  await looksRight(page, 'english-record')
})

test('the Analects are found, with what was found marked, and read', async () => {
  const page = await open(phone)
  await page.goto('/search?q=the analects')
  expect(await result(page).innerText()).toMatch(/^论语\s+The Analects$/)
  expect(await result(page).locator('[lang=en] mark').allInnerTexts()).toContain('Analects')
  expect(await result(page).getAttribute('lang')).toBe('lzh-Hans')
  await looksRight(page, 'english-results')
  await result(page).click()
  await page.waitForURL(/\/item\//)
  expect(await beside(page).innerText()).toBe('The Analects')
})

test('a title that has no name in English sounds beside it', async () => {
  const page = await open(phone)
  await page.goto(`/search?q=${encodeURIComponent('author:苏轼 题西林壁')}`)
  const sound = result(page).locator('[lang=zh-Latn-pinyin]')
  expect(await sound.innerText()).toBe('Tí xī lín bì')
  await looksRight(page, 'english-pinyin')
  await result(page).click()
  await page.waitForURL(/\/item\//)
  expect(await beside(page).innerText()).toBe('Tí xī lín bì')
  expect(await beside(page).getAttribute('lang')).toBe('zh-Latn-pinyin')
})

test('a slip of the pen in English is set right, with the way back', async () => {
  const page = await open({ ...phone, javaScript: false })
  await page.goto('/search?q=quiet night thougt')
  expect(await page.locator('.meant').innerText()).toContain('Quiet Night Thought')
  expect(await result(page).innerText()).toContain('Quiet Night Thought')
})

test('whoever reads Chinese sees the English title of a result only where it was looked for', async () => {
  const page = await open({ ...phone, locale: 'zh-CN' })
  await page.goto('/search?q=静夜思')
  expect(await result(page).innerText()).toMatch(/^[静靜]夜思$/)
  await page.goto('/search?q=quiet night')
  expect(await result(page).innerText()).toMatch(/^[静靜]夜思\s+Quiet Night Thought$/)
})
