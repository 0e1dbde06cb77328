// The reader's language: its messages are on their way with the page, those of no other are, and it can be changed there.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const MESSAGES = /\/search\/\w+\/(zh-CN|en)\.[\w-]+\.js$/
let browser: Browser
let reader: Reader
let asked: string[] = []

beforeAll(async () => {
  browser = await launch()
  reader = await openReader(browser, origin)
  reader.page.on('request', (request) => {
    const language = MESSAGES.exec(new URL(request.url()).pathname)?.[1]
    if (language !== undefined) asked.push(language)
  })
})
afterAll(() => browser.close())

const preloaded = (): Promise<string[]> =>
  reader.page.evaluate(() =>
    [...document.querySelectorAll('link[rel=modulepreload]')].map((link) => link.getAttribute('href') ?? ''),
  )

test('a page fetches the messages of its language once, with its other modules', async () => {
  await reader.page.goto('/search?q=明月')
  await interactive(reader.page)
  expect(asked).toEqual(['zh-CN'])
  expect((await preloaded()).filter((href) => MESSAGES.test(href))).toHaveLength(1)
})

test('a reader who changes the language gets its words and none of the other', async () => {
  asked = []
  await reader.page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('header form[action="/preferences"]')
    const choice = form?.querySelector<HTMLElement>('[name=locale][value=en]')
    choice?.click()
    if (choice instanceof HTMLInputElement) form?.requestSubmit()
  })
  await reader.page.waitForFunction(() => document.documentElement.lang === 'en')
  await interactive(reader.page)
  expect(asked).toEqual(['en'])
  expect(new URL(reader.page.url()).searchParams.get('q')).toBe('明月')
  expect(await reader.page.locator('main [data-mfe=search]').textContent()).toContain('Filter')
})

test('a page opened from another one has its words from the beginning', async () => {
  asked = []
  await reader.page.goto('/')
  await interactive(reader.page)
  const box = reader.page.locator('form[role=search] input[name=q]').first()
  await box.fill('明月')
  await box.press('Enter')
  await reader.page.locator('.hit').first().waitFor()
  expect(new Set(asked)).toEqual(new Set(['en']))
  expect(reader.errors).toEqual([])
})
