/**
 * What stands around the content of a published page: masthead and footer of its library; and the day and the languages in which
 * pages are drawn. Runs in the browser of its editor, too.
 */
import { currentLink } from '@shuxiang/sdk/section'
import { siteFooterNav } from '@shuxiang/site-blocks'
import { textFor, type Localized } from '@shuxiang/site-model'
import { footer, masthead, type Brand, type FrameLink, type Locale, type Logo } from '@shuxiang/site-render'
import type { SiteFacts } from './inputs.ts'

export { dayOf } from './day.ts'
export { drawnLanguages } from './drawn-languages.ts'

/** Where readers find what is theirs. */
const ownPlace = '/my'

export interface FramedSite {
  /** Code of the library. */
  readonly code: string
  readonly facts: SiteFacts
  /** The picture that the facts name, where it is known. */
  readonly logo?: Logo | null
  /** Paths of its pages. */
  readonly paths: readonly string[]
  /** Scheme, host and port by which readers know it. */
  readonly origin: string
  /** Of the portal, for the link at the foot of each page. */
  readonly portal?: string
  readonly languages: readonly Locale[]
  /** True: somebody can sign in here. */
  readonly signIn: boolean
}

export interface SiteFrame {
  readonly brand: Brand
  readonly masthead: string
  readonly footer: string
}

/** The frame of the page at a path, in a language. */
export function siteFrame(
  { code, facts, logo, paths, origin, portal, languages, signIn }: FramedSite,
  path: string,
  locale: Locale,
): SiteFrame {
  const address = new URL(path, origin)
  const name = textFor(facts.names, locale)
  const brand: Brand = {
    name: name?.text ?? code,
    language: name?.language ?? locale,
    seal: facts.seal,
    ...(logo && { logo }),
  }
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
  return {
    brand,
    // A page without a script cannot show who is signed in: the reader's own place can.
    masthead: masthead({
      ...{ locale, brand, path, signIn, signInTo: ownPlace, languages, search: { library: code } },
      links: links(facts.menu),
    }),
    footer: footer({
      locale,
      brand,
      address: address.href,
      links: links(siteFooterNav([...paths])),
      ...(facts.filings && { filings: facts.filings }),
      ...(portal !== undefined && { portal }),
    }),
  }
}
