/** The document of a published page: the frame around its blocks, without any script. */
import type { Head } from '@shuxiang/sdk/contract'
import type { Locale, Logo } from '@shuxiang/site-render'
import { siteFrame } from './frame.ts'
import { headTags, openSearchLink } from './head.ts'
import type { SiteInputs } from './inputs.ts'
import { integrityOfHash, sheetPath } from './sheet.ts'

export interface DocumentParts {
  readonly locale: Locale
  readonly path: string
  readonly logo: Logo | null
  readonly head: Head
  /** Bars of the library above the content. */
  readonly notices: string
  /** Content of `<main>`. */
  readonly main: string
  /** The page is what its address promises: worth keeping and sharing. */
  readonly found: boolean
  /** Hash of the style sheet. */
  readonly sheet: string
}

/** Where notices of the nation are put into a page while it is sent. */
export const noticesPlace = '<div id="notices"></div>'

export function publishedDocument(
  { pages, ...site }: SiteInputs,
  { locale, path, logo, head, notices, main, found, sheet }: DocumentParts,
): string {
  const { origin, languages } = site
  const frame = siteFrame({ ...site, logo, paths: [...pages.keys()] }, path, locale)
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="stylesheet" href="${sheetPath(sheet)}" integrity="${integrityOfHash(sheet)}">`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    headTags(head, { portal: frame.brand.name, origin, locale, named: null, found, languages }),
    openSearchLink(frame.brand.name),
    '</head><body>',
    frame.masthead,
    noticesPlace,
    notices,
    `<main id="main" tabindex="-1">${main}</main>`,
    frame.footer,
    '</body></html>',
    '',
  ].join('\n')
}
