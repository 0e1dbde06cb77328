// Finding a library and reading its page: by keyboard, on a narrow phone, without scripts, in both languages and every mode.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { brokenWords, misplaced, smallTargets } from './boxes.ts'
import { launch } from './chromium.ts'
import { misplacedInEveryMode } from './modes.ts'
import { openReader } from './reader.ts'
import { ask } from './records.ts'

const origin = inject('origin')
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('without a script a reader finds a library by pinyin, and from its page searches what it holds', async () => {
  const reader = await openReader(browser, origin, { javaScript: false, width: 360, height: 740 })
  const { page } = reader
  await page.goto('/libraries')
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  await page.getByLabel('按名称找图书馆').last().focus()
  await page.keyboard.type('hangzhou yuhang')
  await page.keyboard.press('Enter')
  await page.getByText('找到 1 座图书馆').waitFor()
  await page.getByRole('link', { name: '余杭区图书馆', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '余杭区图书馆' }).waitFor()
  expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
  expect(await page.getByRole('navigation', { name: '位置' }).getByRole('link').allInnerTexts()).toEqual([
    '各地图书馆',
    '浙江省',
    '杭州市',
    '余杭区',
  ])
  await page.locator('.today').first().waitFor()
  expect(await page.locator('main').innerText()).toContain('演示数据')
  await page.getByRole('link', { name: '检索本馆馆藏' }).click()
  await page.waitForURL(`${origin}/search?library=n330110`)
  await reader.close()
})

test.each([
  ['余杭', '余杭区图书馆'],
  ['n330110', '余杭区图书馆'],
  ['zjtsg', '浙江图书馆'],
])('%s finds %s', async (typed, name) => {
  const html = await (await fetch(`${origin}/libraries?q=${encodeURIComponent(typed)}&lang=zh-CN`)).text()
  expect(html.includes(`>${name}</a`)).toBe(true)
})

