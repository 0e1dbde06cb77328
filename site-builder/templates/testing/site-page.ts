/** A page of a template's site as a whole document that stands alone: to look at, and to be judged. */
import { openPage, type Answers, type PageQuery } from '@shuxiang/site-blocks'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import { textFor } from '@shuxiang/site-model'
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

function css(theme: string): string {
  const found = siteThemes.find(({ name }) => name === theme)
  return themeFiles(found, blockSheets())
    .map(({ text }) => text)
    .join('\n')
}

export function sitePage(site: TemplateSite, options: SitePageOptions, answering: Answering): string {
  const { path, locale, mode = 'light', large = false, styled = false } = options
  const page = openSitePage(site, options)
  const answers: Answers = new Map(page.queries.map((query) => [query.key, answering(query)]))
  const name = textFor(site.names, locale) ?? { text: '', language: locale }
  const brand = { name: name.text, language: name.language, seal: site.seal }
  const links = site.menu.map((link): FrameLink => ({
    href: link.path,
    label: textFor(link.words, locale)?.text ?? link.path,
    current: link.path === path,
  }))
  const address = `https://library.example${path}`
  return `<!doctype html><html lang="${locale}" data-mode="${mode}"${large ? ' data-scale="large"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${path}</title>${styled ? `<style>${css(site.theme)}</style>` : ''}</head>
<body>${masthead({ locale, brand, path, signIn: true, links })}
<main id="main" tabindex="-1">${page.render(answers)}</main>
${footer({ locale, brand, address })}</body></html>`
}
