/** A page of a template's site as a whole document that stands alone: to look at, and to be judged. */
import { openPage, siteFooterNav, type Answers, type PageQuery } from '@shuxiang/site-blocks'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import { textFor, type Localized } from '@shuxiang/site-model'
import { footer, masthead, type FrameLink } from '@shuxiang/site-render'
import { siteThemes } from '@shuxiang/themes'
import { themeFiles } from '@shuxiang/themes/files'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { TemplateSite } from '../template.ts'

export interface SitePageOptions {
  readonly path: string
  readonly locale: InterfaceLanguage
  readonly mode?: 'light' | 'dark' | 'contrast'
  readonly large?: boolean
  /** The style sheet stands in the document, so that it can be looked at. */
  readonly styled?: boolean
  /** Another theme than the site's own. */
  readonly theme?: string
}

/** Every query of the page answered. */
export type Answering = (query: PageQuery) => unknown

export const contextOf = ({ path, locale }: Pick<SitePageOptions, 'path' | 'locale'>) => ({
  locale,
  path,
  today: '2026-11-22',
  now: '2026-11-22T12:00:00Z',
  parameters: {},
})

/** @throws when the site has no page at the path */
export function openSitePage(site: TemplateSite, at: Pick<SitePageOptions, 'path' | 'locale'>) {
  const doc = site.pages.get(at.path)
  if (!doc) throw new Error(`the site has no page at ${at.path}`)
  return openPage(doc, contextOf(at))
}

const sheets = new Map(
  siteThemes.map((theme) => [theme.name, () => themeFiles(theme, blockSheets())[0]?.text ?? '']),
)
const css = (theme: string): string => sheets.get(theme)?.() ?? ''

const filings = { icp: '浙ICP备12345678号-1', publicSecurity: '浙公网安备33010602010143号' }

export function sitePage(site: TemplateSite, options: SitePageOptions, answering: Answering): string {
  const { path, locale, mode = 'light', large = false, styled = false, theme = site.theme } = options
  const page = openSitePage(site, options)
  const answers: Answers = new Map(page.queries.map((query) => [query.key, answering(query)]))
  const name = textFor(site.names, locale) ?? { text: '', language: locale }
  const brand = { name: name.text, language: name.language, seal: site.seal }
  const links = (of: readonly { readonly path: string; readonly words: Localized }[]): FrameLink[] =>
    of.map((link) => ({
      href: link.path,
      label: textFor(link.words, locale)?.text ?? link.path,
      current: link.path === path,
    }))
  const address = `https://library.example${path}`
  return `<!doctype html><html lang="${locale}" data-mode="${mode}"${large ? ' data-scale="large"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${path}</title>${styled ? `<style>${css(theme)}</style>` : ''}</head>
<body>${masthead({ locale, brand, path, signIn: true, links: links(site.menu) })}
<main id="main" tabindex="-1">${page.render(answers)}</main>
${footer({ locale, brand, address, links: links(siteFooterNav([...site.pages.keys()])), filings, portal: 'https://portal.example' })}</body></html>`
}