describe('the nearest city', () => {
  const find = '找离我最近的城市'
  test('is found on the device when somebody asks, and where they are goes nowhere', async () => {
    const reader = await openReader(browser, origin, { width: 360 })
    const { page, context } = reader
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: 30.27654, longitude: 120.15432 })
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto('/libraries')
    const button = page.getByRole('button', { name: find })
    await button.waitFor()
    expect(await violations(page)).toEqual([])
    expect([...(await misplaced(page)), ...(await smallTargets(page))]).toEqual([])
    await button.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/libraries?region=3301`)
    await page.getByRole('heading', { level: 1, name: '杭州市' }).waitFor()
    expect(asked.filter((one) => /30\.27|120\.15/.test(one))).toEqual([])
    expect(reader.errors).toEqual([])
    await reader.close()
  })

  test('is not asked for by itself, and a refusal says what to do', async () => {
    const reader = await openReader(browser, origin)
    const { page } = reader
    await page.addInitScript(() => {
      const asked = { times: 0 }
      Object.assign(window, { asked })
      const { geolocation } = navigator
      const find = geolocation.getCurrentPosition.bind(geolocation)
      geolocation.getCurrentPosition = (...given) => {
        asked.times += 1
        find(...given)
      }
    })
    await page.goto('/libraries')
    const button = page.getByRole('button', { name: find })
    await button.waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toEqual({ times: 0 })
    await button.click()
    await page.getByRole('status').filter({ hasText: '浏览器不让本页知道您在哪里' }).waitFor()
    expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toEqual({ times: 1 })
    expect(new URL(page.url()).search).toBe('')
    await reader.close()
  })
})

test('what nobody is called says what to try, and what was typed stays text', async () => {
  const reader = await openReader(browser, origin)
  const typed = '"><script>document.title=1</script>'
  await reader.page.goto(`/libraries?q=${encodeURIComponent(typed)}`)
  await reader.page.getByText('没有找到名称里有').waitFor()
  expect(await reader.page.getByLabel('按名称找图书馆').last().inputValue()).toBe(typed)
  expect(await violations(reader.page)).toEqual([])
  expect(reader.errors).toEqual([])
  await reader.close()
})

test('provinces stand as tiles about where they lie on a wide screen, and in one list for who hears them', async () => {
  const reader = await openReader(browser, origin, { width: 1280 })
  const { page } = reader
  await page.goto('/libraries')
  const tiles = page.locator('.nation li')
  expect(await tiles.count()).toBe(34)
  expect(await tiles.first().innerText()).toContain('北京')
  const at = async (name: string) => {
    const box = await tiles.filter({ hasText: name }).boundingBox()
    return { x: box?.x ?? 0, y: box?.y ?? 0 }
  }
  const [xinjiang, heilongjiang, hainan] = [await at('新疆'), await at('黑龙江'), await at('海南')]
  expect(xinjiang.x).toBeLessThan(hainan.x)
  expect(hainan.x).toBeLessThan(heilongjiang.x)
  expect(heilongjiang.y).toBeLessThan(xinjiang.y)
  expect(xinjiang.y).toBeLessThan(hainan.y)
  expect(await tiles.filter({ hasText: '台湾' }).getByRole('link').count()).toBe(0)
  await reader.close()
})

test('machines are told that it is a library, and an unknown code is 404', async () => {
  const html = await (await fetch(`${origin}/library/n330110?lang=en`)).text()
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  expect(JSON.parse(found)).toMatchObject({
    '@type': 'Library',
    identifier: 'n330110',
    address: { addressRegion: 'Zhejiang', addressCountry: 'CN' },
  })
  expect(html).toContain('<link rel="canonical" href="')
  for (const code of ['none', '..%2f', '%3Cscript%3E', 'N33 0110'])
    expect((await fetch(`${origin}/library/${code}`)).status).toBe(404)
})

test.each(['zh-CN', 'en-GB'] as const)('the pages are accessible in every mode in %s', async (locale) => {
  const reader = await openReader(browser, origin, { locale })
  const { page } = reader
  for (const path of ['/libraries', '/libraries?q=yuhang', '/library/n330110', '/library/n110105']) {
    await page.goto(path)
    expect([path, await violations(page)]).toEqual([path, []])
    expect([path, await misplacedInEveryMode(page, { colours: locale === 'zh-CN' })]).toEqual([path, []])
  }
  expect(reader.errors).toEqual([])
  await reader.close()
})

test.each([360, 640, 768, 1024])('no name of a place is broken within a word at %i pixels', async (width) => {
  const reader = await openReader(browser, origin, { width, height: 900, locale: 'en-GB' })
  const { page } = reader
  // Heilongjiang; Zhangjiakou, Fangchenggang, Xishuangbanna.
  for (const path of ['/libraries', ...['13', '45', '53'].map((region) => `/libraries?region=${region}`)]) {
    await page.goto(path)
    expect(await page.locator('.tiles li').count()).toBeGreaterThan(8)
    expect([path, await brokenWords(page, '.tiles li')]).toEqual([path, []])
  }
  await reader.close()
})

test('with a script the way from a record to a library that has it, and back to its records, is by keyboard', async () => {
  const reader = await openReader(browser, origin)
  const { page } = reader
  const { search } = await ask<{ search: { edges: { node: { url: string; holdingCount: number } }[] } }>(
    origin,
    '{ search(query: "", first: 50) { edges { node { url holdingCount } } } }',
  )
  const held = search.edges.find(({ node }) => node.holdingCount > 0)
  await page.goto(held?.node.url ?? '/none')
  const holding = page.locator('.holdings a').first()
  const name = await holding.innerText()
  await holding.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/library\//)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const record = page.locator('.held h3 a').first()
  // Below it stands the title by which it is known abroad.
  const [title = ''] = (await record.innerText()).split('\n')
  await record.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/item\//)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(reader.errors).toEqual([])
  await reader.close()
})
