// Whole sites with a hostile text everywhere, in a browser and without any policy: nothing runs, nothing is asked, nothing leaves.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { parseFragment, serialize } from 'parse5'
import type { Browser, Page } from 'playwright-core'
import sanitize from 'sanitize-html'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../../site-builder/blocks/page.ts'
import { allowed, anywhere } from '../../site-builder/blocks/testing/allowed.ts'
import { answersOf, randomPages } from '../../site-builder/blocks/testing/random-pages.ts'
import { parsePage } from '../../site-builder/model/index.ts'
import { launch } from './chromium.ts'
import { payloads } from './hostile/payloads.ts'
import { hostilePages, siteOrigin } from './hostile/site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('without a policy', () => {
  let page: Page
  let ran: number
  let asked: string[]
  let answer: { readonly type: string; readonly text: string }
  beforeAll(async () => {
    page = await browser.newPage()
    await page.exposeFunction('ran', () => void ran++)
    await page.route('**/*', (route) => {
      const url = route.request().url()
      asked.push(url)
      if (url === `${siteOrigin}/`) return route.fulfill({ contentType: answer.type, body: answer.text })
      return route.fulfill({ status: 404, body: '' })
    })
    page.on('dialog', (dialog) => void dialog.dismiss())
  })
  afterAll(() => page.close())

  /** Loads a page and does what a reader might: looks at it, moves over all of it, sets the focus everywhere. */
  async function visit(text: string, type = 'text/html; charset=utf-8'): Promise<readonly string[]> {
    ran = 0
    asked = []
    answer = { type, text }
    await page.goto(`${siteOrigin}/`, { waitUntil: 'load' })
    const faults = await page.evaluate(async () => {
      const found: string[] = []
      for (const element of document.querySelectorAll<HTMLElement>('*')) {
        for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle'])
          element.dispatchEvent(new Event(kind))
        for (const { name, value } of element.attributes) {
          if (/^on|^style$|^srcdoc$|^formaction$|^data-gjs/.test(name))
            found.push(`${element.localName} ${name}`)
          if (!/^(?:href|src|action|data|poster)$/.test(name)) continue
          const { protocol } = new URL(value, document.baseURI)
          if (!/^(?:https?|mailto|tel):$/.test(protocol)) found.push(`${name}=${value}`)
        }
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      if (document.querySelector('base, iframe, object, embed, style'))
        found.push('an element that should not be')
      if (document.scripts.length > document.querySelectorAll('script[type="application/ld+json"]').length)
        found.push('a script')
      if (!document.querySelector('main h1')) found.push('the page is broken')
      return found
    })
    if (page.url() !== `${siteOrigin}/`) return [...faults, `left for ${page.url()}`]
    const foreign = asked.filter((url) => new URL(url).origin !== siteOrigin)
    return [...faults, ...foreign, ...(ran > 0 ? [`ran ${ran} times`] : [])]
  }

  test('what would run is seen to run', async () => {
    const bare = (text: string): string => `<!doctype html><main><h1>书</h1>${text}</main>`
    for (const id of ['A1', 'A2', 'A17', 'A23'] as const)
      expect(await visit(bare(payloads[id]?.[1] ?? '')), id).not.toEqual([])
  })

  test.each(Object.entries(payloads))('%s %s', async (_, [, text]) => {
    for (const file of hostilePages(text).filter(({ type }) => type.startsWith('text/html')))
      expect(await visit(file.text), file.path).toEqual([])
  })

  test.each(Object.entries(payloads))('%s in a sitemap and other files stays text', async (_, [, text]) => {
    for (const file of hostilePages(text).filter(({ type }) => /xml|css/.test(type))) {
      const markup = await page.evaluate(
        ([text, type]) =>
          type?.includes('xml')
            ? new DOMParser()
                .parseFromString(text ?? '', 'application/xml')
                .querySelector('parsererror, script')?.outerHTML
            : undefined,
        [file.text, file.type],
      )
      expect(markup).toBeUndefined()
    }
  })
})

describe('two sanitisers find nothing to do', () => {
  const runs = Number(process.env['FUZZ_RUNS'] ?? 300)
  const attributes = Object.fromEntries(
    Object.entries(allowed).map(([name, of]) => [name, [...of, ...anywhere]]),
  )
  const wordAttributes = [...new Set(Object.values(attributes).flat())].filter(
    (name) => !['href', 'src', 'srcset', 'action'].includes(name),
  )
  const options: sanitize.IOptions = {
    allowedTags: Object.keys(allowed),
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    // It takes empty attributes away, which are none the worse for it.
    nonBooleanAttributes: [],
  }
  const read = (markup: string): string => serialize(parseFragment(markup))

  test('on random pages', { timeout: 120_000 + runs * 200 }, async () => {
    const page = await browser.newPage()
    const purify = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js')
    await page.addScriptTag({ content: await readFile(purify, 'utf8') })
    let judged = 0
    await fc.assert(
      fc.asyncProperty(fc.array(randomPages, { minLength: 20, maxLength: 20 }), async (random) => {
        const markups = random.flatMap(({ doc, at, given }) => {
          const parsed = parsePage(JSON.parse(JSON.stringify(doc)))
          if (!parsed.ok) return []
          const opened = openPage(parsed.value, at)
          return [opened.render(answersOf(opened, given))]
        })
        for (const markup of markups) expect(read(sanitize(markup, options))).toBe(read(markup))
        const removed = await page.evaluate(
          ({ all, words }) => {
            const { DOMPurify } = window as unknown as {
              DOMPurify: { sanitize(text: string, how: object): string; removed: readonly unknown[] }
            }
            return all.flatMap((text) => {
              // What no browser follows is no address, and a title may be such a text as ends a style.
              const how = { ADD_ATTR: ['enterkeyhint'], ADD_URI_SAFE_ATTR: words, SAFE_FOR_XML: false }
              DOMPurify.sanitize(text, how)
              return DOMPurify.removed.map((one) =>
                JSON.stringify(one, ['attribute', 'name', 'value', 'element']),
              )
            })
          },
          { all: markups, words: wordAttributes },
        )
        expect(removed).toEqual([])
        judged += markups.length
      }),
      { numRuns: Math.ceil(runs / 20) },
    )
    expect(judged).toBeGreaterThan(runs / 3)
    await page.close()
  })
})
