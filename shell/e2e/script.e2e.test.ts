// Texts in the script that the reader wants, on every page: chosen in the panel or beside a text, kept, taken back.
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { eachReader } from './each-reader.ts'
import { firstFound } from './records.ts'
import { interactive, type Device } from './reader.ts'

const origin = inject('origin')
const phone: Device = { width: 360, height: 740 }
const found = '/search?q=静夜思'
const opened = eachReader()

async function open(device: Device, script?: 'hans' | 'hant'): Promise<Page> {
  const { page, context } = await opened(device)
  if (script) await context.addCookies([{ name: 'sx_script', value: script, url: origin }])
  return page
}

const title = (page: Page) => page.locator('.hit h2 a').first()
/** Notes on other readings are of characters as the sources have them. */
const languages = (page: Page): Promise<string[]> =>
  page
    .locator('main [lang^=lzh]:not([role=listbox] *, .witnesses *)')
    .evaluateAll((elements) => [...new Set(elements.map((element) => element.getAttribute('lang') ?? ''))])

test('is chosen by keyboard in the panel, on results as they stand, kept, and taken back', async () => {
  const page = await open(phone)
  await page.goto(found)
  await interactive(page)
  expect(await title(page).innerText()).toBe('靜夜思')
  await page.locator('.prefs summary').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: '照原书' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => title(page).innerText()).toBe('静夜思')
  expect(await page.locator('.hit .snippet').first().innerText()).toContain('举头望')
  // The cover that is drawn beside it too.
  expect(await page.locator('.hit .cover').first().textContent()).toBe('静夜思')
  expect(await title(page).locator('xpath=ancestor-or-self::*[@lang][1]').getAttribute('lang')).toBe(
    'lzh-Hans',
  )
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await misplaced(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.reload()
  await interactive(page)
  expect(await title(page).innerText()).toBe('静夜思')
  await page.locator('.prefs summary').click()
  await page.getByRole('radio', { name: '照原书' }).check()
  await expect.poll(() => title(page).innerText()).toBe('靜夜思')
  await page.reload()
  expect(await title(page).innerText()).toBe('靜夜思')
})

test('is there from the first byte, without scripts too, on lists, the front page and a text', async () => {
  const poem = await firstFound(origin, '静夜思 李白', 'poem')
  const page = await open({ ...phone, javaScript: false }, 'hans')
  for (const path of [found, '/', poem, '/school']) {
    // A machine that is busy may not have the words in time; then the page is as its sources have it.
    await expect
      .poll(async () => {
        await page.goto(path)
        return languages(page)
      })
      .toEqual(['lzh-Hans'])
  }
  await page.goto(poem)
  expect(await page.locator('h1').innerText()).toBe('静夜思')
  // What machines and citations are told is what the source has.
  expect(await page.title()).toContain('靜夜思')
})

test('is taken over without a word in the console, and written as the reader goes on', async () => {
  const page = await open({}, 'hans')
  await page.goto(found)
  await interactive(page)
  await expect.poll(() => languages(page)).toEqual(['lzh-Hans'])
  // To the poem, its author, and the front page, none of which is loaded whole.
  await title(page).click()
  await page.waitForURL(/\/item\//)
  await expect.poll(() => page.locator('h1').innerText()).toBe('静夜思')
  await page.locator('main a[href^="/person/"]').first().click()
  await page.waitForURL(/\/person\//)
  await page.locator('main h2 a[href^="/item/"], main li a[href^="/item/"]').first().waitFor()
  await expect.poll(() => languages(page)).toEqual(['lzh-Hans'])
  expect(await page.locator('.life [lang=zh-Hans]').count()).toBeGreaterThan(0)
  expect(await page.locator('.life [lang=zh-Hant]').count()).toBe(0)
  await page.goto('/')
  await interactive(page)
  await page.goBack()
  await expect.poll(() => languages(page)).toEqual(['lzh-Hans'])
})

test('that is chosen beside a text holds for the list that the reader goes back to', async () => {
  const page = await open(phone)
  await page.goto(found)
  await interactive(page)
  await title(page).click()
  await page.waitForURL(/\/item\//)
  await page.locator('.bar a', { hasText: '简' }).click()
  await expect.poll(() => page.locator('h1').innerText()).toBe('静夜思')
  await page.goBack()
  await page.waitForURL(/\/search/)
  await expect.poll(() => title(page).innerText()).toBe('静夜思')
})

test('that is traditional turns books in simplified characters', async () => {
  const page = await open({}, 'hant')
  await page.goto('/search?q=论语&kind=book')
  await interactive(page)
  await expect.poll(() => languages(page)).toEqual(['lzh-Hant'])
  expect(await page.locator('.hit h2').allInnerTexts()).toContainEqual(expect.stringMatching(/^論語/))
})

test.each([
  ['hans', '靜夜思', '静夜思'],
  ['hant', '静夜思', '靜夜思'],
] as const)('is what the box offers while somebody types: %s', async (script, typed, offered) => {
  const page = await open(phone, script)
  await page.goto('/search')
  await interactive(page)
  await page.locator('main input[name=q]').pressSequentially(typed)
  await expect.poll(() => page.locator('[role=option] .text').first().innerText()).toBe(offered)
})

test('the page of preferences is a form without scripts', async () => {
  const page = await open({ ...phone, javaScript: false })
  await page.goto(`/preferences?return=${encodeURIComponent(found)}`)
  const form = page.locator('main form')
  await form.getByLabel('简体', { exact: true }).check()
  await form.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/search/)
  expect(await title(page).innerText()).toBe('静夜思')
})
