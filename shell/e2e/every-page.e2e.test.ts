// Every page in every mode, language and width, measured: nothing outside the screen or its frame, nothing cut, no text
// under another thing, and everything that is pressed as large as a finger; every kind of page accessible, too.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode, fit, misplacedInEveryMode, MODES, wear, WIDTHS } from './modes.ts'
import { facetValue, firstFound } from './records.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
let browser: Browser
let poem = ''
let work = ''
let tang = ''

beforeAll(async () => {
  browser = await launch()
  poem = await firstFound(origin, '静夜思', 'poem')
  work = await firstFound(origin, '唐诗三百首', 'book')
  tang = await facetValue(origin, '明月', 'period', '唐')
})
afterAll(() => browser.close())

/** A withdrawn record and one that cannot be had need a graph that says so; the page asks it in the browser. */
async function openWithGraph(page: Page, answer: { status: number; body: string }): Promise<void> {
  await page.goto('/search?q=qqzzxxqqzzxx')
  await interactive(page)
  await page.route('**/graphql', (route) =>
    route.fulfill({
      status: answer.status,
      contentType: 'application/graphql-response+json',
      body: answer.body,
    }),
  )
  await page.evaluate((to) => {
    const link = document.createElement('a')
    link.href = to
    document.getElementById('main')?.append(link)
    link.click()
    link.remove()
  }, poem)
  await page.waitForURL(/\/item\//)
  await page.locator('.state').waitFor()
  await page.unrouteAll()
}

const withdrawn = {
  id: 'gone',
  kind: 'poem',
  title: '奉和聖製從蓬萊向興慶閣道中留春雨中春望之作應制',
  url: '/item/gone',
  alternativeTitles: [],
  creators: [],
  period: null,
  year: null,
  collection: null,
  language: 'lzh-Hant',
  form: null,
  abstract: null,
  subjects: [],
  identifiers: [],
  rights: '',
  source: { name: '', url: '', licence: '' },
  text: null,
  parts: [],
  holdingCount: 0,
  related: [],
  withdrawn: { at: '2026-11-20', reason: '数据提供者要求撤下这条记录，原因是底本的著录有误。' },
  jsonLd: '{}',
  updatedAt: '2026-11-20T08:00:00Z',
}

/** What a guest may have kept, as the device has it. */
const longTitle = '奉和圣制从蓬莱向兴庆阁道中留春雨中春望之作应制'.repeat(2)
const keptItems = [1, 2].map((day) => ({
  recordId: `p${day}`,
  title: longTitle,
  kind: 'poem',
  language: 'lzh-Hans',
  addedAt: `2026-11-0${day}T00:00:00.000Z`,
}))
const longLibrary = JSON.stringify({
  version: 1,
  shelf: keptItems,
  lists: [
    { id: '0123456789abcdef', name: '名'.repeat(60), createdAt: '2026-11-01T00:00:00.000Z', items: [] },
  ],
})

const visit =
  (path: () => string) =>
  async (page: Page): Promise<void> => {
    await page.goto(path())
    await interactive(page)
  }
const pages: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  home: visit(() => '/'),
  'home with the longest poem of a day': async (page) => {
    await visit(() => '/')(page)
    await page.evaluate(() => {
      const set = document.querySelector('.daily .set')
      const fill = (name: string, text: string): void => {
        const element = document.querySelector(name)
        if (element) element.textContent = text
      }
      set?.replaceChildren(
        ...Array.from({ length: 5 }, () => {
          const line = document.createElement('p')
          line.textContent = '君不見黃河之水天上來，奔流到海。'
          return line
        }),
        Object.assign(document.createElement('p'), { textContent: '……' }),
      )
      fill('.daily h2 a', '奉和聖製從蓬萊向興慶閣道中……')
      fill('.daily .sign p', '五代十国 · 李白、杜甫、白居易')
    })
  },
  results: visit(() => '/search?q=明月'),
  'filtered results': visit(() => `/search?q=明月&period=${tang}&kind=poem&language=lzh-Hant&sort=oldest`),
  'no results': visit(() => '/search?q=qqzzxxqqzzxx'),
  'no results of a long question': visit(() => `/search?q=${'qqzzxxqqzzxx'.repeat(10)}&kind=poem`),
  poem: visit(() => poem),
  'poem set vertically': visit(() => `${poem}?layout=vertical`),
  'contents of a work': visit(() => work),
  chapter: visit(() => `${work}?part=2`),
  libraries: visit(() => '/libraries'),
  region: visit(() => '/libraries?region=51'),
  'libraries of a name': visit(() => '/libraries?q=yuhang'),
  'a library': visit(() => '/library/n330110'),
  'a library that has said nothing': visit(() => '/library/n110105'),
  'an unknown library': visit(() => '/library/none'),
  about: visit(() => '/about'),
  help: visit(() => '/help'),
  accessibility: visit(() => '/accessibility'),
  school: visit(() => '/school'),
  privacy: visit(() => '/privacy'),
  'filters on a phone': async (page) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await visit(() => '/search?q=明月')(page)
    await page.locator('a[href="#filters"]').click()
    await page.locator('dialog[open]').waitFor()
  },
  'citing a poem': async (page) => {
    await visit(() => poem)(page)
    await page.locator('.acts a[href$=".bib"]').click()
    await page.locator('dialog[open] .code').first().waitFor()
  },
  'keeping a poem': async (page) => {
    await visit(() => poem)(page)
    await page.locator('.keep button').nth(1).click()
    await page.locator('dialog[open] input[type=checkbox]').first().waitFor()
  },
  'my library, empty': async (page) => {
    await visit(() => '/my')(page)
    await page.locator('.places').waitFor()
  },
  'my library with long titles': async (page) => {
    await visit(() => '/my')(page)
    await page.evaluate((text) => localStorage.setItem('shuxiang.my-library', text), longLibrary)
    await page.reload()
    await page.locator('.rows button').first().click()
    await page.locator('.gone').waitFor()
  },
  'console, nobody signed in': visit(() => '/console'),
  'console, a section, nobody signed in': visit(() => '/console/members?library=n33'),
  'unknown page': visit(() => '/no-such-page'),
  'unknown record': visit(() => '/item/0000000000'),
  // Served to whoever asks, so it holds no script that could take it over.
  'foreign host': async (page) => {
    await page.goto(origin.replace('localhost', 'foreign.localhost'))
  },
  'preferences open': visit(() => '/?preferences'),
  'signed out': visit(() => '/auth/signed-out'),
  'a sign-in that was not completed': async (page) => {
    await page.goto('/auth/callback')
    await page.locator('[data-sign-in=unfinished]').waitFor()
  },
  'somebody signed in': async (page) => {
    await visit(() => '/')(page)
    await page.evaluate(() => {
      const template = document.getElementById('account')
      if (!(template instanceof HTMLTemplateElement)) throw new Error('the page has no template of it')
      const panel = document.importNode(template.content, true)
      for (const name of panel.querySelectorAll('[data-name]')) name.textContent = '林晚晴'
      document.querySelector('[data-account]')?.replaceChildren(panel)
    })
  },
  'withdrawn record': (page) =>
    openWithGraph(page, { status: 200, body: JSON.stringify({ data: { record: withdrawn } }) }),
  'record that cannot be had': (page) =>
    openWithGraph(page, {
      status: 200,
      body: JSON.stringify({ data: null, errors: [{ message: '-', path: ['record'] }] }),
    }),
}

