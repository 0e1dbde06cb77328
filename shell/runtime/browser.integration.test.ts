/** The runtime in a real browser: hydration, navigation and every way in which a microfrontend can fail. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '@shuxiang/e2e/chromium'
import { startFixtureShell, type FixtureShell } from '@shuxiang/shell-server/testing'

let shell: FixtureShell
let browser: Browser
let context: BrowserContext
let page: Page
let errors: string[]

describe('in a browser', () => {
  beforeAll(async () => {
    shell = await startFixtureShell()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await shell?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext({ baseURL: shell.origin, locale: 'en-GB', reducedMotion: 'reduce' })
    page = await context.newPage()
    errors = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
  })
  afterEach(() => context.close())

  async function open(path: string): Promise<void> {
    await page.goto(path)
    await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
  }
  const focused = (): Promise<string> =>
    page.evaluate(
      () => `${document.activeElement?.tagName} ${document.activeElement?.textContent?.trim().slice(0, 20)}`,
    )

  describe('a page from the server', () => {
    it('is taken over without asking again, without a warning and without losing its elements', async () => {
      const asked: string[] = []
      page.on('request', (request) => void (request.url().endsWith('/graphql') && asked.push(request.url())))
      await page.addInitScript(() => {
        document.addEventListener('DOMContentLoaded', () => {
          Object.assign(window, { served: document.querySelector('main h1') })
        })
      })
      await open('/calm')
      await page.locator('.presses').click()
      expect(await page.locator('.presses').textContent()).toBe('1')
      expect(
        await page.evaluate(() => 'served' in window && window.served === document.querySelector('main h1')),
      ).toBe(true)
      expect(asked).toEqual([])
      expect(errors).toEqual([])
    })

    it('that the browser has already is not sent again and lives under its former content policy', async () => {
      await open('/calm/a')
      await open('/')
      shell.logged.length = 0
      await open('/calm/a')
      expect(shell.logged.filter((line) => line.includes('"path":"/calm/a","status":304'))).toHaveLength(1)
      await page.evaluate(() => Object.assign(window, { sameDocument: true }))
      await page.locator('.brand').click()
      await page.locator('.hero').waitFor()
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
      expect(errors).toEqual([])
    })

    it('in the language of its address keeps it for what is fetched later, and a link to another loads', async () => {
      await open('/calm/a?lang=zh-CN')
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
        'http://portal.test/calm/a?lang=zh-CN',
      )
      expect(await page.locator('link[hreflang]').count()).toBe(3)
      await page.locator('.brand').click()
      await page.locator('.hero').waitFor()
      expect(await page.title()).toBe('网络书香')
      expect(await page.locator('link[hreflang], meta[property^="og:"]').count()).toBe(0)
      await page.evaluate(() => {
        const link = document.createElement('a')
        link.href = '/calm/a?lang=en'
        document.body.append(link)
        link.click()
      })
      await page.waitForFunction(() => document.documentElement.lang === 'en')
      expect(errors).toEqual([])
    })

    it('keeps its styles inside', async () => {
      await open('/calm')
      expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color)).toBe('rgb(1, 2, 3)')
      const ofRoot = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--calm'),
      )
      expect(ofRoot).toBe('')
      expect(
        await page
          .locator('[data-mfe=calm]')
          .first()
          .evaluate((e) => getComputedStyle(e).getPropertyValue('--calm')),
      ).toBe('1')
      await page.evaluate(() => (document.documentElement.dataset['mode'] = 'dark'))
      expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).color)).toBe('rgb(3, 2, 1)')
    })

    it('refuses strings as markup and scripts without a nonce', async () => {
      await open('/calm')
      const thrown = await page.evaluate(() => {
        try {
          document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')
          return 'taken'
        } catch (error) {
          return error instanceof Error ? error.name : String(error)
        }
      })
      expect(thrown).toBe('TypeError')
    })
  })

  describe('a navigation', () => {
    it('moves without a load, says the title, brings the focus and the top', async () => {
      await open('/calm')
      await page.evaluate(() => Object.assign(window, { sameDocument: true }))
      await page.getByRole('link', { name: 'b', exact: true }).click()
      await page.waitForURL('**/calm/b')
      await expect.poll(focused).toBe('H1 Item b')
      expect(await page.title()).toBe('Item b - Shuxiang')
      await expect.poll(() => page.locator('#announcer').textContent()).toBe('Opened: Item b - Shuxiang')
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
      expect(errors).toEqual([])
    })

    it('back brings the former place, forward the latter', async () => {
      await open('/calm')
      await page.evaluate(() => window.scrollTo(0, 1_500))
      await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/calm/c"]')?.click())
      await page.waitForURL('**/calm/c')
      await expect.poll(focused).toContain('Item c')
      await page.goBack()
      await expect.poll(() => page.evaluate(() => Math.round(window.scrollY))).toBe(1_500)
      await page.goForward()
      await page.getByRole('heading', { name: 'Item c' }).waitFor()
    })

    it('by an address that is typed begins at the top, and a reload and the way back where it was left', async () => {
      const height = (): Promise<number> => page.evaluate(() => Math.round(window.scrollY))
      await open('/calm')
      await page.evaluate(() => window.scrollTo(0, 1_500))
      await page.reload()
      await expect.poll(height).toBe(1_500)
      await open('/calm?filter=x')
      await page.getByRole('heading', { name: 'List x' }).waitFor()
      expect(await height()).toBe(0)
      await page.evaluate(() => window.scrollTo(0, 700))
      await page.goBack()
      await page.getByRole('heading', { name: 'List', exact: true }).waitFor()
      await expect.poll(height).toBe(1_500)
      await page.goForward()
      await expect.poll(height).toBe(700)
    })

    it('inside a page, by its own router, leaves focus and place alone', async () => {
      await open('/calm')
      const button = page.locator('.filter')
      await button.click()
      await page.waitForURL('**/calm?filter=x')
      await page.getByRole('heading', { name: 'List x' }).waitFor()
      expect(await focused()).toBe('BUTTON filter')
      await page.goBack()
      await page.waitForURL('**/calm')
      await page.getByRole('heading', { name: 'List', exact: true }).waitFor()
    })

    it('to the home page and back crosses between server content and a microfrontend', async () => {
      await open('/calm')
      await page.locator('a.home').click()
      await page.waitForURL(`${shell.origin}/`)
      await page.locator('.hero').waitFor()
      expect(await page.title()).toBe('Shuxiang')
      await page.goBack()
      await page.getByRole('heading', { name: 'List' }).waitFor()
      await page.goForward()
      await page.locator('.hero').waitFor()
      expect(await page.locator('main [data-mfe=calm][data-page]').count()).toBe(0)
      expect(errors).toEqual([])
    })

    it('from one page of the server to another brings its content, and back the former', async () => {
      await open('/')
      await page.evaluate(() => Object.assign(window, { sameDocument: true }))
      await page.locator('.nav a[href="/libraries"]').click()
      await page.locator('.directory h1').waitFor()
      expect(await page.locator('.hero').count()).toBe(0)
      expect(await page.title()).toBe('Libraries - Shuxiang')
      await expect.poll(() => page.locator('#announcer').textContent()).toBe('Opened: Libraries - Shuxiang')
      await page.goBack()
      await page.locator('.hero').waitFor()
      expect(await page.title()).toBe('Shuxiang')
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
      expect(errors).toEqual([])
    })

    it('to a page with a part missing brings the part when it can be had, not under a reader’s hands', async () => {
      await open('/libraries')
      await page.getByText('cannot be reached').waitFor()
      const box = page.locator('main')
      await box.evaluate((main) => {
        const input = document.createElement('input')
        main.append(input)
        input.focus()
      })
      shell.answers.set('LibraryRegions', async () => ({
        data: {
          regions: [{ id: '51', name: '四川省', label: 'Sichuan', libraryCount: 205 }],
          libraries: { totalCount: 3339 },
        },
        errors: [],
      }))
      const again = page.waitForResponse((response) => response.url().includes('/_fragment'))
      await again
      expect(await page.locator('.tiles').count()).toBe(0)
      await page.evaluate(() => document.querySelector<HTMLElement>('main input:focus')?.blur())
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
      await page.locator('.tiles').waitFor()
      shell.answers.delete('LibraryRegions')
    })

    it('left alone: a new tab, a download, another origin, a file beside a page', async () => {
      await open('/calm')
      const prevented = await page.evaluate(() => {
        const results: Record<string, boolean> = {}
        const links: Record<string, Record<string, string>> = {
          plain: { href: '/calm/a' },
          tab: { href: '/calm/a', target: '_blank' },
          download: { href: '/calm/a', download: '' },
          elsewhere: { href: 'https://example.org/calm/a' },
          file: { href: '/calm/a.bib' },
        }
        for (const [name, attributes] of Object.entries(links)) {
          const link = document.createElement('a')
          for (const [attribute, value] of Object.entries(attributes)) link.setAttribute(attribute, value)
          document.body.append(link)
          const event = new MouseEvent('click', { bubbles: true, cancelable: true })
          window.addEventListener(
            'click',
            (seen) => ((results[name] = seen.defaultPrevented), seen.preventDefault()),
            { once: true },
          )
          link.dispatchEvent(event)
        }
        return results
      })
      expect(prevented).toEqual({ plain: true, tab: false, download: false, elsewhere: false, file: false })
    })
  })

  describe('a microfrontend that fails', () => {
    async function next(): Promise<number> {
      const began = performance.now()
      await page.evaluate(() => document.querySelector<HTMLAnchorElement>('.brand')?.click())
      await page.locator('.hero').waitFor({ timeout: 5_000 })
      return performance.now() - began
    }

    it.each(['mount-throw', 'unmount-throw', 'unmount-hang', 'mount-hang'])(
      'by %s does not stop navigation',
      async (fault) => {
        await open('/')
        await page.evaluate((wanted) => {
          history.pushState(null, '', `/faulty?fault=${wanted}`)
        }, fault)
        if (fault.startsWith('unmount')) await page.getByText('faulty works').waitFor()
        if (fault === 'mount-throw') await page.getByTestId('unavailable').waitFor()
        if (fault === 'mount-hang')
          await page.waitForFunction(() => document.querySelector('main [data-mfe=faulty]') !== null)
        // Leaving is capped at 400 ms; the rest is this machine.
        expect(await next()).toBeLessThan(fault === 'unmount-hang' ? 1_000 : 500)
        expect(await page.locator('main [data-mfe=faulty]').count()).toBe(0)
      },
    )

    it('is named, with a way to try again that works', async () => {
      await open('/')
      await page.evaluate(() => history.pushState(null, '', '/faulty?fault=mount-throw'))
      const box = page.getByTestId('unavailable')
      await box.waitFor()
      expect(await box.textContent()).toContain('The broken part')
      await page.evaluate(() => history.replaceState(history.state, '', '/faulty'))
      await box.getByRole('button').click()
      await page.getByText('faulty works').waitFor()
    })

    it.each(['abort', 'hang', 'corrupt'])('to load (%s) leaves the shell alive', async (fault) => {
      await page.route(/releases\/faulty\/.*\.js$/, async (route) => {
        if (fault === 'abort') return route.abort()
        if (fault === 'corrupt')
          return route.fulfill({ contentType: 'text/javascript', body: 'export default {}' })
        // Never answered.
      })
      await open('/')
      await page.evaluate(() => history.pushState(null, '', '/faulty'))
      if (fault !== 'hang') await page.getByTestId('unavailable').waitFor()
      expect(await next()).toBeLessThan(500)
    })

    it('to load under its server HTML keeps the HTML and its links', async () => {
      await page.route(/releases\/calm\/.*\.js$/, (route) => route.abort())
      await page.goto('/calm')
      await page.getByTestId('unavailable').waitFor()
      expect(await page.getByRole('heading', { name: 'List' }).count()).toBe(1)
    })
  })

  it('400 switches leave no elements behind', async () => {
    await open('/calm')
    const count = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length)
    const switchOnce = async (times: number): Promise<void> =>
      page.evaluate(async (n) => {
        for (let i = 0; i < n; i += 1) {
          history.pushState(null, '', i % 2 ? '/calm' : '/faulty')
          await new Promise((frame) => setTimeout(frame, 5))
        }
      }, times)
    await switchOnce(20)
    await page.getByRole('heading', { name: 'List' }).waitFor()
    const before = await count()
    await switchOnce(400)
    await page.getByRole('heading', { name: 'List' }).waitFor()
    expect(await count()).toBeLessThanOrEqual(before + 2)
  })

  it('mode and size change without a load and are kept', async () => {
    await open('/calm')
    await page.locator('details.prefs summary').click()
    await page.locator('input[name=mode][value=dark]').check()
    await page.locator('input[name=scale][value=large]').check()
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
      mode: 'dark',
      scale: 'large',
    })
    await page.reload()
    expect(await page.locator('html').getAttribute('data-mode')).toBe('dark')
  })
})
