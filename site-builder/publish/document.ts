/** The document of a published page: the frame around its blocks, without any script. */
import { currentLink } from '@shuxiang/sdk/section'
import type { Head } from '@shuxiang/sdk/contract'
import { siteFooterNav } from '@shuxiang/site-blocks'
import { textFor, type Localized } from '@shuxiang/site-model'
import { footer, masthead, type Brand, type FrameLink, type Locale } from '@shuxiang/site-render'
import { headTags } from './head.ts'
import type { SiteInputs } from './inputs.ts'
import { integrityOfHash, sheetPath } from './sheet.ts'

/** Where readers find what is theirs. */
const ownPlace = '/my'

export interface DocumentParts {
  readonly locale: Locale
  readonly path: string
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
  { facts, pages, code, origin, portal, signIn, languages }: SiteInputs,
  { locale, path, head, notices, main, found, sheet }: DocumentParts,
): string {
  const address = new URL(path, origin)
  const name = textFor(facts.names, locale)
  const brand: Brand = { name: name?.text ?? code, language: name?.language ?? locale, seal: facts.seal }
  const links = (of: readonly { readonly path: string; readonly words: Localized }[]): FrameLink[] => {
    const current = currentLink(
      of.map((link) => link.path),
      address,
    )
    return of.map((link) => ({
      href: link.path,
      label: textFor(link.words, locale)?.text ?? link.path,
      current: link.path === current,
    }))
  }
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="stylesheet" href="${sheetPath(sheet)}" integrity="${integrityOfHash(sheet)}">`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    headTags(head, { portal: brand.name, origin, locale, named: null, found, languages }),
    '</head><body>',
    // A page without a script cannot show who is signed in: the reader's own place can.
    masthead({
      ...{ locale, brand, path, signIn, signInTo: ownPlace, languages },
      links: links(facts.menu),
    }),
    noticesPlace,
    notices,
    `<main id="main" tabindex="-1">${main}</main>`,
    footer({
      locale,
      brand,
      address: address.href,
      links: links(siteFooterNav([...pages.keys()])),
      ...(facts.filings && { filings: facts.filings }),
      ...(portal !== undefined && { portal }),
    }),
    '</body></html>',
    '',
  ].join('\n')
}
