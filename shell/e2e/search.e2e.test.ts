import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launch } from './chromium.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let reader: Reader

beforeAll(async () => {
  browser = await launch()
  reader = await openReader(browser, origin)
})
afterAll(async () => {
  await reader.close()
  await browser.close()
})

/** Searches by the box of the page that is open. */
async function search(words: string): Promise<void> {
  const box = reader.page.locator('form[role=search] input[name=q]').first()
  await box.fill(words)
  await box.press('Enter')
  await reader.page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === words)
  // The results before stay in place, marked as busy, until the new ones are there.
  await reader.page
    .locator('.results[aria-busy=false], .results:not([aria-busy]), [data-empty]')
    .first()
    .waitFor()
  await reader.page.waitForFunction((text) => document.title.includes(text), words)
}

const titles = () => reader.page.locator('.hit h2').allTextContents()
const total = async () =>
  Number((await reader.page.getByTestId('result-count').first().textContent())?.replace(/\D/g, ''))

describe('a reader searches', () => {
  test('by words of a poem, from the home page', async () => {
    await reader.page.goto('/')
    await interactive(reader.page)
    await search('明月')
    expect(await total()).toBeGreaterThan(20)
    expect(await reader.page.locator('.hit mark').first().textContent()).toContain('明月')
  })

  test('by the title: the poem of that title comes first', async () => {
    await search('静夜思')
    expect((await titles())[0]).toMatch(/[静靜]夜思/)
  })

  test('in traditional script with the same results as in simplified', async () => {
    await search('静夜思')
    const simplified = { total: await total(), titles: await titles() }
    await search('靜夜思')
    expect({ total: await total(), titles: await titles() }).toEqual(simplified)
  })

  test('by an author', async () => {
    await search('李白')
    const people = await reader.page.locator('.hit .by').allTextContents()
    expect(people.filter((text) => text.includes('李白')).length).toBeGreaterThan(people.length / 2)
  })

  test('and narrows by a facet, then takes the filter away again', async () => {
    await search('明月')
    const all = await total()
    await reader.page
      .locator('aside')
      .getByRole('checkbox', { name: /^唐\s*\d/ })
      .check()
    await reader.page.waitForURL(/period=/)
    await expect.poll(total).toBeLessThan(all)
    expect(await total()).toBeGreaterThan(0)
    await reader.page
      .getByRole('link', { name: /唐.*(移除|取消|去掉)|(移除|取消|去掉).*唐/ })
      .first()
      .click()
    await expect.poll(total).toBe(all)
  })

  test('and goes back to the results where they were', async () => {
    await search('明月')
    const url = reader.page.url()
    await reader.page.locator('.hit h2 a').nth(3).click()
    await reader.page.waitForURL(/\/item\//)
    await reader.page.goBack()
    await reader.page.waitForURL(url)
    await reader.page.locator('.hit').first().waitFor()
    expect(await total()).toBeGreaterThan(20)
  })

  test('for nothing that exists, and is told what to try', async () => {
    await search('鑫鑫鑫qqzzxx')
    await reader.page.getByText('没有找到').first().waitFor()
    expect(await reader.page.locator('.hit').count()).toBe(0)
    expect(await reader.page.locator('main li').count()).toBeGreaterThanOrEqual(3)
  })
})

describe('a reader opens a record', () => {
  test('and reads the text before the facts', async () => {
    await search('静夜思 李白')
    await reader.page.locator('.hit h2 a').first().click()
    await reader.page.waitForURL(/\/item\//)
    const text = await reader.page.locator('.verse').first().textContent()
    expect(text).toMatch(/[床牀]前/)
    const verse = await reader.page.locator('.verse').first().boundingBox()
    const facts = await reader.page.locator('dl.facts').first().boundingBox()
    expect(verse?.y).toBeLessThan(facts?.y ?? 0)
    expect(await reader.page.title()).toMatch(/[静靜]夜思/)
  })

  test('whose page carries a canonical address and a description for machines', async () => {
    const canonical = await reader.page.locator('link[rel=canonical]').getAttribute('href')
    expect(canonical).toMatch(new RegExp(`^${origin}/item/`))
    await reader.page.reload()
    const jsonLd = await reader.page.locator('script[type="application/ld+json"]').first().textContent()
    expect(JSON.parse(jsonLd ?? '')).toMatchObject({ '@context': 'https://schema.org' })
  })

  test('and takes the citation as BibTeX and RIS', async () => {
    const path = new URL(reader.page.url()).pathname
    const bib = await fetch(`${origin}${path}.bib`)
    expect(bib.headers.get('content-type')).toMatch(/bibtex/)
    expect(await bib.text()).toMatch(/^@\w+\{/)
    const ris = await fetch(`${origin}${path}.ris`)
    expect(await ris.text()).toMatch(/^TY {2}- /)
  })

  test('that does not exist, and is told so with status 404', async () => {
    const response = await reader.page.goto('/item/0000000000')
    expect(response?.status()).toBe(404)
    expect(await reader.page.getByRole('search').count()).toBeGreaterThan(0)
  })
})

test('nothing in all this upset the browser: no error, no violation of the content policy', () => {
  // The one request that is meant to fail names itself.
  expect(reader.errors.filter((error) => !error.includes('404'))).toEqual([])
})
