// A schoolchild looks for the poem of a line that she misremembers, and is led to the poem and the line.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { misplaced, smallTargets } from './boxes.ts'
import { eachReader } from './each-reader.ts'
import { interactive, type Device } from './reader.ts'

const phone: Device = { width: 360, height: 740, touch: true }
const opened = eachReader()

const open = async (device: Device): Promise<Page> => (await opened(device)).page

async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES']) await page.screenshot({ path: join(process.env['PICTURES'], `${name}.png`) })
}

const told = (page: Page) => page.locator('.meant')
/** What stands out of the text: the verse that the browser or the page has marked. */
const marked = (page: Page) => page.locator('.verse .clause:is(:target, .pointed)')
const underlined = (page: Page) =>
  marked(page).evaluate((verse) => getComputedStyle(verse).textDecorationLine.includes('underline'))

describe('the line that she misremembers', () => {
  test('leads by keyboard on a phone to the poem and the line', async () => {
    const page = await open(phone)
    await page.goto('/')
    await interactive(page)
    const box = page.locator('form[role=search] input[name=q]').first()
    await box.focus()
    await page.keyboard.type('床前明月亮')
    await page.keyboard.press('Enter')
    await told(page).waitFor()
    expect(await told(page).innerText()).toContain('馆藏文本作“床前明月光”，与您输入的“床前明月亮”有一字之异')
    const link = page.locator('.hit h2 a').first()
    expect(await link.innerText()).toMatch(/[静靜]夜思/)
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
    await picture(page, 'meant-line')
    await link.focus()
    await page.keyboard.press('Enter')
    // The text that reads so, which is not the record's own.
    await page.waitForURL(/\/item\/[^?]+\?text=[^#]+#v1$/)
    await marked(page).waitFor()
    expect((await marked(page).innerText()).replace(/[^\p{Script=Han}]/gu, '')).toBe('床前明月光')
    expect(await underlined(page)).toBe(true)
    await expect
      .poll(() => marked(page).evaluate((verse) => verse.getBoundingClientRect().top < innerHeight))
      .toBe(true)
    expect(await violations(page)).toEqual([])
    await picture(page, 'meant-verse')
  })

  test('leads without scripts to the same line, which the browser marks', async () => {
    const page = await open({ ...phone, javaScript: false })
    await page.goto('/')
    await page.locator('form[role=search] input[name=q]').first().fill('床前明月亮')
    await page.getByRole('search').getByRole('button').first().click()
    await page.waitForURL(/\/search\?/)
    expect(await told(page).innerText()).toContain('床前明月光')
    await page.locator('.hit h2 a').first().click()
    await page.waitForURL(/#v1$/)
    expect(await page.locator('.verse .clause:target').innerText()).toMatch(/[床牀]前/)
    expect(await underlined(page)).toBe(true)
  })

  test('has its address in both settings of the text', async () => {
    const page = await open({})
    await page.goto('/search?q=床前明月亮')
    const address = (await page.locator('.hit h2 a').first().getAttribute('href')) ?? ''
    const [path = ''] = address.split('#')
    for (const layout of ['horizontal', 'vertical']) {
      await page.goto(`${path}&layout=${layout}#v3`)
      expect(await marked(page).innerText(), layout).toMatch(/[举舉]/)
      expect(await underlined(page)).toBe(true)
    }
  })

  test('is suggested with its poem, and chosen by keyboard', async () => {
    const page = await open(phone)
    await page.goto('/search')
    await interactive(page)
    const box = page.locator('form[role=search] input[name=q]').first()
    await box.focus()
    await page.keyboard.type('疑是地上')
    const option = page.getByRole('option', { name: /疑是地上霜/ })
    await option.waitFor()
    expect(await option.innerText()).toMatch(/[静靜]夜思 · 李白/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(page, 'meant-suggested')
    await page.keyboard.press('ArrowDown')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/item\/[^?]+#v2$/)
    await marked(page).waitFor()
    expect(await marked(page).innerText()).toContain('疑是地上霜')
  })
})

describe('what was typed', () => {
  test.each([
    ['静叶思', '静夜思'],
    ['jys', '静夜思'],
    ['白居意', '白居易'],
  ])('%s finds %s at once, with the way back', async (typed, meant) => {
    const page = await open({})
    await page.goto(`/search?q=${typed}`)
    expect(await told(page).innerText()).toContain(`已改为检索“${meant}”`)
    expect(await page.locator('.hit').count()).toBeGreaterThan(0)
    await interactive(page)
    await told(page).getByRole('link', { name: '仍按原样检索' }).click()
    await page.waitForURL(/literal=1/)
    await expect.poll(() => told(page).innerText()).toContain('您要找的是不是')
    await told(page).getByRole('link', { name: meant, exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('q') === meant)
    await page.locator('.results[aria-busy=false] .hit').first().waitFor()
    await expect.poll(() => told(page).count()).toBe(0)
  })

  test.each([
    [{ locale: 'en-GB' as const, dark: true }, 'Searched for “静夜思” instead of “静叶思”'],
    [{ locale: 'zh-CN' as const }, '已改为检索“静夜思”'],
  ])('is told of in the language of the reader', async (device, sentence) => {
    const page = await open({ ...phone, ...device })
    await page.goto('/search?q=静叶思')
    expect(await told(page).innerText()).toContain(sentence)
    expect(await violations(page)).toEqual([])
    expect(await misplaced(page)).toEqual([])
    await picture(page, `meant-${device.locale}`)
    await page.goto('/search?q=李白 鑫鑫鑫')
    expect(await page.locator('.note').first().innerText()).toContain('鑫鑫鑫')
    expect(await violations(page)).toEqual([])
    await page.goto('/search?q=鑫鑫鑫qqzzxx')
    expect(await page.locator('.state li').count()).toBeGreaterThan(0)
    expect(await violations(page)).toEqual([])
  })

  test('finds as much without the filters as the help says', async () => {
    const page = await open({})
    await page.goto('/search?q=静夜思&period=qqzz')
    const link = page.locator('.state li a').first()
    const said = Number((await link.innerText()).replace(/\D/g, ''))
    await link.click()
    await page.waitForURL((url) => !url.searchParams.has('period'))
    await expect
      .poll(async () =>
        Number((await page.getByTestId('result-count').first().innerText()).replace(/\D/g, '')),
      )
      .toBe(said)
  })
})
