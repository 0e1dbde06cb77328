// Pictures and files in the console: a picture is uploaded, described by keyboard, found, and deleted; a document is refused.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAtWork } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { interactive } from './reader.ts'

const address = '/console/files?library=n33'
const name = 'reading-room-on-the-third-floor-with-a-name-that-no-line-has-room-for.png'
let browser: Browser
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openAtWork(browser, 'n33/editor-1', address)
  page = reader.page
  errors = reader.errors
}, 120_000)
afterAll(() => browser.close())

const button = (label: string) => page.getByRole('button', { name: label, exact: true })
async function faultless(): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await misplacedInEveryMode(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
}
/** A picture as the browser draws it. */
async function drawn(): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 800
    const brush = canvas.getContext('2d')
    if (!brush) throw new Error('The browser does not draw.')
    brush.fillStyle = 'seagreen'
    brush.fillRect(0, 0, 1200, 800)
    brush.fillStyle = 'wheat'
    brush.fillRect(700, 200, 300, 400)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}

test('a picture is uploaded, and described by keyboard', async () => {
  await page.getByText('还没有图片和文件').waitFor()
  await faultless()
  await page
    .getByLabel('上传图片或文件')
    .setInputFiles({ name, mimeType: 'image/png', buffer: await drawn() })
  await page.getByText('已经上传，正在处理').waitFor()
  await page.locator('.files img').waitFor({ timeout: 60_000 })
  await faultless()
  await page.getByRole('link', { name: '写说明' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('名称（只有馆员看到）').waitFor()
  await faultless()
  await page.getByLabel('左右').focus()
  for (let steps = 0; steps < 20; steps++) await page.keyboard.press('ArrowRight')
  expect(await page.getByLabel('左右').inputValue()).toBe('0.7')
  await page.locator('.shown').click({ position: { x: 10, y: 10 } })
  expect(Number(await page.getByLabel('左右').inputValue())).toBeLessThan(0.2)
  await button('保存说明').focus()
  await page.keyboard.press('Enter')
  await page.getByText('请用中文写替代文字').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file-alt-zh')
  await page.keyboard.type('读者在三楼阅览室看书')
  await faultless()
  await button('保存说明').focus()
  await page.keyboard.press('Enter')
  await page.getByText('说明已经保存').waitFor()
  await page.getByRole('link', { name: '全部图片与文件' }).click()
  await page.getByLabel('名称或者说明里的字').fill('三楼')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '图片与文件（1）' }).waitFor()
  await page.getByText('还没有写说明').waitFor({ state: 'detached' })
})

test('what is no picture is refused, and it is told what to do', async () => {
  await page.goto(address)
  await interactive(page)
  await page
    .getByLabel('上传图片或文件')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no document') })
  await page.getByText('没有通过检查').waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: '写说明' }).click()
  await page.getByText('这种文件不能用').waitFor()
  await faultless()
})

test('a picture is deleted after what it means was told, and had back', async () => {
  await page.goto(`${address}&kind=PICTURE`)
  await page.getByRole('link', { name }).click()
  await button('删除这个文件').click()
  await page.getByText('三十天以内可以恢复，之后').waitFor()
  await faultless()
  await button('确定删除').click()
  await page.getByText('已经删除。').waitFor()
  await button('恢复这个文件').click()
  await page.getByText('已经恢复。').waitFor()
  // Other tests find the library as it was.
  await button('删除这个文件').click()
  await button('确定删除').click()
  await page.getByText('已经删除。').waitFor()
  expect(errors).toEqual([])
})
