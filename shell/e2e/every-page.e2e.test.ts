// Every kind of page on every kind of screen: accessible, inside the width, readable in each mode and language.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { facetValue, firstFound } from './records.ts'
import { type Device, interactive, openReader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let record = ''
let work = ''
let tang = ''

beforeAll(async () => {
  browser = await launch()
  record = await firstFound(origin, '静夜思', 'poem')
  work = await firstFound(origin, '', 'book')
  tang = await facetValue(origin, '明月', 'period', '唐')
})
afterAll(() => browser.close())

const pages = (): Record<string, string> => ({
  home: '/',
  results: '/search?q=明月',
  'filtered results': `/search?q=明月&period=${tang}&kind=poem`,
  'no results': '/search?q=qqzzxxqqzzxx',
  poem: record,
  'work in chapters': `${work}?part=2`,
  'my library': '/my',
  console: '/console',
  'signed out': '/auth/signed-out',
  'unknown page': '/no-such-page',
  interface: '/graphql',
})

const devices: Record<string, Device & { readonly mode?: string; readonly scale?: string }> = {
  'a phone': { width: 360, height: 740, touch: true },
  'a tablet in dark': { width: 768, height: 1024, dark: true },
  'a computer in English': { width: 1280, height: 900, locale: 'en-GB' },
  'a computer in high contrast and large print': {
    width: 1280,
    height: 900,
    mode: 'contrast',
    scale: 'large',
  },
}

describe.each(Object.entries(devices))('on %s', (_name, device) => {
  test.each([
    'home',
    'results',
    'filtered results',
    'no results',
    'poem',
    'work in chapters',
    'my library',
    'console',
    'signed out',
    'unknown page',
    'interface',
  ])('the page "%s" is accessible and fits', async (name) => {
    const reader = await openReader(browser, origin, device)
    try {
      if (device.mode !== undefined)
        await reader.context.addCookies([
          { name: 'sx_mode', value: device.mode, url: origin },
          { name: 'sx_scale', value: device.scale ?? 'normal', url: origin },
        ])
      await reader.page.goto(pages()[name] ?? '')
      await interactive(reader.page)
      expect(await violations(reader.page)).toEqual([])
      const overflow = await reader.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0)
      const lang = await reader.page.locator('html').getAttribute('lang')
      expect(lang).toBe(device.locale === 'en-GB' ? 'en' : 'zh-CN')
      expect(reader.errors.filter((error) => !error.includes('404'))).toEqual([])
    } finally {
      await reader.close()
    }
  })
})
