// An error in a line, from a reader without scripts to the nation's editors, and what they do with it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { openReader } from './reader.ts'
import { ask, firstFound } from './records.ts'

const origin = inject('origin')
let browser: Browser
let poem = ''
let reference = ''

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '明月', 'poem')
})
afterAll(() => browser.close())

test('a reader reports a line by keyboard, without a script and without an account', async () => {
  const reader = await openReader(browser, origin, { width: 360, height: 740, javaScript: false })
  const { page } = reader
  await page.goto(poem)
  const report = page.getByRole('link', { name: '报告文字错误' })
  await report.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: '错误在哪一句？' }).waitFor()
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  const second = page.locator('.choose a').nth(1)
  const line = await second.innerText()
  await second.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/correct\?line=v2$/)
  expect(await page.locator('blockquote').innerText()).toBe(line)
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  await page.getByLabel('怎样联系您').fill('13800000000')
  // A blank is something to a browser, and nothing to an editor.
  await page.getByLabel('哪里错了').fill('  ')
  await page.getByRole('button', { name: '发送' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('还没有写哪里错了').waitFor()
  expect(await page.getByLabel('怎样联系您').inputValue()).toBe('13800000000')
  await page.getByLabel('哪里错了').fill('<b>多一字</b>')
  await page.getByLabel('应当是').fill('举头望明月，')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('heading', { level: 1, name: '已经收到，谢谢您' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('重新导入')
  reference = await page.locator('main strong').innerText()
  expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  await page.getByRole('link', { name: '回到原文' }).click()
  await page.waitForURL(`${origin}${poem}`)
  await reader.close()
})

test('it cannot be sent by another way than the form', async () => {
  const query = `mutation { sendCorrection(key: "a-report-by-another-way", correction: { record: "${poem.slice(6)}", line: "v1", wrong: "x" }) { reference } }`
  await expect(ask(origin, query)).rejects.toThrow()
  const other = await fetch(`${origin}${poem}/correct?line=v1`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ wrong: 'x' }),
  })
  expect(other.status).toBe(403)
})

test.each(['zh-CN', 'en-GB'] as const)(
  'the pages of it are accessible in every mode in %s',
  async (locale) => {
    const reader = await openReader(browser, origin, { locale })
    const { page } = reader
    for (const path of [`${poem}/correct`, `${poem}/correct?line=v1`, `${poem}/correct?sent=ABC234`]) {
      await page.goto(path)
      expect([path, await violations(page)]).toEqual([path, []])
      expect([path, await misplacedInEveryMode(page, { colours: locale === 'zh-CN' })]).toEqual([path, []])
    }
    expect((await page.goto('/item/none/correct'))?.status()).toBe(404)
    await reader.close()
  },
)

test('an editor of the nation sees the line beside what is proposed, accepts it by keyboard, and erases it', async () => {
  const reader = await openAtWork(browser, 'ndl/admin-1', '/console/corrections')
  const { page } = reader
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.getByText(reference).waitFor()
  await page.getByText('<b>多一字</b>').waitFor()
  expect(await page.locator('.sides dd').last().innerText()).toBe('举头望明月，')
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await button(`采纳 ${reference}`).focus()
  await page.keyboard.press('Enter')
  await button('确定采纳').focus()
  await page.keyboard.press('Enter')
  await page.getByText(`${reference} 已采纳`).waitFor()
  await page.getByRole('link', { name: '已采纳' }).click()
  await page.getByText('<b>多一字</b>').waitFor()
  expect(await violations(page)).toEqual([])
  await button(`删除内容 ${reference}`).click()
  await button('确定删除').click()
  await page.getByText('内容已经删除').waitFor()
  expect(reader.errors).toEqual([])
  await reader.close()
})
