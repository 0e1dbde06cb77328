// A site as its template gives it may be published; what harms readers, or what the law asks for and is not there, holds it back.
import { openSiteForPublishing, type SiteInputs } from '@shuxiang/site-publish'
import { expect, test } from 'vitest'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { checkDrawn } from './check.ts'

/** A whole site is drawn in both languages, beside other suites. */
const slow = { timeout: 30_000 }

const county = countyTemplateSite(new Date('2026-11-22T04:00:00Z'))
const checked = (inputs: SiteInputs) => checkDrawn(inputs, openSiteForPublishing(inputs).draw(new Map()))

test('nothing holds a new site back, and what is left to fill in is said with its article', slow, () => {
  const findings = checked(county)
  expect(findings.filter(({ blocking }) => blocking)).toEqual([])
  expect(findings.find(({ rule }) => rule === 'filing-number')).toMatchObject({
    page: null,
    block: null,
    words: { 'zh-CN': expect.stringContaining('（《互联网信息服务管理办法》第十二条）') },
  })
})

test('a site that does not say how one borrows is held back', slow, () => {
  const pages = new Map([...county.pages].filter(([path]) => path !== '/borrowing'))
  expect(checked({ ...county, pages }).filter(({ blocking }) => blocking)).toMatchObject([
    { rule: 'lending-rules', words: { en: expect.stringContaining('Public Library Law, article 38') } },
  ])
})

test('a block that is not known is named with its page', slow, () => {
  const [path, home] = [...county.pages][0] ?? []
  if (!path || !home) throw new Error('the template has no page')
  const strange = { type: 'video-wall', v: 1, fields: {}, slots: {} }
  const pages = new Map(county.pages).set(path, {
    ...home,
    root: [...home.root, 'strange'],
    blocks: { ...home.blocks, strange },
  })
  expect(checked({ ...county, pages }).filter(({ blocking }) => blocking)).toMatchObject([
    { rule: 'schema', page: '/', block: 'strange' },
  ])
})
