// Three readers on a phone: a student who cites a chapter, a grandmother who reads in large print with pinyin, and somebody
// who hears the page and walks from person to person. (The schoolchild's line is in `meant`, the visitor's Analects in `english`.)
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { eachReader } from './each-reader.ts'
import { listenTo } from './heard.ts'
import { interactive, type Device } from './reader.ts'

const PHONE: Device = { width: 360, height: 740, touch: true }
const opened = eachReader()

const open = async (device: Device = PHONE): Promise<Page> => (await opened(device)).page

async function judged(page: Page): Promise<string[]> {
  return [...(await violations(page)), ...(await misplaced(page)), ...(await smallTargets(page))]
}

describe('a student cites a chapter of the Analects', () => {
  test('by keyboard: finds the book, opens the chapter, copies the reference that names it', async () => {
    const page = await open()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/search')
    await interactive(page)
    await page.locator('main form[role=search] input[name=q]').focus()
    await page.keyboard.type('论语')
    await page.keyboard.press('Enter')
    const book = page.locator('.hit h2 a', { hasText: /^论语$|^論語$/ }).first()
    await book.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/item/*')
    const chapter = page
      .locator('main')
      .getByRole('link', { name: /学而|學而/ })
      .first()
    await chapter.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/part=1$/)
    await page.locator('main h1', { hasText: /学而|學而/ }).waitFor()
    const cite = page.locator('main').getByRole('link', { name: '引用' })
    await cite.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('学而').or(dialog.getByText('學而')).first().waitFor()
    expect(await judged(page)).toEqual([])
    await dialog.getByRole('button', { name: /复制/ }).first().press('Enter')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/[学學]而.*论语|論語/s)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await cite.evaluate((link) => document.activeElement === link)).toBe(true)
  })

  test('without scripts: the reference is a file that names the chapter', async () => {
    const page = await open({ ...PHONE, javaScript: false })
    await page.goto(`/search?q=${encodeURIComponent('论语')}&kind=book`)
    await page.locator('.hit h2 a').first().click()
    await page
      .locator('main')
      .getByRole('link', { name: /学而|學而/ })
      .first()
      .click()
    const file = await page.locator('main').getByRole('link', { name: '引用' }).getAttribute('href')
    const text = await (await fetch(new URL(file ?? '', page.url()))).text()
    expect(text).toMatch(/[学學]而/)
  })
})

describe('a grandmother reads a poem', () => {
  test('in large print with pinyin, by touch, and finds both again at the next poem', async () => {
    const page = await open()
    await page.goto(`/search?q=${encodeURIComponent('静夜思 李白')}`)
    await interactive(page)
    await page.locator('.prefs summary').tap()
    await page.locator('.prefs').getByText('大字', { exact: true }).tap()
    await expect.poll(() => page.locator('html').getAttribute('data-scale')).toBe('large')
    await page.locator('.prefs summary').tap()
    await page.locator('.hit h2 a').first().tap()
    await page.locator('.verse').first().waitFor()
    await page.locator('.bar').getByText('拼音', { exact: true }).tap()
    await page.locator('.sounded').first().waitFor()
    expect(await judged(page)).toEqual([])
    const size = () =>
      page.locator('.verse').evaluate((verse) => parseFloat(getComputedStyle(verse).fontSize))
    expect(await size()).toBeGreaterThanOrEqual(22)
    await page.goto(`/search?q=${encodeURIComponent('春晓 孟浩然')}`)
    await interactive(page)
    await page.locator('.hit h2 a').first().tap()
    await page.locator('.sounded').first().waitFor()
    expect(await size()).toBeGreaterThanOrEqual(22)
  })
})

describe('somebody who hears the page', () => {
  test('walks from a poet to one of the same time, and to a poem of theirs', async () => {
    const page = await open({ width: 1280, height: 800 })
    await page.goto(`/search?q=${encodeURIComponent('苏东坡')}`)
    await interactive(page)
    const heard = await listenTo(page)
    await heard.tabTo(/^link 苏轼/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/person/*')
    await expect.poll(() => heard.focused()).toMatch(/^heading 苏轼/)
    const first = page.url()
    await heard.tabTo(/^link .*(?:黄庭坚|欧阳修|王安石|苏辙|司马光|曾巩|秦观)/)
    const neighbour = (await heard.focused()).replace(/^link /, '')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname.startsWith('/person/') && url.href !== first)
    await expect.poll(() => heard.focused()).toMatch(/^heading /)
    expect(neighbour).toContain((await heard.focused()).replace(/^heading /, '').slice(0, 2))
    const title = await page.locator('#works .list .title').first().innerText()
    await heard.tabTo(/^searchbox 在其中检索/)
    expect(await violations(page)).toEqual([])
    await page.keyboard.type(title.trim().slice(0, 2))
    await page.keyboard.press('Enter')
    await page.waitForURL(/author=/)
    await page.locator('.hit').first().waitFor()
  })
})
