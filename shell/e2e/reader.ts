// A reader's browser: one page with the device, language and mode wanted, and what went wrong in it.
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Reader {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the console and of scripts, violations of the content policy included. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

export interface Device {
  readonly width?: number
  readonly height?: number
  readonly locale?: 'zh-CN' | 'en-GB'
  readonly dark?: boolean
  readonly javaScript?: boolean
  readonly touch?: boolean
}

export async function openReader(browser: Browser, origin: string, device: Device = {}): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: device.width ?? 1280, height: device.height ?? 800 },
    locale: device.locale ?? 'zh-CN',
    colorScheme: device.dark === true ? 'dark' : 'light',
    javaScriptEnabled: device.javaScript ?? true,
    hasTouch: device.touch ?? false,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { page, context, errors, close: () => context.close() }
}

/** Resolves when the runtime has taken over the page: from then on clicks are navigations without a reload. */
export async function interactive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
}

/** From now on the page is in a browser that gives no cookies to frames and requests of another site. */
export async function blockForeignCookies(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Network.enable')
  await protocol.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true })
}
