// A letter from a reader without scripts to the library, and what the library does with it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { openReader } from './reader.ts'

const origin = inject('origin')
const site = origin.replace('//', '//n33.')
let browser: Browser
let desk: Page
let reference = ''

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const button = (name: string) => desk.getByRole('button', { name, exact: true })

test('a reader writes by keyboard, without a script; what is missing is said and nothing typed is lost', async () => {
  const reader = await openReader(browser, site, { width: 360, height: 740, javaScript: false })
  const { page } = reader
  await page.goto('/feedback')
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  await page.getByText('投诉', { exact: true }).last().click()
  await page.getByLabel('怎样联系您').fill('13800000000')
  const text = page.getByRole('textbox', { name: '内容' })
  // A blank is something to a browser, and nothing to a librarian.
  await text.fill('   ')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: '发送' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('还没有写内容').waitFor()
  expect(await page.getByLabel('怎样联系您').inputValue()).toBe('13800000000')
  expect(await page.getByRole('radio', { name: '投诉' }).isChecked()).toBe(true)
  await page.getByRole('textbox', { name: '内容' }).fill('阅览室空调太冷。\n<b>真的</b>')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('heading', { level: 1, name: '已经收到，谢谢您' }).waitFor()
  reference = await page.locator('main strong').innerText()
  expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  await reader.close()
})

test('the form and its answer are accessible in every mode', async () => {
  const reader = await openReader(browser, site, { width: 768 })
  await reader.page.goto('/feedback')
  expect(await violations(reader.page)).toEqual([])
  await reader.page.goto('/_feedback?sent=ABC234')
  expect(await violations(reader.page)).toEqual([])
  await reader.page.goto('/_feedback')
  expect(await violations(reader.page)).toEqual([])
  expect(await misplacedInEveryMode(reader.page)).toEqual([])
  await reader.close()
})

test('the library reads it, settles it by keyboard, and finds it among what is settled', async () => {
  const reader = await openAtWork(browser, 'n33/admin-1', '/console/feedback?library=n33')
  desk = reader.page
  await desk.getByText(reference).waitFor()
  await desk.getByText('<b>真的</b>').waitFor()
  expect(await violations(desk)).toEqual([])
  expect(await misplacedInEveryMode(desk)).toEqual([])
  await button(`办结 ${reference}`).focus()
  await desk.keyboard.press('Enter')
  await desk.getByLabel('办理情况').fill('已调高两度')
  await desk.keyboard.press('Enter')
  await desk.getByText(`${reference} 已办结`).waitFor()
  await desk.getByRole('link', { name: '已办结' }).click()
  await desk.getByText('已调高两度').waitFor()
  expect(await violations(desk)).toEqual([])
  await button(`删除内容 ${reference}`).click()
  await button('确定删除').click()
  await desk.getByText('内容已经删除').waitFor()
  expect(reader.errors).toEqual([])
})