/** The kinds of pages, which axe judges as well; what else there is are states of one of them. */
const kinds = new Set([
  'home',
  'about',
  'help',
  'results',
  'filtered results',
  'no results',
  'poem',
  'chapter',
  'my library, empty',
  'console, nobody signed in',
  'signed out',
  'unknown page',
])

describe.each([
  ['Chinese', 'zh-CN', true],
  ['English', 'en-GB', false],
] as const)('in %s', (_language, locale, colours) => {
  test.each(Object.keys(pages))('every box of the page "%s" has its place', async (name) => {
    const reader = await openReader(browser, origin, { locale, touch: true })
    try {
      const { page } = reader
      await pages[name]?.(page)
      const faults = await (kinds.has(name) ? faultsInEveryMode : misplacedInEveryMode)(page, { colours })
      expect(faults).toEqual([])
      if (!kinds.has(name)) return
      expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'en-GB' ? 'en' : 'zh-CN')
      expect(reader.errors.filter((error) => !error.includes('404'))).toEqual([])
    } finally {
      await reader.close()
    }
  })

  // For developers, with tools of its own that are smaller than a finger.
  test('the interface is accessible and fits', async () => {
    const reader = await openReader(browser, origin, { locale })
    try {
      const { page } = reader
      await page.goto('/graphql')
      await interactive(page)
      for (const width of WIDTHS) {
        await fit(page, width)
        const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(wider, `pixels wider than ${width}`).toBeLessThanOrEqual(0)
      }
      for (const mode of MODES.filter(({ movesBoxes }) => colours || movesBoxes)) {
        await wear(page, mode)
        expect(await violations(page), mode.name).toEqual([])
      }
    } finally {
      await reader.close()
    }
  })
})
