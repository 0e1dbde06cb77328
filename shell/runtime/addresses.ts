/** Which part of the portal an address belongs to, and whether the loaded page may show it. */
import { languageOf } from '@shuxiang/sdk/language'
import { covers } from '@shuxiang/sdk/page-policy'
import { mostTelling, pathPattern } from '@shuxiang/sdk/path-pattern'
import type { MicrofrontendPageSettings, MicrofrontendSettings, PageSettings } from './page-settings.ts'

export interface OwnedPage {
  readonly owner: MicrofrontendSettings
  readonly page: MicrofrontendPageSettings
}

export interface Addresses {
  /** The page of a microfrontend at an address; files beside a page (`/item/1.bib`) are the server's. */
  pageAt(address: string): OwnedPage | null
  ownerOf(address: string): MicrofrontendSettings | null
  /** True when the content of the path is a fragment made by the server. */
  isDocument(address: string): boolean
  /**
   * True when the runtime can go there without loading a page. An address in another language is another page, and so
   * is one that needs more of the content policy than the loaded page was given, or takes the other sign-in.
   */
  isInside(address: string): boolean
}

/** Path of an address that may have a query and a fragment. */
export function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '')
}

/** What addresses follow from. */
export type AddressSettings = Pick<
  PageSettings,
  'origin' | 'locale' | 'needs' | 'signIn' | 'documents' | 'microfrontends'
>

/** The addresses of the portal as the page was told them. `signIn`: what this page has turned out to take. */
export function portalAddresses(settings: AddressSettings, signIn = settings.signIn): Addresses {
  const pages = settings.microfrontends.flatMap((owner) =>
    owner.pages.map((page) => ({ owner, page, pattern: pathPattern(page.path) })),
  )
  const document = (address: string) => settings.documents.find(({ path }) => path === pathOf(address))

  function pageAt(address: string): OwnedPage | null {
    const path = pathOf(address)
    const found = mostTelling(pages, path)
    return found?.page.documents.some((suffix) => path.endsWith(`.${suffix}`)) ? null : found
  }

  return {
    pageAt,
    ownerOf: (address) => pageAt(address)?.owner ?? null,
    isDocument: (address) => document(address) !== undefined,
    isInside(address) {
      const language = languageOf(new URL(address, settings.origin))
      if (language !== null && language !== settings.locale) return false
      const owned = document(address) ? null : pageAt(address)
      if ((owned?.owner.signIn ?? 'reader') !== signIn) return false
      const needs = document(address)?.needs ?? owned?.page.needs
      return needs !== undefined && covers(settings.needs, needs)
    },
  }
}
