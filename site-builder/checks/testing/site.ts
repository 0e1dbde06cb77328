/** A sound site to break, for tests. */
import { openPage, type RenderContext } from '@shuxiang/site-blocks'
import type { Block, PageDoc } from '@shuxiang/site-model'
import { nationalTheme } from '@shuxiang/themes'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { check } from '../check.ts'
import type { Finding } from '../finding.ts'
import type { CheckedSite, DrawnPage } from '../site.ts'

export const block = (type: string, fields: Block['fields'], v = 1): Block => ({ type, v, fields, slots: {} })
const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** Rich text of the two languages, each a list of nodes. */
export const text = (zh: Block['fields'][string], en: Block['fields'][string] = zh): Block =>
  block('rich-text', { body: { 'zh-CN': zh, en } })
export const paragraph = (words: string, to?: string) => ({
  type: 'paragraph',
  runs: [to === undefined ? { text: words } : { text: words, marks: [{ type: 'link', to }] }],
})

export function page(title: readonly [zh: string, en: string], blocks: Record<string, Block> = {}): PageDoc {
  return { schema: 1, meta: { title: both(...title) }, root: Object.keys(blocks), blocks }
}

const at = (locale: InterfaceLanguage, path: string, addresses: CheckedSite['addresses']): RenderContext => ({
  locale,
  path,
  today: '2026-11-22',
  now: '2026-11-22T12:00:00Z',
  parameters: {},
  ...(addresses && { addresses }),
})

/** Every page in both languages, as plain documents. */
export function drawn(
  pages: CheckedSite['pages'],
  addresses?: CheckedSite['addresses'],
): readonly DrawnPage[] {
  return [...pages].flatMap(([path, doc]) =>
    (['zh-CN', 'en'] as const).map((language) => ({
      path,
      language,
      html: `<!doctype html><html lang="${language}"><head><title>x</title></head><body><main id="main">${openPage(doc, at(language, path, addresses)).render(new Map())}</main></body></html>`,
    })),
  )
}

/** The pages that a site needs. */
export function soundPages(): Map<string, PageDoc> {
  return new Map([
    ['/', page(['余杭区图书馆', 'Yuhang Library'])],
    ['/visit', page(['开放时间与联系方式', 'Opening hours and contact'])],
    ['/borrowing', page(['办证与借阅', 'Cards and borrowing'])],
    ['/feedback', page(['意见与投诉', 'Feedback and complaints'])],
    ['/accessibility', page(['无障碍', 'Accessibility'])],
    ['/privacy', page(['隐私', 'Privacy'])],
  ])
}

/** A site in which nothing is found; parts of it may be put in its place. */
export function site(change: Partial<CheckedSite> = {}): CheckedSite {
  const pages = change.pages ?? soundPages()
  return {
    facts: {
      names: both('余杭区图书馆', 'Yuhang Library'),
      languages: ['zh-CN', 'en'],
      menu: [{ path: '/', words: both('首页', 'Home') }],
      theme: nationalTheme,
      filings: { icp: '浙ICP备12345678号-1', publicSecurity: '浙公网安备33010602010143号' },
    },
    pages,
    drawn: drawn(pages, change.addresses),
    css: 12_000,
    answered: ['/search', '/item/*'],
    visiting: { hours: true, contact: true, closures: [] },
    today: '2026-11-22',
    ...change,
  }
}

/** The sound site with one more page, which has these blocks. */
export function withBlocks(blocks: Record<string, Block>, change: Partial<CheckedSite> = {}): CheckedSite {
  return site({ ...change, pages: soundPages().set('/more', page(['更多', 'More'], blocks)) })
}

/** What a rule finds, as `severity page block field`. */
export function found(rule: string, one: CheckedSite): readonly string[] {
  return findings(rule, one).map(({ severity, page: path, block: id, field }) =>
    [severity, path ?? 'site', id, field].filter((part) => part !== undefined).join(' '),
  )
}

export const findings = (rule: string, one: CheckedSite): readonly Finding[] =>
  check(one).filter((finding) => finding.rule === rule)
