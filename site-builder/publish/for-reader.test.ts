/** A page as a reader gets it is the page that would have been drawn for that reader. */
import { describe, expect, it } from 'vitest'
import { displays, preferencesPanel, scripts, sizes } from '@shuxiang/site-render'
import { forReader, type PageForReader } from './for-reader.ts'
import { openSiteForPublishing } from './site.ts'
import { countyTemplateSite } from './testing/county-site.ts'

const site = openSiteForPublishing(countyTemplateSite(new Date('2026-11-22T04:00:00Z'))).draw(new Map())
const home = site.files.find(({ path, language }) => path === '/about' && language === 'en')?.text ?? ''
const nothing = { emergencies: [], grey: false }
const reader: PageForReader = {
  locale: 'en',
  mode: 'auto',
  scale: 'normal',
  script: 'source',
  named: null,
  origin: 'http://n330110.sites.test',
  path: '/about',
  layer: nothing,
}
const panel = (mode: (typeof displays)[number], scale: (typeof sizes)[number]): string =>
  preferencesPanel({ locale: 'en', path: '/about', preferences: { mode, scale } })

describe('a page for a reader', () => {
  it('who chose nothing is the page as it is kept', () => {
    expect(home).not.toBe('')
    expect(forReader(home, reader)).toBe(home)
  })

  it.each(displays.flatMap((mode) => sizes.map((scale) => ({ mode, scale }))))(
    'who chose $mode and $scale has the form as it would be drawn',
    ({ mode, scale }) => {
      const page = forReader(home, { ...reader, mode, scale })
      expect(page).toContain(panel(mode, scale))
      expect(page.includes(`data-mode="${mode}"`)).toBe(mode !== 'auto')
      expect(page.includes('data-scale="large"')).toBe(scale === 'large')
    },
  )

  it.each(scripts)('who wants texts in %s has the form as it would be drawn', (script) => {
    const page = forReader(home, { ...reader, script })
    expect(page).toContain(
      preferencesPanel({
        locale: 'en',
        path: '/about',
        preferences: { mode: 'auto', scale: 'normal', script },
      }),
    )
    expect(page.includes(`data-script="${script}"`)).toBe(script !== 'source')
  })

  it('at an address that names its language says so of itself', () => {
    const page = forReader(home, { ...reader, named: 'en' })
    expect(page).toContain('<link rel="canonical" href="http://n330110.sites.test/about?lang=en">')
    expect(page).toContain('<meta property="og:url" content="http://n330110.sites.test/about?lang=en">')
  })

  it('has the sentence of an emergency as words, and is grey on a day of mourning', () => {
    const sentence = '<b>$& $1 flood</b>'
    const page = forReader(home, {
      ...reader,
      layer: { emergencies: [{ 'zh-CN': sentence }], grey: true },
    })
    expect(page).toContain('&lt;b&gt;$&amp; $1 flood&lt;/b&gt;')
    expect(page).toContain('<html lang="en" data-grey>')
  })
})
